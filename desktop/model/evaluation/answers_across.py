"""Several answers to one part: for sites, projects or layers, or by respondents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.choosing import chosen, possible_rows
from desktop.model.evaluation.combining import combined
from desktop.model.evaluation.counted_parts import Counting, treatment_of
from desktop.model.evaluation.states import Extent, Facet, State
from desktop.model.maturity.rulebook import (
    ASK,
    AcrossRule,
    BlankRules,
    MeasureRule,
    PackPart,
    RatingScale,
    Treatment,
)


def across(rule: AcrossRule, scale: RatingScale, states: Sequence[State], blank: State) -> State:
    """One state of the states that several answers give.

    Answers that are open are treated as the rule says; those that do not apply, or not known, are left out. Without any
    answer that counts the part is blank.

    Args:
        rule: how several become one.
        scale: the scale they are given on.
        states: what each gives.
        blank: the state of a part that nobody has answered.
    """
    answers = {str(number): state for number, state in enumerate(states)}
    now = _together(rule, scale, answers, Facet.NOW)
    could = _together(rule, scale, answers, Facet.COULD)
    handed_up = rule.unanswered is Treatment.HAND_UP and any(_is_open(state) for state in states)
    if now is None or now.settled is None or handed_up:
        return replace(blank, blank=_why(rule, answers, now), could=could)
    return replace(blank, now=blank.whole(now.settled), blank=None, could=could and _whole(blank, could))


def _whole(blank: State, extent: Extent) -> Extent:
    return Extent(blank.whole(extent.low), blank.whole(extent.high))


def _is_open(state: State) -> bool:
    return treatment_of(_WATCHED, state.blank) is Treatment.HAND_UP


_WATCHED = BlankRules(unanswered=Treatment.HAND_UP)
_OPEN = BlankReason.UNANSWERED


def _together(rule: AcrossRule, scale: RatingScale, answers: Mapping[str, State], facet: Facet) -> Extent | None:
    counting = _counting(rule, answers, facet)
    entries = [entry for entry in counting.entries() if entry.extent is not None]
    if not entries:
        return None
    if rule.choose:
        return chosen(rule.choose, scale.words, counting)
    if rule.combine is not None:
        return combined(MeasureRule(combine=rule.combine), counting)
    return entries[0].extent


def _counting(rule: AcrossRule, answers: Mapping[str, State], facet: Facet) -> Counting:
    """The answers as parts, so that the rules for parts serve for them."""
    parts = {id_: PackPart(id=id_, kind="answer") for id_ in answers}
    return Counting(
        parts=tuple(parts.values()),
        anywhere=parts.__getitem__,
        read=lambda part, _measure: answers[part.id],
        blanks=BlankRules(unanswered=rule.unanswered),
        facet=facet,
        wanted=lambda _part: None,
    )


def _why(rule: AcrossRule, answers: Mapping[str, State], now: Extent | None) -> BlankReason:
    if now is not None:
        rows = possible_rows(rule.choose, _counting(rule, answers, Facet.NOW))
        return BlankReason.TEAM_DECIDES if [row.result for row in rows] == [ASK] else _OPEN
    reasons = {state.blank for state in answers.values()}
    return next(iter(reasons)) or _OPEN if len(reasons) == 1 else _OPEN
