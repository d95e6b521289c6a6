"""The sheet with the questions: grouped by area, stream or track, an answer from a list and a comment each."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Color, Font
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from desktop.exchange.cells import clean, put
from desktop.exchange.forms import style
from desktop.exchange.forms.choices import Offer, offer, offers, reading_lines
from desktop.exchange.forms.content import FormContent
from desktop.exchange.forms.layout import CHOICES_SHEET, Column
from desktop.exchange.forms.pages import keep_together, set_up
from desktop.exchange.heights import FONT, row_height, wrapped_lines
from desktop.language import _
from desktop.model.maturity.questionnaire import FULFILMENT, Asked, Section, numbers
from desktop.wording.forms import participant_number, progress_parts
from desktop.wording.model_words import FormWords

_PLACES = {column: place for place, column in enumerate(Column, start=1)}
_VISIBLE = tuple(column for column in Column if column is not Column.ID)
_WIDTHS = {Column.NUMBER: 6.0, Column.QUESTION: 72.0, Column.ID: 12.0, Column.ANSWER: 22.0, Column.COMMENT: 52.0}
_TEXT_WIDTH = _WIDTHS[Column.QUESTION] - 2 * style.INDENT
_LOWEST_ROW = 30.0
_AREA_LINE = 15.0
_TITLE, _MODEL, _PROGRESS, _MARKS, _HEADINGS = range(1, 6)
_FIRST = _HEADINGS + 1


def headings(words: FormWords) -> dict[Column, str]:
    """What stands above each column."""
    return {
        Column.NUMBER: _("No."),
        Column.QUESTION: _(words.question),
        Column.ID: _("Id"),
        Column.ANSWER: _("Answer"),
        Column.COMMENT: _("Comment"),
    }


def write_questions(sheet: Worksheet, ask: FormContent) -> None:
    """Fill the sheet."""
    set_up(sheet, ask)
    _write_columns(sheet, ask)
    answered: dict[Offer, list[int]] = {choices: [] for choices in offers(ask.questions)}
    blocks: list[range] = []
    row, before = _FIRST, ""
    numbered = numbers(ask.sections)
    for section in ask.sections:
        start = row
        row = _write_section(sheet, row, section, "" if section.place == before else section.introduction)
        before = section.place
        for question in section.questions:
            _write_question(sheet, row, numbered[question.id], question)
            answered[offer(question.scale)].append(row)
            row = _write_reading_lines(sheet, row + 1, question)
            blocks.append(range(start, row))  # a heading is not left alone, nor are texts that stand below a question
            start = row
    for place, (choices, rows) in enumerate(answered.items()):
        _add_list(sheet, place, choices, rows)
    last = max(row - 1, _FIRST)
    _write_top(sheet, ask, last)
    _show_what_is_answered(sheet, last)
    _fix_view(sheet, ask, last)
    keep_together(sheet, blocks, _HEADINGS, sum(_WIDTHS[column] for column in _VISIBLE))


def _add_list(sheet: Worksheet, place: int, choices: Offer, rows: Sequence[int]) -> None:
    """Let the answers in these rows be chosen from the hidden sheet's list of this place."""
    letter = get_column_letter(1 + 2 * place)
    found = DataValidation(
        type="list",
        formula1=f"{quote_sheetname(CHOICES_SHEET)}!${letter}$2:${letter}${len(choices) + 1}",
        allow_blank=True,
        showErrorMessage=True,
        errorTitle=_("Not one of the answers"),
        error=_("Please choose an answer from the list, or empty the cell."),
    )
    sheet.add_data_validation(found)
    starts = [row for row in rows if row - 1 not in rows]
    ends = [row for row in rows if row + 1 not in rows]
    for first, last in zip(starts, ends, strict=True):
        found.add(f"{_letter(Column.ANSWER)}{first}:{_letter(Column.ANSWER)}{last}")


def _write_columns(sheet: Worksheet, ask: FormContent) -> None:
    for column, heading in headings(ask.words).items():
        place = _PLACES[column]
        sheet.column_dimensions[_letter(column)].width = _WIDTHS[column]
        put(sheet, _MARKS, place, column.value)
        cell = put(sheet, _HEADINGS, place, heading)
        cell.font, cell.fill = style.HEADING_FONT, style.HEADING_FILL
        side = "right" if column is Column.NUMBER else "left"
        cell.alignment = Alignment(horizontal=side, vertical="center", indent=1)
    sheet.column_dimensions[_letter(Column.ID)].hidden = True
    sheet.row_dimensions[_MARKS].hidden = True
    sheet.row_dimensions[_HEADINGS].height = 20


def _write_top(sheet: Worksheet, ask: FormContent, last: int) -> None:
    title = _("Questionnaire {number}").format(number=participant_number(ask.number))
    _top(sheet, _TITLE, title, style.TITLE_FONT)
    _top(sheet, _MODEL, " · ".join(part for part in (ask.model, ask.organisation) if part), style.MUTE_FONT)
    before, after = (part.replace('"', '""') for part in progress_parts(len(ask.questions), ask.words))
    answers = f"{_letter(Column.ANSWER)}{_FIRST}:{_letter(Column.ANSWER)}{last}"
    cell = sheet.cell(_PROGRESS, _PLACES[Column.NUMBER], f'="{before}"&COUNTA({answers})&"{after}"')
    cell.font, cell.alignment = style.ACCENT_FONT, style.MIDDLE
    sheet.row_dimensions[_PROGRESS].height = 24


