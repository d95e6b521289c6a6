"""The line that finds a part of a model by a few letters, to tag something with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.maturity.refs import Ref
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.pages.findings.part_names import PartNames
from desktop.ui.pages.interviews.listener import Offer
from desktop.ui.pages.interviews.offer_list import OfferList
from desktop.ui.pages.interviews.tag_chips import TagChips
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip


class TagLine(Keyed, QLineEdit):
    """Arrow keys choose among what is offered, Enter takes it.

    Signals:
        moved: the mark goes up (-1) or down (1).
        entered: what is marked is taken.
    """

    moved = Signal(int)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.offers: Sequence[Offer] = ()
        hint = _("Add what it is about: letters of an id or a word")
        self.setAccessibleName(_("Add what it is about"))
        self.setPlaceholderText(hint)
        self.setToolTip(plain_tip(hint))

    def deeds(self) -> Sequence[Deed]:
        """Choose and take while something is offered."""
        if not self.offers:
            return ()
        return (
            Deed(("Enter",), _("Take what is marked"), self.entered.emit, listed=False),
            Deed(("Down",), _("The next of what is offered"), self._down, listed=False),
            Deed(("Up",), _("The one before"), self._up, listed=False),
            Deed(("Esc",), _("Take none"), self.clear, listed=False),
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of a text."""
        QLineEdit.contextMenuEvent(self, event)

    def _down(self) -> None:
        self.moved.emit(1)

    def _up(self) -> None:
        self.moved.emit(-1)


class PartTags(QWidget):
    """What something is about, each to be taken off, and the line that adds more.

    Signals:
        changed: the parts that it is about now.
    """

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._tags: tuple[Ref, ...] = ()
        self._names: PartNames | None = None
        self.chips, self.line, self.offers = TagChips(), TagLine(), OfferList()
        self.nothing = Label(_("No part of the models has these letters."), "mute", wrap=True)
        self.chips.setAccessibleName(_("What it is about"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.chips, self.line, self.offers, self.nothing):
            column.addWidget(part)
        self.chips.removed.connect(self._on_removed)
        self.line.textChanged.connect(self._on_typed)
        self.line.moved.connect(self.offers.move_mark)
        self.line.entered.connect(self._on_taken)
        self.offers.taken.connect(self._on_taken)
        self._offer([])

    def show_tags(self, tags: Sequence[Ref], names: PartNames) -> None:
        """Show what it is about."""
        self._tags, self._names = tuple(tags), names
        self.chips.show_tags([(tag, names.called(tag), names.text(tag)) for tag in tags])

    def _offer(self, offers: list[Offer]) -> None:
        self.line.offers = offers
        self.offers.show_offers(offers, choosing=True)
        self.offers.setVisible(bool(offers))
        self.nothing.setVisible(bool(self.line.text().strip()) and not offers)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        letters = text.strip().removeprefix("#")
        self._offer(self._names.offers(letters) if letters and self._names is not None else [])

    @Slot()
    def _on_taken(self) -> None:
        place = self.offers.currentRow()
        if 0 <= place < len(self.line.offers):
            part = self.line.offers[place].part
            self.line.setText("")
            if part not in self._tags:
                self.changed.emit((*self._tags, part))

    @Slot(object)
    def _on_removed(self, part: Ref) -> None:
        self.changed.emit(tuple(tag for tag in self._tags if tag != part))
