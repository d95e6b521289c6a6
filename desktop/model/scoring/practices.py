"""Practices: what the survey suggests, what supports it, and how the team's word counts, as the engine says."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.evaluate import Evaluation
from desktop.model.evaluation.part_results import OwnAnswer, PartSuggestion
from desktop.model.scoring.distribution import Distribution
from desktop.model.scoring.inputs import AcrossOutcome, PracticeJudgement
from desktop.model.scoring.results import Detail, PracticeResult, Suggestion, Trace
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.statistics import rounded_mean
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

_BLANKS = {
    BlankReason.UNANSWERED: Rule.PRACTICE_NOT_CHARACTERISED,
    BlankReason.NOT_DUE: Rule.PRACTICE_NOT_YET,
    BlankReason.REASON_WANTING: Rule.PRACTICE_REASON_MISSING,
    BlankReason.DOES_NOT_APPLY: Rule.PRACTICE_NOT_APPLICABLE,
    BlankReason.EVIDENCE_WANTING: Rule.PRACTICE_NOT_CORROBORATED,
}


def practice_result(
    area: str,
    id_: str,
    judgement: PracticeJudgement,
    engine: Evaluation,
    questions: Sequence[tuple[Distribution, Trace]],
    limits: tuple[Decimal, ...],
) -> PracticeResult:
    """One practice. Its trace rests on the suggestion's, and that on the questions'.

    Args:
        area: id of the practice's area.
        id_: its own.
        judgement: what the team says of it.
        engine: what works it out.
        questions: answers and trace of the questions that inform it.
        limits: the percents by which the survey suggests something.
    """
    answer = engine.answer(id_)
    assert answer is not None
    suggestion = _suggestion(engine.suggestion(id_), limits)
    return PracticeResult(
        id=id_,
        area=area,
        suggestion=suggestion,
        value=judgement.value,
        alternative=judgement.alternative,
        sources=answer.sources,
        corroborated=answer.supported,
        trace=Trace(
            rule=_rule(answer),
            facts={
                "practice": id_,
                "value": judgement.value,
                "alternative": judgement.alternative,
                "sources": answer.sources,
                "kinds": tuple(kind for kind in EvidenceKind if kind in answer.kinds),
                "corroborated": answer.supported,
            },
            parts=(
                _suggestion_trace(id_, suggestion, tuple(trace for _, trace in questions)),
                *_across_trace(id_, judgement.across),
            ),
        ),
        across=judgement.across,
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


def _rule(answer: OwnAnswer) -> Rule:
    if answer.blank is not None:
        return _BLANKS[answer.blank]
    if answer.lifted:
        return Rule.PRACTICE_ALTERNATIVE
    assert answer.point is not None
    return Rule.PRACTICE_WEAK if answer.point.grade in DISTANCE else Rule.PRACTICE_IN_PLACE


def _across_trace(practice: str, across: AcrossOutcome | None) -> tuple[Trace, ...]:
    if across is None:
        return ()
    rule = Rule.ACROSS_ASKED if across.asks else Rule.ACROSS_ROLLED_UP
    given = tuple(value.value for value, count in across.given for _ in range(count))
    facts: dict[str, Detail] = {
        "practice": practice,
        "instances": len(given) + across.waiting,
        "given": given,
        "waiting": across.waiting,
        "asks": tuple(value.value for value in across.asks),
    }
    return (Trace(rule=rule, facts=facts, parts=()),)


def _suggestion(found: PartSuggestion | None, limits: tuple[Decimal, ...]) -> Suggestion | None:
    """What the survey suggests, held down where nothing shows the work itself."""
    if found is None:
        return None
    return Suggestion(
        survey=Characterisation(found.answers or ""),
        value=Characterisation(found.grade or ""),
        capped=found.grade != found.answers,
        mean_percent=rounded_mean(found.value, limits),
        n=found.n,
    )


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
