import pytest

from desktop.model.planning.day_times import minutes_of, time_of


@pytest.mark.parametrize(("time", "minutes"), [("00:00", 0), ("09:30", 570), ("23:59", 1439)])
def test_there_and_back(time, minutes):
    assert minutes_of(time) == minutes
    assert time_of(minutes) == time


def test_no_time_is_none_and_a_day_has_an_end():
    assert minutes_of("") is None
    assert time_of(24 * 60 + 30) == "23:59"
