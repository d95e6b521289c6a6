"""A dialog that asks for a passphrase, once, twice, or beside the one there was."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from desktop.language import _
from desktop.ui.deeds import let_enter_press
from desktop.ui.screen import FRAME, keep_to_screen
from desktop.ui.theme import px
from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.text import Label

Judge = Callable[[list[str]], str]
"""Is given what was typed, does what it was asked for, and tells what is wrong with it; nothing closes the dialog."""


class PassphraseDialog(QDialog):
    """Fields below each other, hidden unless one wants to see them. It stays until what is typed is right.

    Attributes:
        fields: one for each label.
        problem: what was wrong with what was typed last.
    """

    def __init__(self, parent: QWidget | None, title: str, text: str, labels: Sequence[str], judge: Judge) -> None:
        super().__init__(parent)
        let_enter_press()
        self.setWindowTitle(title)
        self.setAccessibleDescription(text)
        self._judge = judge
        self._asked = QWidget()
        column = QVBoxLayout(self._asked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        told = Label(text, wrap=True)
        told.setFixedWidth(px(440))
        column.addWidget(told)
        self.fields = [PassphraseField(label) for label in labels]
        for field, label in zip(self.fields, labels, strict=True):
            caption = Label(label, "small")
            caption.setBuddy(field)
            column.addWidget(caption)
            column.addWidget(field)
        self.seen = QCheckBox(_("&Show what is typed"))
        self.seen.toggled.connect(self._on_seen)
        column.addWidget(self.seen)
        self.problem = Label("", wrap=True)
        self.problem.setProperty("tone", "bad")
        self.problem.setFixedWidth(px(440))
        self.problem.hide()
        column.addWidget(self.problem)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        agree = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        agree.setText(_("Continue"))
        agree.setProperty("kind", "primary")
        leave = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        leave.setText(_("Cancel"))
        for button in (agree, leave):
            button.setIcon(QIcon())  # no other button has one
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._area = scrolled(self._asked, title)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(px(18), px(16), px(18), px(14))
        frame.setSpacing(px(14))
        frame.addWidget(self._area)
        frame.addWidget(self.buttons)
        self.fields[0].setFocus()
        self.fit(self.screen().availableGeometry().height() - FRAME.height())

    def showEvent(self, event: QShowEvent) -> None:
        """Only now it has the letters in which it is shown."""
        super().showEvent(event)
        self.fit(self._most)

    def fit(self, most: int) -> None:
        """Take the room that everything needs, and no more of its height than there is; the rest is scrolled to."""
        self._most = most
        around = self.buttons.sizeHint().height() + px(14 + 16 + 14)
        needed = self._asked.sizeHint()
        self._area.setFixedHeight(min(needed.height(), most - around))
        scrolls = needed.height() > most - around
        self._area.setFixedWidth(needed.width() + (self._area.verticalScrollBar().sizeHint().width() if scrolls else 0))
        self.adjustSize()
        keep_to_screen(self)

    def accept(self) -> None:
        """Close where nothing is wrong with what is typed; else say what is, with the first field to be typed again."""
        wrong = self._judge([field.text() for field in self.fields])
        if not wrong:
            super().accept()
            return
        self.problem.setText(wrong)
        self.problem.show()
        self.fit(self._most)
        self.fields[0].setAccessibleDescription(wrong)
        self.fields[0].selectAll()
        self.fields[0].setFocus()
        self._area.ensureWidgetVisible(self.problem)

    @Slot(bool)
    def _on_seen(self, seen: bool) -> None:  # noqa: FBT001 - a slot
        for field in self.fields:
            field.setEchoMode(QLineEdit.EchoMode.Normal if seen else QLineEdit.EchoMode.Password)


class PassphraseField(QLineEdit):
    """A line in which what is typed is hidden, and nobody learns from it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
