"""Widgets behind each other; the room they need is that of the one in front."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget


class SeenStack(QStackedWidget):
    """What stands behind asks for nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        """As the one in front."""
        front = self.currentWidget()
        return least_size(front, self.width()) if front is not None else super().minimumSizeHint()

    def sizeHint(self) -> QSize:
        """As the one in front."""
        front = self.currentWidget()
        return front.sizeHint().expandedTo(self.minimumSizeHint()) if front is not None else super().sizeHint()

    def hasHeightForWidth(self) -> bool:
        """Qt would ask those behind as well; `minimumSizeHint` knows how wide it is."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Texts break anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()


def least_size(widget: QWidget, width: int) -> QSize:
    """The least size of a widget whose height may follow from its width, in pixels."""
    least = widget.minimumSizeHint().expandedTo(widget.minimumSize())
    return least.expandedTo(QSize(0, widget.heightForWidth(width) if widget.hasHeightForWidth() else 0))
