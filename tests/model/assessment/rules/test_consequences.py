"""What follows from an edit is part of its step, whoever makes it."""

import datetime as dt

from desktop.model.assessment.rules.consequences import Surroundings
from desktop.model.records import PracticeRating, Reading
from tests.model.assessment.rules.around import Held

DAY = dt.date(2026, 5, 1)


def test_what_follows_stands_in_the_same_step_and_is_undone_with_it(assessment):
    measure = assessment.measures.add(assessment.actions.add("Plan"), "Time")
    assessment.measures.add_reading(measure, DAY, "3")
    assessment.ratings.settle("tiny", "SUP", "No time.")
    with assessment._desk.step("reading.add", name="Time", day="", value="") as step:
        step.draft.put(Reading, "another", measure=measure, day=DAY, value="4")
        step.draft.put(PracticeRating, "tiny", "SUP-AC-1", reason="Seen.")
        step.draft.put(PracticeRating, "tiny", "SUP-AC-1", alternative=True)
    assert [reading.value for reading in assessment.measures.get(measure).readings] == ["4"]
    assert not assessment.ratings.areas("tiny")["SUP"].settled
    assert step.changed.kinds == {"reading", "practice_rating", "area_rating"}
    assessment.history.undo()
    assert [reading.value for reading in assessment.measures.get(measure).readings] == ["3"]
    assert assessment.ratings.areas("tiny")["SUP"].settled
    assert assessment.check() == ()


def test_several_edits_at_once_have_theirs_too(assessment):
    assessment.ratings.settle("tiny", "SUP", "No time.")
    with assessment._desk.several() as transaction, transaction.step("practice.reason", practice="SUP-AC-1") as step:
        step.draft.put(PracticeRating, "tiny", "SUP-AC-1", alternative=True)
    assert not assessment.ratings.areas("tiny")["SUP"].settled


def test_the_desk_and_what_tests_hold_can_be_asked(assessment):
    around: list[Surroundings] = [assessment._desk, Held()]
    assert all(each.pack("tiny").id == "tiny" for each in around)
