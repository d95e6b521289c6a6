"""Which parts may stand otherwise once something else is said, so that all others need not be worked out again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop.model.evaluation.part_inputs import PartsInput
from desktop.model.maturity.rulebook import MeasureRule, PackPart, PartNeeds, Rulebook


def changed_parts(before: PartsInput, now: PartsInput) -> set[str]:
    """The parts of which something else is said, or answered."""
    return {
        id_
        for said, says in ((before.words, now.words), (before.tallies, now.tallies))
        for id_ in said.keys() | says.keys()
        if said.get(id_) != says.get(id_)
    }


def touched_parts(book: Rulebook, changed: Iterable[str]) -> set[str] | None:
    """The parts whose results may follow from what changed; None where that may be all of them.

    What is said of a part reaches the parts it is counted in or stands under, those that it informs, those whose rules
    name it, whatever stands under it, and the boxes beside it.
    """
    if any(kind.target.rolled_up for kind in book.kinds):
        return None
    waiting = [part for id_ in changed if id_ in book.part_by_id for part in _aside(book, book.part_by_id[id_])]
    touched: set[str] = set()
    while waiting:
        part = waiting.pop()
        if part.id not in touched:
            touched.add(part.id)
            waiting += (book.part_by_id[id_] for id_ in _upwards(book, part))
    return touched


def _aside(book: Rulebook, part: PackPart) -> Iterator[PackPart]:
    """A part, and what a word on it reaches without climbing."""
    yield part
    yield from book.beneath[part.id]
    yield from (book.part_by_id[id_] for id_ in part.informs)
    scale = book.scale_of(part)
    if scale is not None and scale.box:
        yield from (beside for above in part.above for beside in book.counted[above])


def _upwards(book: Rulebook, part: PackPart) -> Iterator[str]:
    if part.parent is not None:
        yield part.parent
    yield from part.counts_in
    yield from _naming(book).get(part.id, ())


def _naming(book: Rulebook) -> dict[str, tuple[str, ...]]:
    """For each part that rules name, the parts whose rules do."""
    key = ("naming", 0)
    if key not in book.kept:
        found: dict[str, set[str]] = {}
        for kind in book.kinds:
            named = {id_ for rule in (kind, *kind.also) for needs in conditions_of(rule) for id_ in needs.of}
            if named:
                of_kind = {part.id for part in book.parts if part.kind == kind.id}
                for id_ in named:
                    found.setdefault(id_, set()).update(of_kind)
        book.kept[key] = {id_: tuple(sorted(parts)) for id_, parts in found.items()}
    naming: dict[str, tuple[str, ...]] = book.kept[key]
    return naming


def conditions_of(rule: MeasureRule) -> Iterator[PartNeeds]:
    """All conditions of a rule, those of its caps among them."""
    yield from (needs for row in rule.choose for needs in row.when)
    yield from (needs for cap in rule.held_down for needs in cap.unless)
    if rule.counted is not None:
        yield rule.counted
    if rule.ladder is not None:
        yield from (needs for needs in (rule.ladder.here, rule.ladder.below) if needs is not None)
        yield from (needs for step in rule.ladder.levels for needs in step.needs)
