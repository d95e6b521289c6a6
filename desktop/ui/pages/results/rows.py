"""The table beside a picture, and why each of its lines is as it is."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from desktop.exchange.deliverable import ModelPart
from desktop.exchange.figures import Table as FigureTable
from desktop.exchange.figures.data import Line, Value
from desktop.language import _
from desktop.ui.session import Session
from desktop.ui.sizes import size
from desktop.ui.tables import Column, RowsModel, Table
from desktop.ui.widgets.folding_panes import FoldingStorey
from desktop.ui.widgets.text import Label
from desktop.wording import names, traces

DEPTH = 3

LEAST = 40
"""A column is as wide as its words, and no narrower than this, in pixels."""


class TableTwin(QWidget):
    """The figures' table with "Why?" beneath it: the trace of the line under the cursor."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._part: ModelPart | None = None
        self._table: Table | None = None
        told = QWidget()
        self._column = QVBoxLayout(told)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._why = QPlainTextEdit()
        self._why.setReadOnly(True)
        self._why.setAccessibleName(_("Why?"))
        self._why.setPlaceholderText(_("Choose a line to read what leads to it."))
        reasons = QWidget()
        below = QVBoxLayout(reasons)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(Label(_("Why?"), "heading"))
        below.addWidget(self._why)
        storey = FoldingStorey(spacing=10)
        storey.add(told, _("Lines"), 130, 3)
        storey.add(reasons, _("Why?"), 110, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(storey)

    def show_table(self, table: FigureTable, part: ModelPart) -> None:
        """Show a picture's table."""
        self._part = part
        if self._table is not None:
            self._column.removeWidget(self._table)
            self._table.hide()
            self._table.deleteLater()
        columns: list[Column[Line]] = [
            Column(
                heading,
                partial(_cell, place, _decimals(cells[place] for cells in table.rows)),
                sort=partial(_sorted_by, place),
                right=place > 0 and any(isinstance(cells[place], int | float) for cells in table.rows),
                width=0 if place == _widest(table) else LEAST,
            )
            for place, heading in enumerate(table.headings)
        ]
        model: RowsModel[Line] = RowsModel(columns)
        model.set_rows(list(table.lines))
        self._table = Table(model, _("The picture as a table"))
        header = self._table.horizontalHeader()
        header.setTextElideMode(Qt.TextElideMode.ElideNone)  # headings are wrapped
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap))
        size(header, least_height=56)
        self._table.selectionModel().currentRowChanged.connect(self._on_row)
        self._column.insertWidget(0, self._table, 1)
        self._why.clear()

    def reveal(self, target: str) -> None:
        """Put the cursor on the line of an area, goal, stream, track, category or level, by its id."""
        if self._table is not None:
            self._table.select(partial(_is_about, target))

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        line = None if self._table is None else self._table.current_row()
        if line is None or self._part is None:
            return
        told = traces.lines(line.trace, DEPTH, self._part.pack, self._part.numbers)
        self._why.setPlainText("\n".join("    " * indent + text for indent, text in told))


def _cell(place: int, decimals: int, line: Line) -> str:
    value = line.cells[place]
    if value is None:
        return "–"
    return names.number(value, decimals) if isinstance(value, float) else str(value)


def _decimals(column: Iterable[Value]) -> int:
    """As many as its longest number has, so that all numbers of a column have equally many."""
    return max((names.decimals(value) for value in column if isinstance(value, float)), default=0)


def _sorted_by(place: int, line: Line) -> object:
    """Numbers before words."""
    value = line.cells[place]
    if value is None:
        return None
    return (1, 0, value) if isinstance(value, str) else (0, value, "")


def _is_about(target: str, line: Line) -> bool:
    return line.is_about(target)


def _widest(table: FigureTable) -> int:
    """The column with the longest words gets the room that is left."""
    lengths = [
        max([len(str(cells[place] or "")) for cells in table.rows] or [0]) for place in range(len(table.headings))
    ]
    return lengths.index(max(lengths)) if lengths else 0
