"""A table whose rows come and go, and the line below it that adds them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QTableView

from desktop.language import _
from desktop.ui.deeds import Deed
from desktop.ui.table_rows import RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.tips import plain_tip


class ListTable(Table):
    """A table edited in place: Enter or F2 edits a cell, Delete removes the row, Ctrl+V adds what was copied.

    Attributes:
        toggle_text: what Space does, empty where it does nothing.

    Signals:
        removing: the row to remove.
        toggling: the row on which Space was pressed.
        pasted: the text from the clipboard.
    """

    removing = Signal(object)
    toggling = Signal(object)
    pasted = Signal(str)

    def __init__(self, source: RowsModel[Any], accessible_name: str) -> None:
        super().__init__(source, accessible_name)
        self.toggle_text = ""
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that act on rows, where no cell is being edited."""
        if self.state() is QAbstractItemView.State.EditingState:
            QTableView.keyPressEvent(self, event)
        else:
            super().keyPressEvent(event)

    def deeds(self) -> Sequence[Deed]:
        """Edit, remove, paste."""
        pasting = Deed(("Ctrl+V",), _("Add what was copied"), self._paste)
        if self.current_row() is None:
            return (pasting, *super().deeds())
        return (
            Deed(("Enter", "F2"), _("Edit the cell"), self._edit_here),
            Deed(("Space",), self.toggle_text, self._toggle),
            Deed(("Delete", "Backspace"), _("Remove"), self._remove),
            pasting,
            *super().deeds(),
        )

    def _edit_here(self) -> None:
        """Edit the cell; where it cannot be, the first of its row that can."""
        here = self.currentIndex()
        row = [here, *(here.siblingAtColumn(column) for column in range(self.model().columnCount()))]
        wanted = next((cell for cell in row if cell.flags() & Qt.ItemFlag.ItemIsEditable), None)
        if wanted is not None:
            self.setCurrentIndex(wanted)
            self.edit(wanted)

    def _toggle(self) -> None:
        self.toggling.emit(self.current_row())

    def _remove(self) -> None:
        for row in self.selected_rows():
            self.removing.emit(row)

    def _paste(self) -> None:
        self.pasted.emit(QGuiApplication.clipboard().text())


class AddLine(QLineEdit):
    """Type and press Enter to add; several pasted lines are all added at once.

    Signals:
        given: the text of one or more lines.
    """

    given = Signal(str)

    def __init__(self, accessible_name: str, placeholder: str) -> None:
        super().__init__()
        self.setAccessibleName(accessible_name)
        self.setPlaceholderText(placeholder)
        self.setToolTip(plain_tip(placeholder))
        self.returnPressed.connect(self._on_return)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a pasted table as it is, before it is squeezed into one line."""
        if event.matches(QKeySequence.StandardKey.Paste) and self._take(QGuiApplication.clipboard().mimeData()):
            return
        super().keyPressEvent(event)

    def _take(self, data: QMimeData) -> bool:
        text = data.text() if data.hasText() else ""
        if "\n" not in text.strip() and "\t" not in text.strip():
            return False
        self.given.emit(text)
        return True

    @Slot()
    def _on_return(self) -> None:
        text = self.text()
        if text.strip():
            self.clear()
            self.given.emit(text)
