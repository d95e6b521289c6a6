"""Tables: rows of frozen values, columns that say how a row is read, and views that look alike everywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from weakref import WeakMethod

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QMetaMethod,
    QModelIndex,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.language import _, pgettext
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.delegates import TagDelegate
from desktop.ui.table_room import TableRoom
from desktop.ui.table_rows import Column, Index, RowsModel, Sifted
from desktop.ui.theme import px

MOST_LEAST = 440
"""Where the columns that never give way need more than this, the table scrolls and not its page; pixels at 100 %."""


LEAST_HEIGHT = 90
"""A table with many rows shows some of them where its page is low, likewise."""


class Table(Keyed, QTableView):
    """A table view in the window's look: whole rows, no grid, keyboard first.

    `current_row` gives the row under the cursor, whatever the sorting.
    """

    def __init__(
        self, source: RowsModel[Any], accessible_name: str, *, sortable: bool = True, fit_rows: bool = True
    ) -> None:
        super().__init__()
        self.source = source
        self.proxy = Sifted(source)
        source.setParent(self)
        self.setModel(self.proxy)
        self.setAccessibleName(accessible_name)
        self.setItemDelegate(TagDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        for number, column in enumerate(source.columns):
            if column.width:
                header.resizeSection(number, px(column.width))
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        self.room = TableRoom(self, source, rows=fit_rows)
        if sortable:
            self.setSortingEnabled(True)
            self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self._offered: Callable[[], Callable[[], Sequence[Deed]] | None] | None = None
        self.doubleClicked.connect(self._on_double)

    def offer_deeds(self, deeds: Callable[[], Sequence[Deed]]) -> None:
        """Let a bound method of the part around the table say what more can be done with its rows."""
        self._offered = WeakMethod(deeds)

    def deeds(self) -> Sequence[Deed]:
        """What the part around it offers, and copying."""
        offered = self._offered() if self._offered is not None else None
        copying = Deed(("Ctrl+C",), _("Copy for a spreadsheet"), self.copy_rows)
        found = (*(offered() if offered is not None else ()), *((copying,) if self.source.rowCount() else ()))
        return (*self._opening(), *found)

    def _opening(self) -> Sequence[Deed]:
        """Open the row, where somebody listens to `activated`; Qt itself tells of a double click."""
        index = self.currentIndex()
        if not index.isValid() or not self.isSignalConnected(QMetaMethod.fromSignal(self.activated)):
            return ()
        return (Deed(("Enter",), pgettext("to do", "Open"), partial(self.activated.emit, index)),)

    def selected_rows(self) -> list[Any]:
        """The rows that are selected, from the top down; without any, the one under the cursor."""
        indexes = sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)
        found = [self.source.row(self.proxy.mapToSource(index).row()) for index in indexes]
        here = self.current_row()
        return found or ([] if here is None else [here])

    @Slot()
    def copy_rows(self) -> None:
        """Put the selected rows on the clipboard as a table with headings, for a spreadsheet or a letter."""
        from desktop.ui.copying import copy_cells  # noqa: PLC0415 - only when asked for

        rows, shown = self.selected_rows(), self._shown_columns()
        copy_cells([column.heading for column in shown], [[column.copied(row) for column in shown] for row in rows])

    def printed_cells(self) -> tuple[list[str], list[list[str]]]:
        """Headings and all rows as they are sorted and filtered, for paper."""
        shown = self._shown_columns()
        numbers = [self.proxy.mapToSource(self.proxy.index(place, 0)).row() for place in range(self.proxy.rowCount())]
        rows = [self.source.row(number) for number in numbers]
        return [column.heading for column in shown], [[column.copied(row) for column in shown] for row in rows]

    def _shown_columns(self) -> list[Column[Any]]:
        header = self.horizontalHeader()
        places = sorted(range(len(self.source.columns)), key=header.visualIndex)
        return [self.source.columns[place] for place in places if not self.isColumnHidden(place)]

    @Slot(QModelIndex)
    def _on_double(self, index: QModelIndex) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            opening = self._opening()
            for deed in self.deeds() if not opening else ():
                if "Enter" in deed.keys:
                    deed.act()
                    return

    def setCurrentIndex(self, index: Index) -> None:
        """Lead the cursor to a cell and pick its row alone, also while somebody holds Ctrl or Shift."""
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        )

    def selectRow(self, row: int) -> None:
        """Lead the cursor to a row, by its place on the screen, and pick it alone."""
        self.setCurrentIndex(self.proxy.index(row, max(self.currentIndex().column(), 0)))

    def minimumSizeHint(self) -> QSize:
        """As wide as the columns that never give way, so that what stands beside it goes beneath; a few rows high."""
        hint = super().minimumSizeHint()
        bar = self.verticalScrollBar().sizeHint().width()
        if not self.room.least:
            return hint
        wide = min(self.room.least + bar + 2 * self.frameWidth(), px(MOST_LEAST))
        tall = min(self.horizontalHeader().sizeHint().height() + self.verticalHeader().length(), px(LEAST_HEIGHT))
        return hint.expandedTo(QSize(wide, tall))

    def sizeHint(self) -> QSize:
        """No higher than it must be; it takes what is left."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns and texts have another room."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.room.later()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while nobody looked is measured now."""
        super().showEvent(event)
        if self.room.pending:
            self.room.fit()
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs another room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.room.later()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing is painted before it is measured."""
        if self.room.pending:
            self.room.fit()
        super().paintEvent(event)

    def current_row(self) -> Any | None:  # noqa: ANN401 - a row of whatever the table shows
        """The row under the cursor, or None."""
        index = self.proxy.mapToSource(self.currentIndex())
        return self.source.row(index.row()) if index.isValid() else None

    def fill(self, rows: Sequence[Any], key: Callable[[Any], object]) -> None:
        """Show these rows; the cursor stays on the row with the same key, or at its place when that is gone."""
        before, place, offset = self.current_row(), self.currentIndex(), self.verticalScrollBar().value()
        number, column = place.row(), max(place.column(), 0)
        was_seen = place.isValid() and self.rect().intersects(self.visualRect(place))
        self.source.set_rows(rows)
        self.room.fit()
        if before is not None and not self.select(lambda row: key(row) == key(before), column) and rows:
            self.setCurrentIndex(self.proxy.index(min(number, self.proxy.rowCount() - 1), column))
        if before is None and self.hasFocus():  # it came while there were no rows; keys that act on rows need a cursor
            first = self.moveCursor(QAbstractItemView.CursorAction.MoveNext, Qt.KeyboardModifier.NoModifier)
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.verticalScrollBar().setValue(offset)
        if was_seen:  # what grew under the cursor, or above it, is not left half out of view
            self.updateGeometries()
            self.scrollTo(self.currentIndex())

    def index_of(self, number: int, column: int = 0) -> QModelIndex:
        """Where one of the rows is shown, by its number among them; no valid index where the filter hides it."""
        shown: QModelIndex = self.proxy.mapFromSource(self.source.index(self.source.place(number), column))
        return shown

    def select(self, test: Callable[[Any], bool], column: int = 0) -> bool:
        """Put the cursor on the first row that passes; False when there is none."""
        for number, row in enumerate(self.source.rows):
            index = self.index_of(number, column) if test(row) else QModelIndex()
            if index.isValid():
                self.room.fit()
                self.setCurrentIndex(index)
                self.updateGeometries()  # it may have grown, which Qt learns of later
                self.scrollTo(index)
                return True
        return False
