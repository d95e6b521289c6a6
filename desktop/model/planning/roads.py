"""The road of a model: the levels still to reach, each with the actions of this assessment that serve it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts import WHOLE
from desktop.model.planning.aims import aim_of
from desktop.model.planning.suggestions import Stage, roadmap
from desktop.model.records import Action, ActionStatus
from desktop.model.scoring.results import ModelResult


class RoadStep(Struct, frozen=True):
    """A level to reach.

    Attributes:
        place: id of the track that is to reach it; `WHOLE` for a level of the model.
        stage: what the track still asks for; None for a level of the model.
        actions: what is planned for it or done, by number; dropped actions are left out.
    """

    place: str
    level: int
    stage: Stage | None
    actions: tuple[Action, ...]


def road_steps(pack: Pack, result: ModelResult, actions: Iterable[Action]) -> tuple[RoadStep, ...]:
    """The levels above the one that is reached, the lowest first; those that ask for nothing here are left out.

    Criteria: the stages of each track, see `suggestions.roadmap`. Staged: levels with an area in scope that applies.
    Streams: every level above that of the weakest stream. A model with rules of its own has no road.

    Args:
        pack: the model.
        result: its result.
        actions: the actions of the assessment, of this and other models.
    """
    served: dict[tuple[str, int], list[Action]] = {}
    for action in sorted(actions, key=lambda each: each.number):
        found = _served(pack, result, action)
        if found is not None:
            served.setdefault(found, []).append(action)
    wanted: list[tuple[str, int, Stage | None]] = [(stage.track, stage.level, stage) for stage in roadmap(result)]
    if not (result.tracks or result.parts):
        wanted = [(WHOLE, level, None) for level in _levels(pack, result) if level > result.level.reached]
    return tuple(RoadStep(place, level, stage, tuple(served.get((place, level), ()))) for place, level, stage in wanted)


def _levels(pack: Pack, result: ModelResult) -> list[int]:
    if result.levels:
        return sorted(int(group.id) for group in result.levels if group.areas)
    return sorted(level.number for level in pack.levels)


def _served(pack: Pack, result: ModelResult, action: Action) -> tuple[str, int] | None:
    """The track, or else the model, with the level that an action serves; None where it serves none of this model."""
    if action.model != pack.id or action.status is ActionStatus.DROPPED:
        return None
    aim = aim_of(pack, action.aim)
    if aim is None:
        return None
    if aim.part is not None:
        return (aim.place if result.tracks else WHOLE), aim.part.level
    if aim.place in pack.area_by_id:
        return WHOLE, pack.area_by_id[aim.place].level
    following = {
        **{stream.id: stream.next for stream in result.streams},
        **{track.id: track.next for track in result.tracks},
    }.get(aim.place)
    return None if following is None else (aim.place if result.tracks else WHOLE, following)
