"""A scroll area that asks for no more than it must have."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QScrollArea


class ScrollArea(QScrollArea):
    """Scrolls what it holds; how tall that is, is nobody else's concern."""

    def sizeHint(self) -> QSize:
        """No higher than it must be; it takes what is left."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())
