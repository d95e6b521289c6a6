"""Days as people type or paste them: read for certain, or not at all."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""No assessment has a day before or after."""

DAY_FIRST, MONTH_FIRST, YEAR_FIRST = "DMY", "MDY", "YMD"
_ORDERS = (DAY_FIRST, MONTH_FIRST, YEAR_FIRST)

_NUMBERS = re.compile(r"(\d{1,4})\s*([-./])\s*(\d{1,2})\s*\2\s*(\d{1,4})\.?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_TIME = re.compile(r"(?<=\d)(?:T|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$")
_WORDS = re.compile(r"[^\W\d_]+|\d+")

ENGLISH_MONTHS: Mapping[str, int] = MappingProxyType(
    {
        name: number
        for number, names in enumerate(
            (
                ("january", "jan"),
                ("february", "feb"),
                ("march", "mar"),
                ("april", "apr"),
                ("may",),
                ("june", "jun"),
                ("july", "jul"),
                ("august", "aug"),
                ("september", "sep", "sept"),
                ("october", "oct"),
                ("november", "nov"),
                ("december", "dec"),
            ),
            start=1,
        )
        for name in names
    }
)


class DayTrouble(StrEnum):
    """Why a text is no day."""

    UNREADABLE = "unreadable"
    NO_SUCH_DAY = "no_such_day"
    TWO_DAYS = "two_days"
    NO_SUCH_YEAR = "no_such_year"


class UnclearDayError(ValueError):
    """A text that is not one day for certain.

    Attributes:
        trouble: why.
        days: the days that it could be, where it could be several.
    """

    def __init__(self, trouble: DayTrouble, days: tuple[dt.date, ...] = ()) -> None:
        super().__init__(trouble)
        self.trouble = trouble
        self.days = days


def read_day(text: str, order: str = "", months: Mapping[str, int] = ENGLISH_MONTHS) -> dt.date | None:
    """The day that a text means; None for an empty one.

    A year of two digits is one from 1990 to 2089.

    Args:
        text: as typed or pasted; a time behind the day is left out.
        order: how the user's country writes days in numbers: ``DMY``, ``MDY`` or ``YMD``; empty where it is not known.
        months: names of months in lower case with their numbers.

    Raises:
        UnclearDayError: it is no day, could be several, or is in a year that no assessment has.
    """
    plain = " ".join(_visible(text).split())
    if not plain:
        return None
    plain = _TIME.sub("", plain)
    numbers = _NUMBERS.fullmatch(plain) or _COMPACT.fullmatch(plain)
    if numbers is None:
        return _sole([_in_words(plain, months)])
    if numbers.re is _COMPACT:
        return _sole([_day(*numbers.groups())])
    first, mark, second, third = numbers.groups()
    if len(first) >= 3:
        return _sole([_day(first, second, third)])
    parts = (first, second, third)
    orders = [other for other in _ORDERS if other != YEAR_FIRST or (len(first), len(third)) == (2, 2)]
    usual = {order, DAY_FIRST if mark == "." else ""}
    if any(isinstance(day, dt.date) for day in _readings(parts, [each for each in orders if each in usual])):
        usual.add(YEAR_FIRST if mark == "-" else "")
        orders = [each for each in orders if each in usual]
    return _sole(_readings(parts, orders) or [DayTrouble.NO_SUCH_DAY])


def _visible(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text)
    signs = (("-" if unicodedata.category(sign) == "Pd" else sign) for sign in folded)
    return "".join(sign for sign in signs if unicodedata.category(sign) != "Cf")


def _readings(parts: tuple[str, str, str], orders: Iterable[str]) -> list[dt.date | DayTrouble]:
    """The days that numbers mean in some orders, and years that are out of bounds."""
    found: list[dt.date | DayTrouble] = []
    for order in orders:
        named = dict(zip(order, parts, strict=True))
        day = _day(named["Y"], named["M"], named["D"])
        if day is not DayTrouble.NO_SUCH_DAY:
            found.append(day)
    return found


def _day(year: str, month: str, day: str) -> dt.date | DayTrouble:
    number = int(year)
    if len(year) == 1:
        return DayTrouble.NO_SUCH_YEAR
    if len(year) <= 2:
        number += 1900 if number >= FIRST_YEAR % 100 else 2000
    try:
        found = dt.date(number, int(month), int(day))
    except ValueError:
        return DayTrouble.NO_SUCH_DAY
    return found if FIRST_YEAR <= number <= LAST_YEAR else DayTrouble.NO_SUCH_YEAR


def _in_words(text: str, months: Mapping[str, int]) -> dt.date | DayTrouble:
    """A day with its month in words, the year behind it, e.g. ``31 Dec 2026`` or ``Thursday, December 31st, 2026``."""
    words = _WORDS.findall(text.casefold())
    named = [months[word] for word in words if word in months]
    numbers = [word for word in words if word.isdecimal()]
    if len(named) != 1 or len(numbers) != 2:
        return DayTrouble.UNREADABLE
    day, year = numbers if len(numbers[0]) <= 2 else reversed(numbers)
    if len(day) > 2 or len(year) not in (2, 4):
        return DayTrouble.UNREADABLE
    return _day(year, str(named[0]), day)


def _sole(found: list[dt.date | DayTrouble]) -> dt.date:
    days = tuple(dict.fromkeys(day for day in found if isinstance(day, dt.date)))
    if len(days) == 1:
        return days[0]
    if days:
        raise UnclearDayError(DayTrouble.TWO_DAYS, days)
    raise UnclearDayError(next(trouble for trouble in found if isinstance(trouble, DayTrouble)))
