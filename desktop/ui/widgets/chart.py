"""A drawing in the window: it can have the focus, tells its values, and is copied and printed as a picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QGuiApplication, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.exchange.figures.drawing import Drawing
from desktop.exchange.figures.paper import MARGIN
from desktop.exchange.tokens import Tokens
from desktop.language import _
from desktop.ui import theme
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.qt_paper import QtPaper
from desktop.ui.sizes import size
from desktop.ui.widgets.tips import plain_tip

SHARPNESS = 2
"""A picture has so many times the pixels of the screen, so that it can be printed."""

IN_CARD = 3.0
"""Margin of a drawing in a card, which has one of its own: room for markers at the edge and the frame of the focus."""


class Chart(Keyed, QWidget):
    """Shows a drawing at the size it is given. Ctrl+C and the context menu copy it."""

    def __init__(self, accessible_name: str, wanted: QSize, *, height: int = 0, in_card: bool = True) -> None:
        """Begin empty.

        Args:
            accessible_name: what is shown; its values follow.
            wanted: how large it is where there is room, in pixels at 100 %.
            height: its fixed height; without one it takes what there is.
            in_card: whether it is one thing of a card, where names may lack room and a tooltip tells them, or a whole
                figure with its heading, beside its table.
        """
        super().__init__()
        self._name, self._wanted, self._in_card = accessible_name, wanted, in_card
        self._drawing: Drawing | None = None
        self.setAccessibleName(accessible_name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        expanding = QSizePolicy.Policy.Expanding
        self.setSizePolicy(expanding, QSizePolicy.Policy.Fixed if height else expanding)
        if height:
            size(self, height=height)

    @property
    def heading(self) -> str:
        """What stands above it on paper; a whole figure has its own heading."""
        return self._name if self._in_card else ""

    def show_drawing(self, drawing: Drawing) -> None:
        """Show another drawing, or the same with other values."""
        self._drawing = drawing
        self.setAccessibleName(f"{self._name}: {drawing.words}" if drawing.words else self._name)
        if self._in_card:
            self.setToolTip(plain_tip(drawing.words))
        else:
            size(self, least_height=round(drawing.least))
        self.update()

    def deeds(self) -> Sequence[Deed]:
        """Copy."""
        return (Deed(("Ctrl+C",), _("Copy as a picture"), self.copy),)

    def copy(self) -> None:
        """Put the drawing on the clipboard."""
        QGuiApplication.clipboard().setImage(self.picture(theme.current()))

    def picture(self, colours: Tokens) -> QImage:
        """The drawing on the ground of a card, larger than on the screen and without the frame of the focus."""
        image = QImage(self.size() * SHARPNESS, QImage.Format.Format_ARGB32)
        image.setDevicePixelRatio(SHARPNESS)
        image.fill(QColor(colours.surface))
        painter = QPainter(image)
        self._draw(painter, colours)
        painter.end()
        return image

    def sizeHint(self) -> QSize:
        """As large as is wanted at the size in use."""
        return QSize(theme.px(self._wanted.width()), theme.px(self._wanted.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it, and frame it while it has the focus."""
        painter = QPainter(self)
        self._draw(painter, theme.current())
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.current().accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the frame."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away."""
        super().focusOutEvent(event)
        self.update()

    def _draw(self, painter: QPainter, colours: Tokens) -> None:
        if self._drawing is None or self.size().isEmpty():
            return
        scale = theme.scale()
        painter.save()
        painter.scale(scale, scale)
        margin = IN_CARD if self._in_card else MARGIN
        self._drawing.draw(QtPaper(painter, colours, QSizeF(self.size()) / scale, margin))
        painter.restore()


def figure_chart(accessible_name: str, *, height: int = 440) -> Chart:
    """Room for a figure with its heading, such as it is in a file; never lower than its words need."""
    chart = Chart(accessible_name, QSize(640, height), in_card=False)
    chart.setObjectName("scrolled")
    size(chart, least_width=240)
    return chart


def radar_chart(accessible_name: str) -> Chart:
    """A square with room for names."""
    chart = Chart(accessible_name, QSize(400, 320))
    size(chart, least_height=240)
    return chart


def wide_chart(accessible_name: str, height: int) -> Chart:
    """Wide and low."""
    return Chart(accessible_name, QSize(540, height), height=height)


def trend_chart(accessible_name: str) -> Chart:
    """Low and as wide as there is room."""
    return Chart(accessible_name, QSize(240, 128), height=128)
