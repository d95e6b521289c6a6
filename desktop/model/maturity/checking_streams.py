"""Whether a pack of streams makes sense: a cell for each level, and ids that say where their parts stand."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.model.maturity.faults import FaultCode
from desktop.model.maturity.findings import Finding, finding, is_numbered, level_alone, level_reference
from desktop.model.maturity.nodes import Place
from desktop.model.maturity.pack import Cell, Pack, Stream

_LETTERS = {"practices": "P", "outcomes": "O", "metrics": "M"}


def streams(pack: Pack) -> Iterator[Finding]:
    """What contradicts itself in the content of the scheme `streams`, or cannot be scored."""
    yield from level_alone(pack)
    for index, stream in enumerate(pack.streams):
        place: Place = ("streams", index)
        yield from _id(stream.question.id, f"{stream.id}-Q", (*place, "question", "id"))
        yield from _cells(pack, stream, place)
        for at, cell in enumerate(stream.cells):
            yield from _parts(stream, cell, (*place, "cells", at))


def _cells(pack: Pack, stream: Stream, place: Place) -> Iterator[Finding]:
    seen: set[int] = set()
    for at, cell in enumerate(stream.cells):
        here = (*place, "cells", at, "level")
        yield from level_reference(pack, cell.level, here)
        if cell.level in seen:
            yield finding(here, FaultCode.CELL_TWICE, id=stream.id, level=cell.level)
        seen.add(cell.level)
    for level in pack.levels:
        if level.number not in seen:
            yield finding((*place, "cells"), FaultCode.CELL_MISSING, id=stream.id, level=level.number)


def _parts(stream: Stream, cell: Cell, place: Place) -> Iterator[Finding]:
    if not cell.practices:
        yield finding((*place, "practices"), FaultCode.LIST_EMPTY, key="practices")
    for key, letter in _LETTERS.items():
        for at, part in enumerate(getattr(cell, key)):
            yield from _id(part.id, f"{stream.id}-{cell.level}-{letter}", (*place, key, at, "id"))


def _id(part_id: str, prefix: str, place: Place) -> Iterator[Finding]:
    if not is_numbered(part_id, prefix):
        yield finding(place, FaultCode.ID_FORM, id=part_id, form=f"{prefix}1")
