import datetime as dt

import pytest

from desktop.model.records import Action, ActionStatus, Priority


def test_actions_are_numbered_and_numbers_are_not_given_again(assessment):
    first = assessment.actions.add(" Write a plan ", owner="Head of desk", priority=Priority.HIGH)
    second = assessment.actions.add("Buy a tool")
    assessment.actions.remove(second)
    third = assessment.actions.add("Train people")
    assert [(action.id, action.number, action.title) for action in assessment.actions.all()] == [
        (first, 1, "Write a plan"),
        (third, 3, "Train people"),
    ]


def test_closing_notes_the_day_and_opening_again_clears_it(assessment):
    action = assessment.actions.add("Write a plan")
    assessment.actions.change(action, status=ActionStatus.DONE)
    assert assessment.actions.get(action).closed == dt.datetime.now().astimezone().date()
    assessment.actions.change(action, status=ActionStatus.DROPPED)
    assert assessment.actions.get(action).closed is not None
    assessment.actions.change(action, status=ActionStatus.AGREED)
    assert assessment.actions.get(action).closed is None


def test_the_day_can_be_said(assessment):
    action = assessment.actions.add("Write a plan")
    assessment.actions.change(action, status=ActionStatus.DONE, closed=dt.date(2026, 4, 1))
    assert assessment.actions.get(action).closed == dt.date(2026, 4, 1)


@pytest.mark.parametrize("title", ["", "  "])
def test_a_title_is_needed(assessment, refused, title):
    action = assessment.actions.add("Write a plan")
    assert refused(assessment.actions.add, title) == "action.title_missing"
    assert refused(assessment.actions.change, action, title=title) == "action.title_missing"


def test_what_it_improves_must_be_there(assessment, refused):
    add, change = assessment.actions.add, assessment.actions.change
    assert refused(add, "x", model="tiny", area="XXX") == "area.unknown"
    assert refused(add, "x", model="tiny", area="PLN", goal="SUP-G1") == "goal.unknown"
    assert refused(add, "x", model="tiny", goal="PLN-G1") == "area.unknown"
    assert refused(add, "x", model="unheard", area="PLN") == "model.not_in_use"
    action = add("x", model="tiny", area="PLN", goal="PLN-G1")
    assert refused(change, action, area="SUP") == "goal.unknown"
    change(action, area="SUP", goal="SUP-G2")
    change(action, area="", goal="")
    assert [item.number for item in assessment.actions.all()] == [1]


def test_unknown_actions_are_refused(assessment, refused):
    gone = assessment.actions.add("x")
    assessment.actions.remove(gone)
    for ask in (assessment.actions.get, assessment.actions.remove, assessment.actions.change):
        assert refused(ask, gone) == "action.unknown"


@pytest.mark.parametrize(
    ("status", "due", "overdue"),
    [
        (ActionStatus.AGREED, dt.date(2026, 4, 1), True),
        (ActionStatus.AGREED, dt.date(2026, 4, 2), False),
        (ActionStatus.AGREED, None, False),
        (ActionStatus.DONE, dt.date(2026, 4, 1), False),
        (ActionStatus.DROPPED, dt.date(2026, 4, 1), False),
    ],
)
def test_overdue_is_open_after_its_day(status, due, overdue):
    assert Action(id="x", status=status, due=due).is_overdue(dt.date(2026, 4, 2)) is overdue
