"""Reading a form that came back: whole, or not at all."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from python_calamine import CalamineError, CalamineWorkbook

from desktop.exchange.forms.answers import Choices, Rows, Sheet, find_columns, read_answers
from desktop.exchange.forms.guard import Parts, open_parts
from desktop.exchange.forms.layout import CHOICES_SHEET, FORM_SHEET, FORMAT, MARK, Entry
from desktop.exchange.forms.values import Value, as_text
from desktop.model.assessment.forms import FilledForm, FormIdentity
from desktop.model.errors import RefusalError

_PROPERTIES = "docProps/core.xml"
_MODIFIED = re.compile(rb"<(?:\w+:)?modified(?:\s[^>]*)?>\s*([^<\s]+)")
_PANIC = "PanicException"


class _Form(Struct, frozen=True):
    """What the hidden sheet says; of each question which list it is answered from, counted from 0."""

    identity: FormIdentity
    entries: Mapping[str, str]
    questions: Mapping[str, int]


def read_form(path: Path) -> FilledForm:
    """Read a filled form. A cell whose answer cannot be understood is told in `FilledForm.unclear`.

    Questions are found by their hidden id and columns by their hidden heading, so that sorting, filtering, hiding and
    moving do no harm. Choices are given by name, in any case, or by id.

    Raises:
        RefusalError: see `desktop.exchange.forms.guard.open_parts`, and ``form.no_identity``, ``form.newer``,
            ``form.no_choices``, ``form.no_questions``, ``form.questions_twice``, ``form.column_twice``,
            ``form.unknown_row``, ``form.rows_mixed``, ``form.duplicate_question``, ``form.missing_questions``,
            ``form.stray_text``.
    """
    parts = open_parts(path)
    try:
        return _read(CalamineWorkbook.from_filelike(parts.repacked()), _saved(parts))
    except CalamineError as error:
        raise RefusalError("form.truncated") from error
    except BaseException as error:
        if type(error).__name__ == _PANIC:  # how the reader of workbooks, which is no Python, gives up
            raise RefusalError("form.truncated") from error
        raise


def _read(workbook: CalamineWorkbook, saved: dt.datetime | None) -> FilledForm:
    titles = workbook.sheet_names
    form = _form(_rows(workbook, FORM_SHEET, titles))
    choices = _choices(_rows(workbook, CHOICES_SHEET, titles))
    sheet = _questions(workbook, titles, form)
    said = read_answers(sheet, _own(form, choices))
    return FilledForm(form.identity, saved, said.answers, said.unclear)


def _rows(workbook: CalamineWorkbook, title: str, titles: list[str]) -> Rows:
    return workbook.get_sheet_by_name(title).to_python(skip_empty_area=False) if title in titles else []


def _pairs(rows: Rows) -> list[tuple[str, str]]:
    return [(as_text(row[0]), as_text(row[1])) for row in rows if len(row) > 1]


def _form(rows: Rows) -> _Form:
    pairs = _pairs(rows)
    entries = dict(pairs)
    version = entries.get(MARK, "")
    keys = (Entry.ASSESSMENT, Entry.MODEL, Entry.DIGEST, Entry.SCALE, Entry.PARTICIPANT)
    question = Entry.QUESTION.value
    questions = {as_text(row[1]): _list(row) for row in rows if len(row) > 1 and row[0] == question}
    if not version.isdecimal() or not questions or "" in questions or not all(entries.get(key) for key in keys):
        raise RefusalError("form.no_identity", sheet=FORM_SHEET)
    if int(version) > FORMAT:
        raise RefusalError("form.newer")
    assessment, model, digest, scale, participant = (entries[key] for key in keys)
    return _Form(FormIdentity(assessment, model, digest, scale, participant), entries, questions)


def _list(row: Sequence[Value]) -> int:
    """Which list a question is answered from; the first where the form does not say, as it had one only."""
    number = as_text(row[2]) if len(row) > 2 else ""
    return int(number) - 1 if number.isdecimal() else 0


def _choices(rows: Rows) -> list[Choices]:
    """The lists of the form, each from its pair of columns."""
    width = max(map(len, rows), default=0)
    pairs = [[(as_text(row[at]), as_text(row[at + 1])) for row in rows[1:]] for at in range(0, width - 1, 2)]
    return [Choices(pair for pair in found if all(pair)) for found in pairs]


def _own(form: _Form, choices: Sequence[Choices]) -> dict[str, Choices]:
    """The choices of each question."""
    if not all(0 <= place < len(choices) and choices[place] for place in form.questions.values()):
        raise RefusalError("form.no_choices", sheet=CHOICES_SHEET)
    return {question: choices[place] for question, place in form.questions.items()}


def _questions(workbook: CalamineWorkbook, titles: list[str], form: _Form) -> Sheet:
    """The one sheet with questions; under its own title or, should that be changed, any."""
    own = form.entries.get(Entry.SHEET, "")
    others = [t for t in titles if t not in (own, FORM_SHEET, CHOICES_SHEET, form.entries.get(Entry.INSTRUCTIONS))]
    headings = (form.entries.get(Entry.ANSWER_HEADING, ""), form.entries.get(Entry.COMMENT_HEADING, ""))
    sheets = []
    for title in [own, *others]:
        rows = _rows(workbook, title, titles)
        columns = find_columns(title, rows, form.questions, headings)
        if columns is not None:
            sheets.append(Sheet(title, rows, columns))
    if not sheets:
        raise RefusalError("form.no_questions", sheet=own)
    if len(sheets) > 1:
        raise RefusalError("form.questions_twice", sheet=sheets[0].title, other=sheets[1].title)
    return sheets[0]


def _saved(parts: Parts) -> dt.datetime | None:
    """When the workbook was last saved, as its properties say."""
    stamp = _MODIFIED.search(parts.xml.get(_PROPERTIES, b""))
    try:
        found = dt.datetime.fromisoformat(stamp[1].decode() if stamp else "")
    except ValueError:
        return None
    return found.replace(tzinfo=found.tzinfo or dt.UTC).astimezone(dt.UTC)
