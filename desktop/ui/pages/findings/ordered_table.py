"""A table whose rows are put in order by hand: by keys, or drawn with the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractItemView

from desktop.language import _
from desktop.ui.deeds import Deed
from desktop.ui.table_rows import RowsModel
from desktop.ui.tables import Table


class OrderedRows(RowsModel):  # type: ignore[type-arg]  # of whatever rows
    """Rows that can be drawn to another place."""

    def flags(self, index: object) -> Qt.ItemFlag:
        """Each can be drawn; between any two it can be let go."""
        flags = super().flags(index)  # type: ignore[arg-type]
        valid = index.isValid()  # type: ignore[attr-defined]
        return flags | (Qt.ItemFlag.ItemIsDragEnabled if valid else Qt.ItemFlag.ItemIsDropEnabled)

    def supportedDragActions(self) -> Qt.DropAction:
        """Rows move; none is copied."""
        return Qt.DropAction.MoveAction

    def supportedDropActions(self) -> Qt.DropAction:
        """Likewise."""
        return Qt.DropAction.MoveAction


class OrderedTable(Table):
    """Never sorted otherwise.

    Attributes:
        writable: whether rows can be moved.

    Signals:
        moved: ``(row that moves, by how many places)``; up is negative.
    """

    moved = Signal(object, int)

    def __init__(self, source: OrderedRows, accessible_name: str) -> None:
        super().__init__(source, accessible_name, sortable=False)
        self.writable = True
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def deeds(self) -> Sequence[Deed]:
        """Move the row under the cursor."""
        if self.current_row() is None or not self.writable:
            return super().deeds()
        return (
            *super().deeds(),
            Deed(("Ctrl+Up",), _("Move up"), partial(self._move, -1)),
            Deed(("Ctrl+Down",), _("Move down"), partial(self._move, 1)),
        )

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell by how many places a row was drawn; whoever keeps the order puts it there."""
        row, here, place = self.current_row(), self.currentIndex().row(), event.position().toPoint()
        index = self.indexAt(place)
        below = index.isValid() and place.y() > self.visualRect(index).center().y()
        there = index.row() + below if index.isValid() else self.proxy.rowCount()
        by = there - here - (there > here)
        event.setDropAction(Qt.DropAction.IgnoreAction)  # or the view would take the row away
        event.accept()
        if row is not None and by and self.writable:
            self.moved.emit(row, by)

    def _move(self, by: int) -> None:
        self.moved.emit(self.current_row(), by)
