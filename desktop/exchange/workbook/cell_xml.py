"""Rows as they stand in the file of a sheet, made directly: thousands of cell objects would cost more than the rest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import Enum
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
_DAY_0 = dt.date(1899, 12, 30)
"""Dates stand as days since then; right from March 1900 on."""


def row_xml(
    number: int, values: Iterable[Value], looks: Iterable[Look], styles: Styles, shown: RowFormat = PLAIN
) -> str:
    """A row; numbers stand in it exactly as the engine has them, text as text whatever it looks like."""
    cells = [
        _cell(f"{get_column_letter(column)}{number}", value, look, styles)
        for column, (value, look) in enumerate(zip(values, looks, strict=True), start=1)
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
        return _text(place, clean(names.name(value)), judged, styles)
    if isinstance(value, str):
        return _text(place, clean(value), look, styles)
    style = styles.plain[look]
    if value is None:
        return f'<c r="{place}" s="{style}"/>'
    if isinstance(value, dt.date):
        value = (value - _DAY_0).days
    return f'<c r="{place}" s="{style}"><v>{value!r}</v></c>'


def _text(place: str, text: str, look: Look, styles: Styles) -> str:
    style = (styles.quoted if text.startswith(FORMULA_STARTS) else styles.plain)[look]
    space = ' xml:space="preserve"' if text != text.strip() else ""
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t{space}>{escape(text)}</t></is></c>'
