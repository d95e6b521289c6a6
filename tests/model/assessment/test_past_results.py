"""Results of the past in an assessment: where they are kept, what stays, and what is refused."""

from __future__ import annotations

import pytest

from desktop.model.assessment import Assessment
from desktop.model.assessment.past_results import PastEffect, PastResult, PastUse
from desktop.model.errors import RefusalError
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.shelf import find
from desktop.model.records import ONCE
from desktop.model.scoring.vocabulary import Characterisation, Fulfilment
from tests.own_rules import own_rules

RATING, NOTE, TARGET, ANSWER = PastUse
STREAMS, STAGED, TRACKS = find("service-provisioning"), find("it-service-cmm"), find("tool-ladder")
OWN = own_rules("numbers-with-targets")


@pytest.fixture
def assessment(tmp_path):
    with Assessment.create(tmp_path / "a.maturity", [STREAMS, STAGED, TRACKS, OWN], author="Ada") as it:
        yield it
        assert it.check() == ()


def test_each_use_is_kept_where_a_team_would_enter_it_in_one_step_that_can_be_undone(assessment):
    practice, stream = STAGED.areas[0].practices[0].id, STREAMS.streams[0].id
    statement, track = TRACKS.tracks[0].statements[0].id, TRACKS.tracks[0].id
    part = next(part.id for part in OWN.rules.parts if OWN.rules.scale_of(part) is not None)
    before = assessment.history.next_undo()
    for model, results in (
        (STAGED.id, [PastResult(RATING, practice, "LI"), PastResult(NOTE, practice, "why")]),
        (STAGED.id, [PastResult(NOTE, STAGED.areas[0].id, "all in all")]),
        (
            STREAMS.id,
            [PastResult(RATING, stream, "3"), PastResult(TARGET, stream, "4"), PastResult(NOTE, stream, "so")],
        ),
        (TRACKS.id, [PastResult(RATING, statement, "met"), PastResult(TARGET, track, "2")]),
        (
            OWN.id,
            [PastResult(RATING, part, "7"), PastResult(TARGET, OWN.rules.root.id, "8"), PastResult(NOTE, part, "n")],
        ),
    ):
        assert assessment.past.effects(model, results, {}) == [PastEffect.ADDS] * len(results)
        assert assessment.past.take(model, results, {}).step is not None
        assert assessment.past.effects(model, results, {}) == [PastEffect.SAME] * len(results)
    rating = assessment.ratings.practices(STAGED.id)[practice]
    assert (rating.value, rating.reason) == (Characterisation.LARGELY, "why")
    assert assessment.ratings.areas(STAGED.id)[STAGED.areas[0].id].rationale == "all in all"
    found = assessment.streams.ratings(STREAMS.id)[stream]
    assert (found.level, found.reason, assessment.targets.get(STREAMS.id, stream).level) == (3, "so", 4)
    assert assessment.statements.ratings(TRACKS.id)[statement].value is Fulfilment.MET
    assert assessment.targets.get(TRACKS.id, track).level == 2
    known = assessment.parts.all(OWN.id)[part][ONCE]
    assert (known.answer, known.note) == ("7", "n")
    assert assessment.targets.get(OWN.id, WHOLE).value == "8"
    for _step in range(5):
        assessment.history.undo()
    assert assessment.history.next_undo() == before
    assert (
        assessment.ratings.practices(STAGED.id).get(practice) is None
        or not assessment.ratings.practices(STAGED.id)[practice].value
    )


def test_what_stands_there_stays_unless_it_is_to_be_replaced(assessment):
    stream, other = (each.id for each in STREAMS.streams[:2])
    assessment.streams.rate_stream(STREAMS.id, stream, 2)
    results = [PastResult(RATING, stream, "3"), PastResult(RATING, other, "3")]
    assert assessment.past.effects(STREAMS.id, results, {}) == [PastEffect.REPLACES, PastEffect.ADDS]
    assessment.past.take(STREAMS.id, results, {})
    levels = {key: each.level for key, each in assessment.streams.ratings(STREAMS.id).items()}
    assert (levels[stream], levels[other]) == (2, 3)
    assessment.past.take(STREAMS.id, results, {}, replaces=True)
    assert assessment.streams.ratings(STREAMS.id)[stream].level == 3


def test_respondents_become_participants_once(assessment):
    known = assessment.preparation.add_participant(name="Kim")
    question, choice = next(iter(assessment.models.questions(STAGED.id).items()))
    said = choice.scale.choices[0].id
    results = [PastResult(ANSWER, question, said, "Kim"), PastResult(ANSWER, question, said, "Lee")]
    assessment.past.take(STAGED.id, results, {"Kim": known})
    people = assessment.preparation.people()
    assert [(one.participant.number, one.identity.name) for one in people] == [(1, "Kim"), (2, "Lee")]
    for person in people:
        answers = assessment.questionnaires.answers(STAGED.id, person.participant.id)
        assert answers[question].choice == said
    assessment.history.undo()
    assert len(assessment.preparation.people()) == 1


@pytest.mark.parametrize(
    ("model", "result"),
    [
        (STAGED.id, PastResult(RATING, STAGED.areas[0].practices[0].id, "good")),
        (STAGED.id, PastResult(RATING, STAGED.areas[0].id, "FI")),
        (STAGED.id, PastResult(TARGET, STAGED.areas[0].id, "3")),
        (STAGED.id, PastResult(ANSWER, STAGED.areas[0].questions[0].id, "good", "Kim")),
        (STREAMS.id, PastResult(RATING, STREAMS.streams[0].id, "9")),
        (STREAMS.id, PastResult(RATING, STREAMS.streams[0].id, "two")),
        (STREAMS.id, PastResult(RATING, "nothing", "2")),
        (TRACKS.id, PastResult(TARGET, TRACKS.tracks[0].id, "9")),
        (OWN.id, PastResult(RATING, OWN.rules.parts[-1].id, "99")),
        (OWN.id, PastResult(TARGET, OWN.rules.parts[-1].id, "tall")),
    ],
)
def test_what_the_model_cannot_keep_is_refused_and_nothing_is_taken(assessment, model, result):
    good = PastResult(NOTE, STREAMS.streams[0].id, "so")
    before = assessment.history.next_undo()
    with pytest.raises(RefusalError) as refused:
        assessment.past.take(model, [good, result] if model == STREAMS.id else [result], {})
    assert refused.value.code == "past.nowhere"
    assert assessment.history.next_undo() == before
