"""Quarters of calendar years, in which plans are made and shown."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from msgspec import Struct

_MONTHS, _QUARTERS = 3, 4


class Quarter(Struct, frozen=True, order=True):
    """Three months of a calendar year.

    Attributes:
        year: the year.
        number: 1 to 4.
    """

    year: int
    number: int

    @property
    def starts(self) -> dt.date:
        """Its first day."""
        return dt.date(self.year, _MONTHS * (self.number - 1) + 1, 1)

    @property
    def ends(self) -> dt.date:
        """Its last day."""
        return self.shifted(1).starts - dt.timedelta(days=1)

    def day(self, share: Fraction) -> dt.date:
        """The day when this share of it has gone by; its last day for all of it."""
        days = (self.ends - self.starts).days
        return self.starts + dt.timedelta(days=min(int(share * (days + 1)), days))

    def shifted(self, by: int) -> Quarter:
        """The quarter so many later, or earlier where it is negative."""
        place = self.year * _QUARTERS + self.number - 1 + by
        return Quarter(place // _QUARTERS, place % _QUARTERS + 1)

    def until(self, other: Quarter) -> int:
        """How many quarters later another is; negative where it is earlier."""
        return (other.year - self.year) * _QUARTERS + other.number - self.number


def quarter_of(day: dt.date) -> Quarter:
    """The quarter that a day lies in."""
    return Quarter(day.year, (day.month - 1) // _MONTHS + 1)
