"""A radar drawn at once; the documents' radar charts come from `desktop.exchange.figures`."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from desktop.model.scoring.rounding import half_up
from desktop.ui import theme
from desktop.ui.sizes import size
from desktop.ui.widgets.chart import Chart

RINGS = 4
FEWEST = 3


class Spoke(Struct, frozen=True):
    """One axis.

    Attributes:
        name: its name.
        value: in percent of the outermost ring, None where there is none.
        against: what the value is seen against, likewise.
        last: what it was before, likewise.
        told: what is said of it in words; the value in percent when empty.
    """

    name: str
    value: float | None
    against: float | None = None
    told: str = ""
    last: float | None = None


class Radar(Chart):
    """Values in percent on three or more axes, filled; dashed what they are seen against, dotted what they were.

    A missing value leaves a gap. Without a legend, the outermost ring is dashed, for all of it is wanted.
    """

    def __init__(self, accessible_name: str) -> None:
        super().__init__(accessible_name)
        self._name = accessible_name
        self._spokes: tuple[Spoke, ...] = ()
        self._rings = RINGS
        self._legend: tuple[str, ...] = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        size(self, least_height=240)

    def show_spokes(self, spokes: Sequence[Spoke], *, rings: int = RINGS, legend: tuple[str, ...] = ("", "")) -> None:
        """Show other values.

        Args:
            spokes: the axes.
            rings: how many rings there are, the outermost one included.
            legend: what the values are called, what they are seen against, and what they were before.
        """
        self._spokes = tuple(spokes)
        self._rings, self._legend = rings, legend
        told = ", ".join(f"{s.name} {s.told or ('–' if s.value is None else half_up(s.value, 0))}" for s in spokes)
        self.setAccessibleName(f"{self._name}: {told}")
        self.update()

    def sizeHint(self) -> QSize:
        """A square with room for names."""
        return QSize(theme.px(400), theme.px(320))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        if len(self._spokes) < FEWEST:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = theme.current()
        font = self.font()
        font.setPixelSize(theme.px(11))
        painter.setFont(font)
        centre = QPointF(self.width() / 2, self.height() / 2)
        radius = min(self.width() / 2 - theme.px(108), self.height() / 2 - theme.px(52))
        against, last = [s.against for s in self._spokes], [s.last for s in self._spokes]
        for ring in range(1, self._rings + 1):
            outermost = ring == self._rings and not any(self._legend)
            pen = QPen(QColor(tokens.mute if outermost else tokens.line), 1.4 if outermost else 1)
            if outermost:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolygon(QPolygonF([self._at(centre, radius * ring / self._rings, i) for i in self._places()]))
        self._draw_values(painter, centre, radius)
        for values, pen in ((last, _dotted()), (against, _dashed())):
            self._draw_line(painter, [self._point(centre, radius, values, i) for i in self._places()], pen)
        if any(value is not None for value in (*against, *last)):
            self._draw_legend(painter)
        painter.setPen(QColor(tokens.text))
        for place, spoke in enumerate(self._spokes):
            self._draw_name(painter, self._at(centre, radius + theme.px(10), place), centre, spoke.name)
        painter.end()

    def _places(self) -> range:
        return range(len(self._spokes))

    def _at(self, centre: QPointF, distance: float, place: int) -> QPointF:
        angle = 2 * math.pi * place / len(self._spokes) - math.pi / 2
        return centre + QPointF(math.cos(angle), math.sin(angle)) * distance

    def _draw_values(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        accent = QColor(theme.current().accent)
        points = [
            None if spoke.value is None else self._at(centre, radius * spoke.value / 100, place)
            for place, spoke in enumerate(self._spokes)
        ]
        known = [point for point in points if point is not None]
        if len(known) == len(points):
            soft = QColor(accent)
            soft.setAlpha(38)
            painter.setBrush(soft)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawPolygon(QPolygonF(known))
        painter.setPen(QPen(accent, 2))
        for one, other in zip(points, [*points[1:], points[0]], strict=True):
            if one is not None and other is not None:
                painter.drawLine(one, other)
        painter.setBrush(accent)
        for point in known:
            painter.drawEllipse(point, 3, 3)

    def _point(self, centre: QPointF, radius: float, values: Sequence[float | None], place: int) -> QPointF | None:
        value = values[place]
        return None if value is None else self._at(centre, radius * value / 100, place)

    def _draw_line(self, painter: QPainter, points: Sequence[QPointF | None], pen: QPen) -> None:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for one, other in zip(points, [*points[1:], points[0]], strict=True):
            if one is not None and other is not None:
                painter.drawLine(one, other)
        painter.setPen(QPen(pen.color(), 1.2))
        for point in points:
            if point is not None:
                painter.drawEllipse(point, 3, 3)

    def _draw_legend(self, painter: QPainter) -> None:
        metrics = painter.fontMetrics()
        line, bottom = metrics.height(), self.height() - theme.px(6)
        pens = (QPen(QColor(theme.current().accent), 2), _dashed(), _dotted())
        for place, (pen, text) in enumerate(zip(pens, self._legend, strict=False)):
            middle = bottom - line * (len(self._legend) - 1 - place) - line / 2
            painter.setPen(pen)
            painter.drawLine(QPointF(2, middle), QPointF(theme.px(20), middle))
            painter.setPen(QColor(theme.current().mute))
            painter.drawText(QPointF(theme.px(26), middle + metrics.ascent() / 2 - 1), text)

    def _draw_name(self, painter: QPainter, at: QPointF, centre: QPointF, text: str) -> None:
        width, height = theme.px(100), theme.px(44)
        if abs(at.x() - centre.x()) < theme.px(12):
            box = QRectF(at.x() - width / 2, at.y() - (height if at.y() < centre.y() else 0), width, height)
            side = Qt.AlignmentFlag.AlignHCenter
            upright = Qt.AlignmentFlag.AlignBottom if at.y() < centre.y() else Qt.AlignmentFlag.AlignTop
        else:
            right = at.x() > centre.x()
            box = QRectF(at.x() if right else at.x() - width, at.y() - height / 2, width, height)
            side = Qt.AlignmentFlag.AlignLeft if right else Qt.AlignmentFlag.AlignRight
            upright = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, int(side | upright) | int(Qt.TextFlag.TextWordWrap), text)


def _dotted() -> QPen:
    return QPen(QColor(theme.current().mute), 1.4, Qt.PenStyle.DotLine)


def _dashed() -> QPen:
    return QPen(QColor(theme.current().text), 1.4, Qt.PenStyle.DashLine)
