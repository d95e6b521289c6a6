import pytest

from desktop.model.bounds import DIGITS, whole_number


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("7", 7), ("007", 7), ("100", 100), ("9" * DIGITS, None)])
def test_whole_numbers(text, number):
    assert whole_number(text, 100) == number


@pytest.mark.parametrize("text", ["", "-1", "+1", "1.0", "1e3", " 1", "1 ", "²", "٣", "x", "101", "9" * 5_000])
def test_what_is_no_whole_number_within_bounds(text):
    assert whole_number(text, 100) is None


def test_as_many_digits_as_are_read():
    most = 10**DIGITS
    assert whole_number("9" * DIGITS, most) == most - 1
    assert whole_number("0" * (DIGITS + 1), most) is None
