"""A dialog that asks how to go on, where there is more than one way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.ui.deeds import let_enter_press
from desktop.ui.screen import keep_to_screen
from desktop.ui.theme import px
from desktop.ui.widgets.text import Label


class WaysDialog(QDialog):
    """What it is about, and a button for each way below it; Esc leaves everything as it is."""

    def __init__(self, parent: QWidget | None, title: str, text: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__(parent)
        let_enter_press()
        self.setWindowTitle(title)
        self.setAccessibleDescription(text)
        self.picked: str | None = None
        self.ways = {key: QPushButton(words) for key, words in options}
        self.leave = QPushButton(_("Cancel"))
        told = Label(text, wrap=True)
        told.setFixedWidth(px(440))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(16), px(18), px(14))
        column.setSpacing(px(8))
        column.addWidget(told)
        column.addSpacing(px(6))
        for button in (*self.ways.values(), self.leave):
            button.setAccessibleDescription(text)
            button.setAutoDefault(False)
            column.addWidget(button)
        for button in self.ways.values():
            button.clicked.connect(self._on_way)
        self.leave.clicked.connect(self.reject)
        next(iter(self.ways.values())).setFocus()
        self.adjustSize()
        keep_to_screen(self)

    @Slot()
    def _on_way(self) -> None:
        self.picked = next(key for key, button in self.ways.items() if button is self.sender())
        self.accept()
