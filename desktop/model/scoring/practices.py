"""Practices: what the survey suggests, what supports it, and how the team's word counts towards the goals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from desktop.model.evaluation.sessions import session_key
from desktop.model.maturity import Pack, Practice
from desktop.model.scoring.distribution import Distribution
from desktop.model.scoring.inputs import PracticeJudgement, Source
from desktop.model.scoring.results import PracticeResult, Suggestion, Trace
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.suggestions import suggest
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind

OPEN = frozenset(
    {
        Rule.PRACTICE_NOT_CHARACTERISED,
        Rule.PRACTICE_NOT_YET,
        Rule.PRACTICE_REASON_MISSING,
        Rule.PRACTICE_NOT_CORROBORATED,
    }
)
"""Rules by which a practice keeps its goals from being rated."""

IN_PLACE = frozenset({Rule.PRACTICE_IN_PLACE, Rule.PRACTICE_ALTERNATIVE, Rule.PRACTICE_NOT_APPLICABLE})
"""Rules by which a practice holds nothing back."""

DISTANCE = {Characterisation.PARTIALLY: 1, Characterisation.NOT: 2}
"""Steps from a weak characterisation to LARGELY."""

_ENOUGH_SOURCES = 2


class Support(Struct, frozen=True):
    """What supports a practice.

    Attributes:
        sources: number of different sources.
        kinds: their kinds, in the order of `EvidenceKind`.
    """

    sources: int
    kinds: tuple[EvidenceKind, ...]

    @property
    def corroborated(self) -> bool:
        """At least two different sources, one of them not a questionnaire."""
        return self.sources >= _ENOUGH_SOURCES and self.kinds != (EvidenceKind.QUESTIONNAIRE,)

    @property
    def direct(self) -> bool:
        """A document or a demonstration is among them."""
        return any(kind.direct for kind in self.kinds)


def support(filed: Iterable[Source], *, answered: bool) -> Support:
    """What supports a practice, from the evidence filed for it and whether anyone answered about it.

    Pieces from one session or document are one source, whatever their kinds: two sources must come from different
    sessions (CBA IPI), see `session_key`. All questionnaires together, filed and answered, are one.
    """
    pieces = {session_key(source.session) for source in filed if source.kind is not EvidenceKind.QUESTIONNAIRE}
    kinds = {source.kind for source in filed}
    if answered:
        kinds.add(EvidenceKind.QUESTIONNAIRE)
    return Support(
        sources=len(pieces) + (EvidenceKind.QUESTIONNAIRE in kinds),
        kinds=tuple(kind for kind in EvidenceKind if kind in kinds),
    )


def practice_result(
    pack: Pack,
    area: str,
    practice: Practice,
    judgement: PracticeJudgement,
    questions: Mapping[str, tuple[Distribution, Trace]],
) -> PracticeResult:
    """One practice. Its trace rests on the suggestion's, and that on the questions'.

    Args:
        pack: the model.
        area: id of the practice's area.
        practice: the practice.
        judgement: what the team says of it.
        questions: answers and trace by question id, at least of those that inform the practice.
    """
    informing = [questions[question.id] for question in pack.informants[practice.id]]
    answers = [distribution for distribution, _ in informing]
    supported = support(judgement.sources, answered=any(distribution.n for distribution in answers))
    suggestion = suggest(answers, direct=supported.direct)
    parts = tuple(trace for _, trace in informing)
    return PracticeResult(
        id=practice.id,
        area=area,
        suggestion=suggestion,
        value=judgement.value,
        alternative=judgement.alternative,
        sources=supported.sources,
        corroborated=supported.corroborated,
        trace=Trace(
            rule=_rule(judgement, supported),
            facts={
                "practice": practice.id,
                "value": judgement.value,
                "alternative": judgement.alternative,
                "sources": supported.sources,
                "kinds": supported.kinds,
                "corroborated": supported.corroborated,
            },
            parts=(_suggestion_trace(practice.id, suggestion, parts),),
        ),
    )


def is_open(practice: PracticeResult) -> bool:
    """Whether it keeps its goals from being rated."""
    return practice.trace.rule in OPEN


def is_weak(practice: PracticeResult) -> bool:
    """Whether it is characterised below LARGELY and no alternative is accepted; it may be open as well."""
    return practice.value in DISTANCE and not practice.alternative


def is_in_place(practice: PracticeResult) -> bool:
    """Whether it holds nothing back: FULLY, LARGELY or an accepted alternative, corroborated, or not applicable."""
    return practice.trace.rule in IN_PLACE


def applies(practice: PracticeResult) -> bool:
    """Whether it applies: only then it counts in shares."""
    return practice.trace.rule != Rule.PRACTICE_NOT_APPLICABLE


def in_place_share(practices: Sequence[PracticeResult]) -> Fraction | None:
    """Percent of the practices that apply which are in place, unrounded.

    None where none applies, and where none is characterised: then nobody has looked, and 0 would say that somebody had.
    """
    counted = [practice for practice in practices if applies(practice)]
    if all(practice.value is None for practice in counted):
        return None
    return Fraction(100 * sum(map(is_in_place, counted)), len(counted))


def work(practice: PracticeResult) -> int:
    """What it takes to bring a practice in place: its distance to LARGELY, or 1 for another open one."""
    if is_weak(practice):
        assert practice.value is not None
        return DISTANCE[practice.value]
    return int(is_open(practice))


def _rule(judgement: PracticeJudgement, supported: Support) -> Rule:
    match judgement.value:
        case None:
            return Rule.PRACTICE_NOT_CHARACTERISED
        case Characterisation.NOT_YET:
            return Rule.PRACTICE_NOT_YET
        case Characterisation.NOT_APPLICABLE:
            return Rule.PRACTICE_NOT_APPLICABLE if judgement.reason.strip() else Rule.PRACTICE_REASON_MISSING
        case _ if not supported.corroborated:
            return Rule.PRACTICE_NOT_CORROBORATED
        case Characterisation.FULLY | Characterisation.LARGELY:
            return Rule.PRACTICE_IN_PLACE
        case Characterisation.PARTIALLY | Characterisation.NOT:
            return Rule.PRACTICE_ALTERNATIVE if judgement.alternative else Rule.PRACTICE_WEAK


def _suggestion_trace(practice: str, suggestion: Suggestion | None, questions: tuple[Trace, ...]) -> Trace:
    if not questions:
        rule = Rule.SUGGESTION_NO_QUESTIONS
    elif suggestion is None:
        rule = Rule.SUGGESTION_NO_ANSWERS
    else:
        rule = Rule.SUGGESTION_CAPPED if suggestion.capped else Rule.SUGGESTION_FROM_ANSWERS
    return Trace(
        rule=rule,
        facts={
            "practice": practice,
            "questions": tuple(str(trace.facts["question"]) for trace in questions),
            "n": suggestion.n if suggestion else 0,
            "mean_percent": suggestion.mean_percent if suggestion else None,
            "survey": suggestion.survey if suggestion else None,
            "value": suggestion.value if suggestion else None,
        },
        parts=questions,
    )
