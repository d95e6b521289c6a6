"""What was heard, written and shown: the notes, comments and items from which observations are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton

from desktop.language import _
from desktop.model.assessment.observation_reading import Commented
from desktop.ui.deeds import Deed
from desktop.ui.pages.findings.heard_rows import (
    AREA,
    ITEMS,
    SESSION,
    HeardRow,
    choices,
    heard_columns,
    heard_key,
    heard_rows,
    told_of,
)
from desktop.ui.pages.interviews.part_names import PartNames
from desktop.ui.table_rows import RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment


class HeardPane(Card):
    """Notes, comments and items, of all or of one session or area.

    Signals:
        drawing: the rows from which an observation is to be drawn.
        adding: the rows that the observation in hand is to be drawn from as well.
        opening: the note or item that is to be seen where it stands.
    """

    drawing = Signal(object)
    adding = Signal(object)
    opening = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Heard and shown"))
        self.tighten()
        self.writable = True
        self.chosen = ""
        self._refilling = False
        self._assessment: Assessment | None = None
        self._names: PartNames | None = None
        self.of = Choice(_("Notes, comments and evidence of"))
        self.of.setMinimumContentsLength(12)
        self.search = SearchField(_("Search what was heard and shown"))
        self.waiting = QPushButton(_("Not drawn from yet"))
        self.waiting.setProperty("kind", "chip")
        self.waiting.setCheckable(True)
        self.waiting.setToolTip(plain_tip(_("Show only what no observation is drawn from")))
        self.table = Table(RowsModel(heard_columns()), _("Notes, comments and evidence"))
        self.table.offer_deeds(self._deeds)
        self.draw = QPushButton(_("Make an observation"))
        self.draw.setToolTip(plain_tip(_("Make one observation of the selected lines (Enter)")))
        for part in (self.of, self.search):
            self.body.addWidget(part)
        self.body.addWidget(self.waiting, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.draw)
        self.of.chosen.connect(self._on_chosen)
        self.search.textChanged.connect(self._on_filter)
        self.search.left.connect(self._on_left)
        self.waiting.clicked.connect(self._on_filter)
        self.draw.clicked.connect(self._draw)

    def show_heard(self, assessment: Assessment, names: PartNames) -> None:
        """Show what was heard and written."""
        self._assessment, self._names = assessment, names
        options = choices(assessment, names)
        if self.chosen not in {key for key, _words in options}:
            self.chosen = options[0][0]
        self.of.offer(options)
        self.of.show_value(self.chosen)
        self.draw.setEnabled(self.writable)
        self._fill()

    def pick(self, ids: Sequence[str]) -> bool:
        """Select the first of these notes or items, to go on with it; False where it is not there."""
        if self._assessment is None or not ids:
            return False
        self.search.clear()
        self.waiting.setChecked(False)
        session = self._assessment.interviews.with_note(ids[0])
        if not any(row.key == ids[0] for row in self.table.source.rows):
            self.chosen = f"{SESSION}{session}" if session else ITEMS
            self.of.show_value(self.chosen)
            self._fill()
        self._on_filter()
        return self.table.select(lambda row: row.key == ids[0])

    def choose(self, chosen: str) -> None:
        """Show the lines of a session, an area, or all comments."""
        self.chosen = chosen
        self.of.show_value(chosen)
        self._fill()

    def show_area(self, area: str) -> None:
        """Show what was heard of an area, by its `Ref` as text."""
        self.choose(f"{AREA}{area}")

    def _fill(self) -> None:
        assert self._assessment is not None
        assert self._names is not None
        rows = heard_rows(self._assessment, self._names, self.chosen)
        self.table.fill(rows, heard_key)
        self._on_filter()
        self.say(_("Heard and shown"), told_of(rows))

    def _deeds(self) -> Sequence[Deed]:
        row: HeardRow | None = self.table.current_row()
        if row is None:
            return ()
        going = () if isinstance(row.thing, Commented) else (Deed(("G",), _("Go to where it stands"), self._open),)
        if not self.writable:
            return going
        return (
            Deed(("Enter", "O"), _("Make one observation of the selected lines"), self._draw),
            Deed(("+",), _("Add the selected lines to the observation beside"), self._add),
            *going,
        )

    @Slot()
    def _draw(self) -> None:
        rows = self.table.selected_rows()
        if rows:
            self.drawing.emit(rows)

    def _add(self) -> None:
        self.adding.emit(self.table.selected_rows())

    def _open(self) -> None:
        row: HeardRow | None = self.table.current_row()
        if row is not None:
            self.opening.emit(row.thing)

    @Slot(object)
    def _on_chosen(self, chosen: str) -> None:
        self.chosen = chosen
        self._fill()

    @Slot()
    def _on_left(self) -> None:
        self.table.setFocus()

    @Slot()
    def _on_filter(self) -> None:
        sought, waiting = self.search.text().casefold().split(), self.waiting.isChecked()

        def keeps(row: HeardRow) -> bool:
            return row.says(sought) and not (waiting and row.drawn)

        self.table.proxy.set_test(keeps if sought or waiting else None)
