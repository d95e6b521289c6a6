from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from desktop.model.assessment.pace import Line, Pace, line, pace
from desktop.model.assessment.standing import Standing, standing
from desktop.model.maturity.vocabulary import Direction
from desktop.model.records import Measure, Reading

TODAY = dt.date(2031, 6, 1)


def measured(*values: str, **cells: object) -> Standing:
    """A measure from 10 up to 90 by the 100th day, read every ten days from the first of January."""
    known: dict[str, object] = {
        "direction": Direction.UP,
        "baseline": "10",
        "target": "90",
        "due": dt.date(2031, 1, 1) + dt.timedelta(days=100),
        **cells,
    }
    readings = [
        Reading(id=str(place), measure="m", day=dt.date(2031, 1, 1) + dt.timedelta(days=10 * place), value=value)
        for place, value in enumerate(values)
    ]
    return standing(Measure(id="m", **known), readings)  # type: ignore[arg-type]  # fields of different kinds


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (measured("10", "18"), Pace.ON_TRACK),
        (measured("10", "17.9"), Pace.BEHIND),
        (measured("10", "90"), Pace.REACHED),
        (measured(), Pace.NO_READING),
        (measured("10", target=""), Pace.NO_TARGET),
        (measured("10", direction=Direction.NEUTRAL), Pace.NO_TARGET),
        (measured("10", "11", due=None), Pace.UNDER_WAY),
        (measured("90", "82", baseline="90", target="10", direction=Direction.DOWN), Pace.ON_TRACK),
        (measured("90", "83", baseline="90", target="10", direction=Direction.DOWN), Pace.BEHIND),
    ],
)
def test_the_latest_reading_is_held_against_the_line(found: Standing, expected: Pace) -> None:
    assert pace(found, dt.date(2031, 1, 20)) is expected


def test_after_its_day_a_target_that_is_not_reached_is_overdue() -> None:
    assert pace(measured("10", "89"), TODAY) is Pace.OVERDUE
    assert pace(measured("10", "90"), TODAY) is Pace.REACHED


def test_the_line_starts_at_the_baseline_or_else_at_the_first_reading() -> None:
    found = line(measured("20"))
    assert found == Line(dt.date(2031, 1, 1), Decimal(10), dt.date(2031, 4, 11), Decimal(90))
    other = line(measured("20", baseline=""))
    assert other is not None
    assert other.start_value == 20
    assert [found.at(dt.date(2031, month, 1)) for month in (1, 12)] == [10, 90]


def test_there_is_no_line_to_a_day_before_it_starts() -> None:
    assert line(measured("20", due=dt.date(2030, 12, 31))) is None
    assert pace(measured("20", due=dt.date(2031, 1, 1)), dt.date(2031, 1, 1)) is Pace.UNDER_WAY
