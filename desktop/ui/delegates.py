"""How cells are painted: tags for states, bars for distributions; and the editors of cells that offer choices."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from desktop.ui.painting import (
    fitting,
    paint_focus,
    paint_ground,
    paint_shares,
    small_font,
    strong_font,
    tone_colours,
)
from desktop.ui.theme import current
from desktop.ui.widgets.choice import StillBox
from desktop.ui.widgets.tips import joined, plain_tip

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What models offer beyond Qt's own roles."""

    TONE = Qt.ItemDataRole.UserRole + 1
    SHARES = Qt.ItemDataRole.UserRole + 2
    SORT = Qt.ItemDataRole.UserRole + 3
    CHOICES = Qt.ItemDataRole.UserRole + 4
    BENEATH = Qt.ItemDataRole.UserRole + 5


class TellingDelegate(QStyledItemDelegate):
    """What all delegates have in common: a tooltip is plain text, and where a cell is cut it tells the whole."""

    def cut(self, option: QStyleOptionViewItem, index: Index) -> str:
        """All that a cell says where not all of it is seen; empty where it is."""
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        return text if option.fontMetrics.horizontalAdvance(text) > option.rect.width() - 6 else ""

    def told(self, option: QStyleOptionViewItem, index: Index) -> str:
        """The tooltip of a cell: all of its text where it is cut, and what the model tells, which is plain already."""
        tip = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
        whole = self.cut(option, index)
        return tip if whole in tip else joined(plain_tip(whole), tip)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Show the tooltip."""
        if event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), self.told(option, index), view)
        return True


class TagDelegate(TellingDelegate):
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

    def cut(self, option: QStyleOptionViewItem, index: Index) -> str:
        """All that the cell says where not all of it is seen."""
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        inner = option.rect.adjusted(self.PAD, 0, -self.PAD, 0)
        if index.data(Role.SHARES) is not None:
            return ""
        if index.data(Role.TONE) is not None:
            return text if _tag_width(option.font, text) > inner.width() else ""
        beneath = str(index.data(Role.BENEATH) or "")
        if index.data(Role.BENEATH) is None:
            seen = fitting(text, option.font, inner) == text
        else:
            first, second = self._two(option, inner, text, beneath)
            seen = (first, second) == (text, beneath)
        return "" if seen else "\n".join(part for part in (text, beneath) if part)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell from its roles alone."""
        painter.save()
        paint_ground(painter, option)
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
            shown = fitting(text, option.font, inner)
            painter.drawText(inner, int(alignment) | int(Qt.TextFlag.TextWordWrap), shown)
        paint_focus(painter, option)
        painter.restore()

    def _paint_two(
        self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, text: str, beneath: str
    ) -> None:
        wrap = int(Qt.TextFlag.TextWordWrap)
        small, strong = small_font(option.font), strong_font(option.font)
        text, beneath = self._two(option, inner, text, beneath)
        first = QFontMetrics(strong).boundingRect(inner, wrap, text).height()
        second = QFontMetrics(small).boundingRect(inner, wrap, beneath).height() if beneath else 0
        top = inner.top() + max((inner.height() - first - second) // 2, 0)
        painter.setFont(strong)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.drawText(QRect(inner.left(), top, inner.width(), first), wrap, text)
        painter.setFont(small)
        painter.setPen(QColor(current().mute))
        painter.drawText(QRect(inner.left(), top + first, inner.width(), second), wrap, beneath)

    def _two(self, option: QStyleOptionViewItem, inner: QRect, text: str, beneath: str) -> tuple[str, str]:
        """Both texts as far as there is room: the one beneath gives way first."""
        small, strong = small_font(option.font), strong_font(option.font)
        line = QFontMetrics(small).lineSpacing() if beneath else 0
        first = fitting(text, strong, inner.adjusted(0, 0, 0, -line))
        taken = QFontMetrics(strong).boundingRect(inner, int(Qt.TextFlag.TextWordWrap), first).height()
        return first, fitting(beneath, small, inner.adjusted(0, taken, 0, 0))

    def _paint_tag(self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, text: str, tone: str) -> None:
        ground, ink = tone_colours(tone)
        font = strong_font(small_font(option.font))
        metrics = QFontMetrics(font)
        width = min(_tag_width(option.font, text), inner.width())
        box = QRectF(inner.left(), inner.center().y() - metrics.height() / 2 - 2, width, metrics.height() + 4)
        painter.save()
        painter.setFont(font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(current().line) if tone == "plain" else Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(ink)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(width) - 10)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A list where the column offers choices, Qt's own editor elsewhere."""
        choices = index.data(Role.CHOICES)
        if not choices:
            return super().createEditor(parent, option, index)
        box = StillBox(parent)
        box.addItems(list(choices))
        box.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start from what the cell says."""
        if isinstance(editor, StillBox):
            editor.setCurrentText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was chosen."""
        if isinstance(editor, StillBox):
            model.setData(index, editor.currentText())
        else:
            super().setModelData(editor, model, index)


def _tag_width(font: QFont, text: str) -> int:
    return QFontMetrics(strong_font(small_font(font))).horizontalAdvance(text) + 14
