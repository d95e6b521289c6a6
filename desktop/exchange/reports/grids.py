"""The tables of `desktop.exchange.tables` as tables of documents: the same columns, values and words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from desktop.exchange.deliverable import ActionLine
from desktop.exchange.reports.blocks import WIDTH, Align, Grid, GridCell, GridColumn
from desktop.exchange.tables.table import AnyTable, Column, Kind, Parts, Table, Value
from desktop.exchange.tables.words import for_cell, in_line
from desktop.language import _
from desktop.wording.tones import Toned, tone_of

_ALIGNED: Mapping[Kind, Align] = {
    Kind.LEVEL: "center",
    **dict.fromkeys((Kind.COUNT, Kind.PERCENT, Kind.INDEX, Kind.CONSENSUS, Kind.DECIMAL), "right"),
}

_LETTER, _AROUND = 1.75, 3.0
"""In millimetres: a letter in the type of cells, and what stands free beside words."""

_LONGEST = 13
"""Letters of a word that is never broken."""

_LOOKED_AT = 200
"""So many rows say how long the words of a column are."""

AnyColumn = Column[Any]


def grid(table: AnyTable, caption: str | None = None, widths: Mapping[str, float] | None = None) -> Grid:
    """A table for a document.

    Args:
        table: what it shows; hidden columns are left out.
        caption: where it is not the table's own name; none where it is empty.
        widths: of columns, by key, where they are to be other shares of the width.
    """
    given = widths or {}
    shown = [column for column in table.columns if not column.hidden]
    rows = tuple(tuple(_cell(column.value(row), column) for column in shown) for row in table.rows)
    shares = [given.get(column.key, column.width) for column in shown]
    needs = [
        _need(column.heading, (row[place].text for row in rows[:_LOOKED_AT])) for place, column in enumerate(shown)
    ]
    columns = tuple(
        GridColumn(column.heading, width, _ALIGNED.get(column.kind, "left"), strong=column.kind is Kind.NAME)
        for column, width in zip(shown, _shared_out(shares, needs), strict=True)
    )
    return Grid(table.name if caption is None else caption, columns, rows)


def actions_grid(table: Table[ActionLine], caption: str, widths: Mapping[str, float]) -> Grid:
    """The same for actions, each day that is over marked as such."""
    made = grid(table, caption, widths)
    at = [column.key for column in table.columns if not column.hidden].index("due")
    rows = (
        (*row[:at], GridCell(_("{day}\noverdue").format(day=row[at].text), "bad"), *row[at + 1 :])
        if action.overdue
        else row
        for action, row in zip(table.rows, made.rows, strict=True)
    )
    return replace(made, rows=tuple(rows))


def _shared_out(shares: Sequence[float], needs: Sequence[float]) -> list[float]:
    """The width by shares, but none less than it needs, as far as there is room for that.

    Args:
        shares: what each column is meant to have, in any unit.
        needs: what each needs, in millimetres.
    """
    if sum(needs) >= WIDTH:
        return list(needs)
    widths = [WIDTH * share / sum(shares) for share in shares]
    short: set[int] = set()
    while found := {place for place, width in enumerate(widths) if width < needs[place] - 0.01} - short:
        short |= found
        room = WIDTH - sum(needs[place] for place in short)
        others = sum(share for place, share in enumerate(shares) if place not in short)
        widths = [needs[place] if place in short else room * share / others for place, share in enumerate(shares)]
    return widths


def _need(heading: str, cells: Iterable[str]) -> float:
    """Room for the longest word, of which long ones may be broken, in millimetres."""
    words = (word for text in (heading, *cells) for word in text.split())
    return min(max(map(len, words), default=0), _LONGEST) * _LETTER + _AROUND


def _cell(value: Value, column: AnyColumn) -> GridCell:
    """A value with its tone; texts and parts keep their lines."""
    if value is None:
        return GridCell("–" if column.kind not in (Kind.TEXT, Kind.NAME) else "")
    if isinstance(value, Parts) or type(value) is str:
        return GridCell(str(for_cell(value)))
    tone = tone_of(value) if isinstance(value, Toned) else None
    return GridCell(in_line(value, column.kind), None if tone == "plain" else tone)
