"""Answers entered or corrected by the team, as fast as keys can be pressed."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.maturity.asked import Asked
from desktop.model.records import Participant
from desktop.ui.page import Page
from desktop.ui.pages.questionnaires.answer_keys import AnswerKey, answer_keys
from desktop.ui.pages.questionnaires.entry_table import EntryRow, EntryTable
from desktop.ui.pages.questionnaires.question_card import WIDTH, QuestionCard
from desktop.ui.sizes import size
from desktop.ui.theme import px
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.ui.widgets.text import Label
from desktop.wording.forms import participant_number


class Entry(QWidget):
    """One participant's questionnaire.

    Signals:
        answered: something was written; other parts of the page are no longer up to date.
    """

    answered = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._model = ""
        self._shown = ""
        self.participants = Choice(_("Participant"))
        self.participants.chosen.connect(self._on_participant)
        self._progress, self._bar = Label(), QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Questions answered"))
        size(self._bar, least_width=60, most_width=160)
        self.table = EntryTable()
        self.card = QuestionCard()
        self._arrange()
        self.table.answering.connect(self._on_answering)
        self.table.commenting.connect(self._on_commenting)
        self.table.turning.connect(self._on_turning)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.card.chosen.connect(self._on_answering)
        self.card.commented.connect(self._on_commented)
        self.card.comment.left.connect(self.table.setFocus)

    def _arrange(self) -> None:
        label = Label(_("&Participant"))
        label.setBuddy(self.participants)
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(label)
        head.addWidget(self.participants, 1)
        head.addWidget(self._bar)
        head.addWidget(self._progress)
        left = Card()
        left.tighten()
        left.body.addWidget(self.table, 1)
        self.keys = Label("", "small", wrap=True)
        left.body.addWidget(self.keys)
        body = FoldingColumns()
        body.add(left, _("Questions"), 360, 700, 3)
        body.add(self.card, _("The question in full"), WIDTH, WIDTH, 1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 14, 0, 0)
        frame.setSpacing(10)
        frame.addLayout(head)
        frame.addWidget(body, 1)

    def refresh(self, model: str) -> None:
        """Show the participant as things are now; the cursor stays on its question."""
        assessment = self._page.assessment
        self._model = model
        self.participants.offer([(one.id, _title(one)) for one in self._people()])
        self.keys.setText(_keys_text(answer_keys(assessment.models.get(model).scale) if model else ()))
        self.card.use(editable=not assessment.readonly)
        self._show()

    def _people(self) -> list[Participant]:
        """Those who are asked, and those who have answered all the same."""
        if not self._model:
            return []
        return [one.participant for one in self._page.assessment.questionnaires.progress(self._model)]

    def open(self, participant: str) -> None:
        """Show a participant, at the first question that is unanswered."""
        self.participants.show_value(participant)
        self._show()
        self.table.setFocus()

    def show_question(self, question: str) -> None:
        """Put the cursor on a question."""
        self.table.select(lambda row: row.question.id == question)

    def _show(self) -> None:
        self.card.comment.commit()
        value = self.participants.value()
        participant = "" if value is None else str(value)
        rows = self._rows(participant) if participant and self._model else []
        self.table.fill(rows, _key)
        if participant != self._shown:
            self._shown = participant
            if not self.table.select(_is_open) and rows:
                self.table.setCurrentIndex(self.table.proxy.index(0, 0))
        self.card.show_row(self.table.current_row())
        self._show_progress()

    def _rows(self, participant: str) -> list[EntryRow]:
        assessment = self._page.assessment
        answers = assessment.questionnaires.answers(self._model, participant)
        numbers = assessment.models.numbers(self._model)
        return [
            EntryRow(
                numbers[question.id],
                section,
                question,
                _given(question, answers[question.id].choice) if question.id in answers else None,
                answers[question.id].comment if question.id in answers else "",
            )
            for section in assessment.models.asked(self._model)
            for question in section.questions
        ]

    def _show_progress(self) -> None:
        rows = self.table.source.rows
        answered = sum(row.answer is not None for row in rows)
        self._bar.setRange(0, max(len(rows), 1))
        self._bar.setValue(answered)
        self._progress.setText(
            _("{answered} of {questions} answered").format(answered=answered, questions=len(rows)) if rows else ""
        )

    @Slot(object)
    def _on_answering(self, key: AnswerKey | None) -> None:
        row = self.table.current_row()
        if row is None:
            return
        questionnaires, choice = self._page.assessment.questionnaires, key.choice.id if key else None
        done = self._page.session.run(
            lambda: questionnaires.answer(self._model, self._shown, row.question.id, choice), self._page
        )
        number = self.table.currentIndex().row()
        if done is None:
            self.card.show_row(row)
            return
        self.table.show_row(number, replace(row, answer=key))
        self._show_progress()
        self.answered.emit()
        if number + 1 < len(self.table.source.rows):
            self.table.setCurrentIndex(self.table.proxy.index(number + 1, 0))
        else:
            self.card.show_row(self.table.current_row())

    @Slot(str, str)
    def _on_commented(self, question: str, text: str) -> None:
        questionnaires = self._page.assessment.questionnaires
        done = self._page.session.run(
            lambda: questionnaires.comment(self._model, self._shown, question, text), self._page
        )
        for number, row in enumerate(self.table.source.rows):
            if done is not None and row.question.id == question:
                self.table.show_row(number, replace(row, comment=text))
        self.answered.emit()

    @Slot()
    def _on_commenting(self) -> None:
        self.card.comment.setFocus()
        self.card.comment.selectAll()

    @Slot(int)
    def _on_turning(self, by: int) -> None:
        people = [one.id for one in self._people()]
        if self._shown in people:
            place = people.index(self._shown) + by
            if 0 <= place < len(people):
                self.open(people[place])

    @Slot(object)
    def _on_participant(self, participant: str) -> None:
        if self.participants.is_picked:
            self.open(participant)
        else:
            self._show()  # the next key may still be meant for the list

    @Slot(QModelIndex)
    def _on_row(self, _now: QModelIndex) -> None:
        self.card.show_row(self.table.current_row())


def _keys_text(keys: tuple[AnswerKey, ...]) -> str:
    levels = [key.digit for key in keys if key.level]
    answers = (
        _("1 is level 1, {highest} is level {highest}").format(highest=levels[-1])
        if levels
        else _("the number of an answer")
    )
    return _("Keys: {answers} · 0 or Delete unanswered · C or Enter comment · Ctrl+Page Down next participant").format(
        answers=answers
    )


def _given(question: Asked, choice: str | None) -> AnswerKey | None:
    return next((key for key in answer_keys(question.scale) if key.choice.id == choice), None)


def _title(participant: Participant) -> str:
    parts = (participant_number(participant.number), participant.role, participant.group)
    return " · ".join(part for part in parts if part)


def _key(row: EntryRow) -> str:
    return row.question.id


def _is_open(row: EntryRow) -> bool:
    return row.answer is None
