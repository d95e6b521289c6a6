"""Parts that are answered themselves: once, or across sites, projects or respondents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from desktop.model.evaluation.answers_across import across
from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.part_inputs import PartWord, Said
from desktop.model.evaluation.sessions import session_key
from desktop.model.evaluation.states import Extent, Point, State, at, rank
from desktop.model.maturity.rulebook import (
    RESPONDENTS,
    AcrossRule,
    EvidenceRule,
    PartKind,
    RatingScale,
    WithoutReason,
    exact,
)

QUESTIONNAIRE = "questionnaire"
"""The kind of evidence that answers of respondents are."""


class Answered(Struct, frozen=True):
    """A part's own answer.

    Attributes:
        state: how it stands, before shaping.
        sources: how many different sources support it.
        kinds: kinds of evidence that support it.
        lifted: whether an accepted alternative lifted it.
        instances: how many answers it was made of; None where it was answered once.
    """

    state: State
    sources: int
    kinds: tuple[str, ...]
    lifted: bool = False
    instances: int | None = None


def answer_of(kind: PartKind, scale: RatingScale, word: PartWord, tally: Mapping[str, int], *, heard: bool) -> Answered:
    """The answer of a part, with what keeps it from counting.

    Args:
        kind: the part's kind.
        scale: its scale.
        word: what the team says.
        tally: how often respondents gave each answer to the part itself.
        heard: whether respondents answered a question that informs it.

    Raises:
        ValueError: an answer is not on the scale.
    """
    span = span_of(scale)
    kinds, sources = support_of(word, heard=heard)
    if kind.across is None:
        state = once(word.answer, scale)
        instances = None
    else:
        said = _answers(kind.across, word, tally)
        chosen = word.answer if isinstance(word.answer, BlankReason) else None
        state = (
            across(kind.across, scale, [once(each, scale) for each in said], once(None, scale))
            if chosen is None
            else once(chosen, scale)
        )
        instances = len(said)
    wanting = _wanting(kind, word, state, sources, kinds)
    if wanting is not None:
        return Answered(blank_state(scale, span, wanting), sources, kinds, instances=instances)
    lifted = _lift(kind, word, state)
    return Answered(lifted or state, sources, kinds, lifted=lifted is not None, instances=instances)


def span_of(scale: RatingScale) -> Extent:
    """From the lowest answer to the highest."""
    if scale.number_range is not None:
        return Extent(Point(exact(scale.number_range.low)), Point(exact(scale.number_range.high)))
    points = [_choice_point(scale, choice.id) for choice in scale.offered]
    if scale.several:
        values = [point.value or Fraction(0) for point in points]
        return Extent(
            Point(sum((value for value in values if value < 0), Fraction(0))),
            Point(sum((value for value in values if value > 0), Fraction(0))),
        )
    return Extent(points[0], points[-1])


def point_of(said: Said, scale: RatingScale) -> Point:
    """What an answer says on a scale.

    Raises:
        ValueError: it is not on the scale.
    """
    if scale.number_range is not None:
        return _number_point(said, scale)
    if scale.several:
        ticked = (said,) if isinstance(said, str) else said
        if not isinstance(ticked, tuple):
            raise ValueError(f"not on the scale {scale.id}: {said}")
        return Point(sum((_choice_point(scale, each).value or Fraction(0) for each in set(ticked)), Fraction(0)))
    return _choice_point(scale, said)


def blank_of(said: Said) -> BlankReason | None:
    """The blank that was chosen, or that nobody chose anything; None for an answer."""
    if said is None:
        return BlankReason.UNANSWERED
    return said if isinstance(said, BlankReason) else None


def once(said: Said, scale: RatingScale) -> State:
    """The state that one answer gives.

    Raises:
        ValueError: it is not on the scale.
    """
    blank = blank_of(said)
    span = span_of(scale)
    if blank is not None:
        return blank_state(scale, span, blank)
    point = point_of(said, scale)
    return State(scale.words, point, None, at(point), span, steps_of(scale))


def blank_state(scale: RatingScale, span: Extent, blank: BlankReason | None) -> State:
    """The state of a part without a result."""
    could = None if blank is not None and blank.closed else span
    return State(scale.words, None, blank, could, span, steps_of(scale))


def steps_of(scale: RatingScale) -> tuple[Point, ...]:
    """The answers that have both a number and a grade, the lowest first."""
    points = [_choice_point(scale, choice.id) for choice in scale.offered]
    return tuple(point for point in points if point.value is not None and point.grade is not None)


def support_of(word: PartWord, *, heard: bool) -> tuple[tuple[str, ...], int]:
    """The kinds of evidence for a part, and how many different sources they are.

    Pieces of one session or document are one source, whatever their kinds. All questionnaires together are one.
    """
    kinds = {piece.kind for piece in word.support} | ({QUESTIONNAIRE} if heard else set())
    sessions = {session_key(piece.session) for piece in word.support if piece.kind != QUESTIONNAIRE}
    return tuple(sorted(kinds)), len(sessions) + (QUESTIONNAIRE in kinds)


def enough(rule: EvidenceRule, sources: int, kinds: Sequence[str]) -> bool:
    """Whether an answer is supported as its kind asks."""
    return sources >= rule.sources and (not rule.beyond or bool(set(kinds) - set(rule.beyond)))


def _answers(rule: AcrossRule, word: PartWord, tally: Mapping[str, int]) -> list[Said]:
    if rule.of == RESPONDENTS and not word.instances:
        return [choice for choice, count in tally.items() for _ in range(count)]
    return list(word.instances.values())


def _wanting(kind: PartKind, word: PartWord, state: State, sources: int, kinds: Sequence[str]) -> BlankReason | None:
    """What keeps an answer from counting."""
    if state.blank is BlankReason.DOES_NOT_APPLY and kind.without_reason is not WithoutReason.ACCEPTED:
        return None if word.reason.strip() else BlankReason.REASON_WANTING
    if state.now is not None and kind.evidence is not None and not enough(kind.evidence, sources, kinds):
        return BlankReason.EVIDENCE_WANTING
    return None


def _lift(kind: PartKind, word: PartWord, state: State) -> State | None:
    """The state as an accepted alternative lifts it; None where it does not."""
    grade = kind.judged.alternative
    if grade is None or not word.alternative or state.now is None:
        return None
    lifted = state.whole(Point(grade=grade))
    if rank(state.now, state.grades) >= rank(lifted, state.grades):
        return None
    return replace(state, now=lifted, could=at(lifted))


def _choice_point(scale: RatingScale, said: Said) -> Point:
    for choice in scale.offered:
        if choice.id == said:
            value = None if choice.value is None else exact(choice.value)
            return Point(value, None if scale.several else choice.id)
    raise ValueError(f"not on the scale {scale.id}: {said}")


def _number_point(said: Said, scale: RatingScale) -> Point:
    allowed = scale.number_range
    if allowed is None or isinstance(said, (str, tuple)) or said is None:
        raise ValueError(f"not on the scale {scale.id}: {said}")
    value = exact(said)
    if not exact(allowed.low) <= value <= exact(allowed.high) or (allowed.whole and value.denominator != 1):
        raise ValueError(f"not on the scale {scale.id}: {said}")
    return Point(value)
