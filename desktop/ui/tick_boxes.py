"""A list of things, each with a box to tick."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy

from desktop.language import _
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.delegates import TellingDelegate
from desktop.ui.theme import px
from desktop.ui.widgets.tips import plain_tip

_KEY = Qt.ItemDataRole.UserRole
ROW = 24
"""The height of a line, in pixels at 100 %."""
AROUND = 18
"""What the frame takes, above and below, likewise."""


class TickBoxes(Keyed, QListWidget):
    """As tall as its lines, so that only what is around it scrolls. Space or Enter ticks.

    Signals:
        ticked: the keys of all that is ticked, after a change by the user.
    """

    ticked = Signal(object)

    def __init__(self, accessible_name: str) -> None:
        super().__init__()
        self._filling = False
        self._offered: tuple[list[tuple[str, str]], bool] = ([], False)
        self._ticked: set[str] = set()
        self.setAccessibleName(accessible_name)
        self.setItemDelegate(TellingDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.itemChanged.connect(self._on_changed)

    def deeds(self) -> Sequence[Deed]:
        """Tick the line under the cursor."""
        if self.currentRow() < 0 or not self.currentItem().flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return ()
        return (Deed(("Space", "Enter"), _("Tick, or no longer"), self._turn),)

    def offer(self, options: Sequence[tuple[str, str]], ticked: Collection[str], *, editable: bool) -> None:
        """Show these by key and words, with what is ticked; the cursor stays where it was."""
        self._filling = True
        row, offered = self.currentRow(), ([*options], editable)
        if offered != self._offered:
            self._offered = offered
            self._make_lines(options, editable=editable)
            self._ticked = {*self.keys()}
        turned = self._ticked.symmetric_difference(ticked)
        for place in [place for place, (key, _words) in enumerate(options) if key in turned]:
            state = Qt.CheckState.Checked if options[place][0] in ticked else Qt.CheckState.Unchecked
            self.item(place).setCheckState(state)
        self._ticked = {*ticked}
        self.setCurrentRow(min(max(row, 0), self.count() - 1))
        self._filling = False
        self.updateGeometry()

    def _make_lines(self, options: Sequence[tuple[str, str]], *, editable: bool) -> None:
        while self.count() > len(options):
            self.takeItem(self.count() - 1)
        while self.count() < len(options):
            self.addItem(QListWidgetItem())
        for place, (key, words) in enumerate(options):
            item = self.item(place)
            if item.text() != words:
                item.setText(words)
                item.setToolTip(plain_tip(words))
            item.setSizeHint(QSize(0, px(ROW)))
            item.setData(_KEY, key)
            flags = item.flags() | Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(flags if editable else flags & ~Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(item.checkState())  # a line that has none shows no box

    def sizeHint(self) -> QSize:
        """All of its lines."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """No line is given up."""
        return QSize(super().minimumSizeHint().width(), px(ROW) * self.count() + px(AROUND))

    def changeEvent(self, event: QEvent) -> None:
        """Lines of another size need another room."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            for place in range(self.count()):
                self.item(place).setSizeHint(QSize(0, px(ROW)))
            self.updateGeometry()

    def keys(self) -> list[str]:
        """The keys of what is ticked, in order."""
        items = [self.item(place) for place in range(self.count())]
        return [str(item.data(_KEY)) for item in items if item.checkState() is Qt.CheckState.Checked]

    def _turn(self) -> None:
        item = self.currentItem()
        on = item.checkState() is Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    @Slot(QListWidgetItem)
    def _on_changed(self, _item: QListWidgetItem) -> None:
        if not self._filling:
            self._ticked = {*self.keys()}
            self.ticked.emit(self.keys())
