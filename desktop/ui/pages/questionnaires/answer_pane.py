"""The questions of one participant with the one in hand in full, answered by keys or with the mouse."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.maturity.asked import Asked
from desktop.model.maturity.questionnaire import Section
from desktop.ui.page import Page
from desktop.ui.pages.questionnaires.answer_keys import AnswerKey, answer_keys
from desktop.ui.pages.questionnaires.entry_table import EntryRow, EntryTable
from desktop.ui.pages.questionnaires.question_card import WIDTH, QuestionCard
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.ui.widgets.text import Label


class AnswerPane(QWidget):
    """Writes each answer and comment as it is given.

    Signals:
        answered: something was written; what is shown elsewhere is no longer up to date.
    """

    answered = Signal()

    def __init__(self, page: Page, *, alone: bool = False) -> None:
        """Show nothing yet.

        Args:
            page: asks for the edits.
            alone: there are no other participants to turn to.
        """
        super().__init__()
        self._page = page
        self._model = ""
        self.participant = ""
        self.table = EntryTable(turns=not alone)
        self.card = QuestionCard()
        self.keys = Label("", "small", wrap=True)
        left = Card()
        left.tighten()
        left.body.addWidget(self.table, 1)
        left.body.addWidget(self.keys)
        body = FoldingColumns()
        body.add(left, _("Questions"), 360, 700, 3)
        body.add(self.card, _("The question in full"), WIDTH, WIDTH, 1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(body)
        self.table.answering.connect(self._on_answering)
        self.table.commenting.connect(self._on_commenting)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.card.chosen.connect(self._on_answering)
        self.card.commented.connect(self._on_commented)
        self.card.comment.left.connect(self.table.setFocus)

    @property
    def answered_here(self) -> int:
        """How many of the questions shown are answered."""
        return sum(row.answer is not None for row in self.table.source.rows)

    @property
    def questions(self) -> int:
        """How many questions are shown."""
        return len(self.table.source.rows)

    def show_of(self, model: str, participant: str, sections: Sequence[Section]) -> None:
        """Show what a participant says to these questions; the cursor stays on its question.

        Of another participant, or other questions, it goes to the first that is unanswered.
        """
        self.card.comment.commit()
        before = [row.question.id for row in self.table.source.rows]
        self.card.use(editable=not self._page.assessment.readonly)
        rows = self._rows(model, participant, sections) if participant and model else []
        new = (model, participant) != (self._model, self.participant) or before != [row.question.id for row in rows]
        self._model, self.participant = model, participant
        self.keys.setText(_keys_text(self._keys(), turns=self.table.turns))
        self.table.fill(rows, _key)
        if new and not self.table.select(_is_open) and rows:
            self.table.setCurrentIndex(self.table.proxy.index(0, 0))
        self.card.show_row(self.table.current_row())

    def show_question(self, question: str) -> None:
        """Put the cursor on a question."""
        self.table.select(lambda row: row.question.id == question)

    def _keys(self) -> tuple[AnswerKey, ...]:
        return answer_keys(self._page.assessment.models.get(self._model).scale) if self._model else ()

    def _rows(self, model: str, participant: str, sections: Sequence[Section]) -> list[EntryRow]:
        assessment = self._page.assessment
        answers = assessment.questionnaires.answers(model, participant)
        numbers = assessment.models.numbers(model)
        return [
            EntryRow(
                numbers[question.id],
                section,
                question,
                _given(question, answers[question.id].choice) if question.id in answers else None,
                answers[question.id].comment if question.id in answers else "",
            )
            for section in sections
            for question in section.questions
        ]

    @Slot(object)
    def _on_answering(self, key: AnswerKey | None) -> None:
        row = self.table.current_row()
        if row is None:
            return
        questionnaires, choice = self._page.assessment.questionnaires, key.choice.id if key else None
        done = self._page.session.run(
            lambda: questionnaires.answer(self._model, self.participant, row.question.id, choice), self._page
        )
        number = self.table.currentIndex().row()
        if done is None:
            self.card.show_row(row)
            return
        self.table.show_row(number, replace(row, answer=key))
        self.answered.emit()
        if number + 1 < len(self.table.source.rows):
            self.table.setCurrentIndex(self.table.proxy.index(number + 1, 0))
        else:
            self.card.show_row(self.table.current_row())

    @Slot(str, str)
    def _on_commented(self, question: str, text: str) -> None:
        questionnaires = self._page.assessment.questionnaires
        done = self._page.session.run(
            lambda: questionnaires.comment(self._model, self.participant, question, text), self._page
        )
        for number, row in enumerate(self.table.source.rows):
            if done is not None and row.question.id == question:
                self.table.show_row(number, replace(row, comment=text))
        self.answered.emit()

    @Slot()
    def _on_commenting(self) -> None:
        self.card.comment.setFocus()
        self.card.comment.selectAll()

    @Slot(QModelIndex)
    def _on_row(self, _now: QModelIndex) -> None:
        self.card.show_row(self.table.current_row())


def _keys_text(keys: tuple[AnswerKey, ...], *, turns: bool) -> str:
    levels = [key.digit for key in keys if key.level]
    answers = (
        _("1 is level 1, {highest} is level {highest}").format(highest=levels[-1])
        if levels
        else _("the number of an answer")
    )
    told = _("Keys: {answers} · 0 or Delete unanswered · C or Enter comment").format(answers=answers)
    return told + " · " + _("Ctrl+Page Down next participant") if turns else told


def _given(question: Asked, choice: str | None) -> AnswerKey | None:
    return next((key for key in answer_keys(question.scale) if key.choice.id == choice), None)


def _key(row: EntryRow) -> str:
    return row.question.id


def _is_open(row: EntryRow) -> bool:
    return row.answer is None
