"""The answers on the sheet with the questions, found by id and heading, wherever rows and columns are now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct

from desktop.exchange.forms.layout import Column
from desktop.exchange.forms.values import Value, as_text
from desktop.model.assessment.forms import FilledAnswer, Unclear, UnclearCell
from desktop.model.errors import RefusalError

_MOST_NAMED = 12
_LONGEST_SHOWN = 60
Rows = Sequence[Sequence[Value]]


class Columns(Struct, frozen=True):
    """Where the columns are, counted from 0."""

    id: int
    answer: int
    comment: int
    number: int | None
    headings: frozenset[str]


class Sheet(Struct, frozen=True):
    """The sheet with the questions: its rows, and where its columns are."""

    title: str
    rows: Rows
    columns: Columns


def find_columns(title: str, rows: Rows, questions: Collection[str], headings: tuple[str, str]) -> Columns | None:
    """Where the columns are; None when this is no sheet with questions.

    Args:
        title: of the sheet.
        rows: of the sheet.
        questions: ids of the questions asked.
        headings: what stands above answers and comments, in case the hidden marks are gone.

    Raises:
        RefusalError: ``form.column_twice``.
    """
    texts = (Column.ANSWER.value, Column.COMMENT.value)
    known = frozenset((Column.ID.value, *texts, *headings))
    for wanted in (texts, headings):
        for row in rows if all(wanted) else ():
            if wanted[0] in row and wanted[1] in row:
                if any(row.count(text) > 1 for text in (Column.ID, *wanted)):
                    raise RefusalError("form.column_twice", sheet=title)
                ids = row.index(Column.ID) if Column.ID in row else _id_column(rows, questions)
                if ids is not None:
                    number = row.index(Column.NUMBER) if Column.NUMBER in row else None
                    return Columns(ids, row.index(wanted[0]), row.index(wanted[1]), number, known)
    return None


class Choices:
    """What can be written for each choice: its name or its id, in any case and with any blanks."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Take the name and the id of each choice."""
        ids = dict(pairs)
        self._ids = {choice.casefold(): choice for choice in ids.values()}
        self._ids |= {_bare(name): choice for name, choice in ids.items()}
        said: dict[Value, FilledAnswer] = {name: FilledAnswer(choice) for name, choice in ids.items()}
        self.plain: Mapping[Value, FilledAnswer] = {"": FilledAnswer(), **said}
        """Answers without a comment, by what the form's own lists write or leave."""

    def __bool__(self) -> bool:
        """Whether there is anything to choose from."""
        return bool(self._ids)

    def find(self, text: str) -> str | None:
        """The id of the choice that the text stands for, or None."""
        return self._ids.get(_bare(text))


class Said(Struct, frozen=True):
    """What the sheet says: answers by question id, in the form's order, and what stands in cells but is none."""

    answers: dict[str, FilledAnswer]
    unclear: tuple[UnclearCell, ...]


def read_answers(sheet: Sheet, questions: Mapping[str, Choices]) -> Said:
    """What the sheet says.

    Args:
        sheet: the sheet with the questions.
        questions: the choices of each question asked, by its id.

    Raises:
        RefusalError: ``form.unknown_row``, ``form.rows_mixed``, ``form.duplicate_question``,
            ``form.missing_questions``, ``form.stray_text``.
    """
    unclear: list[UnclearCell] = []
    found: dict[str, FilledAnswer] = {}
    rows: dict[str, int] = {}
    asked = {question: number for number, question in enumerate(questions, start=1)}
    at = sheet.columns
    for number, row in enumerate(sheet.rows, start=1):
        question = as_text(row[at.id])
        place = asked.get(question)
        if place is None:
            _refuse_stray(sheet, number)
            continue
        if question in found:
            both = f"{rows[question]}, {number}"
            raise RefusalError("form.duplicate_question", sheet=sheet.title, rows=both, question=question)
        if at.number is not None and row[at.number] != place and as_text(row[at.number]) not in ("", str(place)):
            raise RefusalError("form.rows_mixed", sheet=sheet.title, row=number)
        rows[question] = number
        choices = questions[question]
        answer = None if row[at.comment] else choices.plain.get(row[at.answer])
        if answer is None:
            answer, cell = _answer(sheet, number, question, choices)
            unclear += [cell] if cell else []
        found[question] = answer
    missing = tuple(question for question in questions if question not in found)
    if missing:
        named = missing[:_MOST_NAMED] + (("…",) if len(missing) > _MOST_NAMED else ())
        raise RefusalError("form.missing_questions", sheet=sheet.title, questions=named)
    return Said({question: found[question] for question in questions}, tuple(unclear))


def _refuse_stray(sheet: Sheet, number: int) -> None:
    """Refuse a row that is none of the form's but says something, unless it is a heading."""
    row, at = sheet.rows[number - 1], sheet.columns
    question, value, comment = as_text(row[at.id]), as_text(row[at.answer]), as_text(row[at.comment])
    if not at.headings.isdisjoint((question, value, comment)):
        return
    if question:
        raise RefusalError("form.unknown_row", sheet=sheet.title, row=number, question=_shown(question))
    if value or comment:
        numbered = at.number is not None and isinstance(row[at.number], int | float)
        if numbered:
            raise RefusalError("form.rows_mixed", sheet=sheet.title, row=number)
        raise RefusalError("form.stray_text", sheet=sheet.title, row=number, value=_shown(value or comment))


def _answer(sheet: Sheet, number: int, question: str, choices: Choices) -> tuple[FilledAnswer, UnclearCell | None]:
    row, at = sheet.rows[number - 1], sheet.columns
    value, comment = as_text(row[at.answer]), as_text(row[at.comment])
    choice = choices.find(value) if value else None
    if choice or not value:
        return FilledAnswer(choice, comment), None
    printed = "" if at.number is None else as_text(row[at.number])
    cell = UnclearCell(question, sheet.title, number, printed, _shown(value), Unclear.NO_CHOICE)
    return FilledAnswer(None, comment), cell


def _bare(text: str) -> str:
    return " ".join(text.split()).casefold()


def _shown(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1].rstrip() + "…"


def _id_column(rows: Rows, questions: Collection[str]) -> int | None:
    """The column that holds the ids, when its mark is gone."""
    width = max((len(row) for row in rows), default=0)
    return next((column for column in range(width) if any(row[column] in questions for row in rows)), None)
