"""The road map: the levels still to reach, what each asks for, and the actions that serve it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _, ngettext, pgettext
from desktop.model.planning.origins import statement_origin
from desktop.model.planning.roads import road_steps
from desktop.model.planning.suggestions import Stage
from desktop.model.records import Action
from desktop.ui.deeds import Deed
from desktop.ui.pages.gaps.reading import Offer, Snapshot
from desktop.ui.tables import Column, RowsModel, Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import Label
from desktop.wording import names
from desktop.wording.planning import level_text, stage_text
from desktop.wording.tones import tone_of


class RoadRow(Struct, frozen=True):
    """A step, an action that serves it, or a statement that it asks for.

    Attributes:
        key: model, track and level, and the id of the action or statement.
        beneath: what stands under a step; None for what belongs to it.
        state: whether a step has actions; how an action or a statement stands.
        offers: what it would make actions of.
        action: the action that it is.
    """

    key: tuple[str, ...]
    text: str
    beneath: str | None
    state: str
    tone: str
    offers: tuple[Offer, ...] = ()
    action: Action | None = None

    @property
    def owner(self) -> str:
        """Who sees to the action."""
        if self.action is None:
            return ""
        return self.action.owner or _("nobody yet")

    @property
    def due(self) -> str:
        """The day by which the action is to be done."""
        return names.day(self.action.due) if self.action else ""

    @property
    def taken(self) -> str:
        """What of it is an action."""
        numbers = [_("A-{number}").format(number=offer.taken.number) for offer in self.offers if offer.taken]
        if self.beneath is not None:
            return _("{taken} of {all} taken").format(taken=len(numbers), all=len(self.offers)) if numbers else ""
        return _("taken: {number}").format(number=numbers[0]) if numbers else ""


class RoadTable(Table):
    """Steps with their actions and statements.

    Signals:
        taken: (list of `Offer`) they should become actions.
        opened: the id of an action to go to.
        left: the cursor should go back.
    """

    taken = Signal(object)
    opened = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        columns: list[Column[RoadRow]] = [
            Column(pgettext("of the road map", "Step"), lambda row: row.text, beneath=lambda row: row.beneath),
            Column(_("State"), lambda row: row.state, tone=lambda row: row.tone, width=150),
            Column(_("Owner"), lambda row: row.owner, width=130, gives_way=1),
            Column(_("Due"), lambda row: row.due, width=96, gives_way=2),
            Column(_("Taken"), lambda row: row.taken, tone=lambda _row: "accent", width=110, gives_way=3),
        ]
        super().__init__(RowsModel(columns), _("Road map"), sortable=False)
        self.setAccessibleDescription(
            _("Enter opens an action. On a statement or a step, Enter or A adds actions for it.")
        )

    def deeds(self) -> Sequence[Deed]:
        """Enter opens an action; Enter and A take up, Escape leads back."""
        row: RoadRow | None = self.current_row()
        back = (Deed(("Esc",), _("Back to the list of gaps"), self.left.emit, listed=False),)
        if row is None:
            return (*back, *super().deeds())
        if row.action is not None:
            opened = Deed(("Enter",), _("Open the action"), partial(self.opened.emit, row.action.id))
            return (opened, *back, *super().deeds())
        if not row.offers:
            return (*back, *super().deeds())
        stage = row.beneath is not None
        text = _("Add actions for the whole step") if stage else _("Make it an action")
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
            _(
                "Tracks go up to their target, or to the top. Enter opens an action; on a statement, or on a "
                "step for all its statements, it adds actions."
            ),
            "small",
            wrap=True,
        )
        self.nothing = Label("", "mute", wrap=True)
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
        own = all(snapshot.results[model].parts for model in shown)
        self.nothing.setText(
            _("Models with rules of their own have no road map. The list tells what is missing for their targets.")
            if own
            else _("Nothing is left to do: every model is at its highest level, or at its target.")
        )


def _rows(snapshot: Snapshot, model: str, day: dt.date) -> Iterator[RoadRow]:
    pack, result = snapshot.packs[model], snapshot.results[model]
    values = {statement.id: statement.value for statement in result.statements}
    for step in road_steps(pack, result, snapshot.planned):
        key, stage = (model, step.place, str(step.level)), step.stage
        offers = {id_: snapshot.offer_of(model, statement_origin(id_)) for id_ in stage.unmet} if stage else {}
        text = stage_text(stage, pack) if stage else level_text(step.level, result, pack)
        track = pack.track_by_id[stage.track].name if stage else ""
        beneath = _("{track} · {model}").format(track=track, model=pack.name) if stage else pack.name
        count = len(step.actions)
        state = (
            ngettext("{count} action", "{count} actions", count).format(count=count) if count else _("No action yet")
        )
        yield RoadRow(key, text, beneath, state, "accent" if count else "warn", tuple(offers.values()))
        for action in step.actions:
            yield _action_row(key, action, day)
        for id_ in _in_order(stage, list(pack.statement_by_id)) if stage else ():
            text = f"    {pack.statement_by_id[id_][1].text}"
            own = (offers[id_],) if id_ in offers else ()
            yield RoadRow((*key, id_), text, None, names.fulfilment(values[id_]), tone_of(values[id_]), own)


def _action_row(key: tuple[str, ...], action: Action, day: dt.date) -> RoadRow:
    status, tone = names.name(action.status), tone_of(action.status)
    if action.is_overdue(day):
        status, tone = _("{status}, overdue").format(status=status), "bad"
    text = _("A-{number} · {title}").format(number=action.number, title=action.title)
    return RoadRow((*key, action.id), f"    {text}", None, status, tone, action=action)


def _in_order(stage: Stage, ids: list[str]) -> list[str]:
    asked = {*stage.unmet, *stage.open}
    return [id_ for id_ in ids if id_ in asked]
