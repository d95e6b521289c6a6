"""What can be named in a model besides its places: whether a part is known."""

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
