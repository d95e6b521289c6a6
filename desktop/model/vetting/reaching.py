"""What can never come about: levels, bands, spans and caps, whatever is answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from desktop.model.evaluation.conditions import all_hold, holds
from desktop.model.evaluation.counted_parts import Counting
from desktop.model.evaluation.part_results import PartResult
from desktop.model.evaluation.states import Facet, State, distance, to_point
from desktop.model.maturity.faults import FaultCode
from desktop.model.maturity.findings import Finding, finding
from desktop.model.maturity.rulebook import GradeBand, PackPart, Rulebook, Weighing, exact
from desktop.model.maturity.rulebook.values import Limit
from desktop.model.vetting.placed_rules import PlacedRule, conditions_of, rules_of
from desktop.model.vetting.settled_parts import trial, unanswered


def unreachable(book: Rulebook, results: Mapping[str, PartResult]) -> Iterator[Finding]:
    """What no answers lead to.

    Args:
        book: the rulebook, without any other fault.
        results: the results of its parts while nothing is answered.
    """
    states = unanswered(results)
    for placed in rules_of(book):
        yield from _conditions(book, placed, states)
        if placed.measure is None:
            yield from _levels(placed, results)
            yield from _bands(placed, results)
            yield from _stretched(placed, results)
            yield from _caps(book, placed, states)
        yield from _spans(book, placed, results)


def _looking(book: Rulebook, placed: PlacedRule, part: PackPart, states: Mapping[str, State]) -> Counting:
    taken = book.taken(part.id, placed.rule) if placed.rule.counts else ()
    return trial(taken, book.part_by_id, states, Facet.SPAN)


def _conditions(book: Rulebook, placed: PlacedRule, states: Mapping[str, State]) -> Iterator[Finding]:
    """Conditions that nothing can meet. Those of caps and of tables are told with these."""
    for condition in conditions_of(placed.rule, placed.place):
        if condition.needs.measure is not None or not {"count", "levels"} & set(condition.place):
            continue
        if not any(holds(condition.needs, _looking(book, placed, part, states)).possible for part in placed.parts):
            yield finding(condition.place, FaultCode.NEEDS_NEVER)


def _levels(placed: PlacedRule, results: Mapping[str, PartResult]) -> Iterator[Finding]:
    ladder = placed.rule.ladder
    if ladder is None:
        return
    place = (*placed.place, "ladder")
    highest = max((_high(results[part.id]) for part in placed.parts), default=ladder.top)
    if highest < ladder.top and not placed.rule.held_down:
        yield finding(place, FaultCode.LEVEL_UNREACHED, level=int(highest) + 1, id=placed.kind.id)


def untagged(book: Rulebook) -> Iterator[Finding]:
    """Levels of ladders with no part that is tagged with them, so that they ask for nothing."""
    for placed in rules_of(book):
        ladder = placed.rule.ladder
        if ladder is None or ladder.here is None:
            continue
        tags = {each.level for part in placed.parts for each in book.taken(part.id, placed.rule)}
        empty = [level for level in range(ladder.floor + 1, ladder.top + 1) if level not in tags]
        if empty and placed.parts:
            yield finding((*placed.place, "ladder"), FaultCode.LEVEL_EMPTY, level=empty[0], id=placed.kind.id)


def _high(result: PartResult) -> float:
    value = None if result.span is None else result.span.high.value
    return float("inf") if value is None else float(value)


def _bands(placed: PlacedRule, results: Mapping[str, PartResult]) -> Iterator[Finding]:
    bands = placed.rule.bands
    spans = [span for part in placed.parts if (span := results[part.id].span) is not None]
    for index, band in enumerate(bands):
        following = bands[index + 1] if index + 1 < len(bands) else None
        ends = [(span.low.value, span.high.value) for span in spans]
        reached = any(
            low is None or high is None or (_begun(band, high) and not (following and _begun(following, low)))
            for low, high in ends
        )
        if spans and not reached:
            yield finding((*placed.place, "bands", index), FaultCode.BAND_UNREACHED, id=band.grade)


def _begun(band: GradeBand, value: Fraction) -> bool:
    if band.reached is not None:
        return value >= exact(band.reached)
    return band.passed is None or value > exact(band.passed)


def _stretched(placed: PlacedRule, results: Mapping[str, PartResult]) -> Iterator[Finding]:
    if placed.rule.out is None:
        return
    for part in placed.parts:
        if results[part.id].span is None:
            yield finding((*placed.place, "out"), FaultCode.OUT_UNREACHED, id=part.id)
            return


def _caps(book: Rulebook, placed: PlacedRule, states: Mapping[str, State]) -> Iterator[Finding]:
    for index, cap in enumerate(placed.rule.held_down):
        place = (*placed.place, "caps", index)
        on = [part for part in placed.parts if not cap.on or part.id in cap.on]
        truths = [all_hold(cap.unless, _looking(book, placed, part, states)) for part in on]
        if not cap.unless or (truths and all(truth.sure for truth in truths)):
            yield finding(place, FaultCode.CAP_NEVER, id=cap.id)
        elif truths and not any(truth.possible for truth in truths):
            yield finding(place, FaultCode.CAP_ALWAYS, id=cap.id)
        elif all(_is_idle(states[part.id], cap.at_most) for part in on):
            yield finding(place, FaultCode.CAP_NOTHING, id=cap.id)


def _is_idle(state: State, at_most: Limit) -> bool:
    """Whether a part is never above a limit."""
    if state.span is None:
        return False
    return distance(state.span.high, to_point(at_most), state.grades) <= 0


def _spans(book: Rulebook, placed: PlacedRule, results: Mapping[str, PartResult]) -> Iterator[Finding]:
    """Weights by span where all spans are as long."""
    if placed.rule.weights is not Weighing.SPAN:
        return
    for part in placed.parts:
        spans = [results[each.id].span for each in book.taken(part.id, placed.rule)]
        lengths = {
            span.high.value - span.low.value
            for span in spans
            if span is not None and span.high.value is not None and span.low.value is not None
        }
        if len(lengths) > 1 or len(spans) != sum(span is not None and span.low.value is not None for span in spans):
            return
    if placed.parts:
        yield finding((*placed.place, "weights"), FaultCode.WEIGHTS_SPAN, id=placed.kind.id)
