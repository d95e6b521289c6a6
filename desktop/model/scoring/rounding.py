"""The one place that rounds: half-up on decimals. Decisions are taken on unrounded values, before this."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

PERCENT_PLACES = 1
INDEX_PLACES = 4
LEVEL_PLACES = 2
MOST_PLACES = 15
"""Decimals that a float holds for sure."""


def half_up(value: Fraction | Decimal | float, places: int) -> Decimal:
    """The value with so many decimals, a tie away from zero.

    A fraction is rounded exactly; a float is taken as the decimal it prints as, so 0.15 becomes 0.2.

    Raises:
        ValueError: the value is not a finite number.
    """
    if isinstance(value, Fraction):
        steps = _steps(abs(value.numerator) * 10**places, value.denominator)
        return Decimal(steps if value >= 0 else -steps).scaleb(-places)
    number = decimal(value)
    if not number.is_finite():
        raise ValueError(f"not a finite number: {value}")
    return number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def deciding(
    value: Fraction | Decimal | float,
    places: int,
    *,
    reached: Sequence[Decimal] = (),
    passed: Sequence[Decimal] = (),
) -> Decimal:
    """The value with so many decimals, or as many more as it takes not to contradict what was decided on it.

    So .7996, which is not .80, does not become 0.80 beside the word for less than that, and 85.04 not 85.0 beside the
    word for more.

    Args:
        value: a finite number.
        places: decimals, as long as they do.
        reached: limits that decide by being reached.
        passed: limits that decide by being passed.
    """
    exact = value if isinstance(value, Fraction) else decimal(value)
    for decimals in range(places, MOST_PLACES):
        rounded = half_up(exact, decimals)
        if all((rounded >= limit) == (exact >= limit) for limit in reached) and all(
            (rounded > limit) == (exact > limit) for limit in passed
        ):
            return rounded
    return half_up(exact, MOST_PLACES)


def percent(value: Fraction | Decimal | float) -> float:
    """A percentage from 0 to 100 with one decimal."""
    return plain(half_up(value, PERCENT_PLACES))


def share(part: int, whole: int) -> float:
    """So many of so many, in percent with one decimal; neither is negative."""
    return plain(Decimal(_steps(100 * part * 10**PERCENT_PLACES, whole)).scaleb(-PERCENT_PLACES))


def index(value: Fraction | Decimal | float) -> float:
    """An index or a number of scale steps with four decimals."""
    return plain(half_up(value, INDEX_PLACES))


def mean_level(value: Fraction | Decimal | float) -> float:
    """A mean of levels with two decimals; an index, never a level."""
    return plain(half_up(value, LEVEL_PLACES))


def _steps(part: int, whole: int) -> int:
    """A quotient as a whole number, half up."""
    return (2 * part + whole) // (2 * whole)


def decimal(value: Decimal | float) -> Decimal:
    """A number as the decimal it prints as."""
    return value if isinstance(value, Decimal) else Decimal(repr(value))


def plain(value: Decimal) -> float:
    """The number as results hold it."""
    return float(value) + 0.0  # no minus zero
