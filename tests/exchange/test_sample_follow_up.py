"""The second round of the sample, and what it comes to beside the first."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from desktop.exchange.comparison import compare
from desktop.exchange.follow_ups.note_document import note_document
from desktop.exchange.follow_ups.review_note import review_note
from desktop.exchange.reports.blocks import Document
from desktop.exchange.reports.written import as_pdf
from desktop.exchange.sample_follow_up import second_round
from desktop.model.assessment import Assessment
from desktop.model.maturity.parts import WHOLE
from desktop.model.records import ActionStatus, Answer
from desktop.model.scoring.place_stands import PlaceMove
from tests.moulds import Moulds


def test_two_ratings_are_better_and_one_is_worse(moulds: Moulds, tmp_path: Path) -> None:
    first = tmp_path / "first.maturity"
    moulds.sample(first, "Assessor A").close()
    notes: list[Document] = []

    def note(assessment: Assessment, review: str) -> None:
        notes.append(note_document(review_note(assessment, review, dt.date.min)))

    with second_round(first, tmp_path / "second.maturity", "Assessor A", note) as assessment:
        (told,) = notes
        assert len(re.findall(rb"/Type /Page\b", as_pdf(told))) == 1, "a note of one page"
        (over,) = assessment.rounds.all()
        with assessment.looking_back(over.id) as then:
            found = compare(then, assessment)
            assert assessment.rounds.otherwise(over.id, then.results) == ()
        moves = {
            (model.id, each.place): each.move
            for model in found.models
            for each in model.places
            if each.move is not PlaceMove.SAME and each.place != WHOLE
        }
        assert moves == {
            ("it-service-cmm", "STO"): PlaceMove.BETTER,
            ("it-service-cmm", "SDL"): PlaceMove.WORSE,
            ("service-provisioning", "COM"): PlaceMove.BETTER,
        }
        areas = found.model("it-service-cmm")
        assert areas is not None
        assert {each.action.number: each.achieved for each in areas.linked("STO")} == {
            1: True,
            6: True,
            7: True,
            8: True,
            17: None,
        }
        assert {each.action.number: each.achieved for each in areas.linked("SDL")} == {13: False}
        (tracked,) = [each for each in areas.places if each.place == "STO"]
        assert tracked.mean_then is not None
        assert tracked.mean_now is not None
        assert tracked.mean_now > tracked.mean_then
        again = {each.participant for each in assessment._desk.all(Answer) if each.choice is not None}
        assert len(again) == 12, "two of fourteen did not answer again"
        assert len(assessment.interviews.heard_in()) == 3
        review, later = assessment.reviews.all()
        assert len(assessment.reviews.remarks(review.id)) == 6
        assert later.day is not None
        verified = [each for each in assessment.actions.all() if each.status is ActionStatus.VERIFIED]
        assert [each.number for each in verified] == [1, 7]
        assert all(held.rated and held.reached for each in verified for held in assessment.verifying.of(each.id))
        assert len(assessment.evidence.all()) > 10
        assert (over.name, assessment.rounds.name()) == ("Assessment in autumn", "Re-assessment in spring")
