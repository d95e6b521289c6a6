"""What an action item comes from: a goal to reach, a cell to take up or a statement to meet, as ``cell:CTP-3``."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from desktop.model.maturity import Cell, Pack, Stream
from desktop.model.maturity.part_places import PartPlace
from desktop.model.maturity.parts import cell_id


class OriginKind(StrEnum):
    """What can be reached in a model, one kind a scheme."""

    GOAL = "goal"
    CELL = "cell"
    STATEMENT = "statement"
    PART = "part"
    """A part of a model with rules of its own that is answered itself."""


class Origin(Struct, frozen=True):
    """A part of a model that can be reached.

    Attributes:
        kind: what it is.
        part: id of the goal, of the cell (``CTP-3``), of the statement or of the part.
        place: id of its area, stream or track; of a part that itself.
        level: the level it is asked for at.
    """

    kind: OriginKind
    part: str
    place: str
    level: int

    def __str__(self) -> str:
        """The origin as it is kept: ``cell:CTP-3``."""
        return f"{self.kind}:{self.part}"


def goal_origin(goal: str) -> str:
    """The origin of what reaches a goal."""
    return f"{OriginKind.GOAL}:{goal}"


def cell_origin(stream: str, level: int) -> str:
    """The origin of what takes up a stream's cell."""
    return f"{OriginKind.CELL}:{cell_id(stream, level)}"


def statement_origin(statement: str) -> str:
    """The origin of what meets a statement."""
    return f"{OriginKind.STATEMENT}:{statement}"


def part_origin(part: str) -> str:
    """The origin of what raises a part of a model with rules of its own."""
    return f"{OriginKind.PART}:{part}"


def find(pack: Pack, origin: str) -> Origin | None:
    """The part of a model that an origin names; None where the model has none such."""
    kind, _, part = origin.partition(":")
    match kind:
        case OriginKind.GOAL if part in pack.goal_by_id:
            area, _goal = pack.goal_by_id[part]
            return Origin(OriginKind.GOAL, part, area.id, area.level)
        case OriginKind.CELL if (found := find_cell(pack, part)) is not None:
            stream, cell = found
            return Origin(OriginKind.CELL, part, stream.id, cell.level)
        case OriginKind.STATEMENT if part in pack.statement_by_id:
            track, statement = pack.statement_by_id[part]
            return Origin(OriginKind.STATEMENT, part, track.id, statement.level)
        case OriginKind.PART if isinstance(place := pack.place_by_id.get(part), PartPlace):
            return Origin(OriginKind.PART, part, part, place.level)
    return None


def find_cell(pack: Pack, part: str) -> tuple[Stream, Cell] | None:
    """The cell of this id with its stream, or None."""
    stream = pack.stream_by_id.get(part.rpartition("-")[0])
    if stream is None:
        return None
    return next(((stream, cell) for cell in stream.cells if cell_id(stream.id, cell.level) == part), None)
