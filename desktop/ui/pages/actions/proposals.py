"""Actions worth proposing: one for each unsatisfied goal that stands before the next level."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.language import _
from desktop.model.assessment.models import ModelInUse
from desktop.model.maturity.pack import Goal
from desktop.model.records import Action
from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.vocabulary import Rating


def proposals(
    models: Iterable[ModelInUse], results: Iterable[ModelResult], actions: Iterable[Action]
) -> list[dict[str, object]]:
    """Fields of an action for every goal that blocks a next level, is unsatisfied and has no action yet.

    The areas with the least work come first, as the engine orders its blockers. Goals that are merely not rated are
    left alone: rating comes before improving.
    """
    packs = {in_use.id: in_use.pack for in_use in models}
    known = {(action.model, action.goal) for action in actions if action.goal}
    found: list[dict[str, object]] = []
    for result in results:
        unsatisfied = {goal.id for area in result.areas for goal in area.goals if goal.rating is Rating.UNSATISFIED}
        for blocker in result.level.blockers:
            found += [
                {
                    "title": title_for(packs[result.model].goal_by_id[goal][1]),
                    "model": result.model,
                    "area": blocker.area,
                    "goal": goal,
                }
                for goal in blocker.goals
                if goal in unsatisfied and (result.model, goal) not in known
            ]
    return found


def title_for(goal: Goal) -> str:
    """The title an action starts with when it is about a goal."""
    return _("Reach: {goal}").format(goal=goal.name)
