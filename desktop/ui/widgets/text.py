"""Labels in the few styles the window has."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class Label(QLabel):
    """Text in one of the window's styles.

    Args:
        text: what it says; always shown as plain text.
        style: ``body``, ``title`` (of a page), ``heading`` (of a card), ``mute``, ``small``, ``strong``.
        wrap: whether it breaks into lines.
    """

    def __init__(self, text: str = "", style: str = "body", *, wrap: bool = False) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", style)
        if wrap:
            self.setWordWrap(True)
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)


class Tag(QLabel):
    """A word on a soft ground. The tone adds to the word and never replaces it.

    Args:
        text: the word.
        tone: ``good``, ``warn``, ``bad``, ``accent`` or ``plain``.
    """

    def __init__(self, text: str = "", tone: str = "plain") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_tone(tone)

    def say(self, text: str, tone: str) -> None:
        """Show another word in another tone."""
        self.setText(text)
        self.set_tone(tone)

    def set_tone(self, tone: str) -> None:
        """Change the tone."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)


def restyle(widget: QWidget) -> None:
    """Apply the style sheet again after a property it selects by has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
