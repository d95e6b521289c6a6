"""The table beside a picture, and why each of its lines is as it is."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from desktop.exchange.deliverable import ModelPart
from desktop.exchange.tables.table import AnyTable
from desktop.exchange.tables.words import in_line
from desktop.language import _
from desktop.model.planning.aims import place_of
from desktop.ui.session import Session
from desktop.ui.sizes import size
from desktop.ui.table_rows import RowsModel
from desktop.ui.tables import Table
from desktop.ui.told_columns import shown
from desktop.ui.widgets.folding_panes import FoldingStorey
from desktop.ui.widgets.text import Label
from desktop.wording import traces

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
        self._told: AnyTable | None = None
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

    def show_table(self, table: AnyTable, part: ModelPart) -> None:
        """Show a picture's table."""
        self._part = part
        if self._table is not None:
            self._column.removeWidget(self._table)
            self._table.hide()
            self._table.deleteLater()
        widest = _widest(table)
        columns = [
            shown(column, table.rows, width=0 if place == widest else LEAST)
            for place, column in enumerate(table.columns)
        ]
        self._told = table
        model: RowsModel[Any] = RowsModel(columns)
        model.set_rows(table.rows)
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
            self._table.select(partial(self._is_about, target))

    def _is_about(self, target: str, row: object) -> bool:
        if self._told is None or self._part is None:
            return False
        part = self._told.ref(row).part
        return target in (part, place_of(self._part.pack, part))

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        row = None if self._table is None else self._table.current_row()
        if row is None or self._part is None or self._told is None or self._told.trace is None:
            return
        pack = self._part.pack
        covered = self._session.assessment.coverage.of(pack.id)
        told = traces.lines(self._told.trace(row), DEPTH, pack, self._part.numbers, covered)
        self._why.setPlainText("\n".join("    " * indent + text for indent, text in told))


def _widest(table: AnyTable) -> int:
    """The column with the longest words gets the room that is left."""
    lengths = [
        max((len(in_line(column.value(row), column.kind)) for row in table.rows), default=0) for column in table.columns
    ]
    return lengths.index(max(lengths))
