"""The frame of the window: how small it can be, where the rail folds into a menu, and what dialogs wear."""

from __future__ import annotations

from PySide6.QtCore import QChildEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from desktop.ui import theme
from desktop.ui.rail import Rail
from desktop.ui.top_bar import TopBar
from desktop.ui.wearing import wear

LEAST = QSize(640, 400)
FOLDS = 880
"""Narrower than this, at 100 %, there is no room for the rail."""


class WindowFrame(QMainWindow):
    """A window with a bar across the top and a rail beside its pages."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(LEAST)
        self.top_bar, self.rail = TopBar(), Rail()
        self._opened = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for the rail, a menu leads to the pages."""
        super().resizeEvent(event)
        self.fold(opened=self._opened)

    def childEvent(self, event: QChildEvent) -> None:
        """Dialogs wear what the window wears."""
        super().childEvent(event)
        if not event.polished():
            return  # asking for a child that is only being made has PySide6 load every class it could be
        child = event.child()
        if isinstance(child, QWidget) and child.isWindow():
            theme.dress(child)

    def fold(self, *, opened: bool) -> None:
        """Show the bar and the rail, or the menu in its place, while an assessment is open."""
        self._opened = opened
        roomy = self.width() >= theme.px(FOLDS)
        if opened:
            wear(self.top_bar)
            wear(self.rail)
        self.rail.setVisible(opened and roomy)
        self.top_bar.setVisible(opened)
        self.top_bar.places.setVisible(not roomy)
