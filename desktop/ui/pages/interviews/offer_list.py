"""What is offered below the line: tags and people that a sign asks for, or the practices that the words speak of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from desktop.language import _
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.delegates import TellingDelegate
from desktop.ui.pages.interviews.listener import Offer
from desktop.ui.sizes import size
from desktop.ui.theme import px
from desktop.ui.widgets.tips import plain_tip

ROWS, ROW = 3, 20
"""So many lines are seen at once, each so high in pixels at 100 %; the others are scrolled to."""


class OfferList(Keyed, QListWidget):
    """Never has the focus: one goes on typing, and the line moves its mark.

    Signals:
        taken: the place of the line that was clicked.
    """

    taken = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("offers")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setItemDelegate(TellingDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        size(self, height=ROWS * ROW + 6)
        self.itemClicked.connect(self._on_clicked)

    def show_offers(self, offers: Sequence[Offer], *, choosing: bool) -> None:
        """Show these; while one chooses, the first is marked, else each has its key before it."""
        self.clear()
        self.setAccessibleName(_("What the sign may mean") if choosing else _("What the words speak of"))
        for place, offer in enumerate(offers):
            words = offer.words if choosing else _("Alt+{number}  {words}").format(number=place + 1, words=offer.words)
            item = QListWidgetItem(words)
            item.setSizeHint(QSize(0, px(ROW)))
            item.setToolTip(plain_tip(offer.words))
            self.addItem(item)
        if choosing and offers:
            self.setCurrentRow(0)

    def deeds(self) -> Sequence[Deed]:
        """Take the line that is marked."""
        here = self.currentRow()
        return (Deed(("Enter",), "", self._take_here),) if here >= 0 else ()

    def move_mark(self, by: int) -> None:
        """Mark the line before or after."""
        self.setCurrentRow(min(max(self.currentRow() + by, 0), self.count() - 1))

    @property
    def marked(self) -> str:
        """What the marked line says; empty for none."""
        return self.currentItem().text() if self.currentRow() >= 0 else ""

    def _take_here(self) -> None:
        self.taken.emit(self.currentRow())

    @Slot(QListWidgetItem)
    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.taken.emit(self.row(item))
