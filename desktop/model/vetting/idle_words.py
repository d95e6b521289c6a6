"""Words of a pack that say nothing: what is used nowhere, feeds nothing, or weighs nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.model.maturity.faults import FaultCode
from desktop.model.maturity.findings import Finding, finding
from desktop.model.maturity.rulebook import Combiner, MeasureRule, PackPart, Rulebook, Weighing
from desktop.model.vetting.placed_rules import PlacedRule, conditions_of, looked_at, rules_of

WEIGHED = (Combiner.MEAN, Combiner.SUM)
"""Ways of combining in which weights count."""


def idle(book: Rulebook) -> Iterator[Finding]:
    """What could be left out without any result becoming another."""
    yield from _unused(book)
    yield from _mute(book)
    yield from _feeding_nothing(book)
    for placed in rules_of(book):
        yield from _weights(book, placed)
    yield from _weights_unasked(book)


def _unused(book: Rulebook) -> Iterator[Finding]:
    kinds = {part.kind for part in book.parts}
    for index, kind in enumerate(book.kinds):
        if kind.id not in kinds:
            yield finding(("kinds", index), FaultCode.KIND_UNUSED, id=kind.id)
    scales = {scale.id for part in book.parts if (scale := book.scale_of(part)) is not None}
    for index, scale in enumerate(book.scales):
        if scale.id not in scales:
            yield finding(("scales", index), FaultCode.SCALE_UNUSED, id=scale.id)
    ladders = [placed.rule.ladder for placed in rules_of(book) if placed.rule.ladder is not None]
    tags = {part.level for part in book.parts}
    for index, level in enumerate(book.levels):
        climbed = any(ladder.floor <= level.number <= ladder.top for ladder in ladders)
        if not climbed and level.number not in tags:
            yield finding(("levels", index), FaultCode.LEVEL_UNUSED, level=level.number)


def _mute(book: Rulebook) -> Iterator[Finding]:
    """Parts that can have no result: neither answered, nor with anything to follow from."""
    for index, part in enumerate(book.parts):
        kind = book.kind_of(part)
        if not kind.counts and book.scale_of(part) is None:
            yield finding(("parts", index), FaultCode.PART_MUTE, id=part.id, kind_id=kind.id)
        elif kind.counts and not book.taken(part.id, kind) and not _names_others(kind):
            yield finding(("parts", index), FaultCode.PART_EMPTY, id=part.id)


def _names_others(rule: MeasureRule) -> bool:
    return any(placed.needs.of for placed in conditions_of(rule, ()))


def _feeding_nothing(book: Rulebook) -> Iterator[Finding]:
    fed = {part.id: tuple(_fed_by(book, part)) for part in book.parts}
    used = {each.id for parts in fed.values() for each in parts}
    for index, part in enumerate(book.parts):
        if part.parent is None or part.id in used or part.informs or _only_gathers(book, part, fed):
            continue
        climbs = [above for above in part.above if book.kind_of(book.part_by_id[above]).ladder is not None]
        if climbs:
            facts = {"id": part.id, "above": climbs[0], "level": part.level}
            yield finding(("parts", index), FaultCode.PART_NO_LEVEL, **facts)
        else:
            yield finding(("parts", index), FaultCode.PART_IDLE, id=part.id, above=part.parent)


def _only_gathers(book: Rulebook, part: PackPart, fed: Mapping[str, tuple[PackPart, ...]]) -> bool:
    """Whether something above a part counts what stands under it, and the part shows what that comes to on its own."""
    if not book.kind_of(part).counts:
        return False
    beneath = {each.id for each in book.beneath[part.id]}
    above = book.part_by_id[part.parent] if part.parent is not None else None
    while above is not None:
        if any(each.id in beneath for each in fed[above.id]):
            return True
        above = book.part_by_id[above.parent] if above.parent is not None else None
    return False


def _fed_by(book: Rulebook, part: PackPart) -> Iterator[PackPart]:
    """The parts that have a say in a part."""
    kind = book.kind_of(part)
    for rule in (kind, *kind.also):
        if rule.combine is not None and rule.combine is not Combiner.COUNT:
            yield from book.taken(part.id, rule)
        if rule.ladder is not None and not rule.ladder.levels:
            yield from _climbed_on(book, part, rule)
            continue
        for placed in conditions_of(rule, ()):
            yield from looked_at(book, part, rule, placed.needs)


def _climbed_on(book: Rulebook, part: PackPart, rule: MeasureRule) -> Iterator[PackPart]:
    """The parts that some level of a ladder asks for, and those that its caps name."""
    ladder = rule.ladder
    assert ladder is not None
    for each in book.taken(part.id, rule):
        if each.level is not None and each.level <= ladder.top and (ladder.below or each.level > ladder.floor):
            yield each
    for cap in rule.held_down:
        yield from (book.part_by_id[id_] for needs in cap.unless for id_ in needs.of)


def _weights(book: Rulebook, placed: PlacedRule) -> Iterator[Finding]:
    rule, place = placed.rule, (*placed.place, "weights")
    if rule.weights is Weighing.EQUAL:
        return
    if rule.combine not in WEIGHED:
        yield finding(place, FaultCode.WEIGHTS_UNUSED, id=placed.kind.id)
        return
    if rule.weights is not Weighing.GIVEN:
        return
    weights = [[part.given_weight for part in book.taken(each.id, rule)] for each in placed.parts]
    for part, weighed in zip(placed.parts, weights, strict=True):
        if weighed and not any(weighed):
            yield finding(place, FaultCode.WEIGHTS_ZERO, id=part.id)
            return
    alike = all(
        len(set(weighed)) <= 1 and (rule.combine is Combiner.MEAN or set(weighed) <= {1}) for weighed in weights
    )
    if alike and any(weights):
        yield finding(place, FaultCode.WEIGHTS_ALIKE, id=placed.kind.id)


def _weights_unasked(book: Rulebook) -> Iterator[Finding]:
    asked = {
        part.id
        for placed in rules_of(book)
        if placed.rule.weights is Weighing.GIVEN
        for each in placed.parts
        for part in book.taken(each.id, placed.rule)
    }
    for index, part in enumerate(book.parts):
        if part.given_weight != 1 and part.id not in asked:
            yield finding(("parts", index, "weight"), FaultCode.WEIGHT_UNASKED, id=part.id)
