"""What stands in the cells of a sheet, as text, and which cells hold no plain value."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from desktop.exchange.forms.markup import Markup
from desktop.exchange.forms.number_text import NumberFormats
from desktop.exchange.forms.rich_text import tidy
from desktop.exchange.forms.shared_texts import SharedTexts
from desktop.exchange.forms.stored_cells import plain_cells, tree_cells
from desktop.model.assessment.forms import Unclear
from desktop.model.errors import RefusalError

Row = Mapping[int, str]
Rows = Mapping[int, Row]
"""Texts by row and column, counted from 1; what is blank is not there."""


class SheetCells(Struct, frozen=True):
    """A sheet.

    Attributes:
        unclear: the cells, by row and column, that hold an error, or a formula without its value; their text is the
            error's or the formula's.
    """

    title: str
    rows: Rows
    unclear: Mapping[tuple[int, int], Unclear]


def read_cells(title: str, data: bytes, markup: Markup, shared: SharedTexts, formats: NumberFormats) -> SheetCells:
    """All cells of a sheet in which something stands.

    Args:
        title: of the sheet.
        data: its part.
        markup: what reads XML of this workbook.
        shared: its shared texts.
        formats: of its numbers.

    Raises:
        RefusalError: those of `Markup`, and ``form.truncated``: this is no sheet, or a cell says that it is where none
            can be, or where another is.
    """
    checked = markup.checked(data)
    plain = plain_cells(checked)
    cells = tree_cells(markup.parsed(checked)) if plain is None else plain
    rows: dict[int, dict[int, str]] = {}
    unclear: dict[tuple[int, int], Unclear] = {}
    at, texts = 0, dict[int, str]()
    for row, column, kind, style, value, formula, inline in cells:
        if kind == "s" and value:
            text = shared[value]
        elif kind == "inlineStr":
            text = tidy(inline)
        elif kind == "e":
            text = tidy(value or "") or "#"
            unclear[row, column] = Unclear.ERROR
        elif value or formula is None or (value is not None and kind == "str"):
            text = _plain(kind, value or "", style, formats)
        else:
            text = "=" + tidy(formula or "…")
            unclear[row, column] = Unclear.FORMULA
        if text:
            if row != at:
                at, texts = row, rows.setdefault(row, {})
            if column in texts:
                raise RefusalError("form.truncated")
            texts[column] = text
    return SheetCells(title, rows, unclear)


def _plain(kind: str, value: str, style: str, formats: NumberFormats) -> str:
    if kind == "n":
        return formats.text(value.strip(), style)
    if kind == "b":
        return "TRUE" if value.strip() == "1" else "FALSE"
    return tidy(value)
