"""Caps: what holds a part down whatever else is met."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.model.evaluation.conditions import all_hold, in_the_way
from desktop.model.evaluation.counted_parts import CountedPart, Counting
from desktop.model.evaluation.shaping import finished
from desktop.model.evaluation.states import Extent, Facet, Point, distance, to_point
from desktop.model.maturity.rulebook import HeldDown, MeasureRule


def caps_on(rule: MeasureRule, part: str) -> list[HeldDown]:
    """The caps of a measure that can hold a part down."""
    return [cap for cap in rule.held_down if not cap.on or part in cap.on]


def held(
    rule: MeasureRule, caps: Iterable[HeldDown], extent: Extent, grades: Sequence[str], counting: Counting
) -> Extent:
    """An extent under caps. Now a cap holds unless it is surely lifted; at the highest, only if it surely holds."""
    low, high = extent.low, extent.high
    for cap in caps:
        truth = all_hold(cap.unless, counting)
        if not truth.sure:
            low = _at_most(rule, low, cap, grades)
        if not (truth.sure if counting.facet is Facet.NOW else truth.possible):
            high = _at_most(rule, high, cap, grades)
    return Extent(low, high)


def holding(caps: Iterable[HeldDown], counting: Counting) -> list[HeldDown]:
    """The caps that are not surely lifted."""
    return [cap for cap in caps if not all_hold(cap.unless, counting).sure]


def bites(cap: HeldDown, point: Point, grades: Sequence[str]) -> bool:
    """Whether a cap that holds would bring a point down."""
    return distance(point, to_point(cap.at_most), grades) > 0


def keeping(cap: HeldDown, counting: Counting) -> list[CountedPart]:
    """The parts for which a cap is not lifted."""
    return [entry for needs in cap.unless for entry in in_the_way(needs, counting)]


def _at_most(rule: MeasureRule, point: Point, cap: HeldDown, grades: Sequence[str]) -> Point:
    """A point no higher than a cap. A cap on the grade leaves the number, which is what the parts came to."""
    if not bites(cap, point, grades):
        return point
    limit = to_point(cap.at_most)
    return finished(rule, limit) if limit.grade is None else Point(point.value, limit.grade)
