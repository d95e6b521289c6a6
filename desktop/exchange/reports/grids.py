"""The tables of `desktop.exchange.tables` as tables of documents: the same columns, values and words."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.exchange.reports.blocks import Align, Grid, GridCell, GridColumn
from desktop.exchange.tables.table import AnyTable, Column, Kind, Parts, Value
from desktop.exchange.tables.words import for_cell, in_line
from desktop.wording.tones import Toned, tone_of

_ALIGNED: Mapping[Kind, Align] = {
    Kind.LEVEL: "center",
    **dict.fromkeys((Kind.COUNT, Kind.PERCENT, Kind.INDEX, Kind.CONSENSUS, Kind.DECIMAL), "right"),
}


def grid(table: AnyTable, caption: str = "", widths: Mapping[str, float] | None = None) -> Grid:
    """A table for a document.

    Args:
        table: what it shows; hidden columns are left out.
        caption: where it is not the table's own name.
        widths: of columns, by key, where they are to be other shares of the width.
    """
    given = widths or {}
    shown = [column for column in table.columns if not column.hidden]
    columns = tuple(
        GridColumn(
            column.heading,
            given.get(column.key, column.width),
            _ALIGNED.get(column.kind, "left"),
            strong=column.kind is Kind.NAME,
        )
        for column in shown
    )
    rows = tuple(tuple(_cell(column.value(row), column) for column in shown) for row in table.rows)
    return Grid(caption or table.name, columns, rows)


def _cell(value: Value, column: Column[object]) -> GridCell:
    """A value with its tone; texts and parts keep their lines."""
    if value is None:
        return GridCell("–" if column.kind not in (Kind.TEXT, Kind.NAME) else "")
    if isinstance(value, Parts) or type(value) is str:
        return GridCell(str(for_cell(value)))
    tone = tone_of(value) if isinstance(value, Toned) else None
    return GridCell(in_line(value, column.kind), None if tone == "plain" else tone)
