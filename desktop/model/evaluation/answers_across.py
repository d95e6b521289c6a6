"""Several answers to one part: for sites, projects or layers, or by respondents."""

from __future__ import annotations

from collections.abc import Sequence

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
    Combiner,
    MeasureRule,
    PackPart,
    Treatment,
    Weighing,
)


def across(rule: AcrossRule, states: Sequence[State], blank: State) -> State:
    """One state of the states that several answers give.

    Answers that are open are treated as the rule says; those that do not apply, or not known, are left out. Without any
    answer that counts the part is blank.

    Args:
        rule: how several become one.
        states: what each gives.
        blank: the state of a part that nobody has answered.
    """
    answers = _Answers(rule, states)
    now = _together(rule, blank.grades, answers, Facet.NOW)
    could = _together(rule, blank.grades, answers, Facet.COULD)
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


def _together(rule: AcrossRule, grades: Sequence[str], answers: _Answers, facet: Facet) -> Extent | None:
    counting = answers.counting(facet)
    entries = [entry for entry in counting.entries() if entry.extent is not None]
    if not entries:
        return None
    if rule.choose:
        return chosen(rule.choose, grades, counting)
    if rule.combine is not None:
        return combined(MeasureRule(combine=rule.combine, weights=Weighing.GIVEN), counting)
    return entries[0].extent


class _Answers:
    """Several answers as parts, so that the rules for parts serve for them.

    Where it makes no difference, equal answers are one part that weighs so much: respondents are many.
    """

    def __init__(self, rule: AcrossRule, states: Sequence[State]) -> None:
        self._rule = rule
        self._states = dict(enumerate(states))
        weights = dict.fromkeys(self._states, 1)
        if not rule.choose and rule.combine in _WEIGHED:
            weights = {}
            first: dict[State, int] = {}
            for number, state in self._states.items():
                place = first.setdefault(state, number)
                weights[place] = weights.get(place, 0) + 1
        self._parts = tuple(PackPart(id=str(place), kind="answer", weight=count) for place, count in weights.items())

    @property
    def blanks(self) -> set[BlankReason | None]:
        """Why answers are blank; None among them for one that is not."""
        return {state.blank for state in self._states.values()}

    def counting(self, facet: Facet) -> Counting:
        """What rules look at."""
        return Counting(
            parts=self._parts,
            anywhere=lambda id_: self._parts[int(id_)],
            read=lambda part, _measure: self._states[int(part.id)],
            blanks=BlankRules(unanswered=self._rule.unanswered),
            facet=facet,
            wanted=lambda _part: None,
        )


_WEIGHED = (Combiner.MEAN, Combiner.SUM, Combiner.MIN, Combiner.MAX)


def _why(rule: AcrossRule, answers: _Answers, now: Extent | None) -> BlankReason:
    if now is not None:
        rows = possible_rows(rule.choose, answers.counting(Facet.NOW))
        return BlankReason.TEAM_DECIDES if [row.result for row in rows] == [ASK] else _OPEN
    reasons = answers.blanks
    return next(iter(reasons)) or _OPEN if len(reasons) == 1 else _OPEN
