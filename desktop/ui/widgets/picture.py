"""A picture that is drawn anew for the size it is given."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from desktop.ui.widgets.chart import Chart

SETTLE_MS = 120


class Picture(Chart):
    """Shows an image; `wanted` asks for one when the size has settled."""

    wanted = Signal()

    def __init__(self, accessible_name: str) -> None:
        super().__init__(accessible_name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 180)
        self._image = QImage()
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self.wanted)

    @Slot(bytes)
    def show_png(self, data: bytes) -> None:
        """Show a picture."""
        self._image = QImage.fromData(data)
        self._image.setDevicePixelRatio(self.devicePixelRatioF())
        self.update()

    def picture(self) -> QImage:
        """What was drawn, as sharp as it was drawn."""
        return super().picture() if self._image.isNull() else QImage(self._image)

    @property
    def empty(self) -> bool:
        """Whether nothing is shown yet."""
        return self._image.isNull()

    def sizeHint(self) -> QSize:
        """Room for a radar with names."""
        return QSize(640, 520)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for a picture of the new size once it settles."""
        super().resizeEvent(event)
        self._settled.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it, scaled for the moment until the right size is there."""
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = (self._image.size() / self._image.devicePixelRatio()).scaled(
            self.size(), Qt.AspectRatioMode.KeepAspectRatio
        )
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        painter.drawImage(_rect(left, top, size), self._image)
        painter.end()


def _rect(left: int, top: int, size: QSize) -> QRect:
    return QRect(left, top, size.width(), size.height())
