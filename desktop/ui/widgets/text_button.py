"""A button whose text breaks into lines."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from desktop.ui.theme import px
from desktop.ui.widgets.text import Label


class TextButton(QPushButton):
    """A checkable button with a key before a text of any length; as tall as its text needs."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setProperty("kind", "rail")
        self._key, self._text = Label(key, "strong"), Label("", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(9), px(5), px(9), px(5))
        row.setSpacing(px(9))
        row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        for label in (self._key, self._text):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def mark(self, key: str) -> None:
        """Show another key."""
        self._key.setText(key)

    def say(self, text: str, name: str) -> None:
        """Show another text; `name` is what a screen reader says before it."""
        self._text.setText(text)
        self.setAccessibleName(f"{name}: {text}")
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What its text needs."""
        layout = self.layout()
        assert layout is not None
        return layout.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        """As its text asks for in the width it has."""
        width = max(self.width(), px(120))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """It can be narrow, never lower than its text."""
        return QSize(px(80), self.heightForWidth(max(self.width(), px(120))))
