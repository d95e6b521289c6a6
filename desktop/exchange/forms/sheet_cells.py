"""What stands in the cells of a sheet, as text, and which cells hold no plain value."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from desktop.exchange.forms.markup import Markup
from desktop.exchange.forms.number_text import NumberFormats
from desktop.exchange.forms.rich_text import tidy
from desktop.exchange.forms.shared_texts import SharedTexts
from desktop.exchange.forms.stored_cells import column_number, plain_cells, tree_cells
from desktop.model import bounds
from desktop.model.assessment.forms import Unclear
from desktop.model.errors import RefusalError

_MERGED = re.compile(rb'<(?:\w{1,40}:)?mergeCell [^<>]{0,200}?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')

_BARE = re.compile(rb'<c r="[A-Z]{1,3}[0-9]{1,7}"(?: s="[0-9]{1,6}")?(?: t="n")?(?: ?/>|></c>)')
_PLACELESS = re.compile(rb"<c(?!\s+r=)[\s>/]")
"""A cell that does not say where it is and follows the one before."""

_SHORT = 4
"""Digits of whole numbers that are no dates, such as the numbers of questions."""

Row = Mapping[int, str]
Rows = Mapping[int, Row]
"""Texts by row and column, counted from 1; what is blank is not there."""


class Area(NamedTuple):
    """Cells from one to another, by rows and columns counted from 1."""

    top: int
    left: int
    bottom: int
    right: int


class SheetCells(Struct, frozen=True):
    """A sheet.

    Attributes:
        unclear: the cells, by row and column, that hold an error, or a formula without its value; their text is the
            error's or the formula's.
        merged: the areas that are one cell each.
        computed: the cells, by row and column, whose value a formula gave.
    """

    title: str
    rows: Rows
    unclear: Mapping[tuple[int, int], Unclear]
    merged: Sequence[Area] = ()
    computed: frozenset[tuple[int, int]] = frozenset()


def read_cells(title: str, data: bytes, markup: Markup, shared: SharedTexts, formats: NumberFormats) -> SheetCells:
    """All cells of a sheet in which something stands.

    Args:
        title: of the sheet.
        data: its part.
        markup: what reads XML of this workbook.
        shared: its shared texts.
        formats: of its numbers.

    Raises:
        RefusalError: those of `Markup`, ``form.too_large``, and ``form.truncated``: this is no sheet, or a cell says
            that it is where none can be, or where another is.
    """
    checked = markup.checked(without_bare_cells(data))
    plain = plain_cells(checked)
    cells = tree_cells(markup.parsed(checked)) if plain is None else plain
    rows = defaultdict[int, dict[int, str]](dict)
    unclear: dict[tuple[int, int], Unclear] = {}
    computed: set[tuple[int, int]] = set()
    for row, column, kind, style, value, formula, inline in cells:
        if kind == "s" and value:
            text = shared[value]
        elif kind == "n" and value and len(value) < _SHORT and value.isdecimal() and value.isascii():
            text = str(int(value))
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
            if formula is not None:
                computed.add((row, column))
            texts = rows[row]
            if column in texts:
                raise RefusalError("form.truncated")
            texts[column] = text
    merged = _merged(checked) if b"mergeCell" in checked else ()
    return SheetCells(title, dict(rows), unclear, merged, frozenset(computed))


def without_bare_cells(data: bytes) -> bytes:
    """The part of a sheet without the cells that only have a look, of which there may be a million below the last."""
    return data if b"<!" in data or _PLACELESS.search(data) else _BARE.sub(b"", data)


def _merged(data: bytes) -> list[Area]:
    found = _MERGED.findall(data)
    if len(found) > bounds.MERGED:
        raise RefusalError("form.too_large")
    return [
        Area(int(top), column_number(left.decode()), int(bottom), column_number(right.decode()))
        for left, top, right, bottom in found
    ]


def _plain(kind: str, value: str, style: str, formats: NumberFormats) -> str:
    if kind == "n":
        return formats.text(value.strip(), style)
    if kind == "b":
        return "TRUE" if value.strip() == "1" else "FALSE"
    return tidy(value)
