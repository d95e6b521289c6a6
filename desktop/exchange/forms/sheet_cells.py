"""What stands in the cells of a sheet, as text, and which cells hold no plain value."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from msgspec import Struct

from desktop.exchange.forms.markup import Markup
from desktop.exchange.forms.number_text import NumberFormats
from desktop.exchange.forms.rich_text import rich_text, tidy
from desktop.exchange.forms.stored_cells import plain_cells, tree_cells
from desktop.model import bounds
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


class SharedTexts(dict[str, str]):
    """The texts that a workbook keeps once for all its sheets, by place, counted from 0 and as the file stores it."""

    def __init__(self, root: Element | None) -> None:
        """Take the part that holds them; without one there are none."""
        super().__init__()
        self._items = [] if root is None else root.findall(root.tag.removesuffix("sst") + "si")

    def __missing__(self, place: str) -> str:
        """Read the text when it is first asked for.

        Raises:
            RefusalError: ``form.truncated``, when there is none.
        """
        number = bounds.whole_number(place.strip(), len(self._items) - 1)
        if number is None:
            raise RefusalError("form.truncated")
        text = self[place] = rich_text(self._items[number])
        return text


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
    cells = plain_cells(checked) or tree_cells(markup.parsed(checked))
    rows: dict[int, dict[int, str]] = {}
    unclear: dict[tuple[int, int], Unclear] = {}
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
            texts = rows.get(row)
            if texts is None:
                texts = rows[row] = {}
            elif column in texts:
                raise RefusalError("form.truncated")
            texts[column] = text
    return SheetCells(title, rows, unclear)


def _plain(kind: str, value: str, style: str, formats: NumberFormats) -> str:
    if kind == "n":
        return formats.text(value.strip(), style)
    if kind == "b":
        return "TRUE" if value.strip() == "1" else "FALSE"
    return tidy(value)
