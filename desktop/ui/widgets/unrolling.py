"""A scroll area that can be as tall as what it holds, so that only the page around it scrolls."""

from __future__ import annotations

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea


class Unrolling(QScrollArea):
    """Scrolls on its own until it is told to show everything."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = False
        self.verticalScrollBar().rangeChanged.connect(self._stand)

    def unroll(self, *, whole: bool) -> None:
        """Be as tall as what it holds, or scroll again."""
        if whole != self._whole:
            self._whole = whole
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Where it is unrolled, never lower than what it holds."""
        hint, content = super().minimumSizeHint(), self.widget()
        if not self._whole or content is None:
            return hint
        least = max(content.minimumSizeHint().height(), content.minimumHeight())
        tall = max(content.heightForWidth(self.viewport().width()), least)
        return hint.expandedTo(QSize(0, tall + 2 * self.frameWidth()))

    def sizeHint(self) -> QSize:
        """No higher than it must be; it takes what is left."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Texts break anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._stand()

    @Slot()
    def _stand(self) -> None:
        if self._whole:
            self.updateGeometry()
