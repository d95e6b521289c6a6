"""The hidden sheets of a form: the choices that the lists refer to, and what the form is."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.worksheet.worksheet import Worksheet

from desktop.exchange.cells import put
from desktop.exchange.forms.choices import offer, offers
from desktop.exchange.forms.content import FormContent
from desktop.exchange.forms.layout import FORMAT, MARK, Column, Entry
from desktop.exchange.forms.pages import lock
from desktop.exchange.forms.questions import headings


def write_choices(sheet: Worksheet, ask: FormContent) -> None:
    """Name and id of each choice, a pair of columns for each list of them.

    The drop-downs refer to the names, as a list typed out breaks in some languages.
    """
    lock(sheet)
    sheet.sheet_state = "hidden"
    for place, choices in enumerate(offers(ask.questions)):
        _write(sheet, [("name", "id"), *choices], first=1 + 2 * place)


def write_identity(sheet: Worksheet, ask: FormContent, questions_sheet: str, instructions_sheet: str) -> None:
    """Which form it is, and every question it asks with the number of its list, so that a missing row is noticed."""
    lock(sheet)
    sheet.sheet_state = "veryHidden"
    shown = headings(ask.words)
    lists = {choices: str(number) for number, choices in enumerate(offers(ask.questions), start=1)}
    rows = [
        (MARK, str(FORMAT)),
        (Entry.ASSESSMENT, ask.identity.assessment),
        (Entry.MODEL, ask.identity.model),
        (Entry.DIGEST, ask.identity.digest),
        (Entry.SCALE, ask.identity.scale),
        (Entry.PARTICIPANT, ask.identity.participant),
        (Entry.NUMBER, str(ask.number)),
        (Entry.SHEET, questions_sheet),
        (Entry.INSTRUCTIONS, instructions_sheet),
        (Entry.ANSWER_HEADING, shown[Column.ANSWER]),
        (Entry.COMMENT_HEADING, shown[Column.COMMENT]),
        *((Entry.SECOND_NAME, choice, name) for choice, name in ask.level_names),
        *((Entry.QUESTION, question.id, lists[offer(question.scale)]) for question in ask.questions),
    ]
    _write(sheet, rows)


def _write(sheet: Worksheet, rows: Sequence[tuple[str, ...]], *, first: int = 1) -> None:
    for row, texts in enumerate(rows, start=1):
        for column, text in enumerate(texts, start=first):
            put(sheet, row, column, str(text))
