"""How the cells of the practices table are painted."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.pages.ratings.painting import broken, draw_tag, small_font
from desktop.ui.pages.ratings.staged.rows import VALUE_TONES, PracticeEntry
from desktop.ui.tables import Table
from desktop.ui.theme import current, px

Index = QModelIndex | QPersistentModelIndex

_MOST_LINES = 3
_ALL_LINES = 99


class Cell(IntEnum):
    """The columns of the table."""

    CODE = 0
    TEXT = 1
    SURVEY = 2
    SOURCES = 3
    TEAM = 4


class PracticeDelegate(QStyledItemDelegate):
    """A practice on up to three lines, in full under the cursor; common features stand over their first practice."""

    PAD = 8

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the practice's text or for two lines."""
        entry = self._table.source.row(index.row())
        height = 2
        if index.column() == Cell.TEXT:
            width = self._table.columnWidth(Cell.TEXT) - 2 * self.PAD
            height = max(height, len(broken(entry.text, option.font, width, self._lines(index))))
        room = height * option.fontMetrics.lineSpacing() + px(12)
        return QSize(60, room + (band() if entry.heading else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        entry: PracticeEntry = self._table.source.row(index.row())
        tokens, rect = current(), QRect(option.rect)
        painter.save()
        if entry.heading:
            self._heading(painter, option, entry.heading)
            rect.setTop(rect.top() + band())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.selection))
            if index.column() == Cell.CODE:
                painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(tokens.accent))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(self.PAD, 0, -self.PAD, 0)
        match index.column():
            case Cell.TEXT:
                lines = broken(entry.text, option.font, inner.width(), self._lines(index))
                self._stack(painter, option, inner, [(line, tokens.text, False) for line in lines])
            case Cell.CODE:
                told = [(entry.code, tokens.text, False), (entry.goals, tokens.mute, True)]
                self._stack(painter, option, inner, told)
            case Cell.SURVEY:
                first, _break, second = entry.survey.partition("\n")
                self._stack(painter, option, inner, [(first, tokens.mute, False), (second, tokens.warn, True)])
            case Cell.SOURCES:
                first, _break, second = entry.sources.partition("\n")
                tone = tokens.good if entry.corroborated else tokens.warn
                self._stack(painter, option, inner, [(first, tokens.text, False), (second, tone, True)])
            case _:
                self._value(painter, option, inner, entry)
        painter.restore()

    def _lines(self, index: Index) -> int:
        return _ALL_LINES if index.row() == self._table.currentIndex().row() else _MOST_LINES

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, text: str) -> None:
        """Each cell paints its part of the heading, so that it is whole whichever cells are painted again."""
        place = QRect(option.rect.left(), option.rect.top(), option.rect.width(), band())
        left = self._table.columnViewportPosition(Cell.CODE) + self.PAD
        painter.save()
        painter.setClipRect(place)
        painter.setPen(QColor(current().mute))
        painter.setFont(small_font(option.font))
        whole = QRect(left, place.top(), self._table.viewport().width(), place.height() - px(3))
        painter.drawText(whole, int(Qt.AlignmentFlag.AlignBottom), text)
        painter.restore()

    def _stack(
        self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, lines: list[tuple[str, str, bool]]
    ) -> None:
        """Lines as (text, colour, small), together in the middle of the cell."""
        shown = [line for line in lines if line[0]]
        step = option.fontMetrics.lineSpacing()
        top = inner.top() + (inner.height() - step * len(shown)) // 2
        for text, colour, small in shown:
            painter.setFont(small_font(option.font) if small else option.font)
            painter.setPen(QColor(colour))
            fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(QRect(inner.left(), top, inner.width(), step), int(Qt.AlignmentFlag.AlignVCenter), fitting)
            top += step

    def _value(self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, entry: PracticeEntry) -> None:
        painter.setFont(small_font(option.font))
        height = painter.fontMetrics().height() + 4
        lines = 2 if entry.note else 1
        top = inner.top() + (inner.height() - lines * height) // 2
        word = entry.value.value if entry.value else "–"
        draw_tag(painter, inner.left(), top, word, VALUE_TONES.get(entry.value, "plain") if entry.value else "plain")
        if entry.note:
            painter.setPen(QColor(current().warn))
            place = QRect(inner.left(), top + height, inner.width() + self.PAD, height)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), entry.note)


def band() -> int:
    """Height of a common feature's name."""
    return px(28)
