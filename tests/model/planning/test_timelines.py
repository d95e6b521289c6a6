from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from msgspec import Struct

from desktop.model.planning.quarters import Quarter
from desktop.model.planning.timelines import MOST_SHOWN, shown_quarters, span, work_by_quarter

TODAY = dt.date(2026, 5, 15)


class Timed(Struct, frozen=True):
    start: dt.date | None = None
    due: dt.date | None = None


def day(month: int, number: int, year: int = 2026) -> dt.date:
    return dt.date(year, month, number)


@pytest.mark.parametrize(
    ("action", "days"),
    [
        (Timed(), None),
        (Timed(due=day(6, 1)), (day(6, 1), day(6, 1))),
        (Timed(start=day(6, 2)), (day(6, 2), day(6, 2))),
        (Timed(day(6, 2), day(6, 9)), (day(6, 2), day(6, 9))),
        (Timed(day(6, 9), day(6, 2)), (day(6, 2), day(6, 9))),
    ],
)
def test_an_action_goes_from_its_start_to_its_due_date(action: Timed, days: tuple[dt.date, dt.date] | None) -> None:
    assert span(action) == days


def test_the_quarters_hold_what_is_planned_and_today() -> None:
    assert shown_quarters([], [], TODAY) == (Quarter(2026, 2),)
    actions = [Timed(), Timed(day(2, 1), day(8, 1))]
    assert shown_quarters(actions, [day(11, 1), None], TODAY) == tuple(Quarter(2026, number) for number in (1, 2, 3, 4))


def test_what_lies_long_ago_or_far_ahead_is_left_out() -> None:
    found = shown_quarters([Timed(day(1, 1, 2020), day(1, 1, 2040))], [], TODAY)
    assert (found[0], len(found)) == (Quarter(2025, 4), MOST_SHOWN)
    assert shown_quarters([Timed(due=day(1, 1, 2020))], [], TODAY)[-1] == Quarter(2026, 2)


def test_the_work_is_spread_over_the_days() -> None:
    quarters = (Quarter(2026, 1), Quarter(2026, 2))
    assert work_by_quarter(Timed(day(3, 31), day(4, 2)), Fraction(9), quarters) == (Fraction(3), Fraction(6))
    assert work_by_quarter(Timed(due=day(4, 1)), Fraction(5), quarters) == (Fraction(0), Fraction(5))
    assert work_by_quarter(Timed(day(12, 31, 2025), day(1, 1)), Fraction(4), quarters) == (Fraction(2), Fraction(0))
    assert work_by_quarter(Timed(), Fraction(5), quarters) == (Fraction(0), Fraction(0))
