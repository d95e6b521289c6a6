import datetime as dt

import pytest

from desktop.model.maturity import Direction
from desktop.model.maturity.parts import WHOLE
from desktop.model.records import Action, ActionStatus, Measure, Target


def test_what_is_done_or_dropped_is_no_longer_open():
    closed = [ActionStatus.DONE, ActionStatus.VERIFIED, ActionStatus.DROPPED]
    assert [status for status in ActionStatus if not status.is_open] == closed
    assert [status for status in ActionStatus if status.is_done] == closed[:2]


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


def test_nothing_is_wanted_until_it_is_said():
    target = Target(model="tiny", place=WHOLE)
    assert (target.level, target.importance) == (None, None)


def test_no_way_of_a_measure_is_better_until_it_is_said():
    assert Measure(id="x").direction is Direction.NEUTRAL
