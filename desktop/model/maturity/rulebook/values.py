"""The kinds of value that stand in a rulebook, and its fixed words."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import Annotated

from msgspec import Meta

PartId = Annotated[str, Meta(pattern=r"^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$", max_length=40)]
"""An id as models have them: ``GV.OC-01``, ``ASSET-1a``, ``SM1.1``, ``tool``."""

GradeWord = Annotated[str, Meta(pattern=r"^[A-Za-z]([A-Za-z0-9 +_-]*[A-Za-z0-9+_-])?$", max_length=30)]
"""A word that something is graded with: ``LI``, ``N``, ``P+``, ``not yet``."""

LadderLevel = Annotated[int, Meta(ge=0, le=20)]
"""A level on a ladder, from 0 up."""

Number = int | float
"""A number as it is written: the decimal that people read, of at most fifteen digits. `exact` makes a fraction."""

Limit = int | float | str
"""What something is compared with: a number, or a grade of what is compared."""

Share = Annotated[str, Meta(pattern=r"^(100|[1-9]?[0-9])(\.[0-9]+)? ?%$")]
"""A share of parts: ``80%``."""

HowMany = int | Share
"""How many parts a condition asks for: all of them where nothing is said, a number, or a share."""


class Combiner(StrEnum):
    """How the numbers of several parts become one."""

    MEAN = "mean"
    MEDIAN = "median"
    """The lower of the two middle ones."""
    SUM = "sum"
    MIN = "min"
    MAX = "max"
    COUNT = "count"
    """How many of them meet a condition."""


class Intake(StrEnum):
    """What of a part is combined."""

    VALUE = "value"
    SHARE = "share"
    """Its place between the least and the most that it could be, from 0 to 1."""


class Weighing(StrEnum):
    """What a part weighs in a mean or a sum."""

    EQUAL = "equal"
    GIVEN = "given"
    """The part's own weight."""
    SPAN = "span"
    """The distance from the least to the most that it could be: a part with more points weighs more."""


class Turn(StrEnum):
    """How a number is rounded."""

    HALF_UP = "half_up"
    """A tie goes away from zero."""
    DOWN = "down"
    """To the next lower number."""
    UP = "up"
    """To the next higher number."""


class Treatment(StrEnum):
    """What counts for a part that has no result."""

    LEAVE_OUT = "leave_out"
    LOWEST = "lowest"
    HIGHEST = "highest"
    TARGET = "target"
    """What is wanted of it counts; without a target it is left out."""
    HAND_UP = "pass_up"
    """The part above has no result either, and nothing is concluded about it."""
    BOUNDS = "bounds"
    """The part above has no result until it is the same at the lowest and at the highest."""


class WithoutReason(StrEnum):
    """How a part stands that is said not to apply while nobody says why."""

    OPEN = "open"
    """It has no result until the reason is given."""
    COUNTS = "counts"
    """It is judged as if nothing had been said."""
    ACCEPTED = "accepted"
    """It does not apply: no reason is asked for."""


@lru_cache(maxsize=4096)
def exact(number: Number) -> Fraction:
    """The number that is written: 0.1 is one tenth."""
    return Fraction(Decimal(repr(number)))
