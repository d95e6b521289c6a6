"""Key process areas: rated by their goals, as the engine works it out."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.evaluate import Evaluation
from desktop.model.evaluation.part_results import PartResult
from desktop.model.maturity import Area, Pack
from desktop.model.scoring import rounding
from desktop.model.scoring.distribution import Distribution
from desktop.model.scoring.goals import goal_result
from desktop.model.scoring.inputs import Given, GoalJudgement, PracticeJudgement
from desktop.model.scoring.part_levels import rating_of
from desktop.model.scoring.practices import in_place_share, practice_result
from desktop.model.scoring.results import AreaResult, GoalResult, PracticeResult, Trace
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.statistics import band_limits
from desktop.model.scoring.survey import Survey
from desktop.model.scoring.vocabulary import EXCLUDED, Rating

_DECLARED = {
    BlankReason.OUT_OF_SCOPE: Rule.AREA_OUT_OF_SCOPE,
    BlankReason.DOES_NOT_APPLY: Rule.AREA_NOT_APPLICABLE,
    BlankReason.REASON_WANTING: Rule.AREA_REASON_MISSING,
}
_BLANKS = {
    BlankReason.DOES_NOT_APPLY: Rule.AREA_GOALS_NOT_APPLICABLE,
    BlankReason.NOTHING_COUNTED: Rule.AREA_WITHOUT_GOALS,
}
_RATED = {Rating.SATISFIED: Rule.AREA_SATISFIED, Rating.UNSATISFIED: Rule.AREA_UNSATISFIED}
_EXCLUDING = {
    BlankReason.OUT_OF_SCOPE: Rule.GOAL_AREA_OUT_OF_SCOPE,
    BlankReason.DOES_NOT_APPLY: Rule.GOAL_AREA_NOT_APPLICABLE,
}


class RatedArea(Struct, frozen=True):
    """An area with what its rating, and that of its level and categories, rests on."""

    result: AreaResult
    practices: tuple[PracticeResult, ...]
    questions: tuple[Distribution, ...]


def rate_area(pack: Pack, area: Area, engine: Evaluation, given: Given, read: Survey) -> RatedArea:
    """One area.

    Args:
        pack: the model.
        area: the area.
        engine: what works it, its goals and its practices out.
        given: what the team says.
        read: what the answers say.
    """
    part, limits = engine.result(area.id), band_limits(pack)
    practices = tuple(
        practice_result(
            area.id,
            practice.id,
            given.practices.get(practice.id, PracticeJudgement()),
            engine,
            [read.informing[question.id] for question in pack.informants[practice.id]],
            limits,
        )
        for practice in area.practices
    )
    served = [area.goals_of(practice) for practice in area.practices]
    goals = tuple(
        goal_result(
            area.id,
            engine.result(goal.id),
            [practice for practice, goals in zip(practices, served, strict=True) if goal.id in goals],
            given.goals.get(goal.id, GoalJudgement()),
            _EXCLUDING.get(part.declared) if part.declared else None,
        )
        for goal in area.goals
    )
    rating = rating_of(part)
    share = None if rating in EXCLUDED else in_place_share(practices)
    return RatedArea(
        result=AreaResult(
            id=area.id,
            name=area.name,
            level=area.level,
            categories=area.categories,
            rating=rating,
            goals=goals,
            satisfied_goals=len(_with(Rating.SATISFIED, goals)),
            in_place_percent=None if share is None else rounding.percent(share),
            answers=read.places[area.id],
            trace=Trace(
                rule=_rule(part, rating),
                facts={
                    "area": area.id,
                    "goals": len(goals),
                    "satisfied": len(_with(Rating.SATISFIED, goals)),
                    "unsatisfied": _with(Rating.UNSATISFIED, goals),
                    "not_rated": _with(Rating.NOT_RATED, goals),
                },
                parts=() if part.declared else tuple(goal.trace for goal in goals),
            ),
        ),
        practices=practices,
        questions=tuple(read.informing[question.id][0] for question in area.questions),
    )


def _rule(part: PartResult, rating: Rating) -> Rule:
    if part.declared is not None:
        return _DECLARED[part.declared]
    if part.result.blank is not None:
        return _BLANKS.get(part.result.blank, Rule.AREA_NOT_RATED)
    return _RATED[rating]


def _with(rating: Rating, goals: Sequence[GoalResult]) -> tuple[str, ...]:
    return tuple(goal.id for goal in goals if goal.rating is rating)
