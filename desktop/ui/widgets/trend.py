"""Readings of a measure as a line, beside the straight line to its target."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from desktop.language import _
from desktop.ui import theme
from desktop.ui.widgets.chart import Chart
from desktop.ui.widgets.tips import plain_tip

HEIGHT = 128
DOT = 3.5

Point = tuple[dt.date, float]


class Trend(Chart):
    """A small line chart over time. Its accessible name tells all values."""

    def __init__(self, accessible_name: str) -> None:
        super().__init__(accessible_name)
        self._name = accessible_name
        self._points: tuple[Point, ...] = ()
        self._line: tuple[Point, Point] | None = None
        self._target: float | None = None
        self.setAccessibleName(accessible_name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_points(
        self, points: Sequence[Point], line: tuple[Point, Point] | None = None, target: float | None = None
    ) -> None:
        """Show readings.

        Args:
            points: day and value, the earliest first.
            line: where the way to the target starts and ends; None where there is no such way.
            target: the value wanted, drawn across where there is no line.
        """
        self._points, self._line, self._target = tuple(points), line, target
        told = ", ".join(f"{day.isoformat()} {value:g}" for day, value in points)
        if line is not None:
            aim = _("target {value:g} by {day}").format(value=line[1][1], day=line[1][0].isoformat())
            told = f"{told}; {aim}"
        self.setAccessibleName(f"{self._name}: {told}" if points else self._name)
        self.setToolTip(plain_tip(told))
        self.update()

    def sizeHint(self) -> QSize:
        """Low and as wide as there is room."""
        return QSize(theme.px(240), theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        if not self._points:
            return
        tokens = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(theme.px(11))
        painter.setFont(font)
        ink = QFontMetrics(font)
        values = [value for _day, value in self._all()]
        days = [day for day, _value in self._all()]
        low, high = min(values), max(values)
        words = [f"{value:g}" for value in (low, high)]
        left = max(map(ink.horizontalAdvance, words)) + theme.px(10)
        room = QRectF(left, theme.px(8), self.width() - left - theme.px(10), self.height() - theme.px(34))
        painter.setPen(QColor(tokens.mute))
        for word, y in zip(words, (room.bottom(), room.top()), strict=True):
            if low != high or y == room.bottom():
                painter.drawText(QRectF(0, y - 8, left - theme.px(6), 16), int(Qt.AlignmentFlag.AlignRight), word)
        base = QRectF(room.left(), room.bottom() + theme.px(8), room.width(), theme.px(16))
        painter.drawText(base, int(Qt.AlignmentFlag.AlignLeft), min(days).isoformat())
        if max(days) != min(days):
            painter.drawText(base, int(Qt.AlignmentFlag.AlignRight), max(days).isoformat())
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        painter.setPen(QPen(QColor(tokens.mute), 1.2, Qt.PenStyle.DashLine))
        if self._line is not None:
            painter.drawLine(*(self._at(point, room, days, values) for point in self._line))
        elif self._target is not None:
            y = self._at((days[0], self._target), room, days, values).y()
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
        places = [self._at(point, room, days, values) for point in self._points]
        accent = QColor(tokens.accent)
        painter.setPen(QPen(accent, 2))
        painter.drawPolyline(QPolygonF(places))
        painter.setBrush(accent)
        for place in places:
            painter.drawEllipse(place, theme.px(DOT), theme.px(DOT))
        painter.end()

    def _all(self) -> list[Point]:
        """Everything that must have room."""
        more = list(self._line) if self._line is not None else []
        if self._line is None and self._target is not None:
            more.append((self._points[0][0], self._target))
        return [*self._points, *more]

    def _at(self, point: Point, room: QRectF, days: Sequence[dt.date], values: Sequence[float]) -> QPointF:
        first, span = min(days), (max(days) - min(days)).days
        low, height = min(values), max(values) - min(values)
        x = room.left() + room.width() * ((point[0] - first).days / span if span else 0.5)
        y = room.bottom() - room.height() * ((point[1] - low) / height if height else 0.5)
        return QPointF(x, y)
