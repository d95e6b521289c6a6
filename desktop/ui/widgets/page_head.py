"""What stands at the top of a page: its title, a few words, and buttons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QWidget

from desktop.ui.theme import px
from desktop.ui.widgets.text import Elided, Label

LEAST_DUTIES = 120
"""Where there is less room, who works on what stands in the line at the bottom alone; in pixels at 100 %."""


class PageHead(QWidget):
    """Title and words at the left, buttons at the right; where these have no room there, they stand beneath.

    Args:
        title: the title.

    Attributes:
        title: likewise.
        subtitle: the words beside it.
        duties: who of the team works on what, where there is room for it.
    """

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = Label(title, "title")
        self.subtitle = Elided("", "mute")
        self.duties = Elided("", "small")
        self._duties = ""
        self.duties.hide()
        self._said, self._buttons = QHBoxLayout(), QHBoxLayout()
        self._said.setSpacing(14)
        self._said.addWidget(self.title)
        self._said.addWidget(self.subtitle, 1)
        self._said.addWidget(self.duties)
        self._buttons.setSpacing(10)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(14)
        self._both.addLayout(self._said, 1)
        self._both.addLayout(self._buttons)

    def add_button(self, button: QPushButton) -> None:
        """Add a button at the right."""
        self._buttons.addWidget(button)

    def say_duties(self, line: str, full: str) -> None:
        """Say who of the team works on what."""
        self._duties = line
        self.duties.setText(line)
        self.duties.say_more(full)
        self._fold()

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider of the two."""
        wide = max(self._said.minimumSize().width(), self._buttons.minimumSize().width())
        return QSize(wide, self._both.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is another room."""
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        """Words and buttons may need another room now."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return done

    def _fold(self) -> None:
        self._make_room()
        needed = self._said.minimumSize().width() + self._buttons.minimumSize().width() + self._both.spacing()
        ways = QBoxLayout.Direction
        way = ways.LeftToRight if needed <= self.width() else ways.TopToBottom
        if self._both.direction() != way:
            self._both.setDirection(way)
            self._both.setSpacing(14 if way == ways.LeftToRight else 8)
            self.updateGeometry()

    def _make_room(self) -> None:
        """Who works on what is said where the words beside the title and the buttons leave room for some of it."""
        taken = self.title.sizeHint().width() + self.subtitle.sizeHint().width() + self._buttons.sizeHint().width()
        left = self.width() - taken - 3 * self._both.spacing()
        room = bool(self._duties) and left >= px(LEAST_DUTIES)
        if room:
            self.duties.setMaximumWidth(left)
        if self.duties.isHidden() is room:
            self.duties.setVisible(room)
