"""Suggested actions, each made an action item at a keystroke."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHeaderView

from desktop.language import _, ngettext
from desktop.model.maturity.pack import Pack
from desktop.model.planning.origins import OriginKind
from desktop.ui.deeds import Deed
from desktop.ui.pages.gaps.reading import Offer, Snapshot
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.wording import planning


class OfferRow(Struct, frozen=True):
    """A suggested action in words."""

    offer: Offer
    title: str
    beneath: str

    @property
    def state(self) -> str:
        """Whether it was taken up."""
        taken = self.offer.taken
        return _("taken: A-{number}").format(number=taken.number) if taken else ""


def offer_row(offer: Offer, snapshot: Snapshot) -> OfferRow:
    """A suggested action, with what it holds or where it comes from."""
    packs = snapshot.packs
    pack = packs[offer.proposal.model]
    beneath = holds(offer, pack) if offer.loan is None else planning.loan_text(offer.loan, packs)
    return OfferRow(offer, planning.title(offer.proposal, pack), beneath)


def holds(offer: Offer, pack: Pack) -> str:
    """What a suggestion brings along, counted."""
    found = offer.proposal
    if found.kind is OriginKind.STATEMENT:
        track, statement = pack.statement_by_id[found.part]
        return _("{place}, level {level}").format(place=track.name, level=statement.level)
    parts = [
        (len(found.practices), ngettext("{count} practice", "{count} practices", len(found.practices))),
        (len(found.outcomes), ngettext("{count} outcome", "{count} outcomes", len(found.outcomes))),
        (len(found.measures), ngettext("{count} measure", "{count} measures", len(found.measures))),
    ]
    return " · ".join(text.format(count=count) for count, text in parts if count)


class OfferTable(Table):
    """Suggested actions.

    Signals:
        taken: (`Offer`) it should become an action item, or be shown where it is one.
        left: the cursor should go back.
        moved: another one is under the cursor.
    """

    taken = Signal(object)
    left = Signal()
    moved = Signal()

    def __init__(self) -> None:
        columns: list[Column[OfferRow]] = [
            Column(_("Action"), lambda row: row.title, beneath=lambda row: row.beneath),
            Column(_("State"), lambda row: row.state, tone=lambda _row: "accent", width=92),
        ]
        super().__init__(RowsModel(columns), _("Suggested actions"), sortable=False)
        self.setAccessibleDescription(_("Enter or A makes the suggestion an action, with its measures."))
        self.horizontalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.selectionModel().currentRowChanged.connect(self._on_row)
        self.verticalHeader().sectionResized.connect(self._on_resized)

    def show_offers(self, offers: Sequence[OfferRow], *, anew: bool) -> None:
        """Show suggestions; the cursor stays, or begins at the first that is not taken.

        Args:
            offers: the suggestions.
            anew: whether they are for another place.
        """
        if anew:
            self.source.set_rows(())
        self.fill(offers, lambda row: row.offer.key)
        if self.current_row() is None and offers and not self.select(lambda row: row.offer.taken is None):
            self.selectRow(0)
        self.setColumnHidden(1, not any(row.state for row in offers))
        self._fit()

    def current_offer(self) -> Offer | None:
        """The suggestion under the cursor."""
        row: OfferRow | None = self.current_row()
        return row.offer if row else None

    def deeds(self) -> Sequence[Deed]:
        """Enter and A take up, Escape and Left lead back."""
        offer = self.current_offer()
        back = (Deed(("Esc", "Left"), _("Back to the list of gaps"), self.left.emit, listed=False),)
        if offer is None:
            return (*back, *super().deeds())
        text = _("Show the action") if offer.taken else _("Make it an action")
        return (Deed(("Enter", "A"), text, partial(self.taken.emit, offer)), *back, *super().deeds())

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""

    def _fit(self) -> None:
        heights = [self.rowHeight(number) for number in range(self.source.rowCount())]
        height = sum(heights) + 2
        if height != self.height():
            self.setFixedHeight(height)

    @Slot(int, int, int)
    def _on_resized(self, _row: int, _before: int, _now: int) -> None:
        self._fit()

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.moved.emit()
