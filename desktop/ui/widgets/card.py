"""A card: a surface with a line around it, a heading and a body."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.ui.widgets.text import Elided, Label


class Card(QFrame):
    """A framed part of a page; put widgets into `body`, small ones beside the heading into `head`."""

    def __init__(self, heading: str = "", note: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.heading = Elided(heading, "heading")
        self.note = Label(note, "mute", wrap=True)
        self.head = QHBoxLayout()
        self.head.addWidget(self.heading, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(16, 14, 16, 14)
        frame.setSpacing(6)
        frame.addLayout(self.head)
        frame.addWidget(self.note)
        frame.addLayout(self.body, 1)
        self.heading.setVisible(bool(heading))
        self.note.setVisible(bool(note))

    def say(self, heading: str, note: str = "") -> None:
        """Change heading and note."""
        self.heading.setText(heading)
        self.note.setText(note)
        self.heading.setVisible(bool(heading))
        self.note.setVisible(bool(note))

    def tighten(self) -> None:
        """Leave less room inside the line, for a body that is one table."""
        frame = self.layout()
        assert frame is not None
        frame.setContentsMargins(8, 4, 8, 8)
