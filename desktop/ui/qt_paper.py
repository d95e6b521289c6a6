"""A paper for the window: the pictures that become files, painted by Qt in the theme's colours and the size in use."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from desktop.exchange.figures.paper import MARGIN, MARKER_EDGE, REGULAR, Across, Marker, Paper, Point
from desktop.exchange.tokens import Tokens
from desktop.ui.theme import FAMILY

_SHARE_LEFT = {"left": 0.0, "center": 0.5, "right": 1.0}
_MOST_WIDTHS = 20_000


class QtPaper(Paper):
    """Draws with a painter, whose own scale it follows: it is as large as the painter's device is at that scale."""

    def __init__(self, painter: QPainter, tokens: Tokens, size: QSizeF, margin: float = MARGIN) -> None:
        super().__init__(tokens, size.width(), size.height(), margin)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self._painter = painter

    def width_of(self, line: str, size: float, weight: int = REGULAR) -> float:
        """How wide a text without line ends is."""
        return _width(line, int(size), weight)

    def write(self, at: Point, line: str, size: float, colour: str, weight: int, across: Across) -> None:
        """Write on a baseline."""
        self._painter.setFont(_font(int(size), weight))
        self._painter.setPen(QColor(colour))
        left = at[0] - _SHARE_LEFT[across] * self.width_of(line, size, weight)
        self._painter.drawText(QPointF(left, at[1]), line)

    def line(
        self,
        points: Sequence[Point],
        colour: str,
        width: float = 1.0,
        *,
        dashes: tuple[float, ...] = (),
        marker: Marker = "",
        marker_size: float = 6.0,
    ) -> None:
        """A line through points, or markers."""
        ends = [QPointF(*point) for point in points]
        if len(ends) > 1:
            self._painter.setPen(_pen(colour, width, dashes))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawPolyline(QPolygonF(ends))
        if marker:
            self._painter.setPen(QPen(QColor(colour), MARKER_EDGE))
            self._painter.setBrush(QColor(colour if marker == "o" else self.tokens.surface))
            for end in ends:
                self._mark(end, marker, marker_size / 2)

    def polygon(self, points: Sequence[Point], fill: str, opacity: float = 1.0) -> None:
        """A filled polygon."""
        colour = QColor(fill)
        colour.setAlphaF(opacity)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        self._painter.drawPolygon(QPolygonF([QPointF(*point) for point in points]))

    def box(
        self, at: Point, width: float, height: float, *, fill: str | None = None, border: str | None = None
    ) -> None:
        """A rectangle."""
        self._painter.setPen(QPen(QColor(border), 1) if border else QPen(Qt.PenStyle.NoPen))
        self._painter.setBrush(QBrush(QColor(fill)) if fill else QBrush(Qt.BrushStyle.NoBrush))
        self._painter.drawRect(QRectF(*at, width, height))

    def _mark(self, at: QPointF, marker: Marker, half: float) -> None:
        if marker == "o":
            self._painter.drawEllipse(at, half, half)
            return
        tip = half * 2**0.5
        corners: dict[str, tuple[Point, ...]] = {
            "s": ((-half, -half), (half, -half), (half, half), (-half, half)),
            "D": ((0, -tip), (tip, 0), (0, tip), (-tip, 0)),
            "^": ((0, -half), (half, half), (-half, half)),
        }
        self._painter.drawPolygon(QPolygonF([at + QPointF(*corner) for corner in corners[marker]]))


def _pen(colour: str, width: float, dashes: tuple[float, ...]) -> QPen:
    cap = Qt.PenCapStyle.FlatCap if dashes else Qt.PenCapStyle.SquareCap
    pen = QPen(QColor(colour), width, Qt.PenStyle.SolidLine, cap, Qt.PenJoinStyle.RoundJoin)
    if dashes:
        pen.setDashPattern(dashes)
    return pen


@cache
def _font(size: int, weight: int) -> QFont:
    """The font of the window, whose letters are as wide at every scale."""
    font = QFont(FAMILY)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@lru_cache(_MOST_WIDTHS)
def _width(line: str, size: int, weight: int) -> float:
    return QFontMetricsF(_font(size, weight)).horizontalAdvance(line)
