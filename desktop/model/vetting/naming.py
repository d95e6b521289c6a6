"""Whether what is named in a rulebook is there, once, and leads round in no circle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop.model.maturity.faults import FaultCode
from desktop.model.maturity.findings import Finding, finding, reference, references
from desktop.model.maturity.nodes import Place
from desktop.model.maturity.rulebook import ITEMS, PARTS, MeasureRule, PackPart, PartKind, Rulebook
from desktop.model.vetting.placed_rules import conditions_of, rules_of

EVIDENCE_KINDS = frozenset(("document", "demonstration", "interview", "presentation", "questionnaire"))


def misnamed(book: Rulebook) -> Iterator[Finding]:
    """What is named twice, or in vain."""
    for key in ("scales", "kinds", "parts"):
        if not getattr(book, key):
            yield finding((key,), FaultCode.LIST_EMPTY, key=key)
    for key in ("scales", "kinds", "parts"):
        yield from _twice(((key, at, "id"), each.id) for at, each in enumerate(getattr(book, key)))
    yield from _parts(book)
    for index, kind in enumerate(book.kinds):
        yield from _kind(book, kind, ("kinds", index))
    for placed in rules_of(book):
        yield from _measure(book, placed.rule, placed.place)


def circles(book: Rulebook) -> Iterator[Finding]:
    """Parts that follow from themselves. Everything that is named must be there."""
    feeding = feeding_parts(book)
    done: set[str] = set()
    for index, part in enumerate(book.parts):
        ring = _ring(part.id, feeding, done)
        if ring:
            yield finding(("parts", index), FaultCode.PART_CIRCLE, id=part.id, parts=ring)


def feeding_parts(book: Rulebook) -> dict[str, tuple[str, ...]]:
    """For each part, by id, those that its results follow from. Everything that is named must be there."""
    return {part.id: tuple(dict.fromkeys(_feeding(book, part))) for part in book.parts}


def _ring(start: str, feeding: dict[str, tuple[str, ...]], done: set[str]) -> tuple[str, ...]:
    """The parts of a circle that can be reached from a part; none where there is none. Walks without recursion."""
    path: dict[str, None] = {}
    waiting: list[tuple[str, bool]] = [(start, False)]
    while waiting:
        id_, left = waiting.pop()
        if left:
            path.popitem()
            done.add(id_)
        elif id_ in path:
            done.update(path)
            ids = list(path)
            return (*ids[ids.index(id_) :], id_)
        elif id_ not in done:
            path[id_] = None
            waiting.append((id_, True))
            waiting += [(each, False) for each in feeding[id_]]
    return ()


def _feeding(book: Rulebook, part: PackPart) -> Iterator[str]:
    kind = book.kind_of(part)
    for rule in (kind, *kind.also):
        yield from (each.id for each in (book.taken(part.id, rule) if rule.counts else ()))
        for cap in rule.held_down:
            if not cap.on or part.id in cap.on:
                yield from (id_ for needs in cap.unless for id_ in needs.of)
        for placed in conditions_of(rule, ()):
            if "caps" not in placed.place:
                yield from placed.needs.of


def _twice(placed: Iterable[tuple[Place, str]]) -> Iterator[Finding]:
    seen: set[str] = set()
    for place, id_ in placed:
        if id_ in seen:
            yield finding(place, FaultCode.NAME_TWICE, id=id_)
        seen.add(id_)


def _parts(book: Rulebook) -> Iterator[Finding]:
    known = frozenset(book.part_by_id)
    before: set[str] = set()
    roots = [index for index, part in enumerate(book.parts) if part.parent is None]
    if book.parts and not roots:
        yield finding(("parts",), FaultCode.ROOT_NONE)
    for index in roots[1:]:
        facts = {"id": book.parts[index].id, "first": book.parts[roots[0]].id}
        yield finding(("parts", index), FaultCode.ROOT_TWICE, **facts)
    for index, part in enumerate(book.parts):
        place: Place = ("parts", index)
        if part.kind not in book.kind_by_id:
            yield reference(part.kind, frozenset(book.kind_by_id), (*place, "kind"), "kinds")
        if part.scale is not None and part.scale not in book.scale_by_id:
            yield reference(part.scale, frozenset(book.scale_by_id), (*place, "scale"), "scales")
        if part.parent is not None and part.parent not in known:
            yield reference(part.parent, known, (*place, "parent"), "parts")
        elif part.parent is not None and part.parent not in before:
            yield finding((*place, "parent"), FaultCode.PARENT_LATER, id=part.id, parent=part.parent)
        yield from references(part.counts_in, known, (*place, "counts_in"), "parts")
        yield from references(part.informs, known, (*place, "informs"), "parts")
        before.add(part.id)
    seen: set[int] = set()
    for index, level in enumerate(book.levels):
        if level.number in seen:
            yield finding(("levels", index, "number"), FaultCode.NAME_TWICE, id=str(level.number))
        seen.add(level.number)


def _kind(book: Rulebook, kind: PartKind, place: Place) -> Iterator[Finding]:
    if kind.scale is not None and kind.scale not in book.scale_by_id:
        yield reference(kind.scale, frozenset(book.scale_by_id), (*place, "scale"), "scales")
    yield from _twice(((*place, "also", at, "id"), rule.id) for at, rule in enumerate(kind.also))
    if kind.evidence is not None:
        yield from references(kind.evidence.beyond, EVIDENCE_KINDS, (*place, "evidence", "beyond"), "evidence")
    if kind.suggest is not None:
        shown = (*place, "suggest", "unless_shown")
        yield from references(kind.suggest.unless_shown, EVIDENCE_KINDS, shown, "evidence")
    if kind.across is not None:
        for index, row in enumerate(kind.across.choose):
            for at, needs in enumerate(row.when):
                if needs.of or needs.level or needs.kind or needs.measure:
                    yield finding((*place, "across", "choose", index, "when", at), FaultCode.ACROSS_PARTS)


def _measure(book: Rulebook, rule: MeasureRule, place: Place) -> Iterator[Finding]:
    known, kinds = frozenset(book.part_by_id), frozenset(book.kind_by_id)
    if rule.over not in (PARTS, ITEMS) and rule.over not in kinds:
        yield reference(rule.over, kinds | {PARTS, ITEMS}, (*place, "over"), "kinds")
    yield from _twice(((*place, "caps", at, "id"), cap.id) for at, cap in enumerate(rule.held_down))
    for at, cap in enumerate(rule.held_down):
        yield from references(cap.on, known, (*place, "caps", at, "on"), "parts")
    measures = frozenset(measure.id for kind in book.kinds for measure in kind.also)
    for placed in conditions_of(rule, place):
        needs = placed.needs
        yield from references(needs.of, known, (*placed.place, "of"), "parts")
        if needs.kind is not None and needs.kind not in kinds:
            yield reference(needs.kind, kinds, (*placed.place, "kind"), "kinds")
        if needs.measure is not None and needs.measure not in measures:
            yield reference(needs.measure, measures, (*placed.place, "measure"), "measures")
