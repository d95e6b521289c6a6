"""Set-up that the sheets of a form share: on paper, on the screen, and what is locked."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from desktop.exchange.forms.content import FormContent
from desktop.exchange.print_setup import A4, FOOTER_SIZE, MARGINS, footer_parts, page_height
from desktop.language import _
from desktop.wording.forms import participant_number

_USUAL_ROW = 15.0
"""Of a row whose height nobody set, in points."""


def set_up(sheet: Worksheet, ask: FormContent) -> None:
    """A4 landscape, as wide as the page, with a footer; no grid; locked without a password.

    Locked cells can still be copied from, and columns and rows be made wider and higher.
    """
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = MARGINS.side
    margins.top, margins.bottom, margins.footer = MARGINS.top, MARGINS.bottom, MARGINS.footer
    _write_footer(sheet, ask)
    lock(sheet)


def keep_together(sheet: Worksheet, blocks: Sequence[range], heading: int, width: float) -> None:
    """Begin a new page before rows that belong together where it would tear them, though one holds them all.

    Args:
        sheet: with the heights of all its rows.
        blocks: rows that belong together, from the top down.
        heading: the row that is repeated on each page.
        width: of all columns that are seen, in the units of workbooks.
    """
    room, repeated = page_height("landscape", width), _height(sheet, heading)
    used, row = 0.0, 1
    for block in blocks:
        while row < block.start:
            height = _height(sheet, row)
            used = used + height if used + height <= room else repeated + height
            row += 1
        needed = sum(_height(sheet, each) for each in block)
        if used + needed > room >= repeated + needed:
            sheet.row_breaks.append(Break(id=block.start - 1))
            used = repeated


def _height(sheet: Worksheet, row: int) -> float:
    dimension = sheet.row_dimensions[row]
    return 0.0 if dimension.hidden else float(dimension.height or _USUAL_ROW)


def _write_footer(sheet: Worksheet, ask: FormContent) -> None:
    texts = footer_parts(
        _("Questionnaire {number}").format(number=participant_number(ask.number)),
        _("Confidential: for the assessment team only"),
    )
    footer = sheet.oddFooter
    assert footer is not None
    for part, text in zip((footer.left, footer.center, footer.right), texts, strict=True):
        part.text, part.size = text, FOOTER_SIZE


def lock(sheet: Worksheet) -> None:
    """Keep all but the unlocked cells from being changed by accident, and notes and pictures from being added."""
    sheet.protection.sheet = True
    sheet.protection.objects = True
    sheet.protection.scenarios = True
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False
