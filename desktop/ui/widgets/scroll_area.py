"""A scroll area that asks for no more than it must have."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ScrollArea(QScrollArea):
    """Scrolls what it holds; how tall that is, is nobody else's concern."""

    def sizeHint(self) -> QSize:
        """No higher than it must be; it takes what is left."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())


def scrolled(content: QWidget, name: str, area: ScrollArea | None = None) -> ScrollArea:
    """A page's content that may be taller than the window, in an area of its own kind where one is given."""
    area = area or ScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setAccessibleName(name)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
