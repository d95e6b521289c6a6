"""Tabs that need the room of the one in front, not of the largest."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QTabWidget, QVBoxLayout, QWidget

from desktop.ui.widgets.seen_stack import least_size


class StillTabs(QTabBar):
    """Tabs that the wheel does not turn: it scrolls the page around them."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class FrontTabs(QTabWidget):
    """What stands behind asks for nothing: it may not even have been measured for the size in use."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabBar(StillTabs())
        self.currentChanged.connect(self.updateGeometry)

    def add_room(self, name: str) -> None:
        """A tab for what is made once somebody wants to see it; see `furnish`."""
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        self.addTab(room, name)

    def furnish(self, place: int, content: QWidget) -> None:
        """Put what was made into the room that was added for it."""
        room = self.widget(place)
        column = room.layout() if room is not None else None
        assert column is not None
        column.addWidget(content)

    def minimumSizeHint(self) -> QSize:
        """The tabs, and the page in front."""
        hint, front, stack = super().minimumSizeHint(), self.currentWidget(), self.findChild(QStackedWidget)
        if stack is None or front is None:
            return hint
        around = hint - stack.minimumSizeHint()
        needed = least_size(front, self.width() - around.width()) + around
        return needed.expandedTo(QSize(self.tabBar().minimumSizeHint().width(), 0))

    def sizeHint(self) -> QSize:
        """No more than it needs; it takes what is left."""
        return self.minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """Qt would ask those behind as well; `minimumSizeHint` knows how wide it is."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Texts break anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()
