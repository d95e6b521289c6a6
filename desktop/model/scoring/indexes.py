"""How far answers agree, from how often each option of a scale was chosen.

Every function takes the counts by scale position, the weakest option first, and gives None where its index is not
defined or where fewer than two answers were given. Indexes are unrounded, and exact where the formula allows it; the
consensus, whose logarithms do not, has 40 decimals, so that it is known on which side of a limit it lies.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import MIN_EMIN, ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from functools import lru_cache

_FEWEST = 2
_EXACT = Context(prec=60, rounding=ROUND_HALF_EVEN, Emin=MIN_EMIN)
_LN_2 = _EXACT.ln(Decimal(2))
_KNOWN = Decimal(1).scaleb(-40)
"""How far the last decimal of a consensus can be trusted."""
_KEPT = 4096
"""So many consensuses are kept: in groups of usual size the same counts come up again and again."""


def consensus(counts: Sequence[int]) -> Decimal | None:
    """Tastle and Wierman 2007: 1 when all answers are equal, 0 when half stand at either end.

    1 + sum of p_i log2(1 - |i - mean| / (options - 1)), worked out as one logarithm of a product: logarithms take long.
    """
    return _consensus(tuple(counts))


def mean_consensus(values: Sequence[Decimal]) -> Decimal:
    """The mean of consensuses, with as many decimals as can be trusted of it.

    Raises:
        ZeroDivisionError: there are none.
    """
    total = Decimal(0)
    for value in values:
        total = _EXACT.add(total, value)
    return _EXACT.divide(total, Decimal(len(values))).quantize(_KNOWN.scaleb(5), context=_EXACT)


@lru_cache(maxsize=_KEPT)
def _consensus(counts: tuple[int, ...]) -> Decimal | None:
    options, n, total = _sums(counts)
    if n < _FEWEST or options < _FEWEST:
        return None
    reach = Decimal(n * (options - 1))
    product = Decimal(1)
    for position, count in enumerate(counts, start=1):
        if count:
            near = _EXACT.divide(reach - abs(n * position - total), reach)
            product = _EXACT.multiply(product, _EXACT.power(near, count))
    found = _EXACT.add(Decimal(1), _EXACT.divide(_EXACT.ln(product), _EXACT.multiply(Decimal(n), _LN_2)))
    return min(max(found.quantize(_KNOWN, context=_EXACT), Decimal(0)), Decimal(1))


def mean_deviation(counts: Sequence[int]) -> Fraction | None:
    """AD_M, Burke and others: the mean distance from the mean, in scale steps. Acceptable up to options / 6."""
    _, n, total = _sums(counts)
    if n < _FEWEST:
        return None
    return Fraction(sum(count * abs(n * position - total) for position, count in enumerate(counts, start=1)), n * n)


def median_deviation(counts: Sequence[int]) -> Fraction | None:
    """AD_Md, Burke and others: the mean distance from the median, in scale steps.

    Between the two middle answers of an even number every point gives the same result.
    """
    middle, n = median_position(counts), sum(counts)
    if n < _FEWEST or middle is None:
        return None
    return Fraction(sum(count * abs(position - middle) for position, count in enumerate(counts, start=1)), n)


def median_position(counts: Sequence[int]) -> int | None:
    """Scale position of the middle answer, from 1 up; the lower of the two middle ones of an even number."""
    n, seen = sum(counts), 0
    for position, count in enumerate(counts, start=1):
        seen += count
        if count and 2 * seen >= n:
            return position
    return None


def r_wg(counts: Sequence[int]) -> Fraction | None:
    """James, Demaree and Wolf 1984, one item: 1 - s^2 / E, not below 0, with E = (options^2 - 1) / 12."""
    options, n, total = _sums(counts)
    if n < _FEWEST or options < _FEWEST:
        return None
    whole = n * (n - 1) * (options * options - 1)
    return Fraction(max(whole - 12 * _squares(counts, n, total), 0), whole)


def a_wg(counts: Sequence[int]) -> Fraction | None:
    """Brown and Hauenstein 2005: 1 - 2 s^2 / (the largest variance at this mean), -1 to 1.

    Not defined where the mean lies so near an end that the largest variance cannot occur, nor with fewer answers
    than options - 1.
    """
    options, n, total = _sums(counts)
    if n < _FEWEST or options < _FEWEST or n < options - 1:
        return None
    low, high = 1, options
    if total in (low * n, high * n):
        return Fraction(1)
    if not low * (n - 1) + high <= total <= high * (n - 1) + low:
        return None
    largest = (high + low) * n * total - total * total - high * low * n * n
    return Fraction(largest - 2 * _squares(counts, n, total), largest)


def leik_d(counts: Sequence[int]) -> Fraction | None:
    """Leik 1966: 0 when all answers are equal, 1 when half stand at either end."""
    options, n, _ = _sums(counts)
    if n < _FEWEST or options < _FEWEST:
        return None
    seen, spread = 0, 0
    for count in counts:
        seen += count
        spread += min(seen, n - seen)
    return Fraction(2 * spread, n * (options - 1))


def _sums(counts: Sequence[int]) -> tuple[int, int, int]:
    """The number of options, of answers, and the sum of the answers' positions."""
    return len(counts), sum(counts), sum(position * count for position, count in enumerate(counts, start=1))


def _squares(counts: Sequence[int], n: int, total: int) -> int:
    """The sample variance of the scale positions times n (n - 1), which is a whole number."""
    return n * sum(position * position * count for position, count in enumerate(counts, start=1)) - total * total
