"""The areas, streams, tracks or parts that can be rated blind, and how far each is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QModelIndex, Signal, Slot

from desktop.language import _
from desktop.model.records import BlindStage
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.wording import names

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment


class PlaceEntry(Struct, frozen=True):
    """A place.

    Attributes:
        stage: None where it is not rated blind.
        handed: how many members have handed in.
        team: how many there are.
    """

    id: str
    name: str
    stage: BlindStage | None
    handed: int
    team: int


class PlaceTable(Table):
    """The places of a model.

    Signals:
        moved: (id) the cursor came to a place.
        entered: Enter; what is rated there is to have the keys.
    """

    moved = Signal(object)
    entered = Signal()

    def __init__(self) -> None:
        rows: RowsModel[PlaceEntry] = RowsModel(
            [
                Column(_("What is rated"), lambda entry: entry.name, beneath=_handed),
                Column(_("Blind"), _stage, tone=_tone, width=84),
            ]
        )
        super().__init__(rows, _("What is rated blind"), sortable=False)
        self._quiet = False
        self.selectionModel().currentRowChanged.connect(self._on_row)
        self.activated.connect(self._on_activated)

    def show_places(self, entries: list[PlaceEntry], place: str) -> None:
        """Show places with the cursor on one; nothing is announced."""
        self._quiet = True
        if list(self.source.rows) != entries:
            self.fill(entries, lambda entry: entry.id)
        row = self.current_row()
        if row is None or row.id != place:
            self.select(lambda entry: entry.id == place)
        self._quiet = False

    def step(self, by: int) -> None:
        """Go so many places on."""
        number = self.currentIndex().row() + by
        if 0 <= number < self.source.rowCount():
            self.selectRow(number)

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _now: QModelIndex, _before: QModelIndex) -> None:
        row = self.current_row()
        if row is not None and not self._quiet:
            self.moved.emit(row.id)

    @Slot(QModelIndex)
    def _on_activated(self, _index: QModelIndex) -> None:
        self.entered.emit()


def place_entries(assessment: Assessment, model: str) -> list[PlaceEntry]:
    """The places of a model in scope, and others that are rated blind all the same."""
    pack, stages = assessment.models.get(model).pack, assessment.blind.stages(model)
    outside = {id_ for id_, rating in assessment.ratings.areas(model).items() if not rating.in_scope}
    found = []
    for place in assessment.blind.places(model):
        if place in outside and place not in stages:
            continue
        progress = assessment.blind.progress(model, place) if place in stages else ()
        handed = sum(each.handed for each in progress)
        found.append(PlaceEntry(place, pack.place_by_id[place].name, stages.get(place), handed, len(progress)))
    return found


def _stage(entry: PlaceEntry) -> str:
    return names.name(entry.stage) if entry.stage is not None else "–"


def _tone(entry: PlaceEntry) -> str | None:
    if entry.stage is None:
        return None
    return "good" if entry.stage is BlindStage.OPENED else "accent"


def _handed(entry: PlaceEntry) -> str | None:
    if entry.stage is None:
        return None
    return _("{handed} of {team} handed in").format(handed=entry.handed, team=entry.team)
