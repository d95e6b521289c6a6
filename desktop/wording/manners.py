"""How dates and numbers are written in what leaves the team: one choice of the assessment's.

The window writes as it always does, so that what is typed and what is shown are the same; who writes a document, a
workbook or a picture does it inside `written_in`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from msgspec import Struct

from desktop.language import N_, NC_, _
from desktop.model.records import DayStyle, DecimalMark, Details


class Manner(Struct, frozen=True):
    """How dates and numbers are written."""

    days: DayStyle = DayStyle.ISO
    mark: DecimalMark = DecimalMark.POINT

    @classmethod
    def of(cls, details: Details) -> Manner:
        """That of an assessment."""
        return cls(details.day_style, details.decimal_mark)


_MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    NC_("short month", "May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)

_FORMATS: Mapping[DayStyle, str] = {
    DayStyle.ISO: "yyyy-mm-dd",
    DayStyle.WORDS: "d mmm yyyy",
    DayStyle.DOTS: "dd.mm.yyyy",
    DayStyle.SLASHES: r"mm\/dd\/yyyy",
}
"""As cells of workbooks name them. A slash by itself would be whatever the reader's system puts between."""

_EXAMPLE = dt.date(2026, 11, 29)
_NUMBER = "1234.5"

_USUAL = Manner()
_in_use: ContextVar[Manner] = ContextVar("manner", default=_USUAL)


@contextmanager
def written_in(manner: Manner) -> Iterator[None]:
    """Let what is written meanwhile, in this thread, be written so."""
    before = _in_use.set(manner)
    try:
        yield
    finally:
        _in_use.reset(before)


def day_text(value: dt.date) -> str:
    """A day as it is written here and now."""
    match _in_use.get().days:
        case DayStyle.WORDS:
            return _("{day} {month} {year}").format(day=value.day, month=_(_MONTHS[value.month - 1]), year=value.year)
        case DayStyle.DOTS:
            return f"{value.day:02}.{value.month:02}.{value.year:04}"
        case DayStyle.SLASHES:
            return f"{value.month:02}/{value.day:02}/{value.year:04}"
        case DayStyle.ISO:
            return value.isoformat()


def number_text(plain: str) -> str:
    """A number as it is written here and now.

    Args:
        plain: with a point before its decimals, and nothing between its thousands.
    """
    return plain.replace(".", ",") if _in_use.get().mark is DecimalMark.COMMA else plain


def day_format() -> str:
    """The format of a cell of a workbook that holds a day."""
    return _FORMATS[_in_use.get().days]


def day_example(style: DayStyle) -> str:
    """A day in that style, for whoever chooses one."""
    with written_in(Manner(days=style)):
        return day_text(_EXAMPLE)


def mark_example(mark: DecimalMark) -> str:
    """A number with that mark, for whoever chooses one."""
    with written_in(Manner(mark=mark)):
        return number_text(_NUMBER)
