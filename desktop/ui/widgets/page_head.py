"""What stands at the top of a page: its title, a few words, and buttons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QWidget

from desktop.ui.widgets.text import Elided, Label


class PageHead(QWidget):
    """Title and words at the left, buttons at the right; where these have no room there, they stand beneath.

    Args:
        title: the title.

    Attributes:
        title: likewise.
        subtitle: the words beside it.
    """

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = Label(title, "title")
        self.subtitle = Elided("", "mute")
        self._said, self._buttons = QHBoxLayout(), QHBoxLayout()
        self._said.setSpacing(14)
        self._said.addWidget(self.title)
        self._said.addWidget(self.subtitle, 1)
        self._buttons.setSpacing(10)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(14)
        self._both.addLayout(self._said, 1)
        self._both.addLayout(self._buttons)

    def add_button(self, button: QPushButton) -> None:
        """Add a button at the right."""
        self._buttons.addWidget(button)

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
        needed = self._said.minimumSize().width() + self._buttons.minimumSize().width() + self._both.spacing()
        ways = QBoxLayout.Direction
        way = ways.LeftToRight if needed <= self.width() else ways.TopToBottom
        if self._both.direction() != way:
            self._both.setDirection(way)
            self._both.setSpacing(14 if way == ways.LeftToRight else 8)
            self.updateGeometry()
