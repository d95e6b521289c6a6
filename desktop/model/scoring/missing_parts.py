"""What an area still lacks for its rating: read off the rules by which its practices and goals were judged."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from desktop.model.scoring.results import AreaResult, PracticeResult
from desktop.model.scoring.rules import Rule


class MissingKind(StrEnum):
    """What can be missing; the first four of practices, then of goals, then of the area itself.

    The last three are of other schemes: of a stream, of statements and other parts, and of whatever bears their rating.
    """

    CHARACTERISATION = "characterisation"
    REASON = "reason"
    EVIDENCE = "evidence"
    NOT_DUE = "not_due"
    WEAKNESS = "weakness"
    AREA_REASON = "area_reason"
    LEVEL = "level"
    JUDGEMENT = "judgement"
    SOURCES = "sources"


class Missing(Struct, frozen=True):
    """One thing that is missing.

    Attributes:
        ids: the practices or goals that it is missing for, in the model's order; the area for `AREA_REASON`.
    """

    kind: MissingKind
    ids: tuple[str, ...]


_OF_PRACTICES = {
    Rule.PRACTICE_NOT_CHARACTERISED: MissingKind.CHARACTERISATION,
    Rule.PRACTICE_REASON_MISSING: MissingKind.REASON,
    Rule.PRACTICE_NOT_CORROBORATED: MissingKind.EVIDENCE,
    Rule.PRACTICE_NOT_YET: MissingKind.NOT_DUE,
}


def missing_parts(area: AreaResult, practices: Iterable[PracticeResult]) -> tuple[Missing, ...]:
    """What keeps an area from being rated, and what its rating must still be explained by.

    Args:
        area: the area; one that is out of scope or does not apply lacks nothing.
        practices: the practices of its model.
    """
    open_ = {practice for goal in area.goals for practice in goal.open}
    found: dict[MissingKind, list[str]] = {kind: [] for kind in MissingKind}
    for practice in practices:
        if practice.id in open_:
            found[_OF_PRACTICES[Rule(practice.trace.rule)]].append(practice.id)
    found[MissingKind.WEAKNESS] += [goal.id for goal in area.goals if goal.weakness_missing]
    if area.trace.rule == Rule.AREA_REASON_MISSING:
        found[MissingKind.AREA_REASON].append(area.id)
    return tuple(Missing(kind, tuple(ids)) for kind, ids in found.items() if ids)
