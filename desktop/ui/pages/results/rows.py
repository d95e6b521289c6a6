"""The table beside a picture, and why each of its lines is as it is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from desktop.exchange.deliverable import ModelPart
from desktop.exchange.figures import Table as FigureTable
from desktop.language import _
from desktop.model.scoring.results import AreaResult, GroupResult, StreamResult, Trace, TrackResult
from desktop.ui import theme
from desktop.ui.session import Session
from desktop.ui.tables import Column, RowsModel, Table
from desktop.ui.widgets.text import Label
from desktop.wording import names, traces

Value = str | int | float | None
Row = tuple[Value, ...]
Item = AreaResult | StreamResult | TrackResult | GroupResult
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
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._heading = Label(_("Why?"), "heading")
        self._why = QPlainTextEdit()
        self._why.setReadOnly(True)
        self._why.setAccessibleName(_("Why?"))
        self._why.setPlaceholderText(_("Choose a line to read what leads to it."))
        self._why.setMaximumHeight(theme.px(170))
        self._column.addWidget(self._heading)
        self._column.addWidget(self._why)

    def show_table(self, table: FigureTable, part: ModelPart) -> None:
        """Show a picture's table."""
        self._part = part
        if self._table is not None:
            self._column.removeWidget(self._table)
            self._table.hide()
            self._table.deleteLater()
        columns: list[Column[Row]] = [
            Column(
                heading,
                partial(_cell, place),
                sort=partial(_sorted_by, place),
                right=place > 0 and any(isinstance(row[place], int | float) for row in table.rows),
                width=0 if place == _widest(table) else LEAST,
            )
            for place, heading in enumerate(table.headings)
        ]
        model: RowsModel[Row] = RowsModel(columns)
        model.set_rows(list(table.rows))
        self._table = Table(model, _("The picture as a table"))
        header = self._table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap))
        header.setMinimumHeight(theme.px(56))
        self._table.selectionModel().currentRowChanged.connect(self._on_row)
        self._column.insertWidget(0, self._table, 1)
        self._why.clear()

    def reveal(self, target: str) -> None:
        """Put the cursor on the line of an area, stream, track, category or level, by its id."""
        if self._table is not None:
            names = {target, *(item.name for item in self._items() if item.id == target)}
            self._table.select(partial(_names_one, names))

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        row = None if self._table is None else self._table.current_row()
        if row is None or self._part is None:
            return
        trace = self._trace(row)
        told = traces.lines(trace, DEPTH, self._part.pack) if trace is not None else []
        self._why.setPlainText("\n".join("    " * indent + text for indent, text in told))

    def _trace(self, row: Row) -> Trace | None:
        """The trace of what a line speaks of, known by its id or name: an area, stream, track, category or level."""
        spoken = {str(value) for value in row}
        return next((item.trace for item in self._items() if item.id in spoken or item.name in spoken), None)

    def _items(self) -> list[Item]:
        assert self._part is not None
        result = self._part.result
        return [*result.areas, *result.streams, *result.tracks, *result.categories, *result.levels]


def _cell(place: int, row: Row) -> str:
    value = row[place]
    if value is None:
        return "–"
    return names.number(value) if isinstance(value, float) else str(value)


def _sorted_by(place: int, row: Row) -> object:
    value = row[place]
    return value.casefold() if isinstance(value, str) else value


def _names_one(names: set[str], row: Row) -> bool:
    return not names.isdisjoint(row)


def _widest(table: FigureTable) -> int:
    """The column with the longest words gets the room that is left."""
    lengths = [max([len(str(row[place] or "")) for row in table.rows] or [0]) for place in range(len(table.headings))]
    return lengths.index(max(lengths)) if lengths else 0
