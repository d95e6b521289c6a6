"""Text into the cells of a workbook, so that it stays text: no formula, no broken file, no silent loss."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from typing import TYPE_CHECKING

from desktop import characters
from desktop.language import _

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_TEXT = 32_767
"""Characters that a cell holds, counted as UTF-16 units as Excel does."""

LONGEST_TITLE = 31
"""Likewise of a sheet's title."""

_ESCAPE_ALIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
FORMULA_STARTS = ("=", "+", "-", "@", "\t")
_JOINER = "\u200d"
_NOT_IN_TITLE = re.compile(r"[:\\/?*\[\]]")


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
    from openpyxl.cell import Cell  # noqa: PLC0415 - the window asks here what begins a formula, without a workbook

    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    write_text(cell, text)
    return cell


def clean(text: str) -> str:
    """The text as openpyxl is to be given it: see `write_text`."""
    return _cut(_ESCAPE_ALIKE.sub("_x005F_", characters.text(text)))


def holdable(text: str) -> str:
    """The text as a cell can hold it: without characters that no workbook holds, and no longer than a cell."""
    return _cut(characters.text(text))


def sheet_title(text: str, taken: Container[str] = ()) -> str:
    """A title for a sheet close to the text: allowed, short enough and, regardless of case, not among those taken.

    Args:
        text: what the sheet is about.
        taken: titles of the other sheets, in lower case.
    """
    wanted = allowed_in_title(text) or _("Sheet")
    title, number = shortened(wanted, LONGEST_TITLE).strip(" '"), 1
    while title.lower() in taken or title.lower() == "history":
        number += 1
        ending = f" {number}"
        title = shortened(wanted, LONGEST_TITLE - len(ending)).strip(" '") + ending
    return title


def allowed_in_title(text: str) -> str:
    """The text with what no title of a sheet may hold left out, as long as it is."""
    return " ".join(_NOT_IN_TITLE.sub(" ", characters.one_line(text)).split()).strip("'")


def shortened(text: str, most: int) -> str:
    """The beginning of a text that Excel counts as no more than so many characters, never cut inside of one.

    Excel counts UTF-16 units, of which an emoji or a rare Chinese character takes two. What readers see as one
    character may be several: a letter with its accents, emoji joined or coloured. Those stay together.

    Args:
        text: without line breaks.
        most: UTF-16 units.
    """
    if units(text) <= most:
        return text
    kept = text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", errors="ignore")
    while kept and (_clings(text[len(kept)]) or kept[-1] == _JOINER):
        kept = kept[:-1]
    return kept


def _clings(character: str) -> bool:
    """Whether a character belongs to the one before: accents, joiners, variants and colours of emoji."""
    return (
        character == _JOINER
        or unicodedata.category(character) in ("Mn", "Me", "Mc")
        or "\U0001f3fb" <= character <= "\U0001f3ff"
    )


def _cut(text: str) -> str:
    if 2 * len(text) <= LONGEST_TEXT or units(text) <= LONGEST_TEXT:
        return text
    mark = " " + _("[cut here: a cell holds no more]")
    return shortened(text, LONGEST_TEXT - units(mark)) + mark


def units(text: str) -> int:
    """How many characters Excel counts in a text: its UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
