"""How the calendar is painted: hours, days, sessions, and where the cursor is."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from desktop.language import _
from desktop.model.planning.day_times import HOUR, time_of
from desktop.model.records import SessionKind
from desktop.ui.pages.schedule.blocks import CalendarBlock
from desktop.ui.pages.schedule.week_grid import BAND, HEAD, HOURS, WeekGrid
from desktop.ui.painting import broken, small_font, strong_font
from desktop.ui.theme import current, px
from desktop.wording.schedule import weekday

_TOGETHER = {SessionKind.KICK_OFF, SessionKind.FEEDBACK}
"""What is for everybody."""


def paint_hours(painter: QPainter, grid: WeekGrid, font: QFont, today: dt.date) -> None:
    """The names of the days, the hours, and the lines between them."""
    tokens = current()
    small = small_font(font)
    painter.setFont(small)
    painter.setPen(QColor(tokens.line))
    for hour in range(grid.first, grid.last + 1):
        level = grid.at(hour * HOUR)
        painter.setPen(QColor(tokens.line))
        painter.drawLine(int(grid.room.left() + px(HOURS)), int(level), int(grid.room.right()), int(level))
        if hour < grid.last:
            painter.setPen(QColor(tokens.mute))
            room = QRectF(grid.room.left(), level, px(HOURS) - px(6), min(grid.hour, px(18)))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), time_of(hour * HOUR))
    painter.setFont(strong_font(small))
    words = [_("{weekday} {day}").format(weekday=weekday(day), day=f"{day:%m-%d}") for day in grid.shown]
    if max(map(painter.fontMetrics().horizontalAdvance, words)) > grid.column(grid.monday).width() - px(8):
        words = [_("{weekday} {day}").format(weekday=weekday(day), day=day.day) for day in grid.shown]
    for day, word in zip(grid.shown, words, strict=True):
        column = grid.column(day)
        painter.setPen(QColor(tokens.line))
        painter.drawLine(int(column.left()), int(column.top()), int(column.left()), int(column.bottom()))
        painter.setPen(QColor(tokens.accent if day == today else tokens.text))
        head = QRectF(column.left() + px(6), column.top(), column.width() - px(8), px(HEAD))
        painter.drawText(head, int(Qt.AlignmentFlag.AlignVCenter), word)
    painter.setPen(QColor(tokens.line))
    painter.drawLine(int(grid.room.left()), int(grid.top), int(grid.room.right()), int(grid.top))


def block_faces(font: QFont) -> tuple[QFont, QFont, int]:
    """The fonts of a session's name and of what stands beneath it, and how tall a line is."""
    small = small_font(font)
    small.setPixelSize(px(11))
    strong = strong_font(small)
    return strong, small, QFontMetrics(strong).height()


def paint_block(
    painter: QPainter, block: CalendarBlock, room: QRectF, faces: tuple[QFont, QFont, int], *, chosen: bool
) -> None:
    """One session, in these `block_faces`."""
    tokens = current()
    ground, ink = tokens.rail, tokens.text
    if block.clashes:
        ground, ink = tokens.bad_soft, tokens.bad
    elif block.kind.is_source:
        ground = tokens.accent_soft
    elif block.kind in _TOGETHER:
        ground = tokens.good_soft
    edge = tokens.accent if chosen else tokens.bad if block.clashes else tokens.edge
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    style = Qt.PenStyle.DashLine if block.is_draft else Qt.PenStyle.SolidLine
    painter.setPen(QPen(QColor(edge), 2 if chosen else 1, style))
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(room, 4, 4)
    inner = room.adjusted(px(5), 1, -px(3), -1)
    strong, small, step = faces
    painter.setPen(QColor(ink))
    words = _("Clash: {session}").format(session=block.name) if block.clashes else block.name
    lines = max(int(inner.height() / step), 1)
    texts = [(strong, line) for line in broken(words, strong, inner.width(), max(min(lines, 2), 1))]
    if lines > len(texts):
        texts += [(small, line) for line in broken(block.beneath, small, inner.width(), lines - len(texts))]
    level = inner.top() + (max(inner.height() - step, 0) / 2 if lines == 1 else px(1))
    for face, line in texts:
        painter.setFont(face)
        painter.drawText(QRectF(inner.left(), level, inner.width(), step), 0, line)
        level += step


def paint_cursor(painter: QPainter, room: QRectF) -> None:
    """A free time under the cursor."""
    painter.setBrush(QColor(current().selection))
    painter.setPen(QPen(QColor(current().accent), 1))
    painter.drawRoundedRect(room, 4, 4)


def free_room(grid: WeekGrid, day: dt.date, minute: int | None, step: int) -> QRectF:
    """The room of a free time, or of the time frames of a day."""
    if minute is not None:
        return grid.span(day, (minute, minute + step))
    column = grid.column(day)
    top = grid.room.top() + px(HEAD)
    return QRectF(column.left() + 2, top + 1, column.width() - 4, px(BAND) * grid.bands - 2)
