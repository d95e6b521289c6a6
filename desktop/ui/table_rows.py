"""Rows of frozen values, and columns that say how a row is read; they are sorted and sifted here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.ui.collation import sort_keys
from desktop.ui.delegates import Role
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


class RowsModel(QAbstractTableModel, Generic[T]):
    """Rows as given; it never asks the assessment for anything.

    Where they are sorted, the model itself stands in that order; `rows` stays as given.
    """

    def __init__(self, columns: Sequence[Column[T]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[T] = []
        self._sorting: tuple[Column[T], bool] | None = None
        self._order: list[int] = []

    def set_rows(self, rows: Sequence[T]) -> None:
        """Show other rows. Where only contents differ, selection and scroll position stay."""
        if len(rows) == len(self._rows) and rows:
            self._rows = list(rows)
            self._put_in_order()
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self._order = self._ordered()
        self.endResetModel()

    def set_row(self, number: int, row: T) -> None:
        """Show one of the rows anew; the others are not touched."""
        before, self._rows[number] = self._rows[number], row
        place = self.place(number)
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))
        if self._sorting is not None and _sorted_by(self._sorting[0], before) != _sorted_by(self._sorting[0], row):
            self._put_in_order()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of a column; in that in which they were given, where there is no such column."""
        descending = order is Qt.SortOrder.DescendingOrder
        wanted = (self.columns[column], descending) if 0 <= column < len(self.columns) else None
        if wanted != self._sorting:  # Qt asks twice
            self._sorting = wanted
            self._put_in_order()

    def _put_in_order(self) -> None:
        """Let cursor and selection go with their rows."""
        ordered = self._ordered()
        if ordered == self._order:
            return
        self.layoutAboutToBeChanged.emit()
        places = {number: place for place, number in enumerate(ordered)}
        held = self.persistentIndexList()
        moved = [self.index(places[self._order[each.row()]], each.column()) for each in held]
        self._order = ordered
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _ordered(self) -> list[int]:
        """Which row stands at each place."""
        numbers = range(len(self._rows))
        if self._sorting is None:
            return [*numbers]
        column, descending = self._sorting
        keys = sort_keys(_sorted_by(column, row) for row in self._rows)
        return sorted(numbers, key=keys.__getitem__, reverse=descending)

    def row(self, place: int) -> T:
        """The row at a place of the model."""
        return self._rows[self._order[place]]

    def place(self, number: int) -> int:
        """At which place of the model one of the rows stands, by its number among them."""
        return number if self._sorting is None else self._order.index(number)

    @property
    def rows(self) -> tuple[T, ...]:
        """All rows in the order in which they were given."""
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
        column, row = self.columns[index.column()], self.row(index.row())
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
                return _sorted_by(column, row)
            case Role.CHOICES:
                return column.choices
            case _:
                return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand an edited value to the column."""
        column = self.columns[index.column()]
        if role != Qt.ItemDataRole.EditRole or column.edit is None or str(value) == column.text(self.row(index.row())):
            return False
        column.edit(self.row(index.row()), str(value))
        return True


def _sorted_by(column: Column[T], row: T) -> Any:  # noqa: ANN401 - whatever the column sorts by
    return column.sort(row) if column.sort else column.text(row)


class Sifted(QSortFilterProxyModel):
    """Filters by a test on rows, and leaves the sorting to them: Qt would ask for two values at each comparison."""

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

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Have the rows sorted."""
        self._rows.sort(column, order)
