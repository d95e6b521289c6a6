"""The first sheet of a form: what it is, how to answer, what each answer means, who sees it, how to return it."""

from __future__ import annotations

from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from desktop.exchange.cells import put
from desktop.exchange.forms import style
from desktop.exchange.forms.content import FormContent
from desktop.exchange.forms.pages import set_up
from desktop.exchange.heights import row_height, wrapped_lines
from desktop.language import _
from desktop.wording.form_instructions import sections
from desktop.wording.forms import participant_number

_LABEL_WIDTH = 28.0
_TEXT_WIDTH = 104.0
_GAP = 8.0


def write_instructions(sheet: Worksheet, ask: FormContent, questions_sheet: str) -> None:
    """Fill the sheet."""
    set_up(sheet, ask)
    sheet.column_dimensions["A"].width = 2.5
    sheet.column_dimensions["B"].width = _LABEL_WIDTH
    sheet.column_dimensions["C"].width = _TEXT_WIDTH
    _title(sheet, 2, _("Questionnaire {number}").format(number=participant_number(ask.number)), style.TITLE_FONT)
    _title(sheet, 3, " · ".join(part for part in (ask.model, ask.organisation, ask.unit) if part), style.MUTE_FONT)
    row = 5
    for section in sections(
        organisation=ask.organisation,
        model=ask.model,
        words=ask.words,
        questions=len(ask.questions),
        areas=len({section.place for section in ask.sections}),
        threshold=ask.threshold,
        scale=ask.scale,
        sheet=questions_sheet,
    ):
        labelled = bool(section.paragraphs[0][0])
        if labelled:
            _paragraph(sheet, row, section.heading, "")
            row += 1
        for place, (label, text) in enumerate(section.paragraphs):
            _paragraph(sheet, row, label if labelled or place else section.heading, text, plain=labelled)
            row += 1
        sheet.row_dimensions[row].height = _GAP
        row += 1
    sheet.page_setup.fitToHeight = 1
    sheet.print_area = f"A1:C{row}"


def _title(sheet: Worksheet, row: int, text: str, font: Font) -> None:
    cell = put(sheet, row, 2, text)
    cell.font = font
    sheet.row_dimensions[row].height = row_height((1, float(font.size or style.BODY)))


def _paragraph(sheet: Worksheet, row: int, label: str, text: str, *, plain: bool = False) -> None:
    label_font = style.TEXT_FONT if plain else style.BOLD_FONT
    for column, words, font in ((2, label, label_font), (3, text, style.TEXT_FONT)):
        cell = put(sheet, row, column, words)
        cell.font = font
        cell.alignment = style.WRAPPED
    lines = max(wrapped_lines(label, _LABEL_WIDTH, style.BODY, bold=True), wrapped_lines(text, _TEXT_WIDTH, style.BODY))
    sheet.row_dimensions[row].height = row_height((lines, style.BODY))
