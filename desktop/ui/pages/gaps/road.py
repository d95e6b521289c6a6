"""The road map: what tracks ask for and do not have, level by level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.planning.origins import statement_origin
from desktop.model.planning.suggestions import Stage, roadmap
from desktop.ui.deeds import Deed
from desktop.ui.pages.gaps.reading import Offer, Snapshot
from desktop.ui.states import statement_state, statement_tone
from desktop.ui.tables import Column, RowsModel, Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import Label
from desktop.wording.planning import stage_text


class RoadRow(Struct, frozen=True):
    """A stage, or a statement of one.

    Attributes:
        key: model, track and level, and the id of the statement.
        beneath: what stands under a stage; None for a statement.
        offers: what it would make action items of.
    """

    key: tuple[str, ...]
    text: str
    beneath: str | None
    state: str
    tone: str
    offers: tuple[Offer, ...]

    @property
    def taken(self) -> str:
        """What of it is an action item."""
        numbers = [_("A-{number}").format(number=offer.taken.number) for offer in self.offers if offer.taken]
        if self.beneath is not None:
            return _("{taken} of {all} taken").format(taken=len(numbers), all=len(self.offers)) if numbers else ""
        return _("taken: {number}").format(number=numbers[0]) if numbers else ""


class RoadTable(Table):
    """Stages and their statements.

    Signals:
        taken: (list of `Offer`) they should become action items.
        left: the cursor should go back.
    """

    taken = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        columns: list[Column[RoadRow]] = [
            Column(_("Step"), lambda row: row.text, beneath=lambda row: row.beneath),
            Column(_("State"), lambda row: row.state, tone=lambda row: row.tone, width=110),
            Column(_("Action"), lambda row: row.taken, tone=lambda _row: "accent", width=120),
        ]
        super().__init__(RowsModel(columns), _("Road map"), sortable=False)
        self.setAccessibleDescription(_("Enter or A makes a statement, or all of a stage, action items."))

    def deeds(self) -> Sequence[Deed]:
        """Enter and A take up, Escape leads back."""
        row: RoadRow | None = self.current_row()
        back = (Deed(("Esc",), _("Back to the list of gaps"), self.left.emit, listed=False),)
        if row is None:
            return (*back, *super().deeds())
        stage = row.beneath is not None
        text = _("Make all of the step actions") if stage else _("Make it an action")
        return (Deed(("Enter", "A"), text, partial(self.taken.emit, list(row.offers))), *back, *super().deeds())

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""


class RoadView(QWidget):
    """The stages of every track, with what each asks for.

    Signals:
        taken: (list of `Offer`) they should become action items.
        left: the cursor should go back to the list of gaps.
    """

    taken = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = ""
        self.table = RoadTable()
        self.table.taken.connect(self.taken)
        self.table.left.connect(self.left)
        self.hint = Label(
            _(
                "Up to the target of each track, or to the top. "
                "Enter or A makes a statement an action item, or all of a stage."
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

    def show_stages(self, snapshot: Snapshot) -> None:
        """Show what is to come."""
        with_tracks = [in_use.id for in_use in snapshot.models if snapshot.results[in_use.id].tracks]
        if self.model not in with_tracks:
            self.model = ""
        shown = [model for model in with_tracks if self.model in ("", model)]
        found = [row for model in shown for row in _rows(snapshot, model)]
        self.table.fill(found, lambda row: row.key)
        if self.table.current_row() is None and found:
            self.table.selectRow(0)
        for widget in (self.table, self.hint):
            widget.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.nothing.setText(
            _("Nothing is left to do: every track is where it is wanted.")
            if with_tracks
            else _("Road maps come from models of criteria. None is in use.")
        )


def _rows(snapshot: Snapshot, model: str) -> Iterator[RoadRow]:
    pack, result = snapshot.packs[model], snapshot.results[model]
    values = {statement.id: statement.value for statement in result.statements}
    for stage in roadmap(result):
        offers = {id_: snapshot.offer_of(model, statement_origin(id_)) for id_ in stage.unmet}
        beneath = _("{track} · {model}").format(track=pack.track_by_id[stage.track].name, model=pack.name)
        key = (model, stage.track, str(stage.level))
        yield RoadRow(key, stage_text(stage, pack), beneath, "", "plain", tuple(offers.values()))
        for id_ in _in_order(stage, list(pack.statement_by_id)):
            text = f"    {pack.statement_by_id[id_][1].text}"
            own = (offers[id_],) if id_ in offers else ()
            yield RoadRow((*key, id_), text, None, statement_state(values[id_]), statement_tone(values[id_]), own)


def _in_order(stage: Stage, ids: list[str]) -> list[str]:
    asked = {*stage.unmet, *stage.open}
    return [id_ for id_ in ids if id_ in asked]
