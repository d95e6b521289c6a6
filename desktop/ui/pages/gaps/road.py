"""The road map: what is still to be reached, what each step asks for, and the actions that serve it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial
from operator import attrgetter

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.exchange.deliverable import ScoredModel
from desktop.exchange.tables import road
from desktop.language import _
from desktop.ui.deeds import Deed
from desktop.ui.pages.gaps.reading import Offer, Snapshot
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.told_columns import shown
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import Label
from desktop.wording import names
from desktop.wording.tones import Toned, tone_of


class RoadRow(Struct, frozen=True):
    """A row of the road map, with what can be made of it.

    Attributes:
        told: the row.
        offers: what it would make actions of.
    """

    told: road.RoadRow
    offers: tuple[Offer, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """Model, place and step, and the action or part that the row is."""
        told = self.told
        wanted = str(told.step.wanted) if isinstance(told.step.wanted, int) else ""
        return told.part.pack.id, told.step.place, wanted, told.action.id if told.action else told.asked

    @property
    def taken(self) -> str:
        """What of it is an action."""
        numbers = [_("A-{number}").format(number=offer.taken.number) for offer in self.offers if offer.taken]
        if self.told.is_step or len(self.offers) > 1:
            return _("{taken} of {all} taken").format(taken=len(numbers), all=len(self.offers)) if numbers else ""
        return _("taken: {number}").format(number=numbers[0]) if numbers else ""


class RoadTable(Table):
    """Steps with their actions and what they ask for.

    Signals:
        taken: (list of `Offer`) they should become actions.
        opened: the id of an action to go to.
        left: the cursor should go back.
    """

    taken = Signal(object)
    opened = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        step, place, state, owner, due = (told.through(attrgetter("told")) for told in road.road_columns())
        columns: list[Column[RoadRow]] = [
            shown(step, beneath=place.value),
            shown(state, tone=_tone, width=150),
            shown(owner, text=_owner, width=130, gives_way=1),
            shown(due, text=_due, width=96, gives_way=2),
            Column(_("Taken"), lambda row: row.taken, tone=lambda _row: "accent", width=110, gives_way=3),
        ]
        super().__init__(RowsModel(columns), _("Road map"), sortable=False)
        self.setAccessibleDescription(
            _("Enter opens an action. On a step or what it asks for, Enter or A adds actions for it.")
        )

    def deeds(self) -> Sequence[Deed]:
        """Enter opens an action; Enter and A take up, Escape leads back."""
        row: RoadRow | None = self.current_row()
        back = (Deed(("Esc",), _("Back to the list of gaps"), self.left.emit, listed=False),)
        if row is None:
            return (*back, *super().deeds())
        if row.told.action is not None:
            opened = Deed(("Enter",), _("Open the action"), partial(self.opened.emit, row.told.action.id))
            return (opened, *back, *super().deeds())
        if not row.offers:
            return (*back, *super().deeds())
        text = _("Add actions for it") if len(row.offers) > 1 else _("Make it an action")
        if row.told.is_step:
            text = _("Add actions for the whole step")
        return (Deed(("Enter", "A"), text, partial(self.taken.emit, list(row.offers))), *back, *super().deeds())

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""


class RoadView(QWidget):
    """The steps of every model, with the actions that serve each and what it asks for.

    Signals:
        taken: (list of `Offer`) they should become actions.
        opened: the id of an action to go to.
        left: the cursor should go back to the list of gaps.
    """

    taken = Signal(object)
    opened = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = ""
        self.table = RoadTable()
        self.table.taken.connect(self.taken)
        self.table.opened.connect(self.opened)
        self.table.left.connect(self.left)
        self.hint = Label(
            _("Enter opens an action; on what a step asks for, or on the step for all of it, it adds actions."),
            "small",
            wrap=True,
        )
        self.nothing = Label(
            _("Nothing is left to do: every model is at its highest level, or at its target."), "mute", wrap=True
        )
        card = Card()
        card.tighten()
        for widget, stretch in ((self.nothing, 0), (self.table, 1), (self.hint, 0)):
            card.body.addWidget(widget, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def show_stages(self, snapshot: Snapshot, day: dt.date) -> None:
        """Show what is to come, as it is on a day."""
        if self.model not in snapshot.packs:
            self.model = ""
        shown = [in_use.id for in_use in snapshot.models if self.model in ("", in_use.id)]
        found = [row for model in shown for row in _rows(snapshot, model, day)]
        self.table.fill(found, lambda row: row.key)
        if self.table.current_row() is None and found:
            self.table.selectRow(0)
        for widget in (self.table, self.hint):
            widget.setVisible(bool(found))
        self.nothing.setVisible(not found)


def _rows(snapshot: Snapshot, model: str, day: dt.date) -> Iterator[RoadRow]:
    part = ScoredModel(pack=snapshot.packs[model], result=snapshot.results[model])
    for told in road.road_rows(part, snapshot.planned, lambda action: action.is_overdue(day)):
        asked = told.step.asks if told.is_step else (told.asked,)
        wanting = [id_ for id_ in asked if id_ and id_ not in told.step.open]
        yield RoadRow(told, tuple(offer for id_ in wanting for offer in snapshot.offers_for(model, id_)))


def _owner(row: RoadRow) -> str:
    return "" if row.told.action is None else row.told.action.owner or _("nobody yet")


def _due(row: RoadRow) -> str:
    return "" if row.told.action is None else names.day(row.told.action.due)


def _tone(row: RoadRow) -> str:
    if row.told.is_step:
        return "accent" if row.told.actions else "warn" if row.told.step.asks else "plain"
    if row.told.overdue:
        return "bad"
    state = road.state_of(row.told)
    return tone_of(state) if isinstance(state, Toned) else "plain"
