"""Rows as they stand in the file of a sheet, made directly: thousands of cell objects would cost more than the rest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import lru_cache
from xml.sax.saxutils import escape

from msgspec import Struct
from openpyxl.utils import get_column_letter

from desktop.exchange.cells import FORMULA_STARTS, clean
from desktop.exchange.workbook.guide import Look, Value
from desktop.exchange.workbook.look import LOOK_OF
from desktop.model.scoring.vocabulary import Agreement, Characterisation, Fulfilment, Rating
from desktop.wording import names


class Styles(Struct, frozen=True):
    """Numbers of the looks in a workbook's table of styles.

    Attributes:
        plain: for most cells.
        quoted: for text that looks like a formula, so that it stays text when somebody edits it.
    """

    plain: Mapping[Look, int]
    quoted: Mapping[Look, int]


class RowFormat(Struct, frozen=True):
    """How a row is shown.

    Attributes:
        height: in points; None leaves it to whoever opens the file.
        indent: its depth in the outline.
        hidden: folded away.
    """

    height: float | None = None
    indent: int = 0
    hidden: bool = False


PLAIN = RowFormat()
_LETTERS = tuple(map(get_column_letter, range(1, 257)))
_DAY_0 = dt.date(1899, 12, 30)
"""Dates stand as days since then; right from March 1900 on."""


def row_xml(
    number: int, values: Iterable[Value], looks: Iterable[Look], styles: Styles, shown: RowFormat = PLAIN
) -> str:
    """A row; numbers stand in it exactly as the engine has them, text as text whatever it looks like."""
    cells = [
        _cell(f"{letter}{number}", value, look, styles)
        for letter, (value, look) in zip(_LETTERS, zip(values, looks, strict=True), strict=False)
    ]
    attributes = f'r="{number}"'
    if shown.height is not None:
        attributes += f' ht="{shown.height:.1f}" customHeight="1"'
    if shown.indent:
        attributes += f' outlineLevel="{shown.indent}"'
    if shown.hidden:
        attributes += ' hidden="1"'
    return f"<row {attributes}>{''.join(cells)}</row>"


def _cell(place: str, value: Value, look: Look, styles: Styles) -> str:
    if isinstance(value, Enum):
        judged = LOOK_OF[value] if isinstance(value, Rating | Characterisation | Fulfilment | Agreement) else look
        return _text(place, names.name(value), judged, styles)
    if isinstance(value, str):
        return _text(place, value, look, styles)
    if value is None:
        return f'<c r="{place}" s="{styles.plain[look]}"/>'
    if isinstance(value, dt.date):
        value = (value - _DAY_0).days
    return f'<c r="{place}" s="{styles.plain[look]}"><v>{value!r}</v></c>'


def _text(place: str, text: str, look: Look, styles: Styles) -> str:
    quoted, xml = _text_xml(text)
    style = (styles.quoted if quoted else styles.plain)[look]
    return f'<c r="{place}" s="{style}" t="inlineStr"><is>{xml}</is></c>'


@lru_cache(maxsize=4096)
def _text_xml(text: str) -> tuple[bool, str]:
    """Whether a text looks like a formula, and the text as it stands in the file."""
    kept = clean(text)
    space = ' xml:space="preserve"' if kept != kept.strip() else ""
    return kept.startswith(FORMULA_STARTS), f"<t{space}>{escape(kept)}</t>"
