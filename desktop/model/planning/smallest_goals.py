"""The fewest goals of an area to work on, so that all of them are satisfied."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from desktop.model.maturity import Pack
from desktop.model.planning.origins import goal_origin
from desktop.model.planning.smallest_cover import Candidate, smallest_cover
from desktop.model.scoring.practices import is_in_place, work
from desktop.model.scoring.results import AreaResult, PracticeResult


class Task(Struct, frozen=True):
    """A goal to work on.

    Attributes:
        practices: ids of the practices that it waits for.
        itself: whether its own weaknesses keep it from being satisfied, whatever is in place.
        work: what its practices take, see `Blocker`.
    """

    goal: str
    practices: frozenset[str]
    itself: bool
    work: int


def smallest_goals(pack: Pack, area: AreaResult, practices: Mapping[str, PracticeResult]) -> list[tuple[str, int]]:
    """Origins of the fewest goals whose practices satisfy the whole area, with the work each takes.

    Practices that serve several goals are shared by them, so fewer goals may do than are not satisfied. Among sets of
    equal size the one with the least work is taken, then the one whose goals come first in the model. An area that is
    out of scope, or said not to apply without a reason, needs at least one goal, to be appraised at all.

    Args:
        pack: the model.
        area: an area that is not satisfied.
        practices: practices' results by id.
    """
    tasks = _tasks(pack, area, practices)
    waiting = [task for task in tasks if task.practices or task.itself]
    cover = smallest_cover([Candidate(task.practices, needed=task.itself, weight=task.work) for task in waiting])
    chosen = [waiting[place] for place in cover] if waiting else tasks[:1]
    return [(goal_origin(task.goal), task.work) for task in chosen]


def _tasks(pack: Pack, area: AreaResult, practices: Mapping[str, PracticeResult]) -> list[Task]:
    found = pack.area_by_id[area.id]
    wanting = {practice.id for practice in found.practices if not is_in_place(practices[practice.id])}
    serving = {practice.id: found.goals_of(practice) for practice in found.practices}
    tasks = []
    for goal in area.goals:
        needed = frozenset(practice for practice in wanting if goal.id in serving[practice])
        tasks.append(
            Task(
                goal=goal.id,
                practices=needed,
                itself=bool(goal.trace.facts["weaknesses_significant"]),
                work=sum(work(practices[practice]) for practice in needed),
            )
        )
    return tasks
