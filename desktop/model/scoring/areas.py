"""Key process areas: rated by their goals."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from desktop.model.maturity import Area, Pack
from desktop.model.scoring import rounding
from desktop.model.scoring.declared import EXCLUDED, declared
from desktop.model.scoring.distribution import Distribution
from desktop.model.scoring.goals import goal_result
from desktop.model.scoring.inputs import GoalJudgement, PracticeJudgement, StagedInput
from desktop.model.scoring.practices import in_place_share, practice_result
from desktop.model.scoring.results import AreaResult, GoalResult, PracticeResult, Trace
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.survey import Survey
from desktop.model.scoring.vocabulary import Rating

RATINGS = {
    Rule.AREA_SATISFIED: Rating.SATISFIED,
    Rule.AREA_UNSATISFIED: Rating.UNSATISFIED,
    Rule.AREA_NOT_RATED: Rating.NOT_RATED,
    Rule.AREA_NOT_APPLICABLE: Rating.NOT_APPLICABLE,
    Rule.AREA_GOALS_NOT_APPLICABLE: Rating.NOT_APPLICABLE,
    Rule.AREA_REASON_MISSING: Rating.NOT_RATED,
    Rule.AREA_OUT_OF_SCOPE: Rating.OUT_OF_SCOPE,
    Rule.AREA_WITHOUT_GOALS: Rating.NOT_RATED,
}
"""The rating that each rule gives."""

MET = frozenset({Rating.SATISFIED, Rating.NOT_APPLICABLE})
"""Ratings with which an area does not stand before a level."""

_DECLARED = {
    Rating.OUT_OF_SCOPE: Rule.AREA_OUT_OF_SCOPE,
    Rating.NOT_APPLICABLE: Rule.AREA_NOT_APPLICABLE,
    Rating.NOT_RATED: Rule.AREA_REASON_MISSING,
}

_EXCLUDING = {
    Rule.AREA_OUT_OF_SCOPE: Rule.GOAL_AREA_OUT_OF_SCOPE,
    Rule.AREA_NOT_APPLICABLE: Rule.GOAL_AREA_NOT_APPLICABLE,
}


class RatedArea(Struct, frozen=True):
    """An area with what its rating, and that of its level and categories, rests on."""

    result: AreaResult
    practices: tuple[PracticeResult, ...]
    questions: tuple[Distribution, ...]


def rate_area(pack: Pack, area: Area, given: StagedInput, read: Survey) -> RatedArea:
    """One area, by the first of these that holds.

    1. It is not appraised: OUT_OF_SCOPE.
    2. It is declared outside the organisation's work: NOT_APPLICABLE with a reason; without one, NOT_RATED.
    3. A goal is unsatisfied: UNSATISFIED.
    4. A goal is not rated, or it has no goals: NOT_RATED.
    5. No goal applies: NOT_APPLICABLE.
    6. SATISFIED.

    Args:
        pack: the model.
        area: the area.
        given: what the team says.
        read: what the answers say.
    """
    questions = read.informing
    said = declared(given.areas.get(area.id))
    by_declaration = None if said is None else _DECLARED[said]
    practices = tuple(
        practice_result(pack, area.id, practice, given.practices.get(practice.id, PracticeJudgement()), questions)
        for practice in area.practices
    )
    served = [area.goals_of(practice) for practice in area.practices]
    goals = tuple(
        goal_result(
            area.id,
            goal.id,
            [practice for practice, goals in zip(practices, served, strict=True) if goal.id in goals],
            given.goals.get(goal.id, GoalJudgement()),
            _EXCLUDING.get(by_declaration) if by_declaration else None,
        )
        for goal in area.goals
    )
    rule = by_declaration or _rule(goals)
    rating = RATINGS[rule]
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
                rule=rule,
                facts={
                    "area": area.id,
                    "goals": len(goals),
                    "satisfied": len(_with(Rating.SATISFIED, goals)),
                    "unsatisfied": _with(Rating.UNSATISFIED, goals),
                    "not_rated": _with(Rating.NOT_RATED, goals),
                },
                parts=() if by_declaration else tuple(goal.trace for goal in goals),
            ),
        ),
        practices=practices,
        questions=tuple(questions[question.id][0] for question in area.questions),
    )


def _rule(goals: Sequence[GoalResult]) -> Rule:
    if not goals:
        return Rule.AREA_WITHOUT_GOALS
    ratings = {goal.rating for goal in goals}
    if Rating.UNSATISFIED in ratings:
        return Rule.AREA_UNSATISFIED
    if Rating.NOT_RATED in ratings:
        return Rule.AREA_NOT_RATED
    return Rule.AREA_SATISFIED if Rating.SATISFIED in ratings else Rule.AREA_GOALS_NOT_APPLICABLE


def _with(rating: Rating, goals: Sequence[GoalResult]) -> tuple[str, ...]:
    return tuple(goal.id for goal in goals if goal.rating is rating)
