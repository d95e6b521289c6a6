"""The list of key process areas by level, with their ratings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyleOptionViewItem,
)

from desktop.language import _
from desktop.model.scoring.in_scope import in_scope
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.delegates import TellingDelegate
from desktop.ui.pages.ratings.staged.rows import AreaEntry, area_entries
from desktop.ui.pages.ratings.staged.snapshot import Snapshot
from desktop.ui.painting import draw_tag, small_font
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.theme import current, px
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import StillBox
from desktop.ui.widgets.text import Label
from desktop.wording import names, outcome
from desktop.wording.tones import tone_of

Index = QModelIndex | QPersistentModelIndex


class AreaDelegate(TellingDelegate):
    """An area's name over its tag; the first of a level stands under the level's name."""

    PAD = 8

    def __init__(self, rows: RowsModel[AreaEntry], view: QListView) -> None:
        super().__init__(view)
        self._rows = rows
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the heading, the name and the tag."""
        entry = self._rows.row(index.row())
        width = self._view.viewport().width()
        name = option.fontMetrics.boundingRect(
            QRect(0, 0, max(width - 2 * self.PAD, 60), 1000), int(Qt.TextFlag.TextWordWrap), entry.name
        )
        height = name.height() + option.fontMetrics.height() + px(18)
        return QSize(width, height + (self._band() if entry.heading else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one area."""
        entry, tokens = self._rows.row(index.row()), current()
        painter.save()
        rect = QRect(option.rect)
        if entry.heading:
            band = QRect(rect.left(), rect.top(), rect.width(), self._band())
            painter.setPen(QColor(tokens.mute))
            painter.setFont(small_font(option.font))
            place = band.adjusted(self.PAD, 0, -self.PAD, -px(3))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignBottom), entry.heading)
            painter.setFont(option.font)
            rect.setTop(band.bottom() + 1)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.selection))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(tokens.accent))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(self.PAD, px(6), -self.PAD, -px(6))
        painter.setPen(QColor(tokens.text))
        painter.drawText(inner, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop), entry.name)
        self._tags(painter, option, inner, entry)
        painter.restore()

    def cut(self, option: QStyleOptionViewItem, index: Index) -> str:
        """The name and its words where these do not fit side by side."""
        entry = self._rows.row(index.row())
        metrics = QFontMetrics(small_font(option.font))
        needed = sum(metrics.horizontalAdvance(word) + px(14) + 6 for word, _tone in _words(entry))
        return _says(entry) if needed - 6 > option.rect.width() - 2 * self.PAD else ""

    def _tags(self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, entry: AreaEntry) -> None:
        painter.setFont(small_font(option.font))
        left, height = float(inner.left()), painter.fontMetrics().height() + 4
        for word, tone in _words(entry):
            room = inner.right() - left
            if room > px(24):
                left += draw_tag(painter, left, inner.bottom() - height + 1, word, tone, room) + 6

    def _band(self) -> int:
        return px(28)


class AreaView(Keyed, QListView):
    """The areas. `entered` when Enter goes on to what the one under the cursor holds."""

    entered = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the names anew: by itself the view does so only where its height changes."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def deeds(self) -> Sequence[Deed]:
        """Enter goes on."""
        here = self.currentIndex().isValid()
        return (Deed(("Enter",), _("Go to its practices"), self.entered.emit),) if here else ()


class AreaList(Card):
    """The areas with a filter by level.

    Signals:
        chosen: the id of the area the cursor went to.
        entered: the practices of the area are to have the keys.
    """

    chosen = Signal(object)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(-8, -4, -8, -6)
        self.levels = StillBox()
        self.levels.setAccessibleName(_("Show areas of level"))
        self.rows: RowsModel[AreaEntry] = RowsModel([Column(_("Key process area"), text=_says)])
        self.view = AreaView()
        self.view.entered.connect(self.entered)
        self.rows.setParent(self.view)
        self.view.setModel(self.rows)
        self.view.setItemDelegate(AreaDelegate(self.rows, self.view))
        self.view.setAccessibleName(_("Key process areas"))
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.outside = Label("", "small", wrap=True)
        for widget, stretch in ((self.levels, 0), (self.view, 1), (self.outside, 0)):
            self.body.addWidget(widget, stretch)
        self._snapshot: Snapshot | None = None
        self._area = ""
        self._quiet = False
        self.levels.currentIndexChanged.connect(self._on_level)
        self.view.selectionModel().currentChanged.connect(self._on_current)

    def show_areas(self, snapshot: Snapshot, area: str) -> None:
        """Show a model's areas with the cursor on one of them; a filter that hides it is lifted."""
        self._quiet = True
        self._snapshot, self._area = snapshot, area
        self._offer_levels(snapshot)
        self.outside.setText(outcome.left_out(snapshot.result, snapshot.pack))
        self.outside.setVisible(bool(self.outside.text()))
        level = self.levels.currentData()
        if level is not None and area in snapshot.areas and snapshot.areas[area].level != level:
            self.levels.setCurrentIndex(0)
        self._fill()
        self._quiet = False

    def step(self, by: int) -> None:
        """Go to another area of the list, by so many places."""
        number = self.view.currentIndex().row() + by
        if 0 <= number < self.rows.rowCount():
            self.view.setCurrentIndex(self.rows.index(number, 0))

    def _offer_levels(self, snapshot: Snapshot) -> None:
        shown = [*in_scope(snapshot.result.areas), *(area for area in snapshot.result.areas if area.id == self._area)]
        numbers = sorted({area.level for area in shown})
        if [self.levels.itemData(place) for place in range(1, self.levels.count())] == numbers:
            return
        self.levels.clear()
        self.levels.addItem(_("All levels"), None)
        for number in numbers:
            self.levels.addItem(_("Level {number}").format(number=number), number)

    def _fill(self) -> None:
        if self._snapshot is None:
            return
        entries = area_entries(self._snapshot, self.levels.currentData(), self._area)
        if entries != list(self.rows.rows):
            self.rows.set_rows(entries)
        for number, entry in enumerate(entries):
            if entry.id == self._area and self.view.currentIndex().row() != number:
                self.view.setCurrentIndex(self.rows.index(number, 0))

    @Slot(int)
    def _on_level(self, _number: int) -> None:
        if self._quiet or self._snapshot is None:
            return
        self._quiet = True
        self._fill()
        shown = [entry.id for entry in self.rows.rows]
        self._quiet = False
        if shown and self._area not in shown:
            self.view.setCurrentIndex(self.rows.index(0, 0))

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        if not self._quiet and index.isValid():
            self._area = self.rows.row(index.row()).id
            self.chosen.emit(self._area)


def _words(entry: AreaEntry) -> list[tuple[str, str]]:
    words: list[tuple[str, str]] = [(names.name(entry.rating), tone_of(entry.rating))]
    if entry.alone:
        return [*words, (_("rated blind"), "accent")]
    return [*words, (_("settled"), "accent")] if entry.settled else words


def _says(entry: AreaEntry) -> str:
    return " · ".join([entry.name, *(word for word, _tone in _words(entry))])
