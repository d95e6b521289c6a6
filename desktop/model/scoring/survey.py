"""What the answers alone say about a model: the part of scoring that no judgement of the team changes."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from desktop.model.maturity import Area, Pack, Question, Scale
from desktop.model.scoring.distribution import Distribution, distribute
from desktop.model.scoring.inputs import StagedInput, Tally
from desktop.model.scoring.results import AnswerStatistics, QuestionResult, Trace
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.statistics import summarise


class Survey(Struct, frozen=True):
    """The answers to every question, area by area and all together.

    Attributes:
        questions: each question's result, in the pack's order.
        informing: by question id, its distribution and trace, for what rests on them.
        areas: by area id, all answers to its questions.
        answers: all answers.
    """

    questions: tuple[QuestionResult, ...]
    informing: Mapping[str, tuple[Distribution, Trace]]
    areas: Mapping[str, AnswerStatistics]
    answers: AnswerStatistics


def survey(pack: Pack, given: StagedInput) -> Survey:
    """Read the answers.

    Raises:
        KeyError: the pack has no such answer scale.
        ValueError: a tally does not fit the scale.
    """
    scale = pack.scale(given.scale)
    found = {
        area.id: [(question, distribute(scale, _tally(area, question, given))) for question in area.questions]
        for area in pack.areas
    }
    questions = [
        _question(scale, area.id, question.id, distribution)
        for area in pack.areas
        for question, distribution in found[area.id]
    ]
    distributions = {question.id: distribution for asked in found.values() for question, distribution in asked}
    return Survey(
        questions=tuple(questions),
        informing={result.id: (distributions[result.id], result.trace) for result in questions},
        areas={area: summarise(scale, [distribution for _, distribution in asked]) for area, asked in found.items()},
        answers=summarise(scale, list(distributions.values())),
    )


def _tally(area: Area, question: Question, given: StagedInput) -> Tally:
    """The question's tally. A question without one was put to everybody, in an area out of scope to nobody."""
    found = given.tallies.get(question.id)
    if found is not None:
        return found
    judgement = given.areas.get(area.id)
    return Tally(counts={}, asked=given.asked if judgement is None or judgement.in_scope else 0)


def _question(scale: Scale, area: str, question: str, distribution: Distribution) -> QuestionResult:
    answers = summarise(scale, [distribution])
    return QuestionResult(
        id=question,
        area=area,
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
