"""The questions of one participant, answered by pressing keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView

from desktop.language import _
from desktop.model.maturity.questionnaire import Asked, Section
from desktop.ui.deeds import Deed
from desktop.ui.pages.questionnaires.answer_keys import AnswerKey, answer_keys
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.wording.forms import question_number


class EntryRow(Struct, frozen=True):
    """A question with what the participant says to it; no `answer` means unanswered.

    Attributes:
        number: in front of it on the form.
    """

    number: int
    section: Section
    question: Asked
    answer: AnswerKey | None
    comment: str


class EntryTable(Table):
    """Rows of questions.

    Attributes:
        turns: whether there are other participants to turn to.

    Signals:
        answering: the `AnswerKey` pressed, or None to make the question unanswered.
        commenting: the comment of the row is to be edited.
        turning: by how many participants to go on, 1 or -1.
    """

    answering = Signal(object)
    commenting = Signal()
    turning = Signal(int)

    def __init__(self, *, turns: bool = True) -> None:
        self.turns = turns
        super().__init__(RowsModel(_columns()), _("Questions"), sortable=False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def show_row(self, number: int, row: EntryRow) -> None:
        """Show one row anew, quickly: the others are left alone."""
        self.source.set_row(number, row)

    def deeds(self) -> Sequence[Deed]:
        """Answers, comments and the way to the next participant."""
        turning = (
            Deed(("Ctrl+Page Down",), _("The next participant"), partial(self.turning.emit, 1)),
            Deed(("Ctrl+Page Up",), _("The previous participant"), partial(self.turning.emit, -1)),
        )[: 2 * self.turns]
        row: EntryRow | None = self.current_row()
        if row is None:
            return (*turning, *super().deeds())
        keys = answer_keys(row.question.scale)
        return (
            Deed(("Enter", "C"), _("Comment"), self.commenting.emit),
            *(Deed((str(key.digit), *key.letter), key.name, partial(self.answering.emit, key)) for key in keys),
            Deed(("0", "Delete", "Backspace"), _("Unanswered"), partial(self.answering.emit, None)),
            *turning,
            *super().deeds(),
        )


def _columns() -> list[Column[EntryRow]]:
    return [
        Column("", lambda row: question_number(row.number).replace(" ", "\N{NO-BREAK SPACE}"), width=66),
        Column(_("Question"), _text),
        Column(_("Answer"), _answer, tone=_tone, width=150),
    ]


def _text(row: EntryRow) -> str:
    if not row.comment:
        return row.question.text
    return f"{row.question.text}\n" + _("“{comment}”").format(comment=row.comment)


def _answer(row: EntryRow) -> str:
    if row.answer is None:
        return "–"
    return row.answer.short


def _tone(row: EntryRow) -> str | None:
    if row.answer is None:
        return None
    return "accent" if row.answer.choice.blank is None else "plain"
