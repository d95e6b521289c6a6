"""The sheet that lists every formula with what it comes to and what the engine says, and tells whether they agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from desktop.exchange.cells import shortened
from desktop.exchange.tables.table import Column, Kind
from desktop.exchange.workbook.guide import Guide, Look, told
from desktop.exchange.workbook.live.ties import Tie, text
from desktop.exchange.workbook.page import Page, Span
from desktop.language import _, ngettext

WIDTHS = (34.0, 12.0, 26.0, 34.0, 13.0, 13.0, 9.0)
_ABOUT = 60
"""So many characters of what a row is about are told."""

_BETWEEN = 5
"""Rows from the last sheet to the first formula: two empty ones, a title, headings, and itself."""


def guide() -> Guide:
    """What the sheet and its columns mean."""
    return Guide(
        _("Check"),
        _("Every cell that is a formula: what it comes to, what the program computed, and whether both are the same."),
        told((*_by_sheet()[1:], *_columns())),
    )


def write(page: Page, ties: Sequence[Tie]) -> None:
    """Write the sheet: in a line whether all agree, then sheet by sheet how many do, then each.

    The list of each is long, so it is not printed.

    Args:
        page: the sheet.
        ties: every formula of the workbook.
    """
    page.line(guide().name, Look.TITLE)
    page.line(guide().about, Look.ABOUT)
    page.skip()
    counts = Counter(tie.sheet for tie in ties)
    heading = page.row + 3
    first = heading + len(counts) + _BETWEEN
    listed = Span(first, first + len(ties) - 1)
    same = _cells("G", listed)
    told_same = _verdict(len(ties))
    page.prose(told_same, len(WIDTHS), Look.LEAD)
    differ = _("Formulas come to something else than the program computed; look for FALSE below.")
    _formula(page, 0, f"=IF(SUMPRODUCT(--{same})=ROWS({same}),{text(told_same)},{text(differ)})", told_same, Look.LEAD)
    page.skip()
    page.headings(_by_sheet())
    for sheet, count in counts.items():
        row = page.write([sheet], [Look.STRONG])
        of_sheet = f"({_cells('A', listed)}=$A{row})"
        _formula(page, 1, f"=SUMPRODUCT(--{of_sheet})", count, Look.NUMBER)
        _formula(page, 2, f"=SUMPRODUCT({of_sheet}*{same})", count, Look.NUMBER)
        _formula(page, 3, f"=B{row}=C{row}", value=True, look=Look.TEXT)
    page.sheet.print_area(0, 0, page.row - 1, len(WIDTHS) - 1)
    page.skip(2)
    page.line(_("Every formula"), Look.SECTION)
    page.headings(_columns())
    for tie in ties:
        _tie(page, tie)
    page.sheet.autofilter(first - 2, 0, listed.last - 1, len(WIDTHS) - 1)


def _verdict(count: int) -> str:
    return ngettext(
        "The formula comes to what the program computed.",
        "All {count} formulas come to what the program computed.",
        count,
    ).format(count=count)


def _tie(page: Page, tie: Tie) -> None:
    row = page.write(
        [tie.sheet, tie.cell, tie.what, _short(tie.about), None, tie.value],
        [Look.TEXT, Look.TEXT, Look.TEXT, Look.TEXT, Look.DECIMAL, Look.DECIMAL],
    )
    _formula(page, 4, f"={tie.cell_name}", tie.value, Look.DECIMAL)
    _formula(page, 6, f"=E{row}=F{row}", value=True, look=Look.CENTRE)


def _formula(page: Page, column: int, formula: str, value: float | str, look: Look) -> None:
    page.sheet.put_formula(page.row - 1, column, formula, page.formats.of(look), value)


def _by_sheet() -> tuple[Column[object], ...]:
    return (
        Column("sheet", _("Sheet"), WIDTHS[0], "", Kind.NAME),
        Column("formulas", _("Formulas"), WIDTHS[1], _("How many cells of the sheet are formulas."), Kind.COUNT),
        Column("same", _("The same"), WIDTHS[2], _("How many of them come to what the program computed."), Kind.COUNT),
        Column("all", _("All"), WIDTHS[3], _("TRUE when all of them do.")),
    )


def _columns() -> tuple[Column[object], ...]:
    return (
        Column("sheet", _("Sheet"), WIDTHS[0], _("The sheet that has the formula.")),
        Column("cell", _("Cell"), WIDTHS[1], _("Where it stands on that.")),
        Column("what", _("What"), WIDTHS[2], _("The heading above it.")),
        Column("about", _("Of"), WIDTHS[3], _("What its row is about.")),
        Column("formula", _("Formula"), WIDTHS[4], _("What the formula comes to."), Kind.DECIMAL),
        Column("engine", _("Program"), WIDTHS[5], _("What the program computed when it wrote the file."), Kind.DECIMAL),
        Column("equal", _("Same"), WIDTHS[6], _("TRUE when both are the same."), Kind.LEVEL),
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _ABOUT else f"{shortened(line, _ABOUT - 1)}…"


def _cells(column: str, rows: Span) -> str:
    return f"${column}${rows.first}:${column}${rows.last}"
