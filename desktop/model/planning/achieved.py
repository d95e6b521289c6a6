"""What became of the effects that an action was to have: whether a part of a model is as it was to be."""

from __future__ import annotations

from desktop.model.maturity import Pack
from desktop.model.planning.aims import aim_of
from desktop.model.planning.gaps import gaps
from desktop.model.planning.origins import Origin, OriginKind
from desktop.model.scoring.inputs import Given
from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.vocabulary import MET, Fulfilment


def is_reached(pack: Pack, given: Given, result: ModelResult, part: str) -> bool:
    """Whether a part is reached, by the team's ratings as they are.

    A goal is where it is satisfied or does not apply, a cell where its stream stands at its level or above, a statement
    where it is met. An area, stream, track or part is where its target is reached; without a target, an area where it
    is satisfied or does not apply, all else where nothing is left above it.

    Args:
        pack: the model.
        given: what the result was scored from.
        result: its result.
        part: id of what was to be reached; one that the model has not is never reached.
    """
    aim = aim_of(pack, part)
    if aim is None:
        return False
    if aim.part is not None and aim.part.kind is not OriginKind.PART:
        return _holds(aim.part, result)
    return any(
        not gap.gap if gap.target is not None else gap.rating in MET if gap.rating is not None else not gap.missing
        for gap in gaps(given, result)
        if gap.place == aim.place and (gap.rated or gap.part is not None)
    )


def _holds(origin: Origin, result: ModelResult) -> bool:
    match origin.kind:
        case OriginKind.GOAL:
            return any(goal.rating in MET for area in result.areas for goal in area.goals if goal.id == origin.part)
        case OriginKind.CELL:
            return any(
                stream.level >= origin.level and stream.excluded is None
                for stream in result.streams
                if stream.id == origin.place
            )
        case _:
            return any(
                statement.value is Fulfilment.MET for statement in result.statements if statement.id == origin.part
            )
