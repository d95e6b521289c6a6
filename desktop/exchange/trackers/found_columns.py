"""Where the columns of a tracker's sheets are now: by their hidden marks, or else by what stands above them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from desktop.exchange.forms.sheet_cells import Row, SheetCells
from desktop.exchange.trackers.layout import Column, Part, is_mark, mark_of
from desktop.exchange.trackers.typed_cells import UnclearCellError
from desktop.model.assessment.forms import Unclear
from desktop.model.assessment.tracked import Tracked, Trouble
from desktop.model.errors import RefusalError

_NEEDED: Mapping[Part, frozenset[str]] = {
    Part.ACTIONS: frozenset((mark_of(Tracked.TITLE), mark_of(Tracked.STATUS))),
    Part.MEASURES: frozenset((Column.NUMBER, Column.DAY, Column.VALUE)),
    Part.READINGS: frozenset((Column.MEASURE, Column.DAY, Column.VALUE)),
}
"""The columns by which a sheet is known; without them it is somebody's own."""

_SURE = 3
"""So many headings in one row, and it is that of the columns."""

_MOST_MERGED = 200_000
"""Rows of merged areas that are looked at."""


class FoundTable(Struct, frozen=True):
    """The table on a sheet.

    Attributes:
        columns: by mark, counted from 1.
        headings: by mark, what people see above.
        above: the row of the marks, or of the headings where the marks are gone.
        merged: by row, the columns of areas that are one cell each, from one to another.
    """

    cells: SheetCells
    columns: Mapping[str, int]
    headings: Mapping[str, str]
    above: int
    merged: Mapping[int, Sequence[tuple[int, int]]]

    def rows(self) -> Iterator[tuple[int, Row]]:
        """The rows below, but the headings."""
        for number, row in sorted(self.cells.rows.items()):
            if number > self.above and not self._is_heading(row):
                yield number, row

    def text(self, row: Row, mark: str) -> str:
        """What stands in a column of a row."""
        column = self.columns.get(mark)
        return "" if column is None else row.get(column, "").strip()

    def refuse_trouble(self, number: int, mark: str) -> None:
        """See to it that what stands in a cell is a plain value of its own.

        Raises:
            UnclearCellError: it is a formula, an error, or merged with others.
        """
        column = self.columns.get(mark)
        if column is None:
            return
        unclear = self.cells.unclear.get((number, column))
        why: Trouble | None = None
        if unclear is Unclear.FORMULA or (number, column) in self.cells.computed:
            why = Trouble.FORMULA
        elif unclear is not None:
            why = Trouble.ERROR
        elif any(first <= column <= last for first, last in self.merged.get(number, ())):
            why = Trouble.MERGED
        if why is not None:
            raise UnclearCellError(why, mark=mark)

    def heading(self, mark: str) -> str:
        """What people see above a column."""
        return self.headings.get(mark, "")

    def _is_heading(self, row: Row) -> bool:
        alike = sum(row.get(column) == self.headings.get(mark) for mark, column in self.columns.items())
        return alike >= min(_SURE, len(self.columns))


def find_table(sheets: Sequence[SheetCells], part: Part, headings: Mapping[str, str]) -> FoundTable | None:
    """The sheet of a part, wherever it is and whatever it is called; None where it is gone.

    Raises:
        RefusalError: ``tracker.sheet_twice`` with both titles; ``tracker.column_twice`` with the sheet and the
            heading; ``tracker.no_keys``: the hidden column is gone.
    """
    found = [table for sheet in sheets if (table := _table(sheet, part, headings)) is not None]
    if len(found) > 1:
        raise RefusalError("tracker.sheet_twice", sheet=found[0].cells.title, other=found[1].cells.title)
    if found and Column.ID not in found[0].columns:
        raise RefusalError("tracker.no_keys", sheet=found[0].cells.title)
    return found[0] if found else None


def _table(sheet: SheetCells, part: Part, headings: Mapping[str, str]) -> FoundTable | None:
    marks = {mark: mark for mark in headings if is_mark(mark)}
    seen = {text: mark for mark, text in headings.items() if is_mark(mark)}
    for known in (marks, seen):
        for number, row in sorted(sheet.rows.items()):
            there = [(known[text], column) for column, text in row.items() if text in known]
            if not _NEEDED[part] <= {mark for mark, _column in there}:
                continue
            columns: dict[str, int] = {}
            for mark, column in there:
                if mark in columns:
                    raise RefusalError("tracker.column_twice", sheet=sheet.title, column=headings[mark])
                columns[mark] = column
            return FoundTable(sheet, columns, headings, number, _merged(sheet))
    return None


def _merged(sheet: SheetCells) -> dict[int, list[tuple[int, int]]]:
    numbers = sorted(sheet.rows)
    found: dict[int, list[tuple[int, int]]] = {}
    looked = 0
    for area in sheet.merged:
        for number in numbers[bisect_left(numbers, area.top) :]:
            looked += 1
            if number > area.bottom or looked > _MOST_MERGED:
                break
            found.setdefault(number, []).append((area.left, area.right))
    return found
