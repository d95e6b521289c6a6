"""The answers on the sheet with the questions, found by id and heading, wherever rows and columns are now."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from desktop.exchange.forms.layout import Column
from desktop.exchange.forms.notes import Note
from desktop.exchange.forms.sheet_cells import Row, Rows, SheetCells
from desktop.exchange.forms.typed_choice import Choices
from desktop.exchange.forms.typed_text import folded, whole
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
        added = self._added(rows, questions)
        self._refuse_strays(rows, added, questions)
        answers: dict[str, FilledAnswer] = {}
        unclear: list[UnclearCell] = []
        printed = numbers_of(questions)
        notes = self._notes_by_row()
        merged = self._merged(rows)
        for question, choices in questions.items():
            number = rows[question]
            row = self._cells.rows[number]
            comment = self._comment(number, notes.pop(number, []))
            typed = row.get(self._columns.answer, "")
            choice = choices.listed(typed)
            if typed and choice is None:
                choice, reason = self._meant(number, typed, choices)
                if reason is not None:
                    unclear.append(UnclearCell(question, self.title, number, printed[question], shown(typed), reason))
            elif not typed and number in merged:
                there = shown(merged[number])
                unclear.append(UnclearCell(question, self.title, number, printed[question], there, Unclear.MERGED))
            answers[question] = FilledAnswer(choice, comment)
        remarks = [Remark(self.title, number, shown(text)) for number, texts in notes.items() for text in texts]
        remarks += self._beside(rows, added)
        by_row = sorted(remarks, key=lambda remark: remark.row)
        return Said(answers, tuple(sorted(unclear, key=lambda cell: cell.row)), tuple(by_row))

    def _question_rows(self, questions: Collection[str]) -> dict[str, int]:
        """The row of each question; rows that cannot be told apart from others are refused."""
        found: dict[str, int] = {}
        asked = numbers_of(questions)
        at = self._columns
        for number, row in sorted(self._cells.rows.items()):
            question = row.get(at.id, "")
            if question not in asked:
                if question and not self._is_heading(row):
                    raise RefusalError("form.unknown_row", sheet=self.title, row=number, question=shown(question))
                continue
            if question in found:
                both = f"{found[question]}, {number}"
                raise RefusalError("form.duplicate_question", sheet=self.title, rows=both, question=asked[question])
            if at.number is not None and _numbered(row.get(at.number, "")) not in ("", asked[question]):
                raise RefusalError("form.rows_mixed", sheet=self.title, row=number)
            found[question] = number
        return found

    def _refuse_strays(self, rows: Mapping[str, int], added: Collection[int], questions: Mapping[str, Choices]) -> None:
        """Refuse answers beside no question, as where cells were moved, and questions that are gone.

        Below the last question people write what they like, as long as it is no answer.
        """
        at, known, choices = self._columns, {*rows.values()}, {*questions.values()}
        for number, row in self._cells.rows.items():
            value, comment = row.get(at.answer, ""), row.get(at.comment, "")
            if number in known or not (value or comment) or self._is_heading(row):
                continue
            if at.number is not None and row.get(at.number, "").isdecimal():
                raise RefusalError("form.rows_mixed", sheet=self.title, row=number)
            is_told = not value or (number in added and not any(each.meant(value)[0] for each in choices))
            if not is_told or at.number is None or at.question is None:
                raise RefusalError("form.stray_text", sheet=self.title, row=number, value=shown(value or comment))
        missing = tuple(printed for question, printed in numbers_of(questions).items() if question not in rows)
        if missing:
            named = missing[:_MOST_NAMED] + (("…",) if len(missing) > _MOST_NAMED else ())
            raise RefusalError("form.missing_questions", sheet=self.title, questions=named)

    def _is_heading(self, row: Row) -> bool:
        at = self._columns
        return not at.headings.isdisjoint((row.get(at.id, ""), row.get(at.answer, ""), row.get(at.comment, "")))

    def _added(self, rows: Mapping[str, int], questions: Mapping[str, Choices]) -> set[int]:
        """The rows that somebody added below the last question, and what there is to read about it."""
        at, last = self._columns, [*questions][-1]
        end = rows.get(last, 0)
        if at.question is None or not rows or end < max(rows.values()):
            return set()
        below = ((place, row.get(at.question, "")) for place, row in self._cells.rows.items() if place > end)
        return {place for place, text in below if not questions[last].starts_line(text)}

    def _merged(self, rows: Mapping[str, int]) -> dict[int, str]:
        """By row of a question, what stands in the cell for an earlier answer of which its own is a part."""
        found: dict[int, str] = {}
        ordered, column = sorted(rows.values()), self._columns.answer
        for area in self._cells.merged:
            text = self._cells.rows.get(area.top, {}).get(area.left, "")
            if area.left == column and text and area.top in ordered:
                covered = ordered[bisect_right(ordered, area.top) : bisect_right(ordered, area.bottom)]
                found |= dict.fromkeys(covered, text)
        return found

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

    def _beside(self, rows: Mapping[str, int], added: Collection[int]) -> Iterator[Remark]:
        """Texts in columns that are none of the form's, in rows that somebody added, and comments on no question."""
        at = self._columns
        if at.number is None or at.question is None:
            return
        own, nothing = {at.id, at.answer, at.comment, at.number, at.question}, set[int]()
        without_comment, known = own - {at.comment}, {*rows.values()}
        for place, row in self._cells.rows.items():
            fitting = nothing if place in added else own if place in known else without_comment
            if not row.keys() <= fitting and at.headings.isdisjoint(row.values()):
                for column, text in row.items():
                    if column not in fitting:
                        yield Remark(self.title, place, shown(text))
            if place in known and (number := row.get(at.number, "")) and not _numbered(number):
                yield Remark(self.title, place, shown(number))


def numbers_of(questions: Collection[str]) -> dict[str, str]:
    """The number in front of each question of a form: they are counted in the order of the form."""
    return {question: str(number) for number, question in enumerate(questions, start=1)}


@lru_cache(maxsize=1024)
def _numbered(text: str) -> str:
    """The whole number in a cell for the number of a question; nothing where somebody ticked it off."""
    return whole(folded(text))


def shown(text: str) -> str:
    """The text on one line, cut where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1].rstrip() + "…"


def _id_column(rows: Rows, questions: Collection[str]) -> int | None:
    """The column that holds the ids, when its mark is gone."""
    return next((column for row in rows.values() for column, text in row.items() if text in questions), None)
