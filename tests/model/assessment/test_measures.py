import datetime as dt

import pytest

from desktop.model.maturity import Direction

DAY = dt.date(2026, 5, 1)


@pytest.fixture
def action(assessment):
    return assessment.actions.add("Do it")


@pytest.fixture
def measure(assessment, action):
    return assessment.measures.add(
        action, " In time ", unit="percent", direction=Direction.UP, baseline="60,5", target="90", metric="X-M1"
    )


def test_a_measure_belongs_to_an_action(assessment, action, measure):
    (found,) = assessment.measures.of(action)
    assert found == assessment.measures.get(measure)
    said = found.measure
    assert (said.action, said.name, said.baseline, said.target) == (action, "In time", "60.5", "90")
    assert (found.readings, found.latest, found.reached) == ((), None, None)


def test_measures_stand_by_action_and_name(assessment, action):
    second = assessment.actions.add("Do more")
    for owner, name in ((second, "b"), (action, "z"), (action, "A")):
        assessment.measures.add(owner, name)
    assert [found.measure.name for found in assessment.measures.all()] == ["A", "z", "b"]
    assert [found.measure.name for found in assessment.measures.of(second)] == ["b"]


def test_fields_change_and_undo_brings_them_back(assessment, measure):
    assessment.measures.change(measure, target="95,5", baseline="")
    assert (assessment.measures.get(measure).measure.target, assessment.measures.get(measure).measure.baseline) == (
        "95.5",
        "",
    )
    assessment.history.undo()
    assert assessment.measures.get(measure).measure.target == "90"


def test_readings_are_taken_down_by_day(assessment, measure):
    later = assessment.measures.add_reading(measure, dt.date(2026, 6, 1), "80")
    assessment.measures.add_reading(measure, DAY, "75,5", note="After training.")
    found = assessment.measures.get(measure)
    assert [(reading.day, reading.value, reading.note) for reading in found.readings] == [
        (DAY, "75.5", "After training."),
        (dt.date(2026, 6, 1), "80", ""),
    ]
    assert found.latest is not None
    assert found.latest.id == later
    assert found.reached is False


def test_a_second_reading_of_a_day_takes_the_place_of_the_first(assessment, measure):
    first = assessment.measures.add_reading(measure, DAY, "75", note="Typed wrong.")
    assert assessment.measures.add_reading(measure, DAY, "57") == first
    assert [(reading.value, reading.note) for reading in assessment.measures.get(measure).readings] == [("57", "")]
    assessment.history.undo()
    assert [reading.value for reading in assessment.measures.get(measure).readings] == ["75"]


def test_the_day_of_one_measure_is_free_for_another(assessment, action, measure):
    other = assessment.measures.add(action, "Cost")
    assessment.measures.add_reading(measure, DAY, "1")
    assessment.measures.add_reading(other, DAY, "2")
    assert [found.latest.value for found in assessment.measures.of(action)] == ["2", "1"]


def test_a_reading_taken_away_comes_back_with_undo(assessment, measure, refused):
    reading = assessment.measures.add_reading(measure, DAY, "75")
    assessment.measures.remove_reading(reading)
    assert assessment.measures.get(measure).readings == ()
    assert refused(assessment.measures.remove_reading, reading) == "reading.unknown"
    assessment.history.undo()
    assert len(assessment.measures.get(measure).readings) == 1


@pytest.mark.parametrize("take_away", ["measure", "action"])
def test_what_is_taken_away_comes_back_with_its_readings(assessment, action, measure, refused, take_away):
    assessment.measures.add_reading(measure, DAY, "75")
    before = assessment.measures.all()
    if take_away == "measure":
        assessment.measures.remove(measure)
    else:
        assessment.actions.remove(action)
    assert assessment.measures.all() == []
    for ask in (assessment.measures.get, assessment.measures.remove, assessment.measures.change):
        assert refused(ask, measure) == "measure.unknown"
    assert refused(assessment.measures.add_reading, measure, DAY, "1") == "measure.unknown"
    assessment.history.undo()
    assert assessment.measures.all() == before


def test_impossible_measures_are_refused(assessment, action, measure, refused):
    measures = assessment.measures
    steps = len(assessment.history.steps())
    assert refused(measures.add, action, "  ") == "measure.name_missing"
    assert refused(measures.add, "unheard", "Time") == "action.unknown"
    assert refused(measures.add, action, "Time", baseline="much") == "measure.not_a_number"
    assert refused(measures.change, measure, name="") == "measure.name_missing"
    assert refused(measures.change, measure, target="1.000,5") == "measure.not_a_number"
    assert refused(measures.add_reading, measure, DAY, "") == "measure.not_a_number"
    assert len(assessment.history.steps()) == steps
