"""How the rows of a checklist are painted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from desktop.language import _
from desktop.ui.delegates import TellingDelegate
from desktop.ui.pages.ratings.criteria.checklist_model import ChecklistModel
from desktop.ui.pages.ratings.criteria.rows import StatementEntry
from desktop.ui.pages.ratings.criteria.words import value_name
from desktop.ui.painting import broken, draw_tag, small_font
from desktop.ui.theme import current, px
from desktop.ui.widgets.tips import joined, plain_tip
from desktop.wording.tones import tone_of

Index = QModelIndex | QPersistentModelIndex

_MOST_LINES = 3
_ALL_LINES = 99


class StatementDelegate(TellingDelegate):
    """A statement under its id and value, in full under the cursor; the first of a level stands under the level."""

    PAD = 8

    def __init__(self, rows: ChecklistModel, view: QListView) -> None:
        super().__init__(view)
        self._rows = rows
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the heading, the id, the text and the note."""
        entry = self._rows.rows[index.row()]
        width = self._view.viewport().width()
        lines = len(self._lines(option, index, width - 2 * self.PAD))
        height = self._top(option) + lines * option.fontMetrics.lineSpacing() + px(12)
        height += self._top(option) if entry.note else 0
        return QSize(max(width, 60), height + (band() if entry.heading else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one statement."""
        entry, tokens = self._rows.rows[index.row()], current()
        painter.save()
        rect = QRect(option.rect)
        if entry.heading:
            self._heading(painter, option, rect, entry.heading)
            rect.setTop(rect.top() + band())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.selection))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(tokens.accent))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(self.PAD, px(5), -self.PAD, -px(5))
        top = self._first_line(painter, option, inner, entry)
        painter.setFont(option.font)
        painter.setPen(QColor(tokens.text))
        step = option.fontMetrics.lineSpacing()
        for line in self._lines(option, index, inner.width()):
            painter.drawText(QRect(inner.left(), top, inner.width(), step), int(Qt.AlignmentFlag.AlignVCenter), line)
            top += step
        if entry.note:
            painter.setFont(small_font(option.font))
            painter.setPen(QColor(tokens.mute))
            said = _("Note: {note}").format(note=entry.note)
            said = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(QRect(inner.left(), top, inner.width(), self._top(option)), 0, said)
        painter.restore()

    def told(self, option: QStyleOptionViewItem, index: Index) -> str:
        """All of a statement: where the list is narrow, its first line and its heading are cut."""
        entry = self._rows.rows[index.row()]
        first = " · ".join(
            part for part in (entry.id, _("blocks") if entry.stops else "", value_name(entry.value)) if part
        )
        return joined(plain_tip(entry.heading), plain_tip(first), super().told(option, index))

    def cut(self, option: QStyleOptionViewItem, index: Index) -> str:  # noqa: ARG002 - the tooltip tells all, always
        """Nothing more than the model's tooltip has."""
        return ""

    def _first_line(self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, entry: StatementEntry) -> int:
        """The id, whether it stops, what respondents say, and the value; returns where the text begins."""
        tokens, height = current(), self._top(option)
        painter.setFont(small_font(option.font))
        metrics = painter.fontMetrics()
        word = value_name(entry.value)
        right = max(inner.right() - metrics.horizontalAdvance(word) - px(14), inner.left())
        draw_tag(painter, right, inner.top(), word, tone_of(entry.value), inner.right() - right)
        left = inner.left()
        for text, colour in (
            (entry.id, tokens.mute),
            (_("blocks") if entry.stops else "", tokens.bad),
            (entry.survey, tokens.mute),
        ):
            room = right - px(6) - left
            if text and room > px(24):
                said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
                width = metrics.horizontalAdvance(said)
                painter.setPen(QColor(colour))
                painter.drawText(QRect(left, inner.top(), width + 2, height), int(Qt.AlignmentFlag.AlignVCenter), said)
                left += width + px(8)
        return inner.top() + height

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, text: str) -> None:
        place = QRect(rect.left() + self.PAD, rect.top(), rect.width() - 2 * self.PAD, band() - px(3))
        painter.setPen(QColor(current().mute))
        painter.setFont(small_font(option.font))
        said = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignBottom), said)

    def _lines(self, option: QStyleOptionViewItem, index: Index, width: int) -> list[str]:
        most = _ALL_LINES if index.row() == self._view.currentIndex().row() else _MOST_LINES
        return broken(self._rows.rows[index.row()].text, option.font, width, most)

    def _top(self, option: QStyleOptionViewItem) -> int:
        return QFontMetrics(small_font(option.font)).height() + 5


def band() -> int:
    """Height of a level's name."""
    return px(26)
