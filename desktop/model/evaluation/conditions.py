"""Whether conditions on parts hold: surely, possibly, or not at all."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from fractions import Fraction

from msgspec import Struct

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.counted_parts import CountedPart, Counting
from desktop.model.evaluation.states import Extent, distance, to_point
from desktop.model.maturity.rulebook import PartNeeds
from desktop.model.maturity.rulebook.values import Limit


class Truth(Struct, frozen=True, gc=False):
    """Whether something holds whatever becomes of what is open, and whether it can come to hold."""

    sure: bool
    possible: bool


def compared(needs: PartNeeds, extent: Extent, grades: Sequence[str]) -> Truth:
    """How an extent compares with the limits of a condition.

    Raises:
        ValueError: a limit is a grade that the measure has not, or a number where it has none.
    """
    sure = possible = True
    if needs.at_least is not None:
        low, high = _above(needs.at_least, extent, grades)
        sure &= low >= 0
        possible &= high >= 0
    if needs.at_most is not None:
        low, high = _above(needs.at_most, extent, grades)
        sure &= high <= 0
        possible &= low <= 0
    if needs.below is not None:
        low, high = _above(needs.below, extent, grades)
        sure &= high < 0
        possible &= low < 0
    return Truth(sure, possible)


def _above(limit: Limit, extent: Extent, grades: Sequence[str]) -> tuple[Fraction | int, Fraction | int]:
    """How far the ends of an extent lie above a limit."""
    point = to_point(limit)
    low = distance(extent.low, point, grades)
    return low, low if extent.high is extent.low else distance(extent.high, point, grades)


def meeting(needs: PartNeeds, entries: Iterable[CountedPart]) -> list[tuple[CountedPart, Truth]]:
    """Each part that a condition counts, with how it compares. Those passed over are not among them."""
    found = []
    for entry in entries:
        if entry.extent is not None:
            found.append((entry, compared(needs, entry.extent, entry.grades)))
        elif entry.blank is BlankReason.DOES_NOT_APPLY and needs.not_applicable_fails:
            found.append((entry, Truth(sure=False, possible=False)))
    return found


def holds(needs: PartNeeds, counting: Counting) -> Truth:
    """Whether enough parts compare as a condition says."""
    met = meeting(needs, counting.entries(needs))
    enough = _enough(needs, len(met))
    return Truth(
        sure=sum(truth.sure for _, truth in met) >= enough,
        possible=sum(truth.possible for _, truth in met) >= enough,
    )


def all_hold(conditions: Iterable[PartNeeds], counting: Counting) -> Truth:
    """Whether all of several conditions hold."""
    truths = [holds(needs, counting) for needs in conditions]
    return Truth(sure=all(truth.sure for truth in truths), possible=all(truth.possible for truth in truths))


def in_the_way(needs: PartNeeds, counting: Counting) -> list[CountedPart]:
    """The parts that do not surely compare as a condition says, where it does not surely hold; none where it does."""
    if holds(needs, counting).sure:
        return []
    return [entry for entry, truth in meeting(needs, counting.entries(needs)) if not truth.sure]


def _enough(needs: PartNeeds, parts: int) -> int:
    match needs.how_many:
        case None:
            return parts
        case int():
            return needs.how_many
        case share:
            return math.ceil(Fraction(share.rstrip("% ")) * parts / 100)
