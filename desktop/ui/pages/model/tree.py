"""The outline as a tree: filtered by a search, the words found marked, typed letters handed to the search."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from desktop.language import _
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.delegates import TellingDelegate
from desktop.ui.pages.model.entries import QUIET, Entry, Part
from desktop.ui.painting import paint_focus
from desktop.ui.theme import current, px

_STRONG = (Part.MODEL, Part.LEVEL, Part.STREAM, Part.TRACK)
_OPEN = (Part.LEVEL, Part.TRACK)
_PAD = 6
_DATA = Qt.ItemDataRole.UserRole
_HIT = Qt.ItemDataRole.UserRole + 1


class Outline(Keyed, QTreeWidget):
    """The tree. `opened` when Enter asks to read on, `typed` with letters meant for the search."""

    opened = Signal()
    typed = Signal(str)

    def __init__(self, accessible_name: str) -> None:
        super().__init__()
        self.setAccessibleName(accessible_name)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(px(14))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.words: tuple[str, ...] = ()
        self._marking = _Marking(self)
        self.setItemDelegate(self._marking)
        self._items: dict[tuple[Part, str], QTreeWidgetItem] = {}

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show another outline; what was open and current stays so where it is still there."""
        open_before = {key for key, item in self._items.items() if item.isExpanded()}
        before = self.entry()
        with QSignalBlocker(self):
            self.clear()
            self._items.clear()
            for entry in entries:
                self.addTopLevelItem(self._item(entry))
            for key, item in self._items.items():
                item.setExpanded(key in open_before or key[0] in _OPEN)
            found = before is not None and self.go_to(before.part, before.id)
            first = self.topLevelItem(0)
            if not found and first is not None:
                self.setCurrentItem(first)

    def entry(self) -> Entry | None:
        """The entry under the cursor."""
        item = self.currentItem()
        return None if item is None else _entry(item)

    def go_to(self, part: Part, target: str) -> bool:
        """Put the cursor on an entry; False when it is not here."""
        item = self._items.get((part, target))
        if item is None:
            return False
        above = item.parent()
        while above is not None:
            above.setExpanded(True)
            above = above.parent()
        self.setCurrentItem(item)
        self.scrollToItem(item, QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def search(self, words: Iterable[str]) -> int:
        """Keep what says all the words, and what it stands under. Returns how many entries say them."""
        self.words = tuple(words)
        with QSignalBlocker(self):
            count = 0
            for number in range(self.topLevelItemCount()):
                count += self._keep(self.topLevelItem(number))
        self.viewport().update()
        return count

    def first_hit(self) -> Entry | None:
        """The first entry that says the words of the search."""
        return next((_entry(item) for item in self._items.values() if item.data(0, _HIT)), None)

    def deeds(self) -> Sequence[Deed]:
        """Enter reads on."""
        return (Deed(("Enter",), _("Read its text beside the outline"), self.opened.emit),)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters go to the search, the rest moves through the tree."""
        if event.text().isalnum() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    @Slot()
    def close_all(self) -> None:
        """Back to levels and areas, or to streams or tracks."""
        self.collapseAll()
        for key, item in self._items.items():
            item.setExpanded(key[0] in _OPEN)

    def _item(self, entry: Entry) -> QTreeWidgetItem:
        item = QTreeWidgetItem([entry.text])
        item.setData(0, _DATA, entry)
        self._items[entry.part, entry.id] = item
        for below in entry.under:
            item.addChild(self._item(below))
        return item

    def _keep(self, item: QTreeWidgetItem | None) -> int:
        assert item is not None
        found = _entry(item).says(self.words)
        below = 0
        for number in range(item.childCount()):
            below += self._keep(item.child(number))
        item.setData(0, _HIT, found)
        item.setHidden(bool(self.words) and not found and not below)
        if self.words:
            item.setExpanded(bool(below))
        return found + below


class _Marking(TellingDelegate):
    """Paints an entry on one line, the words of the search on a ground of their own."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One line with some air."""
        return QSize(super().sizeHint(option, index).width(), QFontMetrics(option.font).height() + 2 * _PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one entry."""
        tokens = current()
        entry, words = index.data(_DATA), self._words()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(tokens.selection))
        font = QFont(option.font)
        font.setWeight(_weight(entry.part))
        metrics = QFontMetrics(font)
        room = option.rect.adjusted(_PAD, 0, -2, 0)
        text = metrics.elidedText(entry.text, Qt.TextElideMode.ElideRight, room.width())
        if index.data(_HIT):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.warn_soft))
            for start, end in found_in(text, words):
                left = room.left() + metrics.horizontalAdvance(text[:start])
                width = metrics.horizontalAdvance(text[start:end])
                painter.drawRoundedRect(QRectF(left - 1, room.top() + 3, width + 2, room.height() - 6), 3, 3)
        quiet = entry.part in QUIET or (bool(words) and not index.data(_HIT))
        painter.setPen(QColor(tokens.mute if quiet else tokens.text))
        painter.setFont(font)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        paint_focus(painter, option)
        painter.restore()

    def cut(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> str:
        """The entry where it does not fit on its line."""
        entry = index.data(_DATA)
        font = QFont(option.font)
        font.setWeight(_weight(entry.part))
        needed = QFontMetrics(font).horizontalAdvance(entry.text)
        return str(entry.text) if needed > option.rect.width() - _PAD - 2 else ""

    def _words(self) -> tuple[str, ...]:
        tree = self.parent()
        return tree.words if isinstance(tree, Outline) else ()


def found_in(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Where the words stand in a text, whatever their case: start and end of each."""
    folded = text.lower()
    if len(folded) != len(text):
        return []
    places = []
    for word in words:
        start = folded.find(word)
        while start >= 0:
            places.append((start, start + len(word)))
            start = folded.find(word, start + len(word))
    return places


def _entry(item: QTreeWidgetItem) -> Entry:
    entry = item.data(0, _DATA)
    assert isinstance(entry, Entry)
    return entry


def _weight(part: Part) -> QFont.Weight:
    if part in _STRONG:
        return QFont.Weight.DemiBold
    return QFont.Weight.Medium if part in (Part.AREA, Part.CELL, Part.RUNG) else QFont.Weight.Normal
