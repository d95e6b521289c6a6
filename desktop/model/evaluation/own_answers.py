"""Parts that are answered themselves: once, or across sites, projects or respondents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from desktop.model.evaluation.answer_scales import AnswerScale
from desktop.model.evaluation.answers_across import across
from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.part_inputs import PartWord, Said
from desktop.model.evaluation.part_results import OwnAnswer
from desktop.model.evaluation.sessions import session_key
from desktop.model.evaluation.states import Point, State, at, rank
from desktop.model.maturity.rulebook import (
    RESPONDENTS,
    AcrossRule,
    EvidenceRule,
    PartKind,
    WithoutReason,
)

QUESTIONNAIRE = "questionnaire"
"""The kind of evidence that answers of respondents are."""

Support = tuple[tuple[str, ...], int]
"""The kinds of evidence for a part, and how many different sources they are."""


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


def answer_of(kind: PartKind, scale: AnswerScale, word: PartWord, tally: Mapping[str, int], *, heard: bool) -> Answered:
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
    kinds, sources = support_of(word, heard=heard)
    state, instances = scale.state(word.answer), None
    if kind.across is not None and not isinstance(word.answer, BlankReason):
        said = _answers(kind.across, scale, word, tally)
        state = across(kind.across, [scale.state(each) for each in said], scale.blank(BlankReason.UNANSWERED))
        instances = len(said)
    wanting = _wanting(kind, word, state, sources, kinds)
    if wanting is not None:
        return Answered(scale.blank(wanting), sources, kinds, instances=instances)
    lifted = _lift(kind, word, state)
    return Answered(lifted or state, sources, kinds, lifted=lifted is not None, instances=instances)


def support_of(word: PartWord, *, heard: bool) -> Support:
    """The kinds of evidence for a part, and how many different sources they are.

    Pieces of one session or document are one source, whatever their kinds. All questionnaires together are one.
    """
    kinds = {piece.kind for piece in word.support} | ({QUESTIONNAIRE} if heard else set())
    sessions = {session_key(piece.session) for piece in word.support if piece.kind != QUESTIONNAIRE}
    return tuple(sorted(kinds)), len(sessions) + (QUESTIONNAIRE in kinds)


def enough(rule: EvidenceRule, sources: int, kinds: Sequence[str]) -> bool:
    """Whether an answer is supported as its kind asks."""
    return sources >= rule.sources and (not rule.beyond or bool(set(kinds) - set(rule.beyond)))


def own_answer(kind: PartKind, answered: Answered) -> OwnAnswer:
    """What results say of an answer."""
    return OwnAnswer(
        point=answered.state.now,
        blank=answered.state.blank,
        lifted=answered.lifted,
        sources=answered.sources,
        kinds=answered.kinds,
        supported=kind.evidence is None or enough(kind.evidence, answered.sources, answered.kinds),
    )


def _answers(rule: AcrossRule, scale: AnswerScale, word: PartWord, tally: Mapping[str, int]) -> list[Said]:
    if rule.of == RESPONDENTS and not word.instances:
        return [scale.given(choice) for choice, count in tally.items() for _ in range(count)]
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
