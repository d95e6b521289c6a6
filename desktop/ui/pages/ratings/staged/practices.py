"""The table of practices, in which one rates by number keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtGui import QFocusEvent, QResizeEvent

from desktop.language import _
from desktop.model.scoring.vocabulary import Characterisation
from desktop.ui.deeds import Deed
from desktop.ui.pages.ratings.staged.practice_cells import PracticeDelegate
from desktop.ui.pages.ratings.staged.rows import PracticeEntry
from desktop.ui.sizes import size
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.wording import names

KEYS: dict[str, Characterisation | None] = {
    "1": Characterisation.FULLY,
    "2": Characterisation.LARGELY,
    "3": Characterisation.PARTIALLY,
    "4": Characterisation.NOT,
    "5": Characterisation.NOT_YET,
    "6": Characterisation.NOT_APPLICABLE,
    "0": None,
}
"""What the number keys stand for; 0 opens a practice again."""


class PracticeTable(Table):
    """The practices of one area.

    Signals:
        rated: (characterisation or None) a number key was pressed on the practice under the cursor.
        moved: the cursor came to a practice, or the table got the focus with the cursor on it; carries its id.
        explain: Enter was pressed; the cursor should go to the rationale.
        naming: practices are to be characterised for one more service, unit or project.
        sideways: (-1 or 1) the instance before or after.
    """

    rated = Signal(object)
    moved = Signal(object)
    explain = Signal()
    naming = Signal()
    sideways = Signal(object)

    def __init__(self) -> None:
        rows: RowsModel[PracticeEntry] = RowsModel(
            [
                Column(_("Practice"), text=_text, tip=_id),
                Column(_("Survey"), text=_survey, width=80, tip=_survey_tip),
                Column(_("Sources"), text=_sources, width=108, tip=_sources_tip, told=_sources_told),
                Column(_("Team"), text=_value, width=96, tip=_value_tip),
            ]
        )
        super().__init__(rows, _("Practices of the area"), sortable=False)
        self.setItemDelegate(PracticeDelegate(self))
        size(self.horizontalHeader(), least_section=40)
        self.several = False
        self._before = -1
        self._quiet = False
        self.selectionModel().currentRowChanged.connect(self._on_current)

    def show_practices(self, entries: list[PracticeEntry], practice: str) -> None:
        """Show practices with the cursor on one of them; nothing is announced."""
        self._quiet = True
        before = self.source.rows
        texts = [(entry.id, entry.text) for entry in entries]
        if list(before) != entries:
            self.source.set_rows(entries)
        for number, entry in enumerate(entries):
            if entry.id == practice and not self.selectionModel().isRowSelected(number):
                self.selectRow(number)
        if not practice:
            self.clearSelection()
        if texts != [(entry.id, entry.text) for entry in before]:
            self._before = self.currentIndex().row()
        self.room.fit()
        self.scrollTo(self.currentIndex())
        self._quiet = False

    def next_practice(self) -> str:
        """The practice after the one under the cursor; the last one has none but itself."""
        number = min(self.currentIndex().row() + 1, self.source.rowCount() - 1)
        return str(self.source.row(number).id) if number >= 0 else ""

    def deeds(self) -> Sequence[Deed]:
        """Rate by 1 to 6 and 0; Enter goes on to the rationale, the sides to other instances."""
        if self.current_row() is None:
            return super().deeds()
        return (
            Deed(("Enter",), _("Say why"), self.explain.emit),
            *(
                Deed((key,), names.name(value) if value else _("Open again"), partial(self.rated.emit, value))
                for key, value in KEYS.items()
            ),
            Deed(("I",), _("Characterise for one more service, unit or project…"), self.naming.emit),
            *(self._sides() if self.several else ()),
            *super().deeds(),
        )

    def _sides(self) -> Sequence[Deed]:
        return (
            Deed(("Left",), _("The previous one"), partial(self.sideways.emit, -1), listed=False),
            Deed(("Right",), _("The next one"), partial(self.sideways.emit, 1), listed=False),
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        """With the focus the practice under the cursor becomes what the page is about."""
        super().focusInEvent(event)
        row = self.current_row()
        if row is not None:
            self.moved.emit(row.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands below may take room away: the practice in hand stays in view."""
        super().resizeEvent(event)
        if event.size().height() < event.oldSize().height():
            self.scrollTo(self.currentIndex())

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, index: QModelIndex, before: QModelIndex) -> None:
        for number in {before.row(), index.row()} - {-1}:
            if number < self.source.rowCount():
                self.resizeRowToContents(number)
        if index.isValid() and not self._quiet:
            self.moved.emit(self.source.row(index.row()).id)


def _id(entry: PracticeEntry) -> str:
    return entry.id


def _text(entry: PracticeEntry) -> str:
    return f"{entry.code}, {entry.goals}: {entry.text}"


def _survey(entry: PracticeEntry) -> str:
    return entry.survey


def _survey_tip(entry: PracticeEntry) -> str:
    return entry.survey_tip


def _sources(entry: PracticeEntry) -> str:
    return entry.sources


def _sources_told(entry: PracticeEntry) -> str:
    return entry.sources_told


def _sources_tip(entry: PracticeEntry) -> str:
    return entry.sources_tip


def _value(entry: PracticeEntry) -> str:
    word = names.name(entry.value) if entry.value else _("open")
    return f"{word}, {entry.note}" if entry.note else word


def _value_tip(entry: PracticeEntry) -> str:
    return _value(entry)
