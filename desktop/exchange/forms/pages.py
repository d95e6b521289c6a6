"""Set-up that the sheets of a form share: on paper, on the screen, and what is locked."""

from __future__ import annotations

from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from desktop.exchange.forms.content import FormContent
from desktop.exchange.print_setup import A4, FOOTER_SIZE, MARGINS, footer_parts
from desktop.language import _
from desktop.wording.forms import participant_number


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
