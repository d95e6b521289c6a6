"""Tables of PDF files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from reportlab.lib.colors import HexColor
from reportlab.platypus import Table

from desktop.exchange.reports.blocks import Grid, GridCell, GridColumn
from desktop.exchange.reports.pdf_letters import marked
from desktop.exchange.reports.pdf_pieces import Words
from desktop.exchange.reports.pdf_styles import COLOURS, PdfStyles
from desktop.wording.tones import WordTone

_GROUNDS: Mapping[WordTone, str] = {
    "good": COLOURS.good_soft,
    "warn": COLOURS.warn_soft,
    "bad": COLOURS.bad_soft,
    "accent": COLOURS.accent_soft,
}
_TALL = 0.8
"""A row that takes more of a page may be torn."""
_LEAST = 30
"""Points of a torn row that stand on a page at least."""


def table(grid: Grid, width: float, height: float, styles: PdfStyles) -> Table:
    """A table whose headings are repeated on each page.

    Args:
        grid: what stands in it.
        width: of the page, in points.
        height: likewise.
        styles: of its words.
    """
    all_ = sum(column.share for column in grid.columns)
    widths = [width * column.share / all_ for column in grid.columns]
    head = [Words(marked(column.heading), styles.heads[column.align]) for column in grid.columns]
    rows = [[_cell(cell, column, styles) for cell, column in zip(row, grid.columns, strict=True)] for row in grid.rows]
    look: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ("LEFTPADDING", (0, 0), (-1, -1), 3.5),
        ("RIGHTPADDING", (0, 0), (-1, -1), 3.5),
        ("LINEBELOW", (0, 0), (-1, 0), 1.2, HexColor(COLOURS.accent)),
        ("LINEBELOW", (0, 1), (-1, -1), 0.5, HexColor(COLOURS.line)),
        ("LINEBELOW", (0, -1), (-1, -1), 0.5, HexColor(COLOURS.edge)),
    ]
    for down, row in enumerate(grid.rows, start=1):
        for across, cell in enumerate(row):
            if cell.tone is not None and cell.tone in _GROUNDS:
                look.append(("BACKGROUND", (across, down), (across, down), HexColor(_GROUNDS[cell.tone])))
    made: Any = Table([head, *rows], colWidths=widths, repeatRows=1, style=look, hAlign="LEFT")
    made.wrap(width, 10 * height)
    if max(made._rowHeights) > _TALL * height:  # noqa: SLF001 - only reportlab knows them
        made = Table([head, *rows], colWidths=widths, repeatRows=1, style=look, hAlign="LEFT", splitInRow=_LEAST)
    return cast("Table", made)


def _cell(cell: GridCell, column: GridColumn, styles: PdfStyles) -> Words | str:
    if not cell.text:
        return ""
    found = styles.strong_cells if column.strong else styles.cells
    return Words(marked(cell.text), found[column.align])
