from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from desktop.model.planning.quarters import Quarter, quarter_of


@pytest.mark.parametrize(
    ("day", "quarter"),
    [((2026, 1, 1), (2026, 1)), ((2026, 3, 31), (2026, 1)), ((2026, 4, 1), (2026, 2)), ((2026, 12, 31), (2026, 4))],
)
def test_the_quarter_of_a_day(day: tuple[int, int, int], quarter: tuple[int, int]) -> None:
    found = quarter_of(dt.date(*day))
    assert found == Quarter(*quarter)
    assert found.starts <= dt.date(*day) <= found.ends


def test_a_share_of_a_quarter_is_a_day() -> None:
    quarter = Quarter(2026, 1)
    days = [quarter.day(Fraction(share)) for share in ("0", "1/2", "1")]
    assert days == [dt.date(2026, 1, 1), dt.date(2026, 2, 15), dt.date(2026, 3, 31)]


def test_quarters_follow_each_other_without_a_hole() -> None:
    quarter = Quarter(2027, 4)
    assert quarter.ends + dt.timedelta(days=1) == quarter.shifted(1).starts == dt.date(2028, 1, 1)
    assert quarter.shifted(-4) == Quarter(2026, 4)
    assert Quarter(2026, 4).until(Quarter(2028, 1)) == 5
    assert Quarter(2028, 1).until(Quarter(2026, 4)) == -5
