"""The rules of a rulebook with their places, and the parts that they look at."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from desktop.model.maturity.nodes import Place
from desktop.model.maturity.rulebook import LevelLadder, MeasureRule, PackPart, PartKind, PartNeeds, Rulebook


class PlacedRule(Struct, frozen=True):
    """One measure of a kind.

    Attributes:
        place: where it stands.
        kind: the kind.
        rule: the measure: the kind itself, or a further one.
        measure: id of the further measure; None for the result.
        parts: the parts of the kind.
    """

    place: Place
    kind: PartKind
    rule: MeasureRule
    measure: str | None
    parts: tuple[PackPart, ...]


class PlacedNeeds(Struct, frozen=True):
    """A condition of a rule, and where it stands."""

    place: Place
    needs: PartNeeds


def rules_of(book: Rulebook) -> Iterator[PlacedRule]:
    """All measures of all kinds, in the order of the file."""
    for index, kind in enumerate(book.kinds):
        parts = tuple(part for part in book.parts if part.kind == kind.id)
        yield PlacedRule(("kinds", index), kind, kind, None, parts)
        for at, rule in enumerate(kind.also):
            yield PlacedRule(("kinds", index, "also", at), kind, rule, rule.id, parts)


def conditions_of(rule: MeasureRule, place: Place) -> Iterator[PlacedNeeds]:
    """The conditions of a measure."""
    if rule.counted is not None:
        yield PlacedNeeds((*place, "count"), rule.counted)
    if rule.ladder is not None:
        yield from _climbing(rule.ladder, (*place, "ladder"))
    for index, row in enumerate(rule.choose):
        for at, needs in enumerate(row.when):
            yield PlacedNeeds((*place, "choose", index, "when", at), needs)
    for index, cap in enumerate(rule.held_down):
        for at, needs in enumerate(cap.unless):
            yield PlacedNeeds((*place, "caps", index, "unless", at), needs)


def _climbing(ladder: LevelLadder, place: Place) -> Iterator[PlacedNeeds]:
    for key, needs in (("here", ladder.here), ("below", ladder.below)):
        if needs is not None:
            yield PlacedNeeds((*place, key), needs)
    for index, step in enumerate(ladder.levels):
        for at, needs in enumerate(step.needs):
            yield PlacedNeeds((*place, "levels", index, "needs", at), needs)


def looked_at(book: Rulebook, part: PackPart, rule: MeasureRule, needs: PartNeeds) -> tuple[PackPart, ...]:
    """The parts that a condition of a part's rule looks at."""
    parts = [book.part_by_id[id_] for id_ in needs.of] if needs.of else _counted(book, part, rule)
    return tuple(
        each for each in parts if (not needs.level or each.level in needs.level) and needs.kind in (None, each.kind)
    )


def _counted(book: Rulebook, part: PackPart, rule: MeasureRule) -> tuple[PackPart, ...]:
    return book.taken(part.id, rule) if rule.counts else ()
