import datetime as dt

import pytest

from desktop.model.assessment.action_cells import turn_of
from desktop.model.records import Action, ActionStatus


@pytest.mark.parametrize(
    ("before", "after", "turn"),
    [
        (ActionStatus.AGREED, ActionStatus.DONE, ActionStatus.DONE),
        (ActionStatus.DONE, ActionStatus.DROPPED, ActionStatus.DROPPED),
        (ActionStatus.DROPPED, ActionStatus.WAITING, ActionStatus.WAITING),
        (ActionStatus.AGREED, ActionStatus.WAITING, None),
        (ActionStatus.DONE, ActionStatus.DONE, None),
    ],
)
def test_a_status_that_closes_or_opens_is_told_apart(before, after, turn):
    assert turn_of({"status": after}, Action(id="x", status=before)) is turn
    assert turn_of({"owner": "Head"}, Action(id="x", status=before)) is None


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"effort": "many"}, "measure.not_a_number"),
        ({"effort": "1.500"}, "budget.thousands"),
        ({"cost": "-1"}, "action.negative"),
        ({"risk": 6}, "action.not_estimated_so"),
        ({"impact": 0}, "action.not_estimated_so"),
        ({"size": 4}, "action.not_estimated_so"),
        ({"percent": 101}, "action.percent"),
        ({"percent": -1}, "action.percent"),
        ({"start": dt.date(2026, 4, 2), "due": dt.date(2026, 4, 1)}, "action.due_before_start"),
        ({"milestone": "gone"}, "milestone.unknown"),
        ({"status": "postponed"}, "action.status"),
    ],
)
def test_what_cannot_be_is_refused(assessment, refused, cells, code):
    action = assessment.actions.add("Write a plan")
    assert refused(assessment.actions.change, action, **cells) == code
    assert refused(assessment.actions.add, "x", **cells) == code
    assert refused(assessment.actions.change_several, [action], **cells) == code
    assert len(assessment.actions.all()) == 1


@pytest.mark.parametrize(
    ("typed", "kept"), [("12,5", "12.5"), (" 012 000 ", "12000"), ("1’250’000", "1250000"), ("", ""), ("0", "0")]
)
def test_amounts_are_read_as_people_type_them(assessment, typed, kept):
    action = assessment.actions.add("Write a plan", effort=typed, cost=typed)
    assert (assessment.actions.get(action).effort, assessment.actions.get(action).cost) == (kept, kept)


def test_days_are_in_order_with_the_one_that_stands_already(assessment, refused):
    it = assessment.actions
    action = it.add("Write a plan", start=dt.date(2026, 4, 1), due=dt.date(2026, 4, 1))
    assert refused(it.change, action, due=dt.date(2026, 3, 31)) == "action.due_before_start"
    assert refused(it.change, action, start=dt.date(2026, 4, 2)) == "action.due_before_start"
    it.change(action, due=None)
    it.change(action, start=dt.date(2026, 4, 2))


def test_what_is_done_is_done_by_a_hundred_per_cent_until_it_is_opened_again(assessment, refused):
    it = assessment.actions
    action = it.add("x", percent=40)
    it.change(action, status=ActionStatus.DONE)
    assert it.get(action).percent == 100
    assert refused(it.change, action, percent=99) == "action.percent_of_done"
    it.change(action, percent=100)
    it.change(action, status=ActionStatus.IN_PROGRESS, percent=60)
    assert it.get(action).percent == 60
