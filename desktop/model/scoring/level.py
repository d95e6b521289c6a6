"""The maturity level of areas, a whole number, and what stands before the next one, as the engine works it out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.model.evaluation.part_results import LevelAhead, PartResult
from desktop.model.scoring.areas import RatedArea
from desktop.model.scoring.part_levels import is_settled, level_of
from desktop.model.scoring.practices import is_open, is_weak, work
from desktop.model.scoring.results import Blocker, LevelOutcome, Trace
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.vocabulary import MET, Rating


def level_outcome(floor: int, whole: PartResult, areas: Sequence[RatedArea]) -> LevelOutcome:
    """The highest level with every area of it and of all levels below satisfied or not applicable.

    Args:
        floor: the lowest level of the model, which needs nothing.
        whole: what the engine says of the whole.
        areas: the areas as rated, in the model's order.
    """
    reached = level_of(whole, floor)
    ahead = whole.ahead
    following = None if ahead is None else ahead.level
    rule = _rule(ahead, {area.result.rating for area in areas if area.result.level == following})
    asked = [area for area in areas if floor < area.result.level <= (following or reached)]
    before = () if ahead is None else ahead.before
    blockers = [_blocker(area) for area in areas if area.result.id in before]
    return LevelOutcome(
        reached=reached,
        determined=is_settled(whole),
        next=following,
        blockers=tuple(sorted(blockers, key=lambda blocker: blocker.work)),
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


def _rule(ahead: LevelAhead | None, ratings: set[Rating]) -> Rule:
    if ahead is None:
        return Rule.LEVEL_HIGHEST
    if ahead.none_apply and ratings == {Rating.NOT_APPLICABLE}:
        return Rule.LEVEL_ALL_NOT_APPLICABLE
    return Rule.LEVEL_STOPPED if ahead.fails else Rule.LEVEL_NOT_DETERMINED


def _blocker(area: RatedArea) -> Blocker:
    return Blocker(
        place=area.result.id,
        why=area.result.rating,
        goals=tuple(goal.id for goal in area.result.goals if goal.rating not in MET),
        weak=tuple(practice.id for practice in area.practices if is_weak(practice)),
        open=tuple(practice.id for practice in area.practices if is_open(practice)),
        work=sum(map(work, area.practices)),
    )


def _with(rating: Rating, areas: Iterable[RatedArea]) -> tuple[str, ...]:
    return tuple(area.result.id for area in areas if area.result.rating is rating)
