"""Whether rules and scales are written so that they say one thing: one way of answering, one rule, bands that rise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from desktop.model.maturity.faults import FaultCode
from desktop.model.maturity.findings import Finding, finding
from desktop.model.maturity.nodes import Place
from desktop.model.maturity.rulebook import (
    ASK,
    ChoiceRow,
    Combiner,
    GradeBand,
    LevelLadder,
    MeasureRule,
    PartNeeds,
    RatingScale,
    Rulebook,
    exact,
)
from desktop.model.vetting.placed_rules import conditions_of, rules_of

FEWEST_ANSWERS = 2


def misshapen(book: Rulebook) -> Iterator[Finding]:
    """What is wrong with scales and rules whatever they are applied to."""
    for index, scale in enumerate(book.scales):
        yield from _scale(scale, ("scales", index))
    for placed in rules_of(book):
        yield from _measure(placed.rule, placed.place)
    for index, kind in enumerate(book.kinds):
        place: Place = ("kinds", index)
        if kind.suggest is not None:
            yield from ascending(kind.suggest.bands, (*place, "suggest", "bands"))
        if kind.across is None:
            continue
        across = kind.across
        if (across.combine is None) == (not across.choose) or across.combine is Combiner.COUNT:
            yield finding((*place, "across"), FaultCode.ACROSS_RULE, id=kind.id)
        yield from _rows(across.choose, (*place, "across", "choose"))
        for at, row in enumerate(across.choose):
            for number, needs in enumerate(row.when):
                yield from _needs(needs, (*place, "across", "choose", at, "when", number))


def ascending(bands: Sequence[GradeBand], place: Place) -> Iterator[Finding]:
    """Bands that do not each begin above the one before."""
    seen: set[str] = set()
    last: tuple[Fraction, bool] | None = None
    for index, band in enumerate(bands):
        here = (*place, index)
        if band.grade in seen:
            yield finding((*here, "is"), FaultCode.NAME_TWICE, id=band.grade)
        seen.add(band.grade)
        begins = [one for one in (band.reached, band.passed) if one is not None]
        if index == 0:
            if begins:
                yield finding(here, FaultCode.BAND_FIRST, id=band.grade)
            continue
        if len(begins) != 1:
            yield finding(here, FaultCode.BAND_BEGIN, id=band.grade)
            continue
        start = (exact(begins[0]), band.passed is not None)
        if last is not None and start <= last:
            yield finding(here, FaultCode.BAND_ORDER, id=band.grade, before=bands[index - 1].grade, number=begins[0])
        last = start


def _scale(scale: RatingScale, place: Place) -> Iterator[Finding]:
    forms = [bool(scale.choices), bool(scale.grades), scale.number_range is not None]
    if sum(forms) != 1:
        yield finding(place, FaultCode.SCALE_FORM, id=scale.id)
        return
    if scale.number_range is not None:
        if exact(scale.number_range.low) >= exact(scale.number_range.high):
            yield finding((*place, "range"), FaultCode.RANGE_ORDER, id=scale.id)
        return
    choices = scale.choices or scale.offered
    if len(choices) < FEWEST_ANSWERS:
        yield finding(place, FaultCode.SCALE_FEW, id=scale.id)
    key = "choices" if scale.choices else "grades"
    seen: set[str] = set()
    for index, choice in enumerate(choices):
        if choice.id in seen:
            yield finding((*place, key, index), FaultCode.CHOICE_TWICE, id=choice.id)
        seen.add(choice.id)
    without = [choice.id for choice in choices if choice.value is None]
    if without and (len(without) < len(choices) or scale.several):
        yield finding(place, FaultCode.VALUES_PARTLY, id=scale.id, without=tuple(without))


def _measure(rule: MeasureRule, place: Place) -> Iterator[Finding]:
    if sum([rule.combine is not None, rule.ladder is not None, bool(rule.choose)]) > 1:
        yield finding(place, FaultCode.RULE_TWICE)
    if (rule.combine is Combiner.COUNT) != (rule.counted is not None):
        yield finding(place, FaultCode.COUNT_RULE)
    if rule.out is not None and exact(rule.out[0]) >= exact(rule.out[1]):
        yield finding((*place, "out"), FaultCode.OUT_ORDER)
    yield from ascending(rule.bands, (*place, "bands"))
    if rule.ladder is not None:
        yield from _ladder(rule.ladder, (*place, "ladder"))
    yield from _rows(rule.choose, (*place, "choose"))
    yield from _grades(rule, place)
    for placed in conditions_of(rule, place):
        yield from _needs(placed.needs, placed.place)


def _grades(rule: MeasureRule, place: Place) -> Iterator[Finding]:
    """The grades that a table gives must be said, for nothing else says which is higher."""
    words = {
        str(limit) for row in rule.choose for limit in (*row.of, row.result) if isinstance(limit, str) and limit != ASK
    }
    if words and not rule.grades:
        yield finding((*place, "choose"), FaultCode.GRADES_MISSING, grades=tuple(sorted(words)))
    if rule.grades and not rule.choose:
        yield finding((*place, "grades"), FaultCode.GRADES_IDLE)


def _ladder(ladder: LevelLadder, place: Place) -> Iterator[Finding]:
    if ladder.floor >= ladder.top:
        yield finding(place, FaultCode.LADDER_ORDER, floor=ladder.floor, top=ladder.top)
    spelt = bool(ladder.levels)
    by_tag = ladder.here is not None or ladder.below is not None
    if spelt == by_tag:
        yield finding(place, FaultCode.LADDER_FORM)
    last: int | None = None
    for index, step in enumerate(ladder.levels):
        if not ladder.floor < step.level <= ladder.top or (last is not None and step.level <= last):
            yield finding((*place, "levels", index), FaultCode.LADDER_STEP, level=step.level)
        last = step.level


def _rows(rows: Sequence[ChoiceRow], place: Place) -> Iterator[Finding]:
    for index, row in enumerate(rows):
        if index == len(rows) - 1:
            if row.when:
                yield finding((*place, index), FaultCode.CHOOSE_OPEN)
        elif not row.when:
            yield finding((*place, index), FaultCode.CHOOSE_EARLY)
        if (row.result == ASK) != bool(row.of):
            yield finding((*place, index), FaultCode.CHOOSE_ASK)


def _needs(needs: PartNeeds, place: Place) -> Iterator[Finding]:
    if needs.at_least is None and needs.at_most is None and needs.below is None:
        yield finding(place, FaultCode.NEEDS_NOTHING)
    if needs.how_many in (0, "0%", "0 %"):
        yield finding((*place, "how_many"), FaultCode.NEEDS_NONE)
