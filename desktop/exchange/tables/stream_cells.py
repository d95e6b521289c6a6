"""The table of cells: each stream at each level."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from desktop.exchange.deliverable import ScoredModel
from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _
from desktop.model.maturity import Cell, Item, Metric
from desktop.model.maturity.parts import cell_id
from desktop.model.maturity.refs import Ref
from desktop.model.scoring.results import StreamResult
from desktop.wording import names


class CellRow(Struct, frozen=True):
    """A stream at a level, with its practices by whether the team says they are done."""

    stream: StreamResult
    cell: Cell
    done: tuple[Item, ...]
    open: tuple[Item, ...]


def stream_cells(part: ScoredModel) -> Table[CellRow]:
    """A row for each level of each stream, in the model's order."""
    return Table(
        _("Cells"),
        _("Each stream at each level: how things stand there, what is done, what to expect and what to measure."),
        (
            Column("stream.id", _("Id"), 8, _("The stream's short name in the model.")),
            Column("stream.name", _("Stream"), 17, _("The stream."), Kind.NAME),
            Column("cell.level", _("Level"), 8, _("The level."), Kind.LEVEL),
            Column("cell.text", _("How things stand"), 34, _("The text of the level, as people could choose it.")),
            Column(
                "state",
                _("State"),
                13,
                _("Reached up to the level of the stream; still to reach above it, up to the target."),
                read=_state,
            ),
            Column(
                "ticked",
                _("Ticked"),
                6,
                _("How many of its practices are ticked."),
                Kind.COUNT,
                lambda row: len(row.done),
                turned=True,
            ),
            Column(
                "practices",
                _("Practices"),
                6,
                _("How many practices it has."),
                Kind.COUNT,
                lambda row: len(row.cell.practices),
                turned=True,
            ),
            Column(
                "done",
                _("Practices ticked"),
                30,
                _("Practices that the team says are done."),
                read=lambda row: _lines(row.done),
            ),
            Column("open", _("Practices not ticked"), 30, _("The other practices."), read=lambda row: _lines(row.open)),
            Column(
                "outcomes",
                _("Outcomes"),
                28,
                _("What to expect of the practices."),
                read=lambda row: _lines(row.cell.outcomes),
            ),
            Column(
                "metrics",
                _("Metrics"),
                34,
                _("What shows whether they work: name, unit, which way is better, and how to measure."),
                read=lambda row: "\n".join(map(_metric, row.cell.metrics)),
            ),
        ),
        [_row(part, stream, cell) for stream in part.result.streams for cell in _cells(part, stream)],
        lambda row: Ref(part.pack.id, cell_id(row.stream.id, row.cell.level)),
        key="cells",
    )


def _cells(part: ScoredModel, stream: StreamResult) -> tuple[Cell, ...]:
    return part.pack.stream_by_id[stream.id].cells


def _row(part: ScoredModel, stream: StreamResult, cell: Cell) -> CellRow:
    done = tuple(practice for practice in cell.practices if practice.id in part.ticks)
    return CellRow(stream, cell, done, tuple(practice for practice in cell.practices if practice not in done))


def _state(row: CellRow) -> str:
    stream, level = row.stream, row.cell.level
    if stream.rated and level <= stream.level:
        return _("reached")
    return _("to reach") if stream.target is not None and level <= stream.target else ""


def _lines(items: Iterable[Item]) -> str:
    return "\n".join(_("{id} {name}").format(id=item.id, name=item.text) for item in items)


def _metric(metric: Metric) -> str:
    return _("{id} {name} ({unit}; {direction}): {how}").format(
        id=metric.id,
        name=metric.name,
        unit=metric.unit,
        direction=names.name(metric.direction).lower(),
        how=metric.how,
    )
