import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.model.assessment.standing import standing
from desktop.model.maturity import Direction
from desktop.model.records import Measure, Reading

UP, DOWN, NEUTRAL = Direction.UP, Direction.DOWN, Direction.NEUTRAL


def at(value, direction=UP, baseline="60", target="90", **cells):
    measure = Measure(id="m", direction=direction, baseline=baseline, target=target, **cells)
    readings = [Reading(id="r", measure="m", day=dt.date(2026, 5, 1), value=value)] if value else []
    return standing(measure, readings)


@pytest.mark.parametrize(
    ("found", "reached", "percent"),
    [
        (at("75"), False, 50.0),
        (at("90"), True, 100.0),
        (at("96"), True, 120.0),
        (at("57"), False, -10.0),
        (at("60"), False, 0.0),
        (at("70"), False, 33.3),
        (at("61.5", baseline="60.5", target="62.5"), False, 50.0),
        (at("8", DOWN, "10", "4"), False, 33.3),
        (at("4", DOWN, "10", "4"), True, 100.0),
        (at("12", DOWN, "10", "4"), False, -33.3),
        (at("95", baseline=""), True, None),
        (at("50", baseline=""), False, None),
        (at("90", baseline="90"), True, None),
        (at("95", baseline="100"), True, None),
        (at("5", DOWN, "3", "4"), False, None),
        (at("75", target=""), None, None),
        (at("75", NEUTRAL), None, None),
        (at(""), None, None),
    ],
)
def test_the_way_to_the_target_follows_the_direction(found, reached, percent):
    assert (found.reached, found.percent) == (reached, percent)


def test_readings_stand_by_day_and_the_last_counts():
    days = [dt.date(2026, 5, 2), dt.date(2026, 5, 1), dt.date(2026, 6, 1)]
    readings = [Reading(id=f"r{number}", measure="m", day=day, value=str(number)) for number, day in enumerate(days)]
    found = standing(Measure(id="m"), readings)
    assert [reading.value for reading in found.readings] == ["1", "0", "2"]
    assert found.latest is found.readings[-1]


@given(st.permutations([Reading(id=each, measure="m", day=dt.date(2026, 5, 1), value="1") for each in "abc"]))
def test_readings_of_one_day_always_stand_in_the_same_order(readings):
    assert [reading.id for reading in standing(Measure(id="m"), readings).readings] == ["a", "b", "c"]


@given(st.integers(-99, 99), st.integers(-99, 99), st.integers(-99, 99))
def test_a_target_is_reached_exactly_when_all_of_the_way_is_done(value, baseline, target):
    for direction in (UP, DOWN):
        found = at(str(value), direction, str(baseline), str(target))
        assert found.percent is None or (found.percent >= 100) is found.reached


def test_overdue_is_a_target_not_reached_after_its_day():
    due, later = dt.date(2026, 6, 1), dt.date(2026, 6, 2)
    assert at("75", due=due).is_overdue(later)
    assert at("", due=due).is_overdue(later)
    assert not at("90", due=due).is_overdue(later)
    assert not at("75", due=due).is_overdue(due)
    assert not at("75").is_overdue(later)
