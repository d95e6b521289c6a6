"""Tables: rows of frozen values, columns that say how a row is read, and views that look alike everywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Generic, TypeVar
from weakref import WeakMethod

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QMetaMethod,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Slot,
)
from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.language import _, pgettext
from desktop.ui.collation import precedes
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.delegates import Role, TagDelegate
from desktop.ui.table_room import TableRoom
from desktop.ui.theme import px
from desktop.ui.widgets.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex
T = TypeVar("T")


class Column(Struct, Generic[T], frozen=True):
    """One column of a table.

    Attributes:
        heading: its translated heading.
        text: what a row says in it.
        sort: what it is sorted by; the text when None.
        tone: the tone of its tag (see `Tag`), or None for plain text.
        shares: parts of a distribution bar, strongest first: (share 0 to 1, level 0 to 4 of the ramp or -1 for blank).
        tip: the tooltip.
        told: what a screen reader says in place of the text, where that is short for something; None says the text.
        beneath: a second, smaller line under the text; None for rows with one line.
        width: in pixels at 100 %, more where its words need it; 0 shares the rest of the room.
        gives_way: it is hidden where room is short, the highest first; 0 always stays.
        right: aligned to the right, for numbers.
        edit: takes a new value from the cell's editor; None makes the column read-only.
        choices: what the editor offers; empty means free text.
        meaning: what its heading tells when it is pointed at, in place of itself.
    """

    heading: str
    text: Callable[[T], str]
    sort: Callable[[T], Any] | None = None
    tone: Callable[[T], str | None] | None = None
    shares: Callable[[T], Sequence[tuple[float, int]]] | None = None
    tip: Callable[[T], str | None] | None = None
    told: Callable[[T], str] | None = None
    beneath: Callable[[T], str | None] | None = None
    width: int = 0
    gives_way: int = 0
    right: bool = False
    edit: Callable[[T, str], None] | None = None
    choices: tuple[str, ...] = ()
    meaning: str = ""

    def copied(self, row: T) -> str:
        """What a row says in it on the clipboard and on paper."""
        beneath = self.beneath(row) if self.beneath else ""
        return _("{text} – {beneath}").format(text=self.text(row), beneath=beneath) if beneath else self.text(row)

    def spoken(self, row: T) -> str:
        """What a screen reader says of a row in it."""
        beneath = self.beneath(row) if self.beneath else ""
        said = self.told(row) if self.told else self.text(row)
        return f"{self.heading}: {said}" + (f", {beneath}" if beneath else "")


MOST_LEAST = 440
"""Where the columns that never give way need more than this, the table scrolls and not its page; pixels at 100 %."""


LEAST_HEIGHT = 90
"""A table with many rows shows some of them where its page is low, likewise."""


class RowsModel(QAbstractTableModel, Generic[T]):
    """Rows as given; it never asks the assessment for anything."""

    def __init__(self, columns: Sequence[Column[T]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[T] = []

    def set_rows(self, rows: Sequence[T]) -> None:
        """Show other rows. Where only contents differ, selection and scroll position stay."""
        if len(rows) == len(self._rows) and rows:
            self._rows = list(rows)
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def set_row(self, number: int, row: T) -> None:
        """Show one row anew; the others are not touched."""
        self._rows[number] = row
        self.dataChanged.emit(self.index(number, 0), self.index(number, len(self.columns) - 1))

    def row(self, number: int) -> T:
        """The row at a place."""
        return self._rows[number]

    @property
    def rows(self) -> tuple[T, ...]:
        """All rows in order."""
        return tuple(self._rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Headings."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].heading
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.columns[section].meaning or self.columns[section].heading)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Editable where the column takes a value."""
        flags = super().flags(index)
        if index.isValid() and self.columns[index.column()].edit is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(  # noqa: C901, PLR0911 - one line a role
        self, index: Index, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What a view or a screen reader asks."""
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return column.text(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return column.spoken(row)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(column.tip(row)) if column.tip else None
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case Role.TONE:
                return column.tone(row) if column.tone else None
            case Role.SHARES:
                return tuple(column.shares(row)) if column.shares else None
            case Role.BENEATH:
                return column.beneath(row) if column.beneath else None
            case Role.SORT:
                return column.sort(row) if column.sort else column.text(row)
            case Role.CHOICES:
                return column.choices
            case _:
                return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand an edited value to the column."""
        column = self.columns[index.column()]
        if (
            role != Qt.ItemDataRole.EditRole
            or column.edit is None
            or str(value) == column.text(self._rows[index.row()])
        ):
            return False
        column.edit(self._rows[index.row()], str(value))
        return True


class Sorted(QSortFilterProxyModel):
    """Sorts by each column's own values and filters by a test on rows."""

    def __init__(self, source: RowsModel[Any]) -> None:
        super().__init__(source)
        self.setSourceModel(source)
        self._rows = source
        self._test: Callable[[Any], bool] | None = None

    def set_test(self, test: Callable[[Any], bool] | None) -> None:
        """Show only rows that pass; None shows all."""
        self.beginFilterChange()
        self._test = test
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:  # noqa: ARG002 - Qt's signature
        """Whether a row is shown."""
        return self._test is None or self._test(self._rows.row(source_row))

    def lessThan(self, left: Index, right: Index) -> bool:
        """Compare what the columns sort by; nothing comes last."""
        return precedes(left.data(Role.SORT), right.data(Role.SORT))


class Table(Keyed, QTableView):
    """A table view in the window's look: whole rows, no grid, keyboard first.

    `current_row` gives the row under the cursor, whatever the sorting.
    """

    def __init__(
        self, source: RowsModel[Any], accessible_name: str, *, sortable: bool = True, fit_rows: bool = True
    ) -> None:
        super().__init__()
        self.source = source
        self.proxy = Sorted(source)
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

    def select(self, test: Callable[[Any], bool], column: int = 0) -> bool:
        """Put the cursor on the first row that passes; False when there is none."""
        for number, row in enumerate(self.source.rows):
            index = self.proxy.mapFromSource(self.source.index(number, column)) if test(row) else QModelIndex()
            if index.isValid():
                self.room.fit()
                self.setCurrentIndex(index)
                self.updateGeometries()  # it may have grown, which Qt learns of later
                self.scrollTo(index)
                return True
        return False
