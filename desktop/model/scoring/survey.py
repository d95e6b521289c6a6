"""What the answers alone say about a model: the part of scoring that no judgement of the team changes."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from desktop.model.maturity import Asked, Pack, Scale
from desktop.model.maturity.questionnaire import scales, sections
from desktop.model.scoring.distribution import Distribution, distribute
from desktop.model.scoring.inputs import Given, Tally
from desktop.model.scoring.results import AnswerStatistics, QuestionResult, Trace
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.statistics import pooled, summarise

_Read = tuple[Scale, Distribution]
"""The answers to a question, and the scale they are on."""


class Survey(Struct, frozen=True):
    """The answers to every question, place by place and all together.

    Attributes:
        questions: each question's result, in the order of the questionnaire.
        informing: by question id, its distribution and trace, for what rests on them.
        places: by id of the area, stream or track, all answers to its questions.
        answers: all answers.
    """

    questions: tuple[QuestionResult, ...]
    informing: Mapping[str, tuple[Distribution, Trace]]
    places: Mapping[str, AnswerStatistics]
    answers: AnswerStatistics


def survey(pack: Pack, given: Given) -> Survey:
    """Read the answers, whatever the scheme.

    Raises:
        KeyError: the pack has no such answer scale.
        ValueError: a tally does not fit the scale.
    """
    scale = {scale.id: scale for scale in scales(pack)}[given.scale]
    found: dict[str, list[_Read]] = {place: [] for place in pack.place_by_id}
    informing: dict[str, tuple[Distribution, Trace]] = {}
    questions = []
    for section in sections(pack, given.scale):
        for question in section.questions:
            distribution = distribute(question.scale, _tally(section.place, question.id, given))
            result = _question(question, section.place, distribution)
            questions.append(result)
            informing[question.id] = (distribution, result.trace)
            found[section.place].append((question.scale, distribution))
    return Survey(
        questions=tuple(questions),
        informing=informing,
        places={place: pooled(scale, read) for place, read in found.items()},
        answers=pooled(scale, [each for read in found.values() for each in read]),
    )


def _tally(place: str, question: str, given: Given) -> Tally:
    """The question's tally. A question without one was put to everybody, in a place out of scope to nobody."""
    found = given.tallies.get(question)
    if found is not None:
        return found
    judgement = given.areas.get(place)
    return Tally(counts={}, asked=given.asked if judgement is None or judgement.in_scope else 0)


def _question(question: Asked, place: str, distribution: Distribution) -> QuestionResult:
    answers = summarise(question.scale, [distribution])
    return QuestionResult(
        id=question.id,
        place=place,
        answers=answers,
        trace=Trace(
            rule=Rule.QUESTION_ANSWERED if answers.n else Rule.QUESTION_NO_ANSWERS,
            facts={
                "question": question.id,
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
