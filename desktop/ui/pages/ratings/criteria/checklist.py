"""The checklist of a track, in which one judges statements by number keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from desktop.language import _
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.pages.ratings.criteria.checklist_model import ChecklistModel
from desktop.ui.pages.ratings.criteria.checklist_rows import StatementDelegate
from desktop.ui.pages.ratings.criteria.rows import StatementEntry
from desktop.ui.pages.ratings.criteria.words import KEYS, value_name


class Checklist(Keyed, QListView):
    """The statements of one track.

    Signals:
        rated: (value or None) a number key was pressed on the statement under the cursor.
        moved: the cursor came to a statement, or the list got the focus; carries its id.
        explain: Enter was pressed; the cursor should go to the note.
        sideways: (-1 or 1) the cursor should go to the track before or after.
        asked: (str) ``stop``, ``target`` or ``importance``.
    """

    rated = Signal(object)
    moved = Signal(object)
    explain = Signal()
    sideways = Signal(object)
    asked = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.rows = ChecklistModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(StatementDelegate(self.rows, self))
        self.setAccessibleName(_("Statements of {track}").format(track=name))
        self.setAccessibleDescription(
            _("1 met, 2 partly met, 3 not met, 4 does not apply, 5 don't know, 0 open. S: what blocks. T: target.")
        )
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._quiet = False
        self._start = ""
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_rows(self, rows: Sequence[StatementEntry], statement: str, start: str) -> None:
        """Show statements; nothing is announced.

        Args:
            rows: the statements.
            statement: where the cursor goes, if it is here; else none is marked.
            start: what is in view while the cursor has not been here.
        """
        self._quiet = True
        self._start = start
        self.rows.set_rows(rows)
        index = self.rows.place(statement)
        if index.isValid():
            self.setCurrentIndex(index)
            self.selectionModel().select(index, self.selectionModel().SelectionFlag.ClearAndSelect)
            self._come_into_view(index)
        else:
            self.clearSelection()
        self._quiet = False

    def here(self) -> StatementEntry | None:
        """The statement under the cursor."""
        index = self.currentIndex()
        return self.rows.rows[index.row()] if index.isValid() else None

    def deeds(self) -> Sequence[Deed]:
        """Judge by 1 to 5 and 0; Enter goes on to the note, the sides to other tracks."""
        sides = (
            Deed(("Left",), _("The previous track"), partial(self.sideways.emit, -1), listed=False),
            Deed(("Right",), _("The next track"), partial(self.sideways.emit, 1), listed=False),
            Deed(("S",), _("What blocks the track"), partial(self.asked.emit, "stop")),
            Deed(("T",), _("Set the target"), partial(self.asked.emit, "target")),
            Deed(("I",), _("Set the importance"), partial(self.asked.emit, "importance")),
        )
        if self.here() is None:
            return sides
        return (
            Deed(("Enter",), _("Write a note"), self.explain.emit),
            *(Deed((key,), value_name(value), partial(self.rated.emit, value)) for key, value in KEYS.items()),
            *sides,
        )

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """With the focus the statement under the cursor becomes what the page is about."""
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.MouseFocusReason:
            return  # the click says which statement is meant
        entry = self.here()
        if entry is not None:
            self.moved.emit(entry.id)
        elif self.rows.rows:
            self.setCurrentIndex(self.rows.index(0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the texts anew."""
        super().resizeEvent(event)
        self.doItemsLayout()
        index = self.currentIndex() if self.currentIndex().isValid() else self.rows.place(self._start)
        self._come_into_view(index)

    def _come_into_view(self, index: QModelIndex) -> None:
        """Near the edge, go to the middle: one reads what comes next, too."""
        self.executeDelayedItemsLayout()
        place = self.visualRect(index)
        if place.top() < 0 or place.bottom() > self.viewport().height() - place.height():
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, index: QModelIndex, before: QModelIndex) -> None:
        delegate = self.itemDelegate()
        for changed in (before, index):
            if changed.isValid():
                delegate.sizeHintChanged.emit(changed)
        if index.isValid() and not self._quiet:
            self.moved.emit(self.rows.rows[index.row()].id)
