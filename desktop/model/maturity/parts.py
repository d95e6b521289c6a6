"""What can be named in a model besides its places: whether a part is known, and what it belongs to."""

from __future__ import annotations

from desktop.model.maturity.pack import Pack

WHOLE = "*"
"""Stands for the model as a whole where a place in it is named; no id is spelt so."""


def cell_id(stream: str, level: int) -> str:
    """How a cell is named: the stream's id and the level, ``CTP-3``."""
    return f"{stream}-{level}"


def is_cell(pack: Pack, part: str) -> bool:
    """Whether it names a cell of a stream."""
    return any(part == cell_id(stream.id, cell.level) for stream in pack.streams for cell in stream.cells)


def knows(pack: Pack, part: str) -> bool:
    """Whether it is the id of anything that is judged, asked or measured in the model, cells included."""
    return is_cell(pack, part) or any(
        part in known
        for known in (
            pack.place_by_id,
            pack.goal_by_id,
            pack.practice_by_id,
            pack.question_by_id,
            pack.item_by_id,
            pack.metric_by_id,
            pack.statement_by_id,
        )
    )


def belongs(pack: Pack, part: str, place: str) -> bool:
    """Whether a goal is one of an area, a cell one of a stream, or a statement one of a track."""
    if place in pack.area_by_id:
        return part in pack.goal_by_id and pack.goal_by_id[part][0].id == place
    if place in pack.stream_by_id:
        return any(part == cell_id(place, cell.level) for cell in pack.stream_by_id[place].cells)
    return part in pack.statement_by_id and pack.statement_by_id[part][0].id == place
