"""The room of a table: columns as wide as what they hold, rows as tall as their text, measured once and when seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView

from desktop.ui.delegates import TagDelegate
from desktop.ui.painting import strong_font
from desktop.ui.theme import px

LEAST_WIDTH = 150
"""What columns that share the rest of the room need, in pixels at 100 %."""
MOST_GROWTH = 2
"""A column grows to at most so many times its width for what it holds; what is longer ends in an ellipsis."""
PADS = 30
"""Around the text of a tag or a number, in pixels."""
FEW = 3
"""So many changed rows are measured one by one."""


class Laid(Protocol):
    """What is asked of a column; see `desktop.ui.tables.Column`."""

    @property
    def heading(self) -> str:
        """Its heading."""

    @property
    def text(self) -> Callable[[Any], str]:
        """What a row says in it."""

    @property
    def tone(self) -> Callable[[Any], str | None] | None:
        """The tone of its tag."""

    @property
    def width(self) -> int:
        """In pixels at 100 %; 0 shares the rest of the room."""

    @property
    def gives_way(self) -> int:
        """It is hidden where room is short, the highest first; 0 always stays."""

    @property
    def right(self) -> bool:
        """Aligned to the right."""


class Rows(Protocol):
    """What is asked of the rows of a table; see `desktop.ui.tables.RowsModel`."""

    @property
    def columns(self) -> Sequence[Laid]:
        """Its columns."""

    @property
    def rows(self) -> Sequence[Any]:
        """All rows in order."""


class TableRoom(QObject):
    """Measures a table when its rows, its width or its font have changed, and only once it is seen.

    Args:
        table: the view.
        source: its columns and rows.
        rows: whether the heights of rows follow their texts.
    """

    def __init__(self, table: QTableView, source: Rows, *, rows: bool = True) -> None:
        super().__init__(table)
        self._table = table
        self._source = source
        self._rows = rows
        self._given: dict[int, int] = {}
        self._stale = True
        self._some: set[int] = set()
        self._laying = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.fit)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        proxy = table.model()
        proxy.dataChanged.connect(self._on_data)
        for signal in (proxy.modelReset, proxy.layoutChanged, proxy.rowsInserted, proxy.rowsRemoved):
            signal.connect(self.later)
        table.horizontalHeader().sectionResized.connect(self._on_section)

    @property
    def pending(self) -> bool:
        """Whether something is to be measured."""
        return self._stale or bool(self._some)

    @Slot()
    def later(self) -> None:
        """Measure everything once things have settled, or when the table is seen."""
        self._stale = True
        if self._table.isVisible():
            self._soon.start()

    @Slot()
    def fit(self) -> None:
        """Measure what has changed."""
        self._soon.stop()
        table = self._table
        if not self.pending or not table.isVisible():
            return
        stale, some = self._stale, self._some
        self._stale, self._some = False, set()
        if stale:
            self._laying = True
            self._lay_columns()
            self._laying = False
        if not self._rows:
            return
        for number in range(table.model().rowCount()) if stale else sorted(some):
            table.resizeRowToContents(number)

    @Slot(QModelIndex, QModelIndex)
    def _on_data(self, first: QModelIndex, last: QModelIndex) -> None:
        rows = range(first.row(), last.row() + 1)
        if len(rows) > FEW:
            self.later()
            return
        self._some.update(rows)
        if self._table.isVisible():
            self._soon.start()

    @Slot()
    def _on_section(self) -> None:
        """Texts break anew where the user makes a column wider."""
        if not self._laying:
            self.later()

    def _lay_columns(self) -> None:
        """Hide what gives way, widen what its words need, and share the rest; too little rest is scrolled to."""
        table = self._table
        columns, header = self._source.columns, table.horizontalHeader()
        sharing = [number for number, column in enumerate(columns) if not column.width]
        shown = {
            number for number, column in enumerate(columns) if column.gives_way or not table.isColumnHidden(number)
        }
        widths = {number: self._needed(number, columns[number]) for number in shown if columns[number].width}
        room = table.viewport().width() - len(sharing) * px(LEAST_WIDTH)
        for number in sorted(widths, key=lambda place: -columns[place].gives_way):
            hide = bool(columns[number].gives_way) and sum(widths.values()) > room
            if hide:
                widths.pop(number)
            if columns[number].gives_way and table.isColumnHidden(number) != hide:
                table.setColumnHidden(number, hide)
        cramped = sum(widths.values()) > room
        for number in sharing:
            mode = QHeaderView.ResizeMode.Interactive if cramped else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(number, mode)
            if cramped:
                header.resizeSection(number, px(LEAST_WIDTH))
        for number, width in widths.items():
            if self._given.get(number) in (None, header.sectionSize(number)):  # else the user chose another width
                header.resizeSection(number, width)
                self._given[number] = header.sectionSize(number)

    def _needed(self, number: int, column: Laid) -> int:
        """What the heading and the words of a column need; where texts are wrapped, their longest word."""
        header = self._table.horizontalHeader()
        metrics = QFontMetrics(strong_font(self._table.font()))
        heading = 0 if header.isHidden() else header.sectionSizeHint(number)
        if int(header.defaultAlignment()) & int(Qt.TextFlag.TextWordWrap):
            heading = max(map(metrics.horizontalAdvance, column.heading.split()), default=0) + PADS
        whole = column.right or column.tone is not None
        texts = {column.text(row) for row in self._source.rows}
        pieces = texts if whole else {word for text in texts for word in text.split()}
        longest = max(map(metrics.horizontalAdvance, pieces), default=0) + PADS
        wanted = max(px(column.width), heading)
        if not isinstance(self._table.itemDelegateForIndex(self._table.model().index(0, number)), TagDelegate):
            return wanted  # others paint other words than the model says
        return max(wanted, min(longest, MOST_GROWTH * wanted))
