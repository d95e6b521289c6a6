"""How the cells of the practices table are painted."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.ui.delegates import TellingDelegate
from desktop.ui.pages.ratings.staged.rows import PracticeEntry
from desktop.ui.painting import broken, draw_tag, is_whole, small_font
from desktop.ui.tables import Table
from desktop.ui.theme import current, px
from desktop.wording import names
from desktop.wording.tones import tone_of

Index = QModelIndex | QPersistentModelIndex

_MOST_LINES = 3
_ALL_LINES = 99


class Cell(IntEnum):
    """The columns of the table."""

    TEXT = 0
    SURVEY = 1
    SOURCES = 2
    TEAM = 3


class PracticeDelegate(TellingDelegate):
    """A practice on up to three lines, in full under the cursor; common features stand over their first practice."""

    PAD = 8

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the practice's text or for two lines."""
        entry = self._table.source.row(index.row())
        height = 3 if index.column() == Cell.TEAM and entry.value and entry.note else 2
        if index.column() == Cell.TEXT:
            width = self._table.columnWidth(Cell.TEXT) - 2 * self.PAD
            height = max(height, 1 + len(broken(entry.text, option.font, width, self._lines(index))))
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
            if index.column() == Cell.TEXT:
                painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(tokens.accent))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(self.PAD, 0, -self.PAD, 0)
        if index.column() == Cell.TEXT:
            lines = broken(entry.text, option.font, inner.width(), self._lines(index))
            code = [(f"{entry.code} · {entry.goals}", tokens.mute, True)]
            self._stack(painter, option, inner, [*code, *((line, tokens.text, False) for line in lines)])
        elif index.column() == Cell.TEAM:
            self._value(painter, option, inner, entry)
        else:
            self._stack(painter, option, inner, _told(index.column(), entry))
        painter.restore()

    def cut(self, option: QStyleOptionViewItem, index: Index) -> str:
        """All that the cell says where not all of it is seen."""
        entry: PracticeEntry = self._table.source.row(index.row())
        width = option.rect.width() - 2 * self.PAD
        small = QFontMetrics(small_font(option.font))
        match index.column():
            case Cell.TEXT:
                lines = broken(entry.text, option.font, width, self._lines(index))
                return "" if is_whole(entry.text, lines) else entry.text
            case Cell.TEAM:
                whole = _mark(entry)
                beneath = [text for text, _colour in _beneath(entry)]
                needed = max(small.horizontalAdvance(whole) + px(14), *map(small.horizontalAdvance, beneath), 0)
                return "\n".join((whole, *beneath)) if needed > width else ""
            case _:
                told = [line for line in _told(index.column(), entry) if line[0]]
                fonts = [small if tiny else option.fontMetrics for _text, _colour, tiny in told]
                fits = all(font.horizontalAdvance(line[0]) <= width for font, line in zip(fonts, told, strict=True))
                return "" if fits else "\n".join(line[0] for line in told)

    def _lines(self, index: Index) -> int:
        return _ALL_LINES if index.row() == self._table.currentIndex().row() else _MOST_LINES

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, text: str) -> None:
        """Each cell paints its part of the heading, so that it is whole whichever cells are painted again."""
        place = QRect(option.rect.left(), option.rect.top(), option.rect.width(), band())
        left = self._table.columnViewportPosition(Cell.TEXT) + self.PAD
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
        beneath = _beneath(entry)
        top = inner.top() + (inner.height() - (1 + len(beneath)) * height) // 2
        tone = tone_of(entry.value)
        draw_tag(painter, inner.left(), top, _mark(entry), tone, inner.width())
        for text, colour in beneath:
            top += height
            painter.setPen(QColor(colour))
            fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
            place = QRect(inner.left(), top, inner.width(), height)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), fitting)


def _beneath(entry: PracticeEntry) -> list[tuple[str, str]]:
    """Under the letters of the team's value: its word, and what it still lacks."""
    word = [(names.short_name(entry.value), current().mute)] if entry.value else []
    return [*word, (entry.note, current().warn)] if entry.note else word


def _told(column: int, entry: PracticeEntry) -> list[tuple[str, str, bool]]:
    """The lines of a column other than the text: text, colour, whether it is small."""
    tokens = current()
    if column == Cell.SURVEY:
        first, _break, second = entry.survey.partition("\n")
        return [(first, tokens.mute, False), (second, tokens.warn, True)]
    first, _break, second = entry.sources.partition("\n")
    return [(first, tokens.text, False), (second, tokens.good if entry.corroborated else tokens.warn, True)]


def _mark(entry: PracticeEntry) -> str:
    return entry.value.value if entry.value else "–"


def band() -> int:
    """Height of a common feature's name."""
    return px(28)
