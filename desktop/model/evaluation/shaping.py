"""What happens to a number once it is there: taken away, stretched, rounded, put into bands."""

from __future__ import annotations

import math
from fractions import Fraction

from desktop.model.evaluation.states import Extent, Point, band_of
from desktop.model.maturity.rulebook import MeasureRule, RoundingRule, Turn, exact


def shaped(rule: MeasureRule, extent: Extent, span: Extent | None) -> Extent | None:
    """A measure with all of its shaping but the caps; None where it cannot be stretched.

    Args:
        rule: the measure.
        extent: what the parts come to, or the part's own answer.
        span: the same if nothing were answered, before `from`.
    """
    taken = _taken_away(rule, extent)
    if rule.out is not None:
        stretched = None if span is None else _stretched(rule.out, taken, _taken_away(rule, span))
        if stretched is None:
            return None
        taken = stretched
    return Extent(finished(rule, taken.low), finished(rule, taken.high))


def finished(rule: MeasureRule, point: Point) -> Point:
    """A point rounded and put into its band."""
    if point.value is None:
        return point
    value = point.value if rule.round is None else rounded(rule.round, point.value)
    return Point(value, band_of(rule.bands, value) if rule.bands else point.grade)


def rounded(rule: RoundingRule, value: Fraction) -> Fraction:
    """The value with so many decimals."""
    scale = 10**rule.places
    match rule.how:
        case Turn.DOWN:
            return Fraction(math.floor(value * scale), scale)
        case Turn.UP:
            return Fraction(math.ceil(value * scale), scale)
        case Turn.HALF_UP:
            steps = math.floor(abs(value) * scale + Fraction(1, 2))
            return Fraction(steps if value >= 0 else -steps, scale)


def _taken_away(rule: MeasureRule, extent: Extent) -> Extent:
    if rule.start is None or extent.low.value is None or extent.high.value is None:
        return extent
    start = exact(rule.start)
    return Extent(Point(start - extent.high.value), Point(start - extent.low.value))


def _stretched(out: tuple[float, float], extent: Extent, span: Extent) -> Extent | None:
    """An extent stretched from its own span to another; None where its own has no length."""
    ends = (extent.low.value, extent.high.value, span.low.value, span.high.value)
    low, high, least, most = (Fraction(0) if end is None else end for end in ends)
    if None in ends or least == most:
        return None
    first, last = exact(out[0]), exact(out[1])
    return Extent(*(Point(first + (end - least) * (last - first) / (most - least)) for end in (low, high)))
