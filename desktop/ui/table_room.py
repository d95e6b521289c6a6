"""The room of a table: columns as wide as what they hold, rows as tall as their text, measured once and when seen."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QAbstractProxyModel, QModelIndex, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView

from desktop.ui.delegates import TagDelegate
from desktop.ui.painting import strong_font
from desktop.ui.theme import px

LEAST_WIDTH = 190
"""What columns that share the rest of the room need, in pixels at 100 %."""
FEWEST_WIDTH = 68
"""What is left of them where even that is too much."""
LEAST_WORDS = 120
"""A column of words can be so narrow before one scrolls to the rest, likewise; a date stays whole."""
MOST_GROWTH = 2
"""A column grows to at most so many times its width for what it holds; what is longer ends in an ellipsis."""
PADS = 30
"""Around the text of a tag or a number, in pixels."""
FEW = 3
"""So many changed rows are measured one by one."""
AT_ONCE = 40
"""Where more rows than this are to be measured, those in view come first, and the others between two keys."""
SLICE, REST = 0.012, 40
"""For so many seconds rows are measured between two keys; then, for so many milliseconds, others have their turn."""


class Laid(Protocol):
    """What is asked of a column; see `desktop.ui.table_rows.Column`."""

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
    """What is asked of the rows of a table; see `desktop.ui.table_rows.RowsModel`."""

    @property
    def columns(self) -> Sequence[Laid]:
        """Its columns."""

    @property
    def rows(self) -> Sequence[Any]:
        """All rows."""

    def rowCount(self) -> int:
        """How many there are."""

    def row(self, place: int) -> Any:  # noqa: ANN401 - whatever the table shows
        """The row at a place of the model."""


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
        self._heights = Kept()
        self._widths: dict[int, Kept] = {}
        self._stale = True
        self._some: set[int] = set()
        self._waiting: set[int] = set()
        self._laying = False
        self._least = 0
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.fit)
        self._slices = QTimer(self, singleShot=True, interval=REST)
        self._slices.timeout.connect(self._lay_slice)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        proxy = table.model()
        proxy.dataChanged.connect(self._on_data)
        for signal in (proxy.modelReset, proxy.rowsInserted, proxy.rowsRemoved):
            signal.connect(self.later)
        if rows:  # columns stay as they are where the rows only stand in another order
            proxy.layoutChanged.connect(self.later)
        table.horizontalHeader().sectionResized.connect(self._on_section)

    @property
    def least(self) -> int:
        """The width of all that never gives way, in pixels; 0 before it was measured."""
        return self._least

    @property
    def pending(self) -> bool:
        """Whether something is to be measured."""
        return self._stale or bool(self._some) or bool(self._waiting)

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
        cursor = table.currentIndex()
        seen = cursor.isValid() and table.viewport().rect().contains(table.visualRect(cursor).topLeft())
        grown = stale
        if stale:
            self._lay_rows()
        for number in sorted(some) if not stale else ():
            table.resizeRowToContents(number)
            self._heights.forget(self._row_at(number))
            grown = True
        grown = self._lay_seen(seen=seen) or grown
        if stale:
            table.updateGeometry()
        if seen and grown:  # it, or what is above it, has grown
            table.updateGeometries()
            table.scrollTo(cursor)
        if self._waiting and not self._slices.isActive():
            self._slices.start()

    def _lay_rows(self) -> None:
        """Make each row as tall as its texts; one that was there before, in columns as wide, is as tall as it was.

        Where there are many others, they wait until they are seen, or until nobody presses a key.
        """
        table, known, rows = self._table, self._heights, self._rows_in_order()
        header, across = table.verticalHeader(), table.horizontalHeader()
        self._heights = kept = Kept((table.font().key(), *map(across.sectionSize, range(across.count()))))
        waiting = []
        for number, row in enumerate(rows):
            height = known.get(row) if known.under == kept.under else None
            if height is None:
                waiting.append(number)
                continue
            if header.sectionSize(number) != height:
                header.resizeSection(number, height)
            kept.keep(row, height)
        self._waiting = set(waiting)
        if len(waiting) <= AT_ONCE:
            self._measure(waiting)

    def _measure(self, numbers: Iterable[int]) -> None:
        header = self._table.verticalHeader()
        for number in numbers:
            self._table.resizeRowToContents(number)
            self._heights.keep(self._row_at(number), header.sectionSize(number))
            self._waiting.discard(number)

    def _lay_seen(self, *, seen: bool) -> bool:
        """Measure the rows in view that wait; whether there were any.

        Args:
            seen: whether the row under the cursor is to stay in view, however much those above it grow.
        """
        table, found = self._table, False
        while numbers := [number for number in self._in_view() if number in self._waiting]:
            found = True
            self._measure(numbers)
            if seen:
                table.updateGeometries()
                table.scrollTo(table.currentIndex())
        return found

    def _in_view(self) -> range:
        if not self._waiting:
            return range(0)
        room = self._table.viewport().visibleRegion().boundingRect()
        first, last = self._table.rowAt(room.top()), self._table.rowAt(room.bottom())
        return range(max(first, 0), (last if last >= 0 else self._table.model().rowCount() - 1) + 1)

    @Slot()
    def _lay_slice(self) -> None:
        """Measure a few of the rows that wait; those in view stay where they are, though others above them grow."""
        table, bar = self._table, self._table.verticalScrollBar()
        if self._stale or not self._waiting or not table.isVisible():
            return
        first, until = table.rowAt(0), time.perf_counter() + SLICE
        beneath = bar.value() - table.verticalHeader().sectionPosition(max(first, 0))
        for number in sorted(self._waiting, key=lambda number: abs(number - first)):
            self._measure([number])
            if time.perf_counter() > until:
                break
        table.updateGeometries()
        bar.setValue(table.verticalHeader().sectionPosition(max(first, 0)) + beneath)
        if self._waiting:
            self._slices.start()
        else:
            table.updateGeometry()

    def _rows_in_order(self) -> list[Any]:
        """What stands in each line of the table."""
        return [self._row_at(number) for number in range(self._table.model().rowCount())]

    def _row_at(self, number: int) -> object:
        """What stands in a line of the table."""
        model = self._table.model()
        if isinstance(model, QAbstractProxyModel) and model.rowCount() != self._source.rowCount():
            number = model.mapToSource(model.index(number, 0)).row()
        return self._source.row(number)

    @Slot(QModelIndex, QModelIndex)
    def _on_data(self, first: QModelIndex, last: QModelIndex) -> None:
        rows = range(first.row(), last.row() + 1)
        if len(rows) > FEW:
            self.later()
            return
        self._some.update(rows)
        if self._table.isVisible():
            self._soon.start()

    @Slot(int, int, int)
    def _on_section(self, _number: int, before: int, now: int) -> None:
        """Texts break anew where the user makes a column wider; Qt hides the hidden again whenever rows are sorted."""
        if before and now and not self._laying:
            self.later()

    def _lay_columns(self) -> None:
        """Widen what its words need and share the rest; where room is short hide, then squeeze; then one scrolls."""
        table = self._table
        columns, header = self._source.columns, table.horizontalHeader()
        sharing = [number for number, column in enumerate(columns) if not column.width]
        shown = {
            number for number, column in enumerate(columns) if column.gives_way or not table.isColumnHidden(number)
        }
        measured = {number: self._measured(number, columns[number]) for number in shown if columns[number].width}
        widths = {number: wanted for number, (wanted, _least) in measured.items()}
        least = {number: fewest for number, (_wanted, fewest) in measured.items()}
        stays = sum(width for number, width in least.items() if not columns[number].gives_way)
        self._need(stays + len(sharing) * px(FEWEST_WIDTH))
        whole = header.width()  # as the viewport's, asked for which PySide6 first loads every class there is
        room = whole - len(sharing) * px(LEAST_WIDTH)
        away = set()
        for number in sorted(widths, key=lambda place: -columns[place].gives_way):
            if columns[number].gives_way and sum(widths.values()) > room:
                widths.pop(number)
                away.add(number)
        widths = squeezed(widths, least, room)
        cramped = sum(widths.values()) + len(sharing) * px(FEWEST_WIDTH) > whole
        for number in sharing:
            mode = QHeaderView.ResizeMode.Interactive if cramped else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(number, mode)
        for number, column in enumerate(columns):  # after the mode: Qt takes the width of what it hides with a delay
            if column.gives_way and table.isColumnHidden(number) != (number in away):
                table.setColumnHidden(number, number in away)
                self._given.pop(number, None)  # what Qt remembers of it is no width that the user chose
        for number in sharing if cramped else ():
            header.resizeSection(number, px(FEWEST_WIDTH))
        for number, width in widths.items():
            if self._given.get(number) in (None, header.sectionSize(number)):  # else the user chose another width
                header.resizeSection(number, width)
                self._given[number] = header.sectionSize(number)

    def _need(self, least: int) -> None:
        if least != self._least:
            self._least = least
            self._table.updateGeometry()

    def _measured(self, number: int, column: Laid) -> tuple[int, int]:
        """What the heading and the words of a column want, and the least that it can do with."""
        heading = self._heading(number, column)
        wanted = max(px(column.width), heading)
        if not isinstance(self._table.itemDelegateForIndex(self._table.model().index(0, number)), TagDelegate):
            return wanted, wanted  # others paint other words than the model says
        longest, whole = self._longest(number, column), column.right or column.tone is not None
        wanted = max(wanted, min(longest, MOST_GROWTH * wanted))
        return wanted, min(wanted, max(heading, longest if whole else min(longest, px(LEAST_WORDS))))

    def _heading(self, number: int, column: Laid) -> int:
        header = self._table.horizontalHeader()
        if header.isHidden():
            return 0
        if int(header.defaultAlignment()) & int(Qt.TextFlag.TextWordWrap):
            metrics = self._metrics()
            return max(map(metrics.horizontalAdvance, column.heading.split()), default=0) + PADS
        whole = self._metrics().horizontalAdvance(column.heading.replace("\n", " ")) + PADS
        return whole if header.isSectionHidden(number) else header.sectionSizeHint(number)  # Qt says 0 of the hidden

    def _longest(self, number: int, column: Laid) -> int:
        """The longest text of a tag or a number, the longest word of others; rows known before are as wide as then."""
        whole, known = column.right or column.tone is not None, self._widths.get(number, Kept())
        self._widths[number] = kept = Kept((self._table.font().key(),))
        measured: dict[str, int] = {}
        advance = self._metrics().horizontalAdvance
        for row in self._source.rows:
            width = known.get(row) if known.under == kept.under else None
            if width is None:
                text = column.text(row)
                if text not in measured:
                    measured[text] = max(map(advance, [text] if whole else text.split()), default=0)
                width = measured[text]
            kept.keep(row, width)
        return kept.most + PADS

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(strong_font(self._table.font()))


class Kept:
    """What was measured of rows; it holds for the very same rows under the same circumstances.

    Attributes:
        under: the circumstances.
        most: the largest that was measured.
    """

    def __init__(self, under: tuple[object, ...] = ()) -> None:
        self.under = under
        self.most = 0
        self._found: dict[int, tuple[object, int]] = {}

    def get(self, row: object) -> int | None:
        """What was measured of a row; None where it was not."""
        found = self._found.get(id(row))
        return found[1] if found is not None and found[0] is row else None

    def keep(self, row: object, measured: int) -> None:
        """Remember what was measured of a row."""
        self._found[id(row)] = row, measured
        self.most = max(self.most, measured)

    def forget(self, row: object) -> None:
        """Measure a row anew."""
        self._found.pop(id(row), None)


def squeezed(wanted: Mapping[int, int], least: Mapping[int, int], room: int) -> dict[int, int]:
    """Widths of columns that together take no more than the room, as far as none gets less than its least.

    Each gives the same part of what it could spare.

    Args:
        wanted: by column, in pixels.
        least: likewise, never more than wanted.
        room: for all of them, in pixels.
    """
    spare = sum(width - least[number] for number, width in wanted.items())
    short = min(max(sum(wanted.values()) - room, 0), spare)
    return {
        number: width - (-(-short * (width - least[number]) // spare) if spare else 0)
        for number, width in wanted.items()
    }
