"""How the matrix is painted: streams beside it, in each cell its text and the marks on it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionViewItem, QTableView

from desktop.ui.delegates import TellingDelegate
from desktop.ui.pages.ratings.streams.matrix_model import MatrixModel
from desktop.ui.pages.ratings.streams.rows import CellEntry
from desktop.ui.painting import broken, small_font, strong_font, tone_colours
from desktop.ui.sizes import size
from desktop.ui.theme import current, px

Index = QModelIndex | QPersistentModelIndex

MIDDLE = "◆"
"""Marks the middle answer."""

NAMES = 128


class StreamHeader(QHeaderView):
    """The streams' names, each over what respondents say in short."""

    def __init__(self, rows: MatrixModel, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self._rows = rows
        self.setSectionsClickable(True)
        size(self, width=NAMES)

    def paintSection(self, painter: QPainter, rect: QRect, number: int) -> None:
        """Paint one stream."""
        tokens, row = current(), self._rows.rows[number]
        table = self.parent()
        assert isinstance(table, QTableView)
        here = table.currentIndex().row() == number
        painter.save()
        painter.fillRect(rect, QColor(tokens.selection if here else tokens.surface))
        if here:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(tokens.accent))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(px(8), 1, -px(6), -1)
        strong, small = strong_font(small_font(self.font())), small_font(self.font())
        small.setPixelSize(px(11))
        painter.setFont(strong)
        step = painter.fontMetrics().height()
        lines = broken(row.name, strong, inner.width(), 2)
        top = inner.top() + max((inner.height() - step * (len(lines) + 1)) // 2, 0)
        painter.setPen(QColor(tokens.text))
        for line in lines:
            painter.drawText(QRect(inner.left(), top, inner.width(), step), 0, line)
            top += step
        painter.setFont(small)
        painter.setPen(QColor(tokens.mute))
        said = painter.fontMetrics().elidedText(row.beneath, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(QRect(inner.left(), top, inner.width(), step), 0, said)
        painter.restore()


class CellDelegate(TellingDelegate):
    """A cell's text as far as there is room; under it who stands here, what is wanted, and what is ticked."""

    PAD = 6

    def __init__(self, rows: MatrixModel, table: QTableView) -> None:
        super().__init__(table)
        self._rows = rows
        self._table = table

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """The room is shared out evenly."""
        return QSize(px(84), px(46))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        cell, tokens, rect = self._rows.cell(index), current(), option.rect
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if cell.held:
            painter.fillRect(rect, QColor(tokens.accent_soft if cell.mark else tokens.selection))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topLeft(), rect.bottomLeft())
        inner = rect.adjusted(self.PAD, 1, -self.PAD, -4)
        beneath = self._marks(painter, option.font, inner, cell)
        self._text(painter, option.font, inner.adjusted(0, 0, 0, -beneath), cell)
        if cell.share:
            width = (rect.width() - 2) * cell.share
            painter.fillRect(QRectF(rect.left() + 1, rect.bottom() - 3, width, 3), QColor(tokens.levels[3]))
        if option.state & QStyle.StateFlag.State_Selected:
            focus = self._table.hasFocus()
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = painter.pen()
            pen.setColor(QColor(tokens.accent if focus else tokens.mute))
            pen.setWidth(2 if focus else 1)
            painter.setPen(pen)
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))
        painter.restore()

    def cut(self, option: QStyleOptionViewItem, index: Index) -> str:  # noqa: ARG002 - the tooltip tells all, always
        """Nothing more than the model's tooltip has."""
        return ""

    def _text(self, painter: QPainter, font: QFont, room: QRect, cell: CellEntry) -> None:
        small = small_font(font)
        painter.setFont(small)
        painter.setPen(QColor(current().text if cell.held else current().mute))
        step = painter.fontMetrics().height() - px(2)
        most = max(int(room.height() / step), 1)
        for number, line in enumerate(broken(cell.text, small, room.width(), most)):
            place = QRectF(room.left(), room.top() + number * step, room.width(), step)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), line)

    def _marks(self, painter: QPainter, font: QFont, room: QRect, cell: CellEntry) -> int:
        """Paint the marks along the bottom; returns the height they take."""
        words = cell.marks()
        if not (cell.mark or cell.target or cell.middle or cell.done):
            return 0
        tiny = small_font(font)
        tiny.setPixelSize(px(11))
        painter.setFont(strong_font(tiny))
        height = painter.fontMetrics().height()
        left, top = float(room.left()), room.bottom() - height + 1
        shown = [(cell.mark, "accent")] if cell.mark else []
        if cell.target:
            shown.append((words[1 if cell.mark else 0], "warn"))
        for word, tone in shown:
            left += self._tag(painter, QRectF(left, top, room.right() - left, height), word, tone) + px(3)
        painter.setPen(QColor(current().text))
        if cell.middle:
            painter.drawText(QRectF(left, top, px(14), height), int(Qt.AlignmentFlag.AlignCenter), MIDDLE)
            left += px(14)
        if cell.done:
            self._dots(painter, room.right() - left, QRectF(left, top, room.right() - left, height), cell)
        return height

    def _tag(self, painter: QPainter, place: QRectF, word: str, tone: str) -> float:
        ground, ink = tone_colours(tone)
        solid = tone == "accent"
        place.setWidth(min(painter.fontMetrics().horizontalAdvance(word) + px(8), max(place.width(), px(16))))
        word = painter.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, int(place.width()) - px(6))
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen if solid else ink)
        painter.setBrush(ink if solid else ground)
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(QColor(current().surface) if solid else ink)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), word)
        painter.restore()
        return place.width()

    def _dots(self, painter: QPainter, width: float, room: QRectF, cell: CellEntry) -> None:
        """A dot for each practice, filled where it is ticked."""
        size, gap = px(6), px(3)
        needed = cell.practices * (size + gap)
        if needed > width:
            return
        ink = QColor(current().good)
        left, top = room.right() - needed + gap, room.center().y() - size / 2
        for number in range(cell.practices):
            painter.setPen(ink)
            painter.setBrush(ink if number < cell.done else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(left + number * (size + gap), top, size, size))
