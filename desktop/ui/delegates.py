"""How cells are painted: tags for states, bars for distributions; and the editors of cells that offer choices."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QComboBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.ui.theme import current, px

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What models offer beyond Qt's own roles."""

    TONE = Qt.ItemDataRole.UserRole + 1
    SHARES = Qt.ItemDataRole.UserRole + 2
    SORT = Qt.ItemDataRole.UserRole + 3
    CHOICES = Qt.ItemDataRole.UserRole + 4
    BENEATH = Qt.ItemDataRole.UserRole + 5


class TagDelegate(QStyledItemDelegate):
    """Paints a tag where the model gives a tone, a distribution where it gives shares, text elsewhere."""

    PAD = 10

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the text in the width of its column."""
        if index.data(Role.TONE) is not None or index.data(Role.SHARES) is not None:
            return QSize(60, option.fontMetrics.height() + 2 * self.PAD)
        view = option.widget
        width = view.columnWidth(index.column()) if hasattr(view, "columnWidth") else 200
        room = QRect(0, 0, max(width - 2 * self.PAD, 40), 10_000)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        beneath = index.data(Role.BENEATH)
        metrics = option.fontMetrics if beneath is None else QFontMetrics(strong_font(option.font))
        needed = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text)
        if beneath:
            small = QFontMetrics(small_font(option.font)).boundingRect(room, int(Qt.TextFlag.TextWordWrap), beneath)
            needed.setHeight(needed.height() + small.height())
        return QSize(needed.width() + 2 * self.PAD, needed.height() + 2 * self.PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell from its roles alone."""
        tokens = current()
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(option.rect, QColor(tokens.selection))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        tone, shares = index.data(Role.TONE), index.data(Role.SHARES)
        inner = option.rect.adjusted(self.PAD, 0, -self.PAD, 0)
        if shares is not None:
            paint_shares(painter, QRectF(inner), shares)
        elif tone is not None and text:
            self._paint_tag(painter, option, inner, text, str(tone))
        elif (beneath := index.data(Role.BENEATH)) is not None:
            self._paint_two(painter, option, inner, text, str(beneath))
        else:
            painter.setPen(option.palette.color(QPalette.ColorRole.Text))
            alignment = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignVCenter
            painter.drawText(inner, int(alignment) | int(Qt.TextFlag.TextWordWrap), _fitting(option, inner, text))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.accent))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _paint_two(
        self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, text: str, beneath: str
    ) -> None:
        wrap = int(Qt.TextFlag.TextWordWrap)
        small = small_font(option.font)
        strong = strong_font(option.font)
        first = QFontMetrics(strong).boundingRect(inner, wrap, text).height()
        second = QFontMetrics(small).boundingRect(inner, wrap, beneath).height() if beneath else 0
        top = inner.top() + max((inner.height() - first - second) // 2, 0)
        painter.setFont(strong)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.drawText(QRect(inner.left(), top, inner.width(), first), wrap, text)
        painter.setFont(small)
        painter.setPen(QColor(current().mute))
        painter.drawText(QRect(inner.left(), top + first, inner.width(), second), wrap, beneath)

    def _paint_tag(self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, text: str, tone: str) -> None:
        ground, ink = tone_colours(tone)
        font = strong_font(small_font(option.font))
        painter.setFont(font)
        metrics = QFontMetrics(font)
        width = min(metrics.horizontalAdvance(text) + 14, inner.width())
        box = QRectF(inner.left(), inner.center().y() - metrics.height() / 2 - 2, width, metrics.height() + 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(current().line) if tone == "plain" else Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(ink)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(width) - 10)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A list where the column offers choices, Qt's own editor elsewhere."""
        choices = index.data(Role.CHOICES)
        if not choices:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        box.addItems(list(choices))
        box.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start from what the cell says."""
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was chosen."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        else:
            super().setModelData(editor, model, index)


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


def _fitting(option: QStyleOptionViewItem, room: QRect, text: str) -> str:
    """The text, or as much of it as one line holds where the row is too low for all of it."""
    metrics = option.fontMetrics
    if metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height() <= room.height():
        return text
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())


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


def paint_shares(painter: QPainter, room: QRectF, shares: Sequence[tuple[float, int]]) -> None:
    """A stacked bar of shares in the ordinal ramp; blanks in the colour of lines."""
    tokens = current()
    bar = QRectF(room.left(), room.center().y() - 6, room.width(), 12)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.line))
    painter.drawRoundedRect(bar, 3, 3)
    left = bar.left()
    for share, level in shares:
        width = bar.width() * share
        painter.setBrush(QColor(tokens.line if level < 0 else tokens.levels[level]))
        painter.drawRect(QRectF(left, bar.top(), width, bar.height()))
        left += width