def _top(sheet: Worksheet, row: int, text: str, font: Font) -> None:
    cell = put(sheet, row, _PLACES[Column.NUMBER], text)
    cell.font = font
    sheet.row_dimensions[row].height = row_height((1, float(font.size or style.BODY)))


def _write_section(sheet: Worksheet, row: int, section: Section, introduction: str) -> int:
    """The heading of a section, and what to read first where that is new; returns the next free row."""
    _area_line(sheet, row, section.name, style.SECTION_FONT, style.ABOVE)
    sheet.row_dimensions[row].height = row_height(
        (wrapped_lines(section.name, _TEXT_WIDTH, style.SECTION, bold=True), _AREA_LINE)
    )
    if not introduction:
        return row + 1
    _area_line(sheet, row + 1, introduction, style.MUTE_FONT, style.BELOW)
    lines = wrapped_lines(introduction, _TEXT_WIDTH, style.BODY)
    sheet.row_dimensions[row + 1].height = row_height((lines, style.BODY))
    return row + 2


def _area_line(sheet: Worksheet, row: int, text: str, font: Font, alignment: Alignment) -> None:
    for column in _VISIBLE:
        sheet.cell(row, _PLACES[column]).fill = style.SECTION_FILL
    cell = put(sheet, row, _PLACES[Column.QUESTION], text)
    cell.font, cell.alignment = font, alignment


def _write_question(sheet: Worksheet, row: int, number: int, question: Asked) -> None:
    put(sheet, row, _PLACES[Column.ID], question.id)
    for column in _VISIBLE:
        cell = sheet.cell(row, _PLACES[column])
        cell.font, cell.alignment, cell.border = style.TEXT_FONT, style.INDENTED, style.BOX
        if column is Column.NUMBER:
            cell.value, cell.font, cell.alignment = number, style.MUTE_FONT, style.NUMBER
        elif column in (Column.ANSWER, Column.COMMENT):
            cell.protection, cell.number_format = style.UNLOCKED, style.AS_TEXT
        if column is Column.ANSWER:
            cell.fill = style.OPEN_FILL
    if reading_lines(question):
        sheet.cell(row, _PLACES[Column.QUESTION]).font = style.BOLD_FONT
    lines = [(wrapped_lines(question.text, _TEXT_WIDTH, style.BODY), style.BODY)]
    shown = _help(question)
    if shown:
        sheet.cell(row, _PLACES[Column.QUESTION]).value = _with_help(question.text, shown)
        lines.append((wrapped_lines(shown, _TEXT_WIDTH, style.SMALL), style.SMALL))
    else:
        put(sheet, row, _PLACES[Column.QUESTION], question.text)
    sheet.row_dimensions[row].height = max(_LOWEST_ROW, row_height(*lines))


def _write_reading_lines(sheet: Worksheet, row: int, question: Asked) -> int:
    """The texts of the question's own that stand behind its numbers, if it has such; returns the next free row."""
    for name, meaning in reading_lines(question):
        bold = InlineFont(rFont=FONT, sz=style.BODY, b=True, color=Color(style.ACCENT_COLOUR))
        plain = InlineFont(rFont=FONT, sz=style.BODY, color=Color(style.TEXT_COLOUR))
        text = CellRichText(TextBlock(bold, f"{clean(name)}   "), TextBlock(plain, clean(meaning)))
        cell = sheet.cell(row, _PLACES[Column.QUESTION])
        cell.value, cell.font, cell.alignment, cell.border = text, style.TEXT_FONT, style.INDENTED, style.BOX
        lines = wrapped_lines(f"{name}   {meaning}", _TEXT_WIDTH, style.BODY)
        sheet.row_dimensions[row].height = row_height((lines, style.BODY))
        row += 1
    return row


def _help(question: Asked) -> str:
    """What helps respondents; what stands with a statement tells the team what to look for."""
    return "" if question.scale.id == FULFILMENT else question.help


def _with_help(words: str, shown: str) -> CellRichText:
    text = InlineFont(rFont=FONT, sz=style.BODY, color=Color(style.TEXT_COLOUR))
    small = InlineFont(rFont=FONT, sz=style.SMALL, color=Color(style.MUTE_COLOUR))
    return CellRichText(TextBlock(text, clean(words) + "\n"), TextBlock(small, clean(shown)))


def _show_what_is_answered(sheet: Worksheet, last: int) -> None:
    first = f"{_letter(Column.ANSWER)}{_FIRST}"
    rule = Rule("expression", dxf=DifferentialStyle(fill=style.ANSWERED_FILL), formula=[f"LEN(TRIM({first}))>0"])
    sheet.conditional_formatting.add(f"{first}:{_letter(Column.ANSWER)}{last}", rule)


def _fix_view(sheet: Worksheet, ask: FormContent, last: int) -> None:
    sheet.freeze_panes = f"A{_FIRST}"
    sheet.print_title_rows = f"{_HEADINGS}:{_HEADINGS}"
    sheet.print_area = f"{_letter(Column.NUMBER)}1:{_letter(Column.COMMENT)}{last}"
    if ask.questions:
        start = f"{_letter(Column.ANSWER)}{_FIRST + 2}"
        for selection in sheet.sheet_view.selection:
            selection.activeCell = selection.sqref = start


def _letter(column: Column) -> str:
    return get_column_letter(_PLACES[column])
