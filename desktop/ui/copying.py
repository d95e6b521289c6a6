"""Copying: rows as a table that spreadsheets, letters and mails take in, and pictures."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication


def copy_cells(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Put a table on the clipboard: as tab-separated text, and as HTML for programs that keep its look."""
    data = QMimeData()
    data.setText(as_text([headings, *rows]))
    data.setHtml(as_html(headings, rows))
    QGuiApplication.clipboard().setMimeData(data)


def as_text(rows: Iterable[Sequence[str]]) -> str:
    """Lines of cells with tabs between them; a cell with a tab, a break or a quotation mark stands in quotes."""
    text = io.StringIO()
    csv.writer(text, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return text.getvalue()


def as_html(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose cells a spreadsheet keeps as the words they are, so that ``3-2`` is no day and ``=`` no formula."""
    head = "".join(f"<th>{escape(heading)}</th>" for heading in headings)
    body = "".join("<tr>" + "".join(map(_cell, row)) + "</tr>" for row in rows)
    return (
        '<meta charset="utf-8"><style>td.w { mso-number-format:"\\@"; }</style>'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _cell(text: str) -> str:
    words = escape(text).replace("\n", "<br>")
    return f"<td>{words}</td>" if _is_number(text) else f'<td class="w">{words}</td>'


def _is_number(text: str) -> bool:
    digits = text.removeprefix("-").replace(".", "", 1)
    return digits.isascii() and digits.isdecimal()
