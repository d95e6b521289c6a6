"""The one place that rounds: half-up on decimals. Decisions are taken on unrounded values, before this."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

PERCENT_PLACES = 1
INDEX_PLACES = 4
LEVEL_PLACES = 2


def half_up(value: Fraction | Decimal | float, places: int) -> Decimal:
    """The value with so many decimals, a tie away from zero.

    A fraction is rounded exactly; a float is taken as the decimal it prints as, so 0.15 becomes 0.2.

    Raises:
        ValueError: the value is not a finite number.
    """
    if isinstance(value, Fraction):
        scale = 10**places
        steps = (2 * abs(value.numerator) * scale + value.denominator) // (2 * value.denominator)
        return Decimal(steps if value >= 0 else -steps).scaleb(-places)
    number = value if isinstance(value, Decimal) else Decimal(repr(value))
    if not number.is_finite():
        raise ValueError(f"not a finite number: {value}")
    return number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def percent(value: Fraction | Decimal | float) -> float:
    """A percentage from 0 to 100 with one decimal."""
    return _plain(half_up(value, PERCENT_PLACES))


def index(value: Fraction | Decimal | float) -> float:
    """An index or a number of scale steps with four decimals."""
    return _plain(half_up(value, INDEX_PLACES))


def mean_level(value: Fraction | Decimal | float) -> float:
    """A mean of levels with two decimals; an index, never a level."""
    return _plain(half_up(value, LEVEL_PLACES))


def _plain(value: Decimal) -> float:
    return float(value) + 0.0  # no minus zero
