"""The staged scheme: practices characterised, goals rated, areas rated, one level for the whole.

The rules follow the published appraisal methods for models of this kind (CBA IPI, SCAMPI); each is stated where it is
applied: `practices`, `goals`, `areas`, `level`.
"""

from __future__ import annotations

from desktop.model.maturity import Area, Pack, Question, Scale
from desktop.model.scoring.areas import rate_area
from desktop.model.scoring.distribution import Distribution, distribute
from desktop.model.scoring.inputs import StagedInput, Tally
from desktop.model.scoring.level import level_outcome
from desktop.model.scoring.results import ModelResult, QuestionResult, Trace
from desktop.model.scoring.rollup import by_category, by_level
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.statistics import summarise


def score(pack: Pack, given: StagedInput) -> ModelResult:
    """Everything the staged scheme says about a model of an assessment.

    What is given for ids that the pack has not is left aside.

    Raises:
        KeyError: the pack has no such answer scale.
        ValueError: a tally does not fit the scale.
    """
    scale = pack.scale(given.scale)
    asked = {
        question.id: (area, distribute(scale, _tally(area, question, given)))
        for area in pack.areas
        for question in area.questions
    }
    results = [_question(scale, area, id_, distribution) for id_, (area, distribution) in asked.items()]
    questions = {
        result.id: (distribution, result.trace)
        for result, (_, distribution) in zip(results, asked.values(), strict=True)
    }
    areas = [rate_area(pack, scale, area, given, questions) for area in pack.areas]
    return ModelResult(
        model=pack.id,
        scheme=pack.scheme,
        level=level_outcome(pack, areas),
        levels=by_level(pack, areas),
        categories=by_category(pack, areas),
        areas=tuple(area.result for area in areas),
        practices=tuple(practice for area in areas for practice in area.practices),
        questions=tuple(results),
        answers=summarise(scale, [distribution for distribution, _ in questions.values()]),
    )


def _tally(area: Area, question: Question, given: StagedInput) -> Tally:
    """The question's tally. A question without one was put to everybody, in an area out of scope to nobody."""
    found = given.tallies.get(question.id)
    if found is not None:
        return found
    judgement = given.areas.get(area.id)
    return Tally(counts={}, asked=given.asked if judgement is None or judgement.in_scope else 0)


def _question(scale: Scale, area: Area, question: str, distribution: Distribution) -> QuestionResult:
    answers = summarise(scale, [distribution])
    return QuestionResult(
        id=question,
        area=area.id,
        answers=answers,
        trace=Trace(
            rule=Rule.QUESTION_ANSWERED if answers.n else Rule.QUESTION_NO_ANSWERS,
            facts={
                "question": question,
                "asked": answers.asked,
                "n": answers.n,
                "unanswered": answers.unanswered,
                "does_not_apply": answers.does_not_apply,
                "dont_know": answers.dont_know,
                "mean_percent": answers.mean_percent,
                "consensus": answers.consensus,
                "agreement": answers.agreement,
            },
        ),
    )
