"""What an item of evidence or an observation speaks of: tags typed by a few letters, as notes are tagged."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.model.maturity.refs import Ref
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.pages.interviews.listener import Offer
from desktop.ui.pages.interviews.offer_list import OfferList
from desktop.ui.pages.interviews.part_names import PartNames
from desktop.ui.pages.interviews.tag_chips import TagChips
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip

FEW = 12
"""So many tags are shown unless one asks for all."""


class TagLine(Keyed, QLineEdit):
    """Letters ask for tags; Enter takes what is marked, and goes back to the list where nothing is typed.

    Signals:
        moved: the mark goes up (-1) or down (1).
        taken: what is marked is to be a tag.
        emptied: Backspace in the empty line; the last tag goes.
        left: the list is to have the keys.
    """

    moved = Signal(int)
    taken = Signal()
    emptied = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        hint = _("A few letters: scmac3, escal")
        self.setAccessibleName(_("Tag it"))
        self.setPlaceholderText(hint)
        self.setToolTip(plain_tip(hint))

    def deeds(self) -> Sequence[Deed]:
        """Choose among what is offered, or leave."""
        if self.text():
            return (
                Deed(("Enter",), _("Tag with what is marked; Tab goes on"), self.taken.emit),
                Deed(("Up",), _("Mark the one before"), partial(self.moved.emit, -1)),
                Deed(("Down",), _("Mark the next"), partial(self.moved.emit, 1)),
                Deed(("Esc",), _("None of these"), self.clear),
            )
        return (
            Deed(("Enter",), _("Back to the list"), self.left.emit),
            Deed(("Backspace",), _("Take the last tag off"), self.emptied.emit),
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of a text."""
        QLineEdit.contextMenuEvent(self, event)


class TagField(QWidget):
    """The tags of one thing, and the line for more.

    Args:
        of_what: what the tags are called.

    Signals:
        changed: the tags that it has now.
        left: the list is to have the keys.
    """

    changed = Signal(object)
    left = Signal()

    def __init__(self, of_what: str) -> None:
        super().__init__()
        self._tags: tuple[Ref, ...] = ()
        self._names: PartNames | None = None
        self._found: Sequence[Offer] = ()
        self.line, self.offers = TagLine(), OfferList()
        self.nothing = Label(_("No part of the models has these letters."), "mute", wrap=True)
        self.nothing.hide()
        self.chips = TagChips(of_what)
        self.more = QPushButton(_more(0))
        self.more.setProperty("kind", "link")
        self._open = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.line, self.offers, self.nothing, self.chips):
            column.addWidget(part)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.offers.hide()
        self.line.textChanged.connect(self._on_typed)
        self.line.moved.connect(self.offers.move_mark)
        self.line.taken.connect(self._on_marked)
        self.line.emptied.connect(self._on_emptied)
        self.line.left.connect(self.left)
        self.offers.taken.connect(self._take)
        self.chips.removed.connect(self._on_removed)
        self.more.clicked.connect(self._on_more)

    def show_tags(self, tags: Sequence[Ref], names: PartNames, *, anew: bool) -> None:
        """Show tags; of another thing, what was being typed goes."""
        self._tags, self._names = tuple(tags), names
        if anew:
            self._open = False
            self.line.clear()
        self._show_chips()

    def let_write(self, *, writable: bool) -> None:
        """Whether tags may change."""
        self.line.setReadOnly(not writable)
        self.chips.setEnabled(writable)

    def _show_chips(self) -> None:
        """Show the tags, of many the first until all are asked for."""
        names = self._names
        assert names is not None
        seen = self._tags if self._open else self._tags[:FEW]
        self.chips.show_tags([(tag, names.called(tag), names.text(tag)) for tag in seen])
        hidden = len(self._tags) - len(seen)
        self.more.setText(_more(hidden))
        self.more.setVisible(hidden > 0)

    @Slot()
    def _on_more(self) -> None:
        self._open = True
        self._show_chips()
        self.line.setFocus()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        names, sought = self._names, text.strip().lstrip("#").strip()
        found = names.tags(sought) if names is not None and sought else []
        self._found = [offer for offer in found if offer.part not in self._tags]
        self.offers.show_offers(self._found, choosing=True)
        self.offers.setVisible(bool(self._found))
        self.nothing.setVisible(bool(sought) and not found)

    @Slot()
    def _on_marked(self) -> None:
        self._take(self.offers.currentRow())

    @Slot(int)
    def _take(self, place: int) -> None:
        if 0 <= place < len(self._found) and not self.line.isReadOnly():
            part, self._open = self._found[place].part, True
            self.line.clear()
            self.changed.emit((*self._tags, part))
            self.line.setFocus()

    @Slot()
    def _on_emptied(self) -> None:
        if self._tags and not self.line.isReadOnly():
            self.changed.emit(self._tags[:-1])

    @Slot(object)
    def _on_removed(self, part: Ref) -> None:
        self.changed.emit(tuple(each for each in self._tags if each != part))
        self.line.setFocus()


def _more(hidden: int) -> str:
    return ngettext("{count} more", "{count} more", hidden).format(count=hidden)
