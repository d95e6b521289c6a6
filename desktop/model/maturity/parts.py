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


def place_holding(pack: Pack, part: str) -> str:
    """Id of the area, stream or track that a part lies in, or is; empty where the model has none such."""
    if part in pack.place_by_id:
        return part
    of_areas = pack.goal_by_id.get(part) or pack.practice_by_id.get(part) or pack.question_by_id.get(part)
    if of_areas:
        return of_areas[0].id
    of_streams = pack.item_by_id.get(part) or pack.metric_by_id.get(part)
    if of_streams:
        return of_streams[0].id
    if part in pack.statement_by_id:
        return pack.statement_by_id[part][0].id
    asked = next((stream.id for stream in pack.streams if stream.question.id == part), "")
    return asked or (part.rpartition("-")[0] if is_cell(pack, part) else "")


def parts_informed(pack: Pack, question: str) -> tuple[str, ...]:
    """Ids of what the answers to a question say something about: practices, or a stream, statement or part."""
    practices = tuple(
        practice for practice, asked in pack.informants.items() if any(each.id == question for each in asked)
    )
    if practices:
        return practices
    if question in pack.statement_by_id:
        return (question,)
    place = place_holding(pack, question)
    return (place,) if place else ()
