"""A day is read for certain or not at all."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.typed_days import DAY_FIRST, MONTH_FIRST, YEAR_FIRST, DayTrouble, UnclearDayError, read_day

LAST = dt.date(2026, 12, 31)
ORDERS = (DAY_FIRST, MONTH_FIRST, YEAR_FIRST, "")
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2100, 12, 31))
GERMAN = {"märz": 3}


def trouble(text: str, order: str = "") -> DayTrouble:
    with pytest.raises(UnclearDayError) as told:
        read_day(text, order)
    return told.value.trouble


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize(
    "text",
    [
        "2026-12-31", "2026/12/31", "2026.12.31", "20261231", "31.12.2026", "31.12.2026.", "31/12/2026", "12/31/2026",
        " 31. 12. 2026 ", "31 Dec 2026", "31. December 2026", "Thursday, December 31st, 2026", "dec 31 2026",
        "31-Dec-2026", "2026 Dec 31", "２０２６-１２-３１", "2026-12-31T00:00:00", "2026-12-31 00:00",
        "31/12/2026 08:30:00", "\u200e31.12.2026\u200f", "31-12-2026", "31\N{HYPHEN}12\N{HYPHEN}2026",
        "2026\N{EN DASH}12\N{EN DASH}31",
    ],
)  # fmt: skip
def test_one_day_however_it_is_written(text: str, order: str):
    assert read_day(text, order) == LAST


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("1.2.2027", DAY_FIRST, dt.date(2027, 2, 1)),
        ("1.2.2027", "", dt.date(2027, 2, 1)),
        ("3/4/2026", DAY_FIRST, dt.date(2026, 4, 3)),
        ("3/4/2026", MONTH_FIRST, dt.date(2026, 3, 4)),
        ("26-12-31", YEAR_FIRST, LAST),
        ("31.12.26", DAY_FIRST, LAST),
        ("12/31/26", MONTH_FIRST, LAST),
        ("1.2.90", DAY_FIRST, dt.date(1990, 2, 1)),
        ("1.2.89", DAY_FIRST, dt.date(2089, 2, 1)),
        ("29.2.2028", DAY_FIRST, dt.date(2028, 2, 29)),
        ("4.4.2026", MONTH_FIRST, dt.date(2026, 4, 4)),
    ],
)
def test_the_order_of_ones_country_decides(text: str, order: str, day: dt.date):
    assert read_day(text, order) == day


def test_months_are_known_in_the_users_language():
    assert read_day("31. März 2026", DAY_FIRST, GERMAN) == dt.date(2026, 3, 31)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("3/4/2026", ""),
        ("1.2.2027", MONTH_FIRST),
        ("01-02-03", DAY_FIRST),
        ("3-4-2026", ""),
        ("31-12-26", MONTH_FIRST),
        ("31-12-26", DAY_FIRST),
        ("26-12-31", ""),
        ("1/2/27", YEAR_FIRST),
    ],
)
def test_what_could_be_two_days_is_none(text: str, order: str):
    assert trouble(text, order) is DayTrouble.TWO_DAYS


@pytest.mark.parametrize("text", ["31.2.2026", "29.2.2027", "0.1.2026", "13/13/2026", "2026-13-01", "20261331"])
def test_there_is_no_such_day(text: str):
    assert trouble(text, DAY_FIRST) is DayTrouble.NO_SUCH_DAY


@pytest.mark.parametrize("text", ["1.1.1989", "2101-01-01", "3112-02-02", "31 Dec 1812", "19000101", "1/2/3"])
def test_there_is_no_such_year(text: str):
    assert trouble(text, DAY_FIRST) is DayTrouble.NO_SUCH_YEAR


@pytest.mark.parametrize(
    "text", ["soon", "31.12.", "31.12", "2026", "12-2026", "Dec 2026", "1/2-2026", "31 Dec 2026 x 4", "5"]
)
def test_what_is_no_day_is_told(text: str):
    assert trouble(text, DAY_FIRST) is DayTrouble.UNREADABLE


@pytest.mark.parametrize("text", ["", "  ", "\u200e"])
def test_nothing_typed_is_no_day(text: str):
    assert read_day(text) is None


@given(day=DAYS, order=st.sampled_from([DAY_FIRST, MONTH_FIRST, YEAR_FIRST]), mark=st.sampled_from("-/."))
def test_a_day_written_in_ones_own_order_is_that_day_or_told_to_be_unclear(day: dt.date, order: str, mark: str):
    parts = {"D": f"{day.day:02}", "M": f"{day.month:02}", "Y": str(day.year)}
    text = mark.join(parts[part] for part in order)
    if mark == "." and order == MONTH_FIRST and day.day <= 12 and day.day != day.month:
        assert trouble(text, order) is DayTrouble.TWO_DAYS
    else:
        assert read_day(text, order) == day


@given(st.text(alphabet="0123456789-/. :Tabdecjun", max_size=14), st.sampled_from(ORDERS))
def test_whatever_is_typed_a_day_has_the_numbers_that_were_typed(text: str, order: str):
    try:
        day = read_day(text, order)
    except UnclearDayError:
        return
    if day is not None:
        assert 1990 <= day.year <= 2100
        assert f"{day.year % 100:02}" in text
        assert str(day.day) in text
