"""What cells are painted with. Nothing here leaves the painter other than it found it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.ui.theme import current, px

_MOST_BROKEN = 2_000
_BROKEN: dict[tuple[str, str, float, int], list[str]] = {}
"""Lines of the texts that were painted last: a calendar or a list paints the same ones at each key."""


def small_font(font: QFont) -> QFont:
    """The same font in the size of less important words."""
    small = QFont(font)
    small.setPixelSize(px(12))
    return small


def strong_font(font: QFont) -> QFont:
    """The same font in the weight of what a row is called."""
    strong = QFont(font)
    strong.setWeight(QFont.Weight.Medium)
    return strong


def tone_colours(tone: str) -> tuple[QColor, QColor]:
    """Ground and ink of a tone."""
    tokens = current()
    pairs = {
        "good": (tokens.good_soft, tokens.good),
        "warn": (tokens.warn_soft, tokens.warn),
        "bad": (tokens.bad_soft, tokens.bad),
        "accent": (tokens.accent_soft, tokens.accent),
        "plain": (tokens.rail, tokens.mute),
    }
    ground, ink = pairs.get(tone, pairs["plain"])
    return QColor(ground), QColor(ink)


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """The ground of a cell: marked where it is selected, with a line below."""
    painter.save()
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, QColor(current().selection))
        painter.setPen(QColor(current().accent))
        painter.drawLine(option.rect.topLeft(), option.rect.topRight())
    else:
        painter.setPen(QColor(current().line))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
    painter.restore()


def paint_focus(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """The frame of the cell under the cursor, over what is painted in it, whatever the painter was left with."""
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(current().accent))
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()


def draw_tag(painter: QPainter, left: float, top: float, word: str, tone: str, room: float = math.inf) -> float:
    """Paint a tag in the painter's font, at most as wide as there is room; returns its width."""
    ground, ink = tone_colours(tone)
    metrics = painter.fontMetrics()
    width = min(metrics.horizontalAdvance(word) + px(14), room)
    box = QRectF(left, top, width, metrics.height() + 4)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(current().line) if tone == "plain" else Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(ink)
    shown = metrics.elidedText(word, Qt.TextElideMode.ElideRight, int(width - px(10)))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)
    painter.restore()
    return float(width)


def paint_shares(painter: QPainter, room: QRectF, shares: Sequence[tuple[float, int]]) -> None:
    """A stacked bar of shares in the ordinal ramp; blanks in the colour of lines."""
    tokens = current()
    bar = QRectF(room.left(), room.center().y() - 6, room.width(), 12)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.line))
    painter.drawRoundedRect(bar, 3, 3)
    left = bar.left()
    for share, level in shares:
        width = bar.width() * share
        painter.setBrush(QColor(tokens.line if level < 0 else tokens.levels[level]))
        painter.drawRect(QRectF(left, bar.top(), width, bar.height()))
        left += width
    painter.restore()


def broken(text: str, font: QFont, width: float, most: int) -> list[str]:
    """A text broken into lines, at most so many; a line ends in an ellipsis where not all of its text is seen."""
    asked = (text, font.key(), width, most)
    if asked not in _BROKEN:
        if len(_BROKEN) >= _MOST_BROKEN:
            _BROKEN.clear()
        _BROKEN[asked] = _lines(text, font, width, most)
    return [*_BROKEN[asked]]


def _lines(text: str, font: QFont, width: float, most: int) -> list[str]:
    metrics = QFontMetrics(font)
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 20.0))
        start, end = line.textStart(), line.textStart() + line.textLength()
        last = len(lines) == most - 1
        said = " ".join(text[start:].split("\n")) if last else text[start:end].rstrip()
        lines.append(metrics.elidedText(said, Qt.TextElideMode.ElideRight, int(width)))
        if last:
            break
    layout.endLayout()
    return lines


def fitting(text: str, font: QFont, room: QRect) -> str:
    """A text that is wrapped, or as many lines of it as there is room for."""
    metrics = QFontMetrics(font)
    needed = metrics.boundingRect(QRect(0, 0, room.width(), 10_000), int(Qt.TextFlag.TextWordWrap), text)
    if needed.height() <= room.height() and needed.width() <= room.width():
        return text
    return "\n".join(broken(text, font, room.width(), max(room.height() // metrics.lineSpacing(), 1)))


def is_whole(text: str, lines: Sequence[str]) -> bool:
    """Whether lines as `broken` gives them hold all of a text."""
    return " ".join(lines).split() == text.split()
