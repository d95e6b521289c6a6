"""Why a part's result is what it is: a sentence for each thing that had a part in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from desktop.language import N_, NC_, _, ngettext
from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.part_results import Fact, Ground, GroundCode
from desktop.model.maturity.rulebook import Combiner, Weighing
from desktop.model.maturity.rulebook.values import Turn
from desktop.model.scoring import rounding
from desktop.model.scoring.result_parts import Detail, Trace

SENTENCES: dict[GroundCode, str] = {
    GroundCode.ANSWERED: N_("The answer is {result}."),
    GroundCode.ACROSS: N_("The answers together ({instances}) give {result}."),
    GroundCode.BLANK: N_("There is no result: {blank}."),
    GroundCode.NOT_SUPPORTED: N_(
        "There is no result: the answer needs {needed} different sources, not questionnaires alone. "
        "Sources: {sources} ({kinds})."
    ),
    GroundCode.ALTERNATIVE: N_("Another way of reaching the same is accepted and counts as {result}."),
    GroundCode.COMBINED: N_("The {combine} of {parts}{weights} is {result}."),
    GroundCode.COUNTED: N_("The condition is met by {result} of {parts}."),
    GroundCode.TAKEN_AWAY: N_("{start} less {result}."),
    GroundCode.STRETCHED: N_("Stretched to a span from {low} to {high}."),
    GroundCode.ROUNDED: N_("Rounded {how}: {result}."),
    GroundCode.BANDED: N_("That is {result}."),
    GroundCode.CLIMBED: N_("Level {level}. Level {next} is blocked by {fails}; open: {open}."),
    GroundCode.CLIMBED_TOP: N_("Level {level}, the highest there is."),
    GroundCode.NONE_APPLY: N_("Level {level}. Nothing that level {next} asks for applies, so nothing shows it."),
    GroundCode.CHOSEN: N_("{result} follows from {parts}."),
    GroundCode.TEAM_DECIDES: N_("The team decides, between {low} and {high}."),
    GroundCode.LEFT_OUT: N_("Left out, for want of a result: {parts}."),
    GroundCode.HANDED_UP: N_("There is no result while these have none: {parts}."),
    GroundCode.BETWEEN: N_("It can still become anything from {low} to {high}."),
    GroundCode.CAPPED: N_("Capped at {at_most} by {cap}."),
    GroundCode.SET: N_("The team says {says}. By the rule it would be {result}."),
    GroundCode.LOWERED: N_("The team lowers it from {result} to {says}."),
    GroundCode.NOT_ALLOWED: N_("The team says {says}, which the model does not allow here; it stays at {result}."),
    GroundCode.EXCLUDED: N_("It takes no part: {blank}."),
    GroundCode.EXCLUDED_ABOVE: N_("It takes no part, because {above} does not: {blank}."),
}
"""By code. Placeholders are facts; `result` is the value or grade of the facts."""

BLANKS: dict[str, str] = {
    BlankReason.UNANSWERED: N_("not answered"),
    BlankReason.NOT_DUE: N_("not yet due"),
    BlankReason.DONT_KNOW: N_("not known"),
    BlankReason.EVIDENCE_WANTING: N_("the evidence does not suffice"),
    BlankReason.REASON_WANTING: N_("it is said not to apply, but not why"),
    BlankReason.TEAM_DECIDES: N_("the team has not decided"),
    BlankReason.DOES_NOT_APPLY: N_("it does not apply"),
    BlankReason.OUT_OF_SCOPE: N_("it is out of scope"),
    BlankReason.NOTHING_COUNTED: N_("the model counts nothing in it"),
}

COMBINERS: dict[str, str] = {
    Combiner.MEAN: N_("mean"),
    Combiner.MEDIAN: N_("middle one"),
    Combiner.SUM: N_("sum"),
    Combiner.MIN: N_("lowest"),
    Combiner.MAX: N_("highest"),
    Combiner.COUNT: N_("number"),
}
TURNS: dict[str, str] = {
    Turn.HALF_UP: N_("half up"),
    Turn.DOWN: NC_("rounding", "down"),
    Turn.UP: NC_("rounding", "up"),
}
_SHOWN = 2
NOTHING = "–"
"""Stands for a result where there is none."""


def sentences(grounds: Iterable[Ground]) -> list[str]:
    """The sentences of a result's grounds."""
    return [told(ground) for ground in grounds]


def told(ground: Ground) -> str:
    """The sentence of one thing that had a part in a result."""
    words = {name: _fact(ground, name, value) for name, value in ground.facts.items()}
    words["result"] = _result(ground)
    if ground.code is GroundCode.COMBINED:
        words["weights"] = _weights(ground)
    if ground.code is GroundCode.ACROSS and words["result"] == NOTHING:
        return _("Answers given: {instances}.").format(**words)
    return _(SENTENCES[ground.code]).format(**words)


def of_trace(trace: Trace) -> str:
    """The sentence of a trace that is a ground."""
    return told(Ground(GroundCode(trace.rule), {name: _as_fact(name, value) for name, value in trace.facts.items()}))


def result_of_trace(trace: Trace) -> str:
    """What a part is, from the trace of its result."""
    blank = trace.facts.get("blank")
    if blank is not None:
        return _(BLANKS[str(blank)])
    facts = {name: _as_fact(name, trace.facts.get(name)) for name in ("value", "grade")}
    return _result(Ground(GroundCode.ANSWERED, facts))


def _as_fact(name: str, value: Detail) -> Fact:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, float) or (name == "value" and isinstance(value, int)):
        return Fraction(Decimal(repr(value)))
    return value


def number(value: Fraction) -> str:
    """A number with two decimals at most, half up, and none that say nothing."""
    text = f"{rounding.half_up(value, _SHOWN):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _fact(ground: Ground, name: str, value: Fact) -> str:
    words: dict[str, Mapping[str, str]] = {"blank": BLANKS, "combine": COMBINERS, "how": TURNS}
    if name in words:
        return _(words[name][str(value)])
    if isinstance(value, tuple):
        if ground.code in _COUNTING:
            return ngettext("{count} part", "{count} parts", len(value)).format(count=len(value))
        return ", ".join(value) or _("none")
    if isinstance(value, Fraction):
        return number(value)
    return "–" if value is None else str(value)


_COUNTING = (GroundCode.COMBINED, GroundCode.COUNTED)
"""Of these the number of parts is told, not which."""


def _result(ground: Ground) -> str:
    value, grade = ground.facts.get("value"), ground.facts.get("grade")
    if isinstance(value, Fraction) and grade is not None:
        return _("{grade} ({number})").format(grade=grade, number=number(value))
    if isinstance(value, Fraction):
        return number(value)
    return NOTHING if grade is None else str(grade)


def _weights(ground: Ground) -> str:
    weights = ground.facts["weights"]
    match Weighing(str(ground.facts["weighing"])):
        case Weighing.EQUAL:
            return ""
        case Weighing.GIVEN:
            assert isinstance(weights, tuple)
            return _(", weighted {weights},").format(weights=", ".join(weights))
        case Weighing.SPAN:
            return _(", weighted by their spans,")
