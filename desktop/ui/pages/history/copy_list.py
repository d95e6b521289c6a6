"""Who of the team has which copy, and who works on what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.model.assessment.team_copies import KnownCopy
from desktop.model.maturity.refs import Ref
from desktop.ui.deeds import Deed
from desktop.ui.page import Page
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.wording.moments import local_time


class DutyRow(Struct, frozen=True):
    """An area, stream or track and who works on it.

    Attributes:
        place: which.
        name: what it is called.
        who: the names.
        sessions: in so many sessions somebody of the team asks about it.
    """

    place: Ref
    name: str
    who: str
    sessions: int


class CopyList(QWidget):
    """Copies beside duties.

    Args:
        page: the page that it is a view of.
    """

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        copies = Card(_("Copies"), _("Made with “Copy for a colleague” in the menu File, or heard of when merging."))
        columns = (
            Column[KnownCopy](_("Who"), _who, tip=_who),
            Column[KnownCopy](_("Since"), lambda row: _when(row.made), width=140, gives_way=1),
            Column[KnownCopy](_("Last heard of"), lambda row: "" if row.own else _when(row.heard), width=140),
            Column[KnownCopy](
                _("Identities"), lambda row: _("codes only") if row.coded else _("yes"), width=104, gives_way=2
            ),
        )
        self.table = Table(RowsModel(columns), _("Copies"), sortable=False)
        copies.body.addWidget(self.table, 1)
        duties = Card(
            _("Who works on what"),
            _("A word among the team: everybody can still change everything. Yours stand in the line at the bottom."),
        )
        self.duties = Table(
            RowsModel(
                (
                    Column[DutyRow](_("Area"), lambda row: row.name, tip=lambda row: row.name),
                    Column[DutyRow](_("Who"), lambda row: row.who, tip=lambda row: row.who, width=170),
                    Column[DutyRow](
                        _("Sessions"),
                        lambda row: str(row.sessions) if row.sessions else "",
                        width=90,
                        gives_way=1,
                        right=True,
                        meaning=_("Sessions about it"),
                    ),
                )
            ),
            _("Who works on what"),
            sortable=False,
        )
        self.duties.offer_deeds(self._deeds)
        self.assign = QPushButton(_("Assi&gn…"))
        self.assign.setAccessibleDescription(_("Say who works on the area with the cursor"))
        self.assign.clicked.connect(self.do_assign)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.assign)
        duties.body.addWidget(self.duties, 1)
        duties.body.addLayout(line)
        panes = FoldingColumns()
        panes.add(copies, _("Copies"), 400, 520, 1)
        panes.add(duties, _("Who works on what"), 380, 480, 1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 14, 0, 0)
        frame.addWidget(panes)

    def refresh(self) -> None:
        """Show both as they are now."""
        assessment = self._page.assessment
        self.table.source.set_rows(assessment.copies.all())
        names = {each.id: each.name for each in assessment.preparation.members()}
        duties = assessment.copies.duties()
        about = assessment.copies.sessions_about()
        rows = [
            DutyRow(
                Ref(in_use.pack.id, place.id),
                place.name,
                ", ".join(sorted(names[each] for each in duties.get(Ref(in_use.pack.id, place.id), ()))),
                about.get(Ref(in_use.pack.id, place.id), 0),
            )
            for in_use in assessment.models.all()
            for place in in_use.pack.place_by_id.values()
        ]
        before = self.duties.current_row()
        self.duties.source.set_rows(rows)
        if rows and not self.duties.select(lambda row: before is not None and row.place == before.place):
            self.duties.selectRow(0)
        self.assign.setEnabled(bool(rows) and bool(names) and not assessment.readonly)

    def landing(self) -> QWidget:
        """The list of areas."""
        return self.duties

    def summary(self) -> str:
        """How many copies there are."""
        count = len(self.table.source.rows)
        return ngettext("{count} copy", "{count} copies", count).format(count=count)

    def reveal(self, target: str) -> bool:
        """Put the cursor on an area by its id."""
        return self.duties.select(lambda row: row.place.part == target)

    @Slot()
    def do_assign(self) -> None:
        """Say who works on the area with the cursor."""
        row: DutyRow | None = self.duties.current_row()
        assessment, session = self._page.assessment, self._page.session
        members = assessment.preparation.members()
        if row is None or not members or assessment.readonly:
            return
        had = assessment.copies.duties().get(row.place, ())
        chosen = session.dialogs.several(row.name, [(each.id, each.name) for each in members], had)
        if chosen is None:
            return
        session.run(lambda: self._assign(row.place, {*had}, {*chosen}), self._page)
        self._page.refresh()
        session.seated.emit()

    def _assign(self, place: Ref, had: set[str], chosen: set[str]) -> None:
        for member in sorted(had ^ chosen):
            self._page.assessment.copies.assign(place, member, works=member in chosen)

    def _deeds(self) -> Sequence[Deed]:
        if self.duties.current_row() is None or self._page.assessment.readonly:
            return ()
        return (Deed(("Enter",), _("Say who works on it"), self.do_assign),)


def _who(copy: KnownCopy) -> str:
    name = copy.name or _("nobody by name")
    return _("{name} – this file").format(name=name) if copy.own else name


def _when(moment: dt.datetime | None) -> str:
    return local_time(moment) if moment else ""
