"""Set-up that the sheets of a form share: on paper, on the screen, and what is locked."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from desktop.exchange.forms.content import FormContent
from desktop.exchange.print_setup import set_up_print
from desktop.language import _
from desktop.wording.forms import participant_number


def set_up(sheet: Worksheet, ask: FormContent) -> None:
    """A4 landscape, as wide as the page, with a footer; no grid; locked without a password.

    Locked cells can still be copied from, and columns and rows be made wider and higher.
    """
    set_up_print(
        sheet,
        left=_("Questionnaire {number}").format(number=participant_number(ask.number)),
        centre=_("Confidential: for the assessment team only"),
    )
    sheet.print_options.horizontalCentered = True
    lock(sheet)


def lock(sheet: Worksheet) -> None:
    """Keep all but the unlocked cells from being changed by accident, and notes and pictures from being added."""
    sheet.protection.sheet = True
    sheet.protection.objects = True
    sheet.protection.scenarios = True
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False
