"""What is asked about a model that comes from elsewhere, each question with its field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.exchange.foreign_models.foreign_model import ModelQuestion
from desktop.language import _
from desktop.ui.theme import px
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.text import Label
from desktop.wording import model_intake


class QuestionFields(QWidget):
    """The questions in their order, those that must be answered marked.

    Signals:
        answered: (topic, answer) the user gave another; an empty one takes the answer back.
    """

    answered = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, Choice | LineField] = {}
        self._labels: dict[str, Label] = {}
        self._asked: tuple[ModelQuestion, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(4))

    def show_questions(
        self, asked: Sequence[ModelQuestion], missing: Sequence[ModelQuestion], answers: Mapping[str, str]
    ) -> None:
        """Ask these; the fields of those that were asked before stay as they are."""
        if tuple(asked) != self._asked:
            self._ask(asked)
        open_ = {question.topic for question in missing}
        for question in asked:
            told = model_intake.question_text(question.topic, question.facts)
            label, field = self._labels[question.topic], self.fields[question.topic]
            label.setText(
                _("{question} This must be answered.").format(question=told) if question.topic in open_ else told
            )
            given = answers.get(question.topic) or question.default
            if isinstance(field, Choice):
                field.show_value(given)
            else:
                field.show_text(given)

    def commit(self) -> None:
        """Take what is being typed."""
        for field in self.fields.values():
            if isinstance(field, LineField):
                field.commit()

    def _ask(self, asked: Sequence[ModelQuestion]) -> None:
        known = {question.topic: question for question in self._asked}
        kept = {question.topic for question in asked if known.get(question.topic) == question}
        for topic in [topic for topic in self.fields if topic not in kept]:
            for widget in (self._labels.pop(topic), self.fields.pop(topic)):
                self._column.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        before: QWidget | None = None
        for place, question in enumerate(asked):
            if question.topic not in kept:
                self._make(question)
            label, field = self._labels[question.topic], self.fields[question.topic]
            self._column.insertWidget(2 * place, label)
            self._column.insertWidget(2 * place + 1, field)
            if before is not None:
                QWidget.setTabOrder(before, field)
            before = field
        self._asked = tuple(asked)

    def _make(self, question: ModelQuestion) -> None:
        told = model_intake.question_text(question.topic, question.facts)
        label = Label(told, wrap=True)
        field: Choice | LineField
        if question.choices:
            field = Choice(told)
            field.offer([(each, model_intake.choice_text(each, question.facts)) for each in question.choices])
            field.chosen.connect(self._on_chosen)
        else:
            field = LineField(told)
            field.committed.connect(self._on_written)
        label.setBuddy(field)
        self._labels[question.topic], self.fields[question.topic] = label, field

    def _tell(self, answer: str) -> None:
        for topic, field in self.fields.items():
            if field is self.sender():
                self.answered.emit(topic, answer)
                return

    @Slot(object)
    def _on_chosen(self, answer: object) -> None:
        self._tell(str(answer))

    @Slot(str)
    def _on_written(self, answer: str) -> None:
        self._tell(answer.strip())
