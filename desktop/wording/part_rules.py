"""The rules of a kind of part in words, as far as one reads them beside a result."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.language import N_, _, ngettext
from desktop.model.maturity.rulebook import RESPONDENTS, Combiner, MeasureRule, PartKind, Weighing

COMBINED: dict[Combiner, str] = {
    Combiner.MEAN: N_("The mean of what is counted in it."),
    Combiner.MEDIAN: N_("The middle one of what is counted in it."),
    Combiner.SUM: N_("The sum of what is counted in it."),
    Combiner.MIN: N_("The lowest of what is counted in it."),
    Combiner.MAX: N_("The highest of what is counted in it."),
    Combiner.COUNT: N_("How many of what is counted in it meet a condition."),
}


def rule_lines(kind: PartKind) -> list[str]:
    """How the result of a part of a kind follows, a sentence each."""
    return list(_lines(kind))


def _lines(kind: PartKind) -> Iterator[str]:
    if not kind.counts:
        yield _("Its own answer.")
    if kind.across is not None:
        many = _("respondents") if kind.across.of == RESPONDENTS else kind.across.of
        yield _("It is answered for several {of}; their answers become one.").format(of=many)
    yield from _measure(kind)
    if kind.evidence is not None:
        yield _("Different sources that an answer needs to count: {sources}.").format(sources=kind.evidence.sources)
    for rule in kind.also:
        told = " ".join(_measure(rule))
        yield _("Beside it, “{name}”: {rule}").format(name=rule.name or rule.id, rule=told)


def _measure(rule: MeasureRule) -> Iterator[str]:
    yield from _counted(rule)
    yield from _shaped(rule)


def _counted(rule: MeasureRule) -> Iterator[str]:
    if rule.combine is not None:
        yield _(COMBINED[rule.combine])
    if rule.weights is Weighing.GIVEN:
        yield _("Each part counts by its weight.")
    if rule.weights is Weighing.SPAN:
        yield _("Each part counts by what can be reached in it.")
    if rule.ladder is not None:
        yield _("The highest level, from {floor} to {top}, whose demands and those of all below are met.").format(
            floor=rule.ladder.floor, top=rule.ladder.top
        )
    if rule.choose:
        yield _("The first row that holds of a table of {count}.").format(count=len(rule.choose))


def _shaped(rule: MeasureRule) -> Iterator[str]:
    if rule.start is not None:
        yield _("Subtracted from {start}.").format(start=rule.start)
    if rule.out is not None:
        yield _("Stretched to a span from {low} to {high}.").format(low=rule.out[0], high=rule.out[1])
    if rule.round is not None:
        places = rule.round.places
        yield ngettext("Rounded to {places} decimal.", "Rounded to {places} decimals.", places).format(places=places)
    if rule.bands:
        yield _("Bands: {bands}.").format(bands=", ".join(_bands(rule)))
    for cap in rule.held_down:
        yield _("At most {limit}: {reason}").format(limit=cap.at_most, reason=cap.reason)


def _bands(rule: MeasureRule) -> Iterator[str]:
    for band in rule.bands:
        if band.reached is not None:
            yield _("{grade} from {number}").format(grade=band.grade, number=band.reached)
        elif band.passed is not None:
            yield _("{grade} above {number}").format(grade=band.grade, number=band.passed)
        else:
            yield band.grade
