"""Tables of results on somebody's sheets: which rows are about which parts of a model, and what stands beside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from desktop.exchange.foreign_models.level_headings import headings_in
from desktop.exchange.foreign_models.sheet_grids import SheetGrid
from desktop.exchange.forms.typed_text import folded
from desktop.exchange.past_results.result_subjects import ResultSubject
from desktop.exchange.past_results.subject_index import SubjectIndex, Subjects

_FEWEST = 2
"""Parts that a column must name before it is taken for the one that names them."""

_MOSTLY = 0.3
"""Of what stands in such a column, the share that has to be parts: headings and other rows stand between them."""

_DIFFERENT = 0.6
"""Of these, the share that differs: scores repeat, and may read like the numbers of parts."""

_REACH = 4
"""Rows above the first part in which headings are looked for."""

_ADDED_UP = re.compile(r"\b(average|mean|median|total|sum|weight(ing)?|gewicht|mittelwert|summe)\b", re.IGNORECASE)


class RowNotice(StrEnum):
    """What is told about a row.

    Attributes:
        ALIKE: it is taken for a part that is called nearly so.
        OTHER_TEXT: its id is that of a part, its text is about something else; it is left out.
        UNKNOWN: it has results and names no part.
        BROKEN: it has a cell that holds an error, or a formula without its value.
        OLD_LETTERS: it is the first of a text that is not UTF-8, and was read as Windows-1252.
    """

    ALIKE = "alike"
    OTHER_TEXT = "other_text"
    UNKNOWN = "unknown"
    BROKEN = "broken"
    OLD_LETTERS = "old_letters"


class ToldRow(Struct, frozen=True):
    """Something to know about a row; `part` is what it is taken for, or its id names."""

    sheet: str
    row: int
    notice: RowNotice
    text: str
    part: str = ""


class ResultRow(Struct, frozen=True):
    """A row that is about something in the model.

    Attributes:
        subjects: what it can be about: a practice and the question about it have the same words.
        cells: what stands in it, by the names of columns.
    """

    sheet: str
    row: int
    subjects: tuple[ResultSubject, ...]
    cells: Mapping[str, str]


class ResultTable(Struct, frozen=True):
    """What a sheet has of results.

    Attributes:
        columns: the names of columns in which something stands beside parts, in their order.
        rows: those about parts.
        told: what is to be known about rows.
    """

    columns: tuple[str, ...]
    rows: tuple[ResultRow, ...]
    told: tuple[ToldRow, ...]


def result_table(grid: SheetGrid, index: SubjectIndex) -> ResultTable | None:
    """The table of a sheet; None where no column names parts of the model."""
    by_id = _naming_column(grid, index.by_id)
    by_text = _naming_column(grid, index.by_text, but=by_id)
    if by_id is None and by_text is None:
        return None
    return _TableReader(grid, index, by_id, by_text).table()


def _naming_column(grid: SheetGrid, find: Callable[[str], Subjects], but: int | None = None) -> int | None:
    """The column that names the most parts, and little else; the leftmost of several."""
    filled: Counter[int] = Counter()
    named: dict[int, list[str]] = {}
    for row in grid.rows:
        for column, text in grid.own(row).items():
            filled[column] += 1
            if find(text):
                named.setdefault(column, []).append(folded(text))
    fit = {
        column: len(set(texts))
        for column, texts in sorted(named.items())
        if column != but
        and len(set(texts)) >= max(_FEWEST, _DIFFERENT * len(texts))
        and len(texts) >= _MOSTLY * filled[column]
    }
    return max(fit, key=lambda column: fit[column], default=None)


class _TableReader:
    """Reads the table of a sheet."""

    def __init__(self, grid: SheetGrid, index: SubjectIndex, by_id: int | None, by_text: int | None) -> None:
        self._grid = grid
        self._index = index
        self._by_id = by_id
        self._by_text = by_text
        self._told: list[ToldRow] = []
        self._section = ""

    def table(self) -> ResultTable:
        """The table."""
        found = {row: subjects for row in self._grid.rows if (subjects := self._subjects(row))}
        names = self._columns(min(found, default=0), found)
        rows = [
            ResultRow(self._grid.title, row, subjects, cells)
            for row, subjects in found.items()
            if (cells := self._cells(row, names))
        ]
        filled = {name for row in rows for name in row.cells}
        used = [name for name in names.values() if name in filled]
        self._tell_left(found, {column: name for column, name in names.items() if name in used})
        return ResultTable(
            tuple(dict.fromkeys(used)), tuple(rows), tuple(sorted(self._told, key=lambda told: told.row))
        )

    def _subjects(self, row: int) -> Subjects:
        texts = self._grid.own(row)
        text = "" if self._by_text is None else self._grid.text(row, self._by_text)
        if len(set(texts.values())) == 1:
            self._section = next(iter(texts.values()))
        beside = (*texts.values(), *self._grid.rows[row].values(), self._section)
        if self._by_id is not None and (found := self._index.by_id(self._grid.text(row, self._by_id))):
            if not text or not self._index.is_other(text, found):
                return found
            self._tell(row, RowNotice.OTHER_TEXT, text, found[0].part)
            return ()
        if not text:
            return ()
        if found := self._index.by_text(text, beside):
            return found
        found = self._index.nearly(text, beside) if len(texts) > 1 else ()
        if found:
            self._tell(row, RowNotice.ALIKE, text, found[0].part)
        return found

    def _columns(self, first: int, found: Mapping[int, Subjects]) -> dict[int, str]:
        """The names of the columns beside those that name parts, by number: their headings, or their letters."""
        of_levels = {level.column for table in headings_in(self._grid) for level in table.columns}
        mine = {self._by_id, self._by_text, *(of_levels if _worded(self._grid, found, of_levels) else ())}
        filled = sorted({column for row in found for column in self._grid.own(row)} - mine)
        above = [row for row in self._grid.rows if first - _REACH <= row < first and len(self._grid.own(row)) > 1]
        headings = {column: self._heading(column, above) for column in filled}
        names = Counter(headings.values())
        return {
            column: text if text and names[text] == 1 else _letters(column)
            for column, text in headings.items()
            if not _ADDED_UP.search(text)
        }

    def _heading(self, column: int, above: Sequence[int]) -> str:
        texts = (" ".join(self._grid.text(row, column).split()) for row in reversed(above))
        return next(filter(None, texts), "")

    def _cells(self, row: int, names: Mapping[int, str]) -> dict[str, str]:
        texts = self._grid.own(row)
        return {names[column]: text for column, text in texts.items() if column in names}

    def _tell_left(self, found: Mapping[int, Subjects], names: Mapping[int, str]) -> None:
        """Rows below the first part that have something in these columns and are about no part."""
        told = {each.row for each in self._told}
        for row in self._grid.rows:
            if row in self._grid.unclear:
                self._tell(row, RowNotice.BROKEN, self._name_of(row))
            elif row > min(found, default=0) and row not in found and row not in told and self._cells(row, names):
                self._tell(row, RowNotice.UNKNOWN, self._name_of(row))

    def _name_of(self, row: int) -> str:
        columns = (self._by_text, self._by_id)
        texts = (self._grid.text(row, column) for column in columns if column is not None)
        return next(filter(None, texts), next(iter(self._grid.rows[row].values()), ""))

    def _tell(self, row: int, notice: RowNotice, text: str, part: str = "") -> None:
        self._told.append(ToldRow(self._grid.title, row, notice, " ".join(text.split()), part))


def _worded(grid: SheetGrid, found: Mapping[int, Subjects], columns: set[int]) -> bool:
    """Whether columns that are headed as levels hold what the levels say, and no results."""
    texts = [text for row in found for column, text in grid.own(row).items() if column in columns]
    return bool(texts) and sum(len(text) > 3 for text in texts) > len(texts) / 2


def _letters(column: int) -> str:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - heavy, and seldom needed

    return get_column_letter(column)
