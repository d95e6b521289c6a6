"""What charts have in common: they can have the focus, and be copied as a picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QFocusEvent, QGuiApplication, QImage, QPainter, QPen, QRegion
from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.theme import current

SHARPNESS = 2
"""A picture has so many times the pixels of the screen, so that it can be printed."""


class Chart(Keyed, QWidget):
    """A drawing. Ctrl+C and the context menu copy it."""

    def __init__(self, accessible_name: str) -> None:
        super().__init__()
        self.setAccessibleName(accessible_name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._is_copied = False

    def deeds(self) -> Sequence[Deed]:
        """Copy."""
        return (Deed(("Ctrl+C",), _("Copy as a picture"), self.copy),)

    def copy(self) -> None:
        """Put the drawing on the clipboard."""
        QGuiApplication.clipboard().setImage(self.picture())

    def picture(self) -> QImage:
        """The drawing on the ground of the page, larger than on the screen."""
        image = QImage(self.size() * SHARPNESS, QImage.Format.Format_ARGB32)
        image.setDevicePixelRatio(SHARPNESS)
        image.fill(QColor(current().surface))
        self._is_copied = True
        self.render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        self._is_copied = False
        return image

    def event(self, event: QEvent) -> bool:
        """Frame it while it has the focus."""
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and self.hasFocus() and not self._is_copied:
            painter = QPainter(self)
            painter.setPen(QPen(QColor(current().accent), 1))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
            painter.end()
        return done

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the frame."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away."""
        super().focusOutEvent(event)
        self.update()
