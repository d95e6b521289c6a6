"""Whether a rulebook can be worked out with the effort that one takes: what is looked at, how deep, and how often."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.model import bounds
from desktop.model.maturity.faults import FaultCode
from desktop.model.maturity.findings import Finding, finding
from desktop.model.maturity.rulebook import MeasureRule, Rulebook
from desktop.model.maturity.vocabulary_pack import VocabularyPack
from desktop.model.vetting.naming import feeding_parts
from desktop.model.vetting.placed_rules import conditions_of


def towering(book: Rulebook) -> Iterator[Finding]:
    """The first part that stands too far below the whole; asked before anything looks at what stands under a part.

    Every parent must be there, before its children.
    """
    above: dict[str, int] = {}
    for index, part in enumerate(book.parts):
        above[part.id] = 0 if part.parent is None else above[part.parent] + 1
        if above[part.id] > bounds.PACK_DEPTH:
            yield finding(("parts", index), FaultCode.PART_DEEP, id=part.id, limit=bounds.PACK_DEPTH)
            return


def laborious(book: Rulebook) -> Iterator[Finding]:
    """Rules whose parts look at too many others, and examples that are too many for so many parts.

    Every name must lead to something, and no part stand too deep. Whether the rules lead round in a circle need not be
    known.
    """
    looks = _looks(book)
    if looks > bounds.PACK_LOOKS:
        yield finding(("kinds",), FaultCode.LOOKS_MANY, number=looks, limit=bounds.PACK_LOOKS)
    elif isinstance(book, VocabularyPack):
        most = bounds.PACK_EXAMPLE_LOOKS // max(looks, 1)
        if len(book.examples) > most:
            yield finding(("examples", most), FaultCode.EXAMPLES_MANY, number=len(book.examples), limit=most)


def deep(book: Rulebook) -> Iterator[Finding]:
    """The first part that follows from others that follow from others too often.

    The rules must lead round in no circle.
    """
    feeding, known = feeding_parts(book), dict[str, int]()
    for index, part in enumerate(book.parts):
        if _reach(part.id, feeding, known) > bounds.PACK_DEPTH:
            yield finding(("parts", index), FaultCode.PART_DEEP, id=part.id, limit=bounds.PACK_DEPTH)
            return


def _reach(start: str, feeding: dict[str, tuple[str, ...]], known: dict[str, int]) -> int:
    """How many parts stand one behind the other in what a part follows from. Walks without recursion."""
    waiting = [start]
    while waiting:
        id_ = waiting[-1]
        unknown = [each for each in feeding[id_] if each not in known]
        if unknown and id_ not in known:
            waiting += unknown
            continue
        waiting.pop()
        known.setdefault(id_, max((known[each] + 1 for each in feeding[id_]), default=0))
    return known[start]


def _looks(book: Rulebook) -> int:
    """How many parts the rules of all parts look at, each time they do, and the parts themselves."""
    named = {kind.id: sum(map(_named, (kind, *kind.also))) for kind in book.kinds}
    taking = {kind.id: sum(rule.counts for rule in (kind, *kind.also)) for kind in book.kinds}
    found = 0
    for part in book.parts:
        kind = book.kind_of(part)
        found += 1 + named[kind.id]
        if taking[kind.id]:
            found += sum(len(book.taken(part.id, rule)) for rule in (kind, *kind.also) if rule.counts)
    return found


def _named(rule: MeasureRule) -> int:
    return sum(len(placed.needs.of) + 1 for placed in conditions_of(rule, ()))
