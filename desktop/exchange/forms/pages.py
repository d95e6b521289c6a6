"""Set-up that the sheets of a form share: on paper, on the screen, and what is locked."""

from __future__ import annotations

from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from desktop.exchange.forms.content import FormContent
from desktop.language import _
from desktop.wording.forms import participant_number

A4 = 9
_FOOTER_SIZE = 8


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
    margins.left = margins.right = margins.top = 0.5
    margins.bottom, margins.footer = 0.7, 0.3
    _write_footer(
        sheet,
        left=_field(_("Questionnaire {number}").format(number=participant_number(ask.number))),
        center=_field(_("Confidential: for the assessment team only")),
        right=_("Page {page} of {pages}").format(page="&P", pages="&N"),
    )
    lock(sheet)


def lock(sheet: Worksheet) -> None:
    """Keep all but the unlocked cells from being changed by accident."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False


def _write_footer(sheet: Worksheet, **texts: str) -> None:
    for place, text in texts.items():
        part = getattr(sheet.oddFooter, place)
        part.text, part.size = text, _FOOTER_SIZE


def _field(text: str) -> str:
    """Text in a header or footer, where ``&`` begins a command."""
    return text.replace("&", "&&")
