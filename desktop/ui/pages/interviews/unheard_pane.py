"""What nobody spoke of yet in the areas of a session: live, while one types."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from desktop.language import _, ngettext
from desktop.model.listening.unheard import Unheard
from desktop.model.maturity.refs import Ref
from desktop.ui.deeds import Deed
from desktop.ui.pages.interviews.listener import Listener
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.card import Card
from desktop.wording.interviews import lacking


class UnheardRow(Struct, frozen=True):
    """A practice that lacks a word."""

    found: Unheard
    called: str
    text: str


class UnheardPane(Card):
    """The practices of the session's areas that lack a word, and from which role.

    Signals:
        seen: whether it came into view, or went.
        tagged: the part that the note in the line speaks of.
        reading: the part that is to be read in its model.
    """

    seen = Signal(bool)
    tagged = Signal(object)
    reading = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Not heard yet"))
        self.tighten()
        self.table = Table(RowsModel(_columns()), _("Practices that lack a word"), sortable=False)
        self.table.offer_deeds(self._deeds)
        self.writable = True
        self.body.addWidget(self.table, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """It came into view."""
        super().showEvent(event)
        self.seen.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """It went."""
        super().hideEvent(event)
        self.seen.emit(False)

    def show_unheard(self, found: Sequence[Unheard], listener: Listener, *, about: bool) -> None:
        """Show what lacks a word.

        Args:
            found: it, in the model's order.
            listener: knows what parts are called.
            about: whether it is said which areas the session is about.
        """
        silent = [each for each in found if each.silent]
        ordered = [*silent, *(each for each in found if not each.silent)]
        self.table.fill(
            [UnheardRow(each, listener.called(each.part), listener.text(each.part)) for each in ordered], _key
        )
        self.say(_("Not heard yet"), self.told(found, about=about))

    def told(self, found: Sequence[Unheard], *, about: bool) -> str:
        """What lacks a word, in a sentence."""
        if not about:
            return _("Say under “About” which areas this session is about; then what nobody spoke of yet stands here.")
        if not found:
            return _("Everybody has spoken of every practice.")
        silent = sum(each.silent for each in found)
        if not silent:
            return ngettext(
                "{count} practice lacks the word of a role.", "{count} practices lack the word of a role.", len(found)
            ).format(count=len(found))
        return ngettext("{count} practice has no word yet.", "{count} practices have no word yet.", silent).format(
            count=silent
        )

    def _deeds(self) -> Sequence[Deed]:
        row: UnheardRow | None = self.table.current_row()
        if row is None:
            return ()
        tagging = (Deed(("Enter",), _("Tag the note in the line with it"), self._tag),) if self.writable else ()
        return (*tagging, Deed(("R",), _("Read the practice"), self._read))

    def _here(self) -> Ref | None:
        row: UnheardRow | None = self.table.current_row()
        return row.found.part if row is not None else None

    def _tag(self) -> None:
        self.tagged.emit(self._here())

    def _read(self) -> None:
        self.reading.emit(self._here())


def _key(row: UnheardRow) -> Ref:
    return row.found.part


def _columns() -> list[Column[UnheardRow]]:
    return [
        Column(
            _("Practice"),
            lambda row: row.called if row.found.silent else f"{row.called}: {lacking(row.found)}",
            beneath=lambda row: row.text,
        )
    ]
