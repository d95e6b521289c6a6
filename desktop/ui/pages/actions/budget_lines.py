"""The rows of a plan within a budget, as the window shows them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from desktop.exchange.tables.table import Table as Told
from desktop.exchange.tables.words import in_line
from desktop.language import _
from desktop.ui.table_rows import Column


class Line(Struct, frozen=True):
    """A row of one of the three tables, as it is told.

    Attributes:
        id: of the action or place.
        cells: its words by the keys of the columns.
    """

    id: str
    cells: Mapping[str, str]


def lines(told: Told[Any]) -> list[Line]:
    """The rows of a table, in words."""
    return [
        Line(told.ref(row).part, {column.key: in_line(column.value(row), column.kind) for column in told.columns})
        for row in told.rows
    ]


def key(line: Line) -> str:
    """What a row is known by."""
    return line.id


def _column(heading: str, key: str, **more: Any) -> Column[Line]:  # noqa: ANN401 - what `Column` has
    return Column(heading, lambda line: line.cells[key], **more)


def _with_why(heading: str, key: str) -> Column[Line]:
    return Column(
        heading,
        lambda line: line.cells[key],
        beneath=lambda line: line.cells["why"],
        tip=lambda line: line.cells["why"],
    )


def of_planned() -> list[Column[Line]]:
    """The columns of what is planned."""
    return [
        _column(_("No."), "number", width=46, right=True),
        _with_why(_("Action"), "title"),
        _column(_("Begins"), "starts", width=84, gives_way=2),
        _column(_("Done by"), "quarter", width=84),
        _column(_("Days"), "effort", width=62, right=True, gives_way=1),
        _column(_("Cost"), "cost", width=78, right=True, gives_way=3),
    ]


def of_left_out() -> list[Column[Line]]:
    """The columns of what is left out."""
    return [
        _column(_("No."), "number", width=46, right=True),
        _with_why(_("Action"), "title"),
        _column(_("Days"), "effort", width=62, right=True, gives_way=1),
        _column(_("Cost"), "cost", width=78, right=True, gives_way=2),
    ]


def of_unreached() -> list[Column[Line]]:
    """The columns of what stays below its target."""
    return [
        _with_why(_("Where"), "place"),
        _column(_("At the end"), "stands", width=230, gives_way=1),
    ]
