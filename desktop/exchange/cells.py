"""Text into the cells of a workbook, so that it stays text: no formula, no broken file, no silent loss."""

from __future__ import annotations

import re
from collections.abc import Container

from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from desktop.language import _

LONGEST_TEXT = 32_767
"""Characters that a cell holds, counted as UTF-16 units as Excel does."""

LONGEST_TITLE = 31

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile("\r\n?")
_ESCAPE_ALIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
FORMULA_STARTS = ("=", "+", "-", "@", "\t")
_NOT_IN_TITLE = re.compile(r"[:\\/?*\[\]\x00-\x1f]")


def write_text(cell: Cell, text: str) -> None:
    """Put text into a cell as text, whatever it looks like.

    What looks like a formula is marked so that it stays text when somebody edits the cell. Characters that a workbook
    cannot hold are left out; text too long for a cell is cut and says so at its end.
    """
    kept = clean(text)
    cell.value = kept
    if kept:
        cell.data_type = "s"
        if kept.startswith(FORMULA_STARTS):
            cell.quotePrefix = True


def put(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """Put text into the cell at a place, counted from 1; returns the cell."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    write_text(cell, text)
    return cell


def clean(text: str) -> str:
    """The text as a cell can hold it: see `write_text`."""
    kept = _LINE_END.sub("\n", _FORBIDDEN.sub("", text))
    return _cut(_ESCAPE_ALIKE.sub("_x005F_", kept))


def sheet_title(text: str, taken: Container[str] = ()) -> str:
    """A title for a sheet close to the text: allowed, short enough and, regardless of case, not among those taken.

    Args:
        text: what the sheet is about.
        taken: titles of the other sheets, in lower case.
    """
    wanted = " ".join(_NOT_IN_TITLE.sub(" ", _FORBIDDEN.sub("", text)).split()).strip("'") or _("Sheet")
    title, number = wanted[:LONGEST_TITLE].strip(" '"), 1
    while title.lower() in taken or title.lower() == "history":
        number += 1
        ending = f" {number}"
        title = wanted[: LONGEST_TITLE - len(ending)].strip(" '") + ending
    return title


def _cut(text: str) -> str:
    if _units(text) <= LONGEST_TEXT:
        return text
    mark = " " + _("[cut here: a cell holds no more]")
    room = LONGEST_TEXT - _units(mark)
    return text.encode("utf-16-le")[: 2 * room].decode("utf-16-le", errors="ignore") + mark


def _units(text: str) -> int:
    return len(text) if len(text) * 2 <= LONGEST_TEXT else len(text.encode("utf-16-le")) // 2
