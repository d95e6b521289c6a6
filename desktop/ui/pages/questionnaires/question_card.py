"""One question in full: its area, its help, the answers to choose from, the comment."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QButtonGroup, QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.pages.questionnaires.answer_keys import AnswerKey, answer_keys
from desktop.ui.pages.questionnaires.entry_table import EntryRow
from desktop.ui.sizes import size
from desktop.ui.theme import px
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.editors import TextField
from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.text import Label, unmarked
from desktop.ui.widgets.text_button import TextButton
from desktop.ui.widgets.tips import plain_tip
from desktop.wording.forms import question_number

WIDTH, WIDE = 340, 440
"""The second where the answers are sentences."""


class CommentField(Keyed, TextField):
    """A comment. Enter or Esc writes it and leaves; Shift+Enter breaks the line.

    Signals:
        left: the list is to have the keys again.
    """

    left = Signal()

    def deeds(self) -> Sequence[Deed]:
        """Leave by Enter or Esc."""
        return (Deed(("Enter", "Esc", "Ctrl+Enter"), _("Back to the questions"), self._leave, listed=False),)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The field's own menu."""
        TextField.contextMenuEvent(self, event)

    def _leave(self) -> None:
        self.commit()
        self.left.emit()


class QuestionCard(Card):
    """Shows a row of the list.

    Signals:
        chosen: the `AnswerKey` that was clicked.
        commented: ``(question id, comment)``.
    """

    chosen = Signal(object)
    commented = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._row: EntryRow | None = None
        self._keys: tuple[AnswerKey, ...] = ()
        self._editable = True
        self._area, self._introduction = Label(style="strong", wrap=True), Label(style="small", wrap=True)
        self._question, self._help = Label(style="strong", wrap=True), Label(style="small", wrap=True)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.buttonClicked.connect(self._on_clicked)
        self._buttons = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._buttons.setSpacing(px(4))
        self.comment = CommentField(_("Comment"), _("Comment, optional"), lines=2)
        self.comment.committed.connect(self._on_comment)
        texts = QWidget()
        texts.setObjectName("scrolled")
        column = QVBoxLayout(texts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        self._sentences = QVBoxLayout()
        self._sentences.setSpacing(px(2))
        caption = Label(_("Co&mment"), "small")
        caption.setBuddy(self.comment)
        for label in (self._question, self._help):
            column.addWidget(label)
        column.addLayout(self._sentences)
        column.addLayout(self._buttons)
        for part in (caption, self.comment, self._area, self._introduction):
            column.addWidget(part)
        column.addStretch(1)
        self._around = scrolled(texts, _("The question in full"))
        self.body.addWidget(self._around, 1)

    def use(self, *, editable: bool) -> None:
        """Offer answers, or only show them."""
        self._editable = editable
        self.comment.setReadOnly(not editable)
        for shown in self._group.buttons():
            shown.setEnabled(editable)

    def _offer(self, keys: tuple[AnswerKey, ...]) -> None:
        """Have a button for each answer; those that are called as before stay."""
        before, self._keys = self._keys, keys
        if list(map(_looks, before)) != list(map(_looks, keys)):
            for old in self._group.buttons():
                self._group.removeButton(old)
                old.hide()
                old.deleteLater()
            told = any(key.sentence for key in keys)
            size(self, least_width=WIDE if told else WIDTH)
            self._buttons.setDirection(QBoxLayout.Direction.LeftToRight if told else QBoxLayout.Direction.TopToBottom)
            for number, key in enumerate(keys):
                made = self._button(key)
                made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                made.setEnabled(self._editable)
                self._group.addButton(made, number)
        for number, key in enumerate(keys):
            button = self._group.button(number)
            if isinstance(button, TextButton):
                button.say(key.sentence, key.name)
            else:
                button.setToolTip(plain_tip(key.choice.meaning))

    def _button(self, key: AnswerKey) -> QPushButton:
        """Levels are chosen by their texts, other answers by their names."""
        if key.sentence:
            sentence = TextButton(str(key.digit))
            self._sentences.addWidget(sentence)
            return sentence
        button = QPushButton(unmarked(key.text))
        button.setProperty("kind", "rail")
        button.setCheckable(True)
        self._buttons.addWidget(button)
        return button

    def show_row(self, row: EntryRow | None) -> None:
        """Show a question; what was being typed about another is written first."""
        self.comment.commit()
        new = self._row is None or row is None or row.question is not self._row.question
        self._row = row
        self.setEnabled(row is not None)
        if row is not None:
            if new:
                self._area.setText(row.section.name)
                self._introduction.setText(row.section.introduction)
                self._question.setText(f"{question_number(row.number)} · {row.question.text}")
                self._help.setText(row.question.help)
                self._help.setVisible(bool(row.question.help))
                self._offer(answer_keys(row.question.scale))
            self.comment.show_text(row.comment)
        for number, key in enumerate(self._keys):
            button = self._group.button(number)
            if isinstance(button, QPushButton):
                button.setChecked(row is not None and row.answer == key)
                if new and button.isChecked() and isinstance(button, TextButton):
                    self._around.ensureWidgetVisible(button)

    @Slot(QAbstractButton)
    def _on_clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(self._keys[self._group.id(button)])

    @Slot(str)
    def _on_comment(self, text: str) -> None:
        if self._row is not None:
            self.commented.emit(self._row.question.id, text)


def _looks(key: AnswerKey) -> tuple[object, ...]:
    """What decides about the button of an answer, besides the texts that it shows."""
    return key.digit, key.letter, key.text, bool(key.sentence)
