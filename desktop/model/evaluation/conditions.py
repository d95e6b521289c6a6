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
        limit = to_point(needs.at_least)
        sure &= distance(extent.low, limit, grades) >= 0
        possible &= distance(extent.high, limit, grades) >= 0
    if needs.at_most is not None:
        limit = to_point(needs.at_most)
        sure &= distance(extent.high, limit, grades) <= 0
        possible &= distance(extent.low, limit, grades) <= 0
    if needs.below is not None:
        limit = to_point(needs.below)
        sure &= distance(extent.high, limit, grades) < 0
        possible &= distance(extent.low, limit, grades) < 0
    return Truth(sure, possible)


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
