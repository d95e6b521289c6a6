"""Where something stands in a maturity model, known by its id."""

from __future__ import annotations

from collections.abc import Container, Mapping

from desktop.model.maturity.pack import Pack, StreamQuestion
from desktop.model.maturity.parts import cell_id, is_cell, place_holding
from desktop.model.planning.crosswalk import End
from desktop.ui.pages.model.entries import Part


def locate(pack: Pack, target: str) -> Part | None:
    """Which part of a model bears an id; a level bears its number, that of a stream or track stands behind its id."""
    known: tuple[tuple[Part, Container[str]], ...] = (
        (Part.AREA, pack.area_by_id),
        (Part.GOAL, pack.goal_by_id),
        (Part.PRACTICE, pack.practice_by_id),
        (Part.QUESTION, pack.question_by_id),
        (Part.STREAM, pack.stream_by_id),
        (Part.QUESTION, stream_questions(pack)),
        (Part.ITEM, pack.item_by_id),
        (Part.METRIC, pack.metric_by_id),
        (Part.TRACK, pack.track_by_id),
        (Part.STATEMENT, pack.statement_by_id),
        (Part.CAP, pack.cap_by_id),
        (Part.PART, pack.place_by_id),
        (Part.LEVEL, {str(level.number) for level in pack.levels}),
    )
    for part, ids in known:
        if target in ids:
            return part
    if is_cell(pack, target):
        return Part.CELL
    if any(target == cell_id(track, level.number) for track in pack.track_by_id for level in pack.levels):
        return Part.RUNG
    return None


def stream_questions(pack: Pack) -> Mapping[str, tuple[str, StreamQuestion]]:
    """The questions of streams with the stream's id, by id."""
    return {stream.question.id: (stream.id, stream.question) for stream in pack.streams}


def place_of(pack: Pack, part: Part, target: str) -> str:
    """The area, stream or track that an entry of the outline belongs to; empty for the model, its levels and caps."""
    if part in (Part.MODEL, Part.LEVEL, Part.CAPS, Part.CAP):
        return ""
    if part is Part.RUNG:
        return target.rpartition("-")[0]
    return place_holding(pack, target.partition("/")[0] if part is Part.GROUP else target)


def rated_as(pack: Pack, part: Part, target: str) -> str:
    """What of it the team rates: itself where it can, else its place; empty where there is nothing to rate."""
    if part in (Part.GOAL, Part.PRACTICE, Part.CELL, Part.ITEM, Part.STATEMENT):
        return target
    if part is Part.METRIC:
        stream, cell, _metric = pack.metric_by_id[target]
        return cell_id(stream.id, cell.level)
    if part is Part.GROUP and is_cell(pack, target.partition("/")[0]):
        return target.partition("/")[0]
    return place_of(pack, part, target)


def end_text(pack: Pack, end: End) -> str:
    """What one end of a link is called, e.g. “Tool, statement TOL-3-2”."""
    name = pack.place_by_id[end.place].name
    return name if end.is_place else f"{name} · {end.part}"
