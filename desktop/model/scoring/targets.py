"""How far a place is from what the team wants of it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from desktop.model.maturity.parts import WHOLE
from desktop.model.scoring.inputs import TargetJudgement
from desktop.model.scoring.results import Trace
from desktop.model.scoring.rules import Rule


class Distance(Struct, frozen=True):
    """What is wanted of a place, and how far it is from that.

    Attributes:
        target: the level wanted, or None.
        importance: 1 to 5, or None.
        gap: max(0, target - level); None without a target.
        weighted_gap: gap times importance; an importance that nobody gave counts 1.
        parts: the trace of the gap, none without a target.
    """

    target: int | None
    importance: int | None
    gap: int | None
    weighted_gap: int | None
    parts: tuple[Trace, ...]


def wanted_of_model(targets: Mapping[str, TargetJudgement]) -> int | None:
    """The level wanted of the whole model, or None."""
    return targets.get(WHOLE, TargetJudgement()).level


def to_target(place: str, level: int, target: int | None, importance: int | None) -> Distance:
    """The distance of any place from a target."""
    if target is None:
        return Distance(None, importance, None, None, ())
    gap = max(0, target - level)
    weighted = gap * (1 if importance is None else importance)
    return Distance(
        target=target,
        importance=importance,
        gap=gap,
        weighted_gap=weighted,
        parts=(
            Trace(
                rule=_rule(gap, importance),
                facts={
                    "place": place,
                    "level": level,
                    "target": target,
                    "importance": importance,
                    "gap": gap,
                    "weighted_gap": weighted,
                },
            ),
        ),
    )


def _rule(gap: int, importance: int | None) -> Rule:
    if not gap:
        return Rule.GAP_CLOSED
    return Rule.GAP_UNWEIGHTED if importance is None else Rule.GAP_OPEN
