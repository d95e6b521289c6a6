"""Whether grades are compared with grades and numbers with numbers, and nothing is added up that is a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from desktop.model.evaluation.combining import KEEPING
from desktop.model.maturity.faults import FaultCode
from desktop.model.maturity.findings import Finding, finding, reference
from desktop.model.maturity.nodes import Place
from desktop.model.maturity.rulebook import (
    ASK,
    AcrossRule,
    ChoiceRow,
    Combiner,
    Intake,
    PackPart,
    PartKind,
    RatingScale,
    Rulebook,
)
from desktop.model.maturity.rulebook.values import Limit
from desktop.model.vetting.graded_parts import GradedParts
from desktop.model.vetting.placed_rules import PlacedNeeds, PlacedRule, conditions_of, looked_at, rules_of


def incomparable(book: Rulebook) -> Iterator[Finding]:
    """Limits that what is compared cannot have, and grades that are combined like numbers."""
    graded = GradedParts(book)
    for placed in rules_of(book):
        yield from _combined(book, placed, graded)
        yield from _shaped(placed, graded)
        for condition in conditions_of(placed.rule, placed.place):
            yield from _condition(book, placed, condition, graded)
        yield from _stand_ins(book, placed, graded)
        yield from _results(placed.rule.choose, placed.rule.grades, (*placed.place, "choose"))
        for index, cap in enumerate(placed.rule.held_down):
            on = [part for part in placed.parts if not cap.on or part.id in cap.on]
            yield from unfit(cap.at_most, on, placed.measure, (*placed.place, "caps", index, "at_most"), graded)
    for index, kind in enumerate(book.kinds):
        yield from _kind(book, kind, ("kinds", index), graded)


def _combined(book: Rulebook, placed: PlacedRule, graded: GradedParts) -> Iterator[Finding]:
    rule = placed.rule
    if rule.combine is None or rule.combine is Combiner.COUNT or rule.take is Intake.SHARE:
        return
    for part in placed.parts:
        if rule.combine in KEEPING and graded.grades(part, placed.measure):
            continue
        word = next((each for each in book.taken(part.id, rule) if not graded.has_number(each)), None)
        if word is not None:
            facts = {"combine": rule.combine.value, "id": part.id, "part": word.id}
            yield finding((*placed.place, "combine"), FaultCode.GRADES_COMBINED, **facts)
            return


def _stand_ins(book: Rulebook, placed: PlacedRule, graded: GradedParts) -> Iterator[Finding]:
    """Numbers that count for parts without result, where these have grades alone; a share is a number in any case."""
    if placed.rule.take is Intake.SHARE:
        return
    taken = {each.id: each for part in placed.parts if placed.rule.counts for each in book.taken(part.id, placed.rule)}
    for key in msgspec.structs.asdict(placed.rule.blanks):
        given = getattr(placed.rule.blanks, key)
        if not isinstance(given, str):
            yield from unfit(given, taken.values(), None, (*placed.place, "blanks", key), graded)


def _shaped(placed: PlacedRule, graded: GradedParts) -> Iterator[Finding]:
    """Bands, rounding and stretching of what is a bare grade."""
    rule = placed.rule
    for key, given in (("bands", rule.bands), ("out", rule.out), ("from", rule.start), ("round", rule.round)):
        if given and any(not graded.has_number(part, placed.measure) for part in placed.parts):
            yield finding((*placed.place, key), FaultCode.GRADES_SHAPED, key=key, id=placed.kind.id)


def _condition(book: Rulebook, placed: PlacedRule, condition: PlacedNeeds, graded: GradedParts) -> Iterator[Finding]:
    needs = condition.needs
    parts = {each.id: each for part in placed.parts for each in looked_at(book, part, placed.rule, needs)}
    for key, limit in (("at_least", needs.at_least), ("at_most", needs.at_most), ("below", needs.below)):
        if limit is not None:
            yield from unfit(limit, parts.values(), needs.measure, (*condition.place, key), graded)


def unfit(
    limit: Limit, parts: Iterable[PackPart], measure: str | None, place: Place, graded: GradedParts
) -> Iterator[Finding]:
    """One finding for the first part that a limit does not fit."""
    for part in parts:
        grades = graded.grades(part, measure)
        if isinstance(limit, str) and limit not in grades:
            if grades:
                yield reference(limit, frozenset(grades), place, "grades")
            else:
                yield finding(place, FaultCode.LIMIT_GRADE, id=part.id, grade=limit)
            return
        if not isinstance(limit, str) and not graded.has_number(part, measure):
            yield finding(place, FaultCode.LIMIT_NUMBER, id=part.id, grades=grades)
            return


def _results(rows: Iterable[ChoiceRow], grades: tuple[str, ...], place: Place) -> Iterator[Finding]:
    for index, row in enumerate(rows):
        for limit in (*row.of, row.result):
            if limit != ASK and grades and limit not in grades:
                yield reference(str(limit), frozenset(grades), (*place, index), "grades")


def _kind(book: Rulebook, kind: PartKind, place: Place, graded: GradedParts) -> Iterator[Finding]:
    parts = [part for part in book.parts if part.kind == kind.id]
    limits = [(("judged", key), getattr(kind.judged, key)) for key in ("lowest", "highest", "alternative")]
    limits.append((("target", "default"), kind.target.default))
    if kind.suggest is not None:
        limits.append((("suggest", "at_most"), kind.suggest.at_most))
    for steps, limit in limits:
        if limit is not None:
            yield from unfit(limit, parts, None, (*place, *steps), graded)
    if kind.across is not None:
        for scale in {each.id: each for part in parts if (each := book.scale_of(part)) is not None}.values():
            yield from _across(kind.across, kind.id, scale, (*place, "across"))


def _across(rule: AcrossRule, kind: str, scale: RatingScale, place: Place) -> Iterator[Finding]:
    """What compares or combines the answers to one part."""
    yield from _results(rule.choose, scale.words, (*place, "choose"))
    numbers = scale.number_range is not None or all(choice.value is not None for choice in scale.offered)
    if rule.combine in (Combiner.MEAN, Combiner.SUM) and not numbers:
        facts = {"combine": rule.combine.value, "id": kind, "part": scale.id}
        yield finding((*place, "combine"), FaultCode.GRADES_COMBINED, **facts)
    for index, row in enumerate(rule.choose):
        for at, needs in enumerate(row.when):
            for key, limit in (("at_least", needs.at_least), ("at_most", needs.at_most), ("below", needs.below)):
                here = (*place, "choose", index, "when", at, key)
                if isinstance(limit, str) and limit not in scale.words:
                    yield reference(limit, frozenset(scale.words), here, "grades")
                elif limit is not None and not isinstance(limit, str) and not numbers:
                    yield finding(here, FaultCode.LIMIT_NUMBER, id=scale.id, grades=scale.words)
