import pytest

from desktop.ui.typed_times import read_time


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("", ""),
        ("  ", ""),
        ("9", "09:00"),
        ("09:30", "09:30"),
        ("9.30", "09:30"),
        ("9h30", "09:30"),
        ("9 30", "09:30"),
        ("930", "09:30"),
        ("1430", "14:30"),
        ("23:59", "23:59"),
        ("0:00", "00:00"),
        ("9:30 am", "09:30"),
        ("9 pm", "21:00"),
        ("12 a.m.", "00:00"),
        ("12:15 pm", "12:15"),
    ],
)
def test_times_are_read_as_people_write_them(typed, time):
    assert read_time(typed) == time


@pytest.mark.parametrize("typed", ["24:00", "9:60", "noon", "9:3", "13 pm", "0 am", "1:2:3", "99999", "-1"])
def test_what_is_no_time_is_told(typed):
    assert read_time(typed) is None
