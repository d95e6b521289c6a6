"""Reading a form that came back. Foreign files are read in a process of their own: see `form_reading`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from desktop.exchange.forms.answers import AnswerSheet, find_columns, shown
from desktop.exchange.forms.layout import CHOICES_SHEET, FORM_SHEET, FORMAT, INSTRUCTIONS_COLUMNS, MARK, Entry
from desktop.exchange.forms.notes import Note, drawn_on, notes_on
from desktop.exchange.forms.package import Package
from desktop.exchange.forms.sheet_cells import Row, Rows, SheetCells
from desktop.exchange.forms.typed_choice import Choices
from desktop.exchange.forms.workbook import ReturnedWorkbook
from desktop.model import bounds
from desktop.model.assessment.forms import FilledForm, FormIdentity, Remark
from desktop.model.errors import RefusalError

_MOST_LISTS = 10_000
_NAME, _VALUE, _EXTRA = 1, 2, 3
"""Columns of the hidden sheets."""


class _Form(Struct, frozen=True):
    """What the hidden sheet says; of each question which list it is answered from, counted from 0."""

    identity: FormIdentity
    entries: Mapping[str, str]
    questions: Mapping[str, int]
    second_names: Mapping[str, str]


def read_form(path: Path) -> FilledForm:
    """Read a filled form. A cell whose answer cannot be understood is told in `FilledForm.unclear`.

    Questions are found by their hidden id and columns by their hidden heading, so that sorting, filtering, hiding and
    moving do no harm. What can be typed in place of a choice, `Choices` tells.

    Raises:
        RefusalError: see `desktop.exchange.forms.workbook.ReturnedWorkbook` and `AnswerSheet.read`, and
            ``form.no_identity``, ``form.newer``, ``form.no_choices``, ``form.no_questions``, ``form.questions_twice``,
            ``form.column_twice``.
    """
    workbook = ReturnedWorkbook(path)
    form = _form(workbook.sheet(FORM_SHEET).rows)
    choices = _choices(workbook.sheet(CHOICES_SHEET).rows, form.second_names)
    sheet, others = _questions(workbook, form)
    said = sheet.read(_own(form, choices))
    remarks = (*said.remarks, *others, *_left_beside(workbook, sheet.title, form.entries.get(Entry.INSTRUCTIONS, "")))
    return FilledForm(form.identity, workbook.saved, said.answers, said.unclear, remarks, workbook.program)


def _form(rows: Rows) -> _Form:
    entries = {row.get(_NAME, ""): row.get(_VALUE, "") for row in rows.values()}
    version = bounds.whole_number(entries.get(MARK, ""), 10**bounds.DIGITS)
    keys = (Entry.ASSESSMENT, Entry.MODEL, Entry.DIGEST, Entry.SCALE, Entry.PARTICIPANT)
    questions = {row.get(_VALUE, ""): _list(row.get(_EXTRA, "")) for row in _of(Entry.QUESTION, rows)}
    if version is None or not questions or "" in questions or not all(entries.get(key) for key in keys):
        raise RefusalError("form.no_identity", sheet=FORM_SHEET)
    if version > FORMAT:
        raise RefusalError("form.newer")
    assessment, model, digest, scale, participant = (entries[key] for key in keys)
    second_names = {row.get(_VALUE, ""): row.get(_EXTRA, "") for row in _of(Entry.SECOND_NAME, rows)}
    identity = FormIdentity(assessment, model, digest, scale, participant)
    return _Form(identity, entries, questions, second_names)


def _of(entry: Entry, rows: Rows) -> list[Row]:
    return [row for _number, row in sorted(rows.items()) if row.get(_NAME) == entry]


@lru_cache(maxsize=64)
def _list(place: str) -> int:
    """Which list a question is answered from; the first where the form does not say, as it had one only."""
    number = bounds.whole_number(place, _MOST_LISTS)
    return 0 if number is None else number - 1


def _choices(rows: Rows, second_names: Mapping[str, str]) -> list[Choices]:
    """The lists of the form, each from its pair of columns, below its heading."""
    width = max((column for row in rows.values() for column in row), default=0)
    below = [row for number, row in sorted(rows.items()) if number > 1]
    pairs = [[(row.get(at, ""), row.get(at + 1, "")) for row in below] for at in range(1, width, 2)]
    return [Choices((pair for pair in found if all(pair)), second_names) for found in pairs]


def _own(form: _Form, choices: Sequence[Choices]) -> dict[str, Choices]:
    """The choices of each question."""
    if not all(0 <= place < len(choices) and choices[place] for place in form.questions.values()):
        raise RefusalError("form.no_choices", sheet=CHOICES_SHEET)
    return {question: choices[place] for question, place in form.questions.items()}


def _questions(workbook: ReturnedWorkbook, form: _Form) -> tuple[AnswerSheet, list[Remark]]:
    """The one sheet with questions, under its own title or, should that be changed, any; and what stands on others."""
    own = form.entries.get(Entry.SHEET, "")
    hidden = (FORM_SHEET, CHOICES_SHEET, form.entries.get(Entry.INSTRUCTIONS))
    headings = (form.entries.get(Entry.ANSWER_HEADING, ""), form.entries.get(Entry.COMMENT_HEADING, ""))
    found: list[AnswerSheet] = []
    others: list[Remark] = []
    for title in sorted((each for each in workbook.titles if each not in hidden), key=lambda each: each != own):
        cells = workbook.sheet(title)
        columns = find_columns(title, cells.rows, form.questions, headings)
        if columns is not None:
            found.append(AnswerSheet(cells, columns, _on(workbook, title, notes_on)))
        elif workbook.shows(title):
            others += _first_text(cells)
    if not found:
        raise RefusalError("form.no_questions", sheet=own)
    if len(found) > 1:
        raise RefusalError("form.questions_twice", sheet=found[0].title, other=found[1].title)
    return found[0], others


def _first_text(cells: SheetCells) -> list[Remark]:
    """Where a sheet that is none of the form's begins to say something."""
    places = ((number, column) for number, row in sorted(cells.rows.items()) for column in row)
    first = next((place for place in places if place not in cells.unclear), None)
    return [] if first is None else [Remark(cells.title, first[0], shown(cells.rows[first[0]][first[1]]))]


def _left_beside(workbook: ReturnedWorkbook, own: str, instructions: str) -> list[Remark]:
    """Notes on the instructions, what stands beside them, and text boxes and pictures, which belong to no cell."""
    drawn = [(title, note) for title in (own, instructions) for note in _on(workbook, title, drawn_on)]
    noted = [(instructions, note) for note in _on(workbook, instructions, notes_on)]
    noted += [
        (instructions, Note(number, text))
        for number, row in workbook.sheet(instructions).rows.items()
        for column, text in row.items()
        if column not in INSTRUCTIONS_COLUMNS
    ]
    return [Remark(title, note.row, shown(note.text)) for title, note in (*drawn, *noted)]


def _on(workbook: ReturnedWorkbook, title: str, find: Callable[[Package, str], list[Note]]) -> list[Note]:
    part = workbook.parts.get(title, "")
    return find(workbook.package, part) if part else []
