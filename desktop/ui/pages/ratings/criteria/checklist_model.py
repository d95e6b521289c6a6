"""The statements of a track as a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from desktop.ui.pages.ratings.criteria.rows import StatementEntry
from desktop.ui.widgets.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex


class ChecklistModel(QAbstractListModel):
    """The statements of a track."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[StatementEntry] = []

    def set_rows(self, rows: Sequence[StatementEntry]) -> None:
        """Show other contents; where the statements are the same, the cursor stays."""
        if [row.id for row in rows] == [row.id for row in self.rows]:
            before, self.rows = self.rows, list(rows)
            for number, row in enumerate(rows):
                if row != before[number]:
                    self.dataChanged.emit(self.index(number), self.index(number))
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def place(self, statement: str) -> QModelIndex:
        """Where a statement stands; nowhere when it is another track's."""
        ids = [row.id for row in self.rows]
        return self.index(ids.index(statement)) if statement in ids else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Number of statements."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a view or a screen reader asks."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken()
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip("\n".join(part for part in (row.text, row.survey, row.note) if part))
        return None
