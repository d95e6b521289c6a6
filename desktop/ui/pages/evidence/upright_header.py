"""A heading whose narrow columns are written upright, so that a matrix of numbers has many of them side by side."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.ui.painting import broken, strong_font
from desktop.ui.sizes import size
from desktop.ui.theme import current, px

NARROW = 44
"""The width of an upright column, in pixels at 100 %."""

_TALL = 112
_LINES = 2
_LEAST = 20
"""No column is narrower, likewise: far less than any is, or Qt would widen some when the size in use grows."""


class UprightHeader(QHeaderView):
    """Headings above a table: those of some columns read from below, in two lines at most.

    Attributes:
        upright: the numbers of these columns.
    """

    def __init__(self, upright: range, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.upright = upright
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        size(self, height=_TALL, least_section=_LEAST)

    def sectionSizeFromContents(self, number: int) -> QSize:
        """An upright column is as narrow as its numbers."""
        if number in self.upright:
            return QSize(px(NARROW), px(_TALL))
        return super().sectionSizeFromContents(number)

    def paintSection(self, painter: QPainter, rect: QRect, number: int) -> None:
        """Paint one heading, at the foot of its column."""
        told = str(self.model().headerData(number, Qt.Orientation.Horizontal) or "")
        font, tokens = strong_font(self.font()), current()
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(tokens.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QColor(tokens.mute))
        step = painter.fontMetrics().height()
        if number not in self.upright:
            foot = rect.adjusted(px(10), 0, -px(4), -px(6))
            painter.drawText(foot, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), told)
        else:
            painter.translate(rect.left(), rect.bottom() - px(6))
            painter.rotate(-90)
            room = rect.height() - px(10)
            lines = broken(told, font, room, _LINES)
            top = (rect.width() - step * len(lines)) // 2
            for place, line in enumerate(lines):
                painter.drawText(QRect(0, top + place * step, room, step), int(Qt.AlignmentFlag.AlignVCenter), line)
        painter.restore()
