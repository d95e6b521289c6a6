"""The answers on the sheet with the questions, found by id and heading, wherever rows and columns are now."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from desktop.exchange.forms.layout import Column
from desktop.exchange.forms.notes import Note
from desktop.exchange.forms.sheet_cells import Row, Rows, SheetCells
from desktop.exchange.forms.typed_choice import Choices
from desktop.model import bounds
from desktop.model.assessment.forms import FilledAnswer, Remark, Unclear, UnclearCell
from desktop.model.errors import RefusalError

_MOST_NAMED = 12
_LONGEST_SHOWN = 60


class Columns(Struct, frozen=True):
    """Where the columns are, counted from 1."""

    id: int
    answer: int
    comment: int
    number: int | None
    question: int | None
    headings: frozenset[str]


class Said(Struct, frozen=True):
    """What the sheet says.

    Attributes:
        answers: by question id, in the form's order.
        unclear: what stands in cells but is no answer, by row.
        remarks: what stands where it belongs to no question, by row.
    """

    answers: dict[str, FilledAnswer]
    unclear: tuple[UnclearCell, ...]
    remarks: tuple[Remark, ...]


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
    marks = (Column.ANSWER.value, Column.COMMENT.value)
    known = frozenset((Column.ID.value, *marks, *headings))
    for wanted in (marks, headings):
        for row in rows.values() if all(wanted) else ():
            texts = [*row.values()]
            if wanted[0] in texts and wanted[1] in texts:
                if any(texts.count(text) > 1 for text in (Column.ID.value, *wanted)):
                    raise RefusalError("form.column_twice", sheet=title)
                places = {text: column for column, text in row.items()}
                ids = places.get(Column.ID.value) or _id_column(rows, questions)
                if ids is not None:
                    number, question = places.get(Column.NUMBER.value), places.get(Column.QUESTION.value)
                    return Columns(ids, places[wanted[0]], places[wanted[1]], number, question, known)
    return None


class AnswerSheet:
    """The sheet with the questions."""

    def __init__(self, cells: SheetCells, columns: Columns, notes: Sequence[Note]) -> None:
        """Take what stands in its cells, where its columns are, and the notes on it."""
        self.title = cells.title
        self._cells, self._columns, self._notes = cells, columns, notes

    def read(self, questions: Mapping[str, Choices]) -> Said:
        """What it says.

        Args:
            questions: the choices of each question asked, by its id.

        Raises:
            RefusalError: ``form.unknown_row``, ``form.rows_mixed``, ``form.duplicate_question``,
                ``form.missing_questions``, ``form.stray_text``, ``form.comment_too_long``.
        """
        rows = self._question_rows(questions)
        answers: dict[str, FilledAnswer] = {}
        unclear: list[UnclearCell] = []
        notes = self._notes_by_row()
        for question, choices in questions.items():
            number = rows[question]
            row = self._cells.rows[number]
            comment = self._comment(number, notes.pop(number, []))
            typed = row.get(self._columns.answer, "")
            choice = choices.listed(typed)
            if typed and choice is None:
                choice, reason = self._meant(number, typed, choices)
                if reason is not None:
                    printed = row.get(self._columns.number or 0, "")
                    unclear.append(UnclearCell(question, self.title, number, printed, shown(typed), reason))
            answers[question] = FilledAnswer(choice, comment)
        remarks = [Remark(self.title, number, shown(text)) for number, texts in notes.items() for text in texts]
        remarks += self._beside(rows, questions)
        by_row = sorted(remarks, key=lambda remark: remark.row)
        return Said(answers, tuple(sorted(unclear, key=lambda cell: cell.row)), tuple(by_row))

    def _question_rows(self, questions: Collection[str]) -> dict[str, int]:
        """The row of each question; rows that cannot be told apart from others are refused."""
        found: dict[str, int] = {}
        asked = {question: str(number) for number, question in enumerate(questions, start=1)}
        at = self._columns
        for number, row in sorted(self._cells.rows.items()):
            question = row.get(at.id, "")
            if question not in asked:
                self._refuse_stray(number, row)
                continue
            if question in found:
                both = f"{found[question]}, {number}"
                raise RefusalError("form.duplicate_question", sheet=self.title, rows=both, question=question)
            if at.number is not None and row.get(at.number, asked[question]) != asked[question]:
                raise RefusalError("form.rows_mixed", sheet=self.title, row=number)
            found[question] = number
        missing = tuple(question for question in questions if question not in found)
        if missing:
            named = missing[:_MOST_NAMED] + (("…",) if len(missing) > _MOST_NAMED else ())
            raise RefusalError("form.missing_questions", sheet=self.title, questions=named)
        return found

    def _refuse_stray(self, number: int, row: Row) -> None:
        """Refuse a row that is none of the form's but says something, unless it is a heading."""
        at = self._columns
        question, value, comment = row.get(at.id, ""), row.get(at.answer, ""), row.get(at.comment, "")
        if not at.headings.isdisjoint((question, value, comment)):
            return
        if question:
            raise RefusalError("form.unknown_row", sheet=self.title, row=number, question=shown(question))
        if value or comment:
            if at.number is not None and row.get(at.number, "").isdecimal():
                raise RefusalError("form.rows_mixed", sheet=self.title, row=number)
            raise RefusalError("form.stray_text", sheet=self.title, row=number, value=shown(value or comment))

    def _meant(self, number: int, typed: str, choices: Choices) -> tuple[str | None, Unclear | None]:
        odd = self._cells.unclear.get((number, self._columns.answer))
        if odd is not None:
            return None, odd
        if len(typed) > bounds.TEXT_LENGTH:
            return None, Unclear.NO_CHOICE
        return choices.meant(typed, self._lines(number))

    def _lines(self, number: int) -> Iterator[str]:
        """The texts in the rows right below a question, up to the next question or gap."""
        at, rows = self._columns, self._cells.rows
        while at.question is not None and at.id not in rows.get(number + 1, {at.id: ""}):
            number += 1
            yield rows[number].get(at.question, "")

    def _comment(self, number: int, notes: Sequence[str]) -> str:
        """The comment on a question, with the notes on its row below it."""
        written = self._cells.rows[number].get(self._columns.comment, "")
        comment = "\n".join((written, *notes)).strip() if notes else written
        if len(comment) > bounds.TEXT_LENGTH:
            raise RefusalError("form.comment_too_long", sheet=self.title, row=number, most=bounds.TEXT_LENGTH)
        return comment

    def _notes_by_row(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        for note in self._notes:
            found.setdefault(note.row, []).append(note.text)
        return found

    def _beside(self, rows: Mapping[str, int], questions: Mapping[str, Choices]) -> Iterator[Remark]:
        """Texts in columns that are none of the form's, and in rows that somebody added below the last question."""
        at = self._columns
        if at.number is None or at.question is None:
            return
        own = {at.id, at.answer, at.comment, at.number, at.question}
        last, number = max(rows.items(), key=lambda item: item[1])
        in_order = [*rows.values()] == sorted(rows.values()) and last == [*questions][-1]
        for place, row in self._cells.rows.items():
            added = in_order and place > number and not questions[last].starts_line(row.get(at.question, ""))
            if (added or not own.issuperset(row)) and at.headings.isdisjoint(row.values()):
                for column, text in row.items():
                    if column not in own or added:
                        yield Remark(self.title, place, shown(text))


def shown(text: str) -> str:
    """The text on one line, cut where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1].rstrip() + "…"


def _id_column(rows: Rows, questions: Collection[str]) -> int | None:
    """The column that holds the ids, when its mark is gone."""
    return next((column for row in rows.values() for column, text in row.items() if text in questions), None)
