"""Streams and levels as a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.model.maturity.pack import Level
from desktop.ui.pages.ratings.streams.rows import CellEntry, RowEntry
from desktop.ui.pages.ratings.streams.snapshot import Place
from desktop.ui.widgets.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex


class MatrixModel(QAbstractTableModel):
    """Streams as rows, levels as columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[RowEntry] = []
        self.levels: list[Level] = []

    def set_rows(self, levels: Sequence[Level], rows: Sequence[RowEntry]) -> None:
        """Show other contents; where streams and levels are the same, the cursor stays."""
        same = list(levels) == self.levels and [row.id for row in rows] == [row.id for row in self.rows]
        if same and self.rows:
            self.rows = list(rows)
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(levels) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(rows) - 1)
            return
        self.beginResetModel()
        self.levels, self.rows = list(levels), list(rows)
        self.endResetModel()

    def cell(self, index: Index) -> CellEntry:
        """The cell at a place of the matrix."""
        return self.rows[index.row()].cells[index.column()]

    def place(self, place: Place) -> QModelIndex:
        """Where a stream's level stands."""
        for number, row in enumerate(self.rows):
            for column, cell in enumerate(row.cells):
                if cell.place == place:
                    return self.index(number, column)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Number of streams."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Number of levels."""
        return 0 if parent.isValid() else len(self.levels)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a view or a screen reader asks."""
        if not index.isValid():
            return None
        cell = self.cell(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip("\n".join([cell.text, *cell.marks()]))
            case Qt.ItemDataRole.AccessibleTextRole:
                level = self.levels[index.column()]
                where = _("{stream}, level {level}").format(stream=self.rows[index.row()].name, level=level.number)
                return ". ".join([where, *cell.marks(), cell.text])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Levels over the columns, streams beside the rows."""
        if orientation is Qt.Orientation.Horizontal:
            level = self.levels[section]
            name = _("{number} {name}").format(number=level.number, name=level.name)
            if role == Qt.ItemDataRole.DisplayRole:
                return name
            return plain_tip(f"{name}\n{level.summary}".strip()) if role == Qt.ItemDataRole.ToolTipRole else None
        row = self.rows[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(f"{row.id} · {row.name}\n{row.beneath}")
        return None
