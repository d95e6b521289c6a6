"""Roll-ups by level and by category: what the areas of each come to together. None of it is a level."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from desktop.model.maturity import Pack
from desktop.model.scoring import rounding
from desktop.model.scoring.areas import RatedArea
from desktop.model.scoring.practices import in_place_share
from desktop.model.scoring.results import GroupResult, Trace
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.statistics import mean_percent, rounded_mean
from desktop.model.scoring.vocabulary import EXCLUDED, Rating


def by_level(pack: Pack, areas: Sequence[RatedArea]) -> tuple[GroupResult, ...]:
    """The roll-up of each level, over the areas it asks for itself; the lowest level first."""
    return tuple(
        _group(Rule.ROLLUP_LEVEL, str(level.number), level.name, [a for a in areas if a.result.level == level.number])
        for level in sorted(pack.levels, key=lambda level: level.number)
    )


def by_category(pack: Pack, areas: Sequence[RatedArea]) -> tuple[GroupResult, ...]:
    """The roll-up of each category; an area of two categories counts in both."""
    return tuple(
        _group(
            Rule.ROLLUP_CATEGORY, category.id, category.name, [a for a in areas if category.id in a.result.categories]
        )
        for category in pack.categories
    )


def _group(rule: Rule, group: str, name: str, areas: Sequence[RatedArea]) -> GroupResult:
    """A group of areas.

    Areas and goals out of scope or not applicable are left out of all but the mean of the answers, which says what was
    answered, whatever the team decided.
    """
    counted = [area for area in areas if area.result.rating not in EXCLUDED]
    ratings = [area.result.rating for area in counted]
    satisfied = ratings.count(Rating.SATISFIED)
    rated = satisfied + ratings.count(Rating.UNSATISFIED)
    goals = [goal.rating for area in counted for goal in area.result.goals if goal.rating not in EXCLUDED]
    satisfied_goals = goals.count(Rating.SATISFIED)
    shares = [share for area in counted if (share := in_place_share(area.practices)) is not None]
    progress = _percent(Fraction(100 * satisfied_goals, len(goals)) if goals else None)
    in_place = _percent(sum(shares, Fraction(0)) / len(shares) if shares else None)
    answers = mean_percent(question for area in areas for question in area.questions)
    mean = None if answers is None else rounded_mean(answers)
    return GroupResult(
        id=group,
        name=name,
        areas=len(counted),
        satisfied=satisfied,
        rated=rated,
        progress_index=progress,
        in_place_percent=in_place,
        mean_percent=mean,
        trace=Trace(
            rule=rule,
            facts={
                "group": group,
                "areas": len(counted),
                "satisfied": satisfied,
                "rated": rated,
                "goals": len(goals),
                "satisfied_goals": satisfied_goals,
                "progress_index": progress,
                "begun": len(shares),
                "in_place_percent": in_place,
                "mean_percent": mean,
            },
            parts=tuple(area.result.trace for area in areas),
        ),
    )


def _percent(value: Fraction | None) -> float | None:
    return None if value is None else rounding.percent(value)
