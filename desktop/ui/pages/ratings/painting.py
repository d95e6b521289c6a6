"""Small things the lists of the page paint alike."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption

from desktop.ui.delegates import tone_colours
from desktop.ui.theme import current, px


def small_font(font: QFont) -> QFont:
    """The font of secondary words."""
    small = QFont(font)
    small.setPixelSize(px(12))
    return small


def draw_tag(painter: QPainter, left: float, top: float, word: str, tone: str) -> float:
    """Paint a tag in the painter's font; returns its width."""
    ground, ink = tone_colours(tone)
    metrics = painter.fontMetrics()
    width = metrics.horizontalAdvance(word) + px(14)
    box = QRectF(left, top, width, metrics.height() + 4)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(current().line) if tone == "plain" else Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(ink)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), word)
    return float(width)


def broken(text: str, font: QFont, width: float, most: int) -> list[str]:
    """A text broken into lines, at most so many; the last one ends in an ellipsis where text is left over."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 20.0))
        start = line.textStart()
        if len(lines) == most - 1:
            rest = text[start:]
            lines.append(QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, int(width)))
            break
        lines.append(text[start : start + line.textLength()].rstrip())
    layout.endLayout()
    return lines
