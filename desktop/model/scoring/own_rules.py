"""Models with rules of their own: one engine works out every part of the tree."""

from __future__ import annotations

from fractions import Fraction

from desktop.model.evaluation.evaluate import evaluate
from desktop.model.evaluation.part_inputs import PartsInput
from desktop.model.evaluation.part_results import Fact, PartResult
from desktop.model.evaluation.states import Point
from desktop.model.maturity import Pack
from desktop.model.maturity.parts_pack import rules_of
from desktop.model.maturity.rulebook import PackPart, Rulebook
from desktop.model.scoring.inputs import PartsGiven, Tally
from desktop.model.scoring.results import Detail, LevelOutcome, OwnRulesResult, Trace
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.survey import Survey, survey


def score(pack: Pack, given: PartsGiven, answers: Survey | None = None) -> OwnRulesResult:
    """Everything that a pack's own rules say about a model of an assessment.

    What is given for ids that the pack has not is left aside.

    Args:
        pack: the model.
        given: answers and judgements.
        answers: the survey of the same answers, when it is at hand from an earlier score.

    Raises:
        TypeError: the pack follows a scheme.
        ValueError: a tally does not fit its scale, or an answer is not on it.
    """
    book, read = rules_of(pack), answers or survey(pack, given)
    results = evaluate(book, engine_input(book, given))
    whole = results[book.root.id]
    return OwnRulesResult(
        model=pack.id,
        scheme=pack.scheme,
        level=LevelOutcome(
            reached=0,
            determined=whole.result.determined,
            next=None,
            blockers=(),
            warnings=(),
            trace=part_trace(whole),
        ),
        questions=read.questions,
        answers=read.answers,
        parts=(whole, *(result for id_, result in results.items() if id_ != whole.id)),
    )


def part_trace(part: PartResult) -> Trace:
    """Why a part stands as it does: what it is, and beneath it what had a part in that, in its order."""
    point = part.result.point or Point()
    return Trace(
        rule=Rule.OWN_RULES,
        facts={
            "part": part.id,
            "value": _detail(point.value),
            "grade": point.grade,
            "blank": None if part.result.blank is None else part.result.blank.value,
        },
        parts=tuple(
            Trace(rule=ground.code.value, facts={name: _detail(value) for name, value in ground.facts.items()})
            for ground in part.result.grounds
        ),
    )


def _detail(value: Fact) -> Detail:
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else float(value)
    return value


def engine_input(book: Rulebook, given: PartsGiven) -> PartsInput:
    """What the engine is given: what the team says, and how often respondents gave each answer."""
    tallies = {part.id: _counts(book, part, given.tallies[part.id]) for part in book.parts if part.id in given.tallies}
    return PartsInput(words=given.words, tallies=tallies)


def _counts(book: Rulebook, part: PackPart, tally: Tally) -> dict[str, int]:
    """Answers alone, without the blanks."""
    scale = book.scale_of(part)
    answers = () if scale is None else scale.asked
    return {choice.id: tally.counts[choice.id] for choice in answers if choice.id in tally.counts}
