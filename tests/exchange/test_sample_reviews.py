"""What the sample's review says, and that it is as the program would have it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.exchange.follow_ups.review_note import review_note
from desktop.exchange.sample_reviews import SampleRemark, SampleReview, hold_review
from desktop.model.assessment import Assessment
from desktop.model.records import ActionStatus
from tests.builders import tiny_pack

BEGAN = dt.date(2031, 5, 1)


def test_a_review_is_held_before_the_round_and_the_next_one_after_it(tmp_path: Path) -> None:
    with Assessment.create(tmp_path / "a.maturity", [tiny_pack()], author="Ada") as assessment:
        action = assessment.actions.add("Count calls", due=dt.date(2031, 3, 1))
        assessment.measures.add(action, "Calls")
        remark = SampleRemark(ActionStatus.IN_PROGRESS, 40, "Begun.", due_after_days=10)
        hold_review(assessment, SampleReview("Review", 30, 60, {"1": remark}, {"Calls": ((40, "7"),)}), BEGAN)
        held, later = assessment.reviews.all()
        assert (held.day, later.day) == (dt.date(2031, 4, 1), dt.date(2031, 6, 30))
        now = assessment.actions.get(action)
        assert (now.status, now.percent, now.due) == (ActionStatus.IN_PROGRESS, 40, dt.date(2031, 4, 11))
        assert [(each.day, each.value) for each in assessment.measures.all()[0].readings] == [
            (dt.date(2031, 3, 22), "7")
        ]
        note = review_note(assessment, held.id, BEGAN)
        assert ([each.said for each in note.said], note.upcoming) == (["Begun."], later.day)
