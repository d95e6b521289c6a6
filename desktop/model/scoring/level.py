"""The maturity level, a whole number, and what stands before the next one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.model.maturity import Pack
from desktop.model.scoring.areas import MET, RatedArea
from desktop.model.scoring.determined import is_determined
from desktop.model.scoring.practices import is_open, is_weak, work
from desktop.model.scoring.results import Blocker, LevelOutcome, Trace
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.vocabulary import Rating


def level_outcome(pack: Pack, areas: Sequence[RatedArea]) -> LevelOutcome:
    """The highest level with every area of it and of all levels below satisfied or not applicable.

    The lowest level of the model needs nothing. An area out of scope counts like one not rated. A level without areas
    adds no demand. A level that has areas none of which applies is not reached: nothing shows that the organisation
    works at it. Whether the outcome is determined, see `is_determined`.

    Args:
        pack: the model.
        areas: its areas as rated, in its order.
    """
    numbers = sorted(level.number for level in pack.levels)
    reached = numbers[0]
    rule, following = Rule.LEVEL_HIGHEST, None
    ratings: set[Rating] = set()
    for number in numbers[1:]:
        ratings = {area.result.rating for area in areas if area.result.level == number}
        stop = _stop(ratings)
        if stop is not None:
            rule, following = stop, number
            break
        reached = number
    asked = [area for area in areas if numbers[0] < area.result.level <= (following or reached)]
    return LevelOutcome(
        reached=reached,
        determined=is_determined(following, ratings),
        next=following,
        blockers=_blockers(asked),
        warnings=(rule.value,) if rule is Rule.LEVEL_ALL_NOT_APPLICABLE else (),
        trace=Trace(
            rule=rule,
            facts={
                "reached": reached,
                "next": following,
                "unsatisfied": _with(Rating.UNSATISFIED, asked),
                "not_rated": _with(Rating.NOT_RATED, asked),
                "out_of_scope": _with(Rating.OUT_OF_SCOPE, asked),
                "not_applicable": _with(Rating.NOT_APPLICABLE, asked),
            },
            parts=tuple(area.result.trace for area in asked),
        ),
    )


def _stop(ratings: set[Rating]) -> Rule | None:
    """The rule that keeps a level with these ratings from being reached, None when it is reached."""
    if ratings == {Rating.NOT_APPLICABLE}:
        return Rule.LEVEL_ALL_NOT_APPLICABLE
    if ratings <= MET:
        return None
    return Rule.LEVEL_STOPPED if Rating.UNSATISFIED in ratings else Rule.LEVEL_NOT_DETERMINED


def _blockers(areas: Iterable[RatedArea]) -> tuple[Blocker, ...]:
    """The unmet areas, the least work first; among equals the order of the model."""
    unmet = (_blocker(area) for area in areas if area.result.rating not in MET)
    return tuple(sorted(unmet, key=lambda blocker: blocker.work))


def _blocker(area: RatedArea) -> Blocker:
    return Blocker(
        area=area.result.id,
        why=area.result.rating,
        goals=tuple(goal.id for goal in area.result.goals if goal.rating not in MET),
        weak=tuple(practice.id for practice in area.practices if is_weak(practice)),
        open=tuple(practice.id for practice in area.practices if is_open(practice)),
        work=sum(map(work, area.practices)),
    )


def _with(rating: Rating, areas: Iterable[RatedArea]) -> tuple[str, ...]:
    return tuple(area.result.id for area in areas if area.result.rating is rating)
