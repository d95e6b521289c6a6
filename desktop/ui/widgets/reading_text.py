"""Text to read, with links: its lines are never longer than the eye can follow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

from desktop.ui.deeds import Keyed
from desktop.ui.theme import px
from desktop.ui.widgets.text import READING


class ReadingText(Keyed, QTextBrowser):
    """Shows text of this computer alone. What follows a link is up to whoever shows it."""

    def __init__(self, accessible_name: str) -> None:
        super().__init__()
        self.setAccessibleName(accessible_name)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002 - Qt hands them over
        """Nothing is ever fetched, whatever a text names."""
        return None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of a text."""
        QTextBrowser.contextMenuEvent(self, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break anew."""
        super().resizeEvent(event)
        self._hold_lines()

    def changeEvent(self, event: QEvent) -> None:
        """With larger letters lines are longer."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._hold_lines()

    def _hold_lines(self) -> None:
        if self.viewport().width() > px(READING):
            self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
            self.setLineWrapColumnOrWidth(px(READING))
        else:
            self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)
