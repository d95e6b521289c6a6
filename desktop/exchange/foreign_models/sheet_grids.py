"""A sheet as people see it: what stands in a merged cell stands in all of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from desktop.exchange.foreign_models.tree_values import plain_text
from desktop.exchange.forms.sheet_cells import SheetCells
from desktop.model.errors import RefusalError

MOST_ROWS = 10_000
"""Rows of a sheet; a model has fewer parts."""

_MOST_SPREAD = 200_000
"""Cells to which the texts of merged ones are spread."""


class SheetGrid:
    """The texts of a sheet by row and column, counted from 1.

    Attributes:
        title: of the sheet.
        rows: rows in which something stands, in their order, each with its texts by column.
        unclear: rows with a cell that holds an error, or a formula without its value.
    """

    def __init__(self, cells: SheetCells) -> None:
        """Spread what stands in merged cells.

        Raises:
            RefusalError: ``model.rows_many`` with ``sheet`` and ``limit``.
        """
        if len(cells.rows) > MOST_ROWS:
            raise RefusalError("model.rows_many", sheet=cells.title, limit=MOST_ROWS)
        self.title = cells.title
        rows = {
            number: {column: kept for column, text in row.items() if (kept := plain_text(text))}
            for number, row in sorted(cells.rows.items())
        }
        self.unclear = frozenset(row for row, _column in cells.unclear)
        self._from_above: set[tuple[int, int]] = set()
        self._from_left: set[tuple[int, int]] = set()
        spread = 0
        for area in cells.merged:
            text = rows.get(area.top, {}).get(area.left)
            spread += (area.bottom - area.top + 1) * (area.right - area.left + 1)
            if text is None or spread > _MOST_SPREAD:
                continue
            for row in range(area.top, area.bottom + 1):
                for column in range(area.left, area.right + 1):
                    rows.setdefault(row, {})[column] = text
                    if row > area.top:
                        self._from_above.add((row, column))
                    if column > area.left:
                        self._from_left.add((row, column))
        self.rows: Mapping[int, Mapping[int, str]] = {number: row for number, row in sorted(rows.items()) if row}
        self._numbers = list(self.rows)

    def text(self, row: int, column: int) -> str:
        """What stands in a cell; empty where nothing does."""
        return self.rows.get(row, {}).get(column, "")

    def continues(self, row: int, column: int) -> bool:
        """Whether a cell is one with that above it."""
        return (row, column) in self._from_above

    def own(self, row: int) -> dict[int, str]:
        """The texts of a row, those of merged cells only in the first of their columns."""
        return {column: text for column, text in self.rows.get(row, {}).items() if (row, column) not in self._from_left}

    def below(self, row: int) -> Iterator[tuple[int, Mapping[int, str]]]:
        """The rows beneath one."""
        return ((number, self.rows[number]) for number in self._numbers[bisect_right(self._numbers, row) :])


def grids(sheets: Sequence[SheetCells]) -> tuple[SheetGrid, ...]:
    """The sheets in which something stands."""
    return tuple(grid for grid in map(SheetGrid, sheets) if grid.rows)
