"""Who of the team has which copy, and who works on what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

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
from desktop.wording.travelling import copy_name, steps_text


class DutyRow(Struct, frozen=True):
    """An area, stream, track or session and who works on it.

    Attributes:
        name: what it is called.
        who: the names.
        had: the ids of these members.
        place: of an area, stream or track, which.
        session: of a session, its id.
        sessions: of an area, stream or track, how many sessions are about it.
    """

    name: str
    who: str
    had: tuple[str, ...]
    place: Ref | None = None
    session: str = ""
    sessions: int = 0


class CopyRow(Struct, frozen=True):
    """A copy, and how many steps of this file it has not."""

    copy: KnownCopy
    lacks: int


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
            Column[CopyRow](
                _("Who"),
                lambda row: _who(row.copy),
                beneath=lambda row: _made(row.copy),
                tip=lambda row: _made(row.copy),
            ),
            Column[CopyRow](
                _("Last heard of"), lambda row: "" if row.copy.own else _when(row.copy.heard), width=156, gives_way=1
            ),
            Column[CopyRow](
                _("Lacks"),
                lambda row: "" if row.copy.own else steps_text(row.lacks) if row.lacks else _("nothing"),
                width=100,
                meaning=_("Steps of this file that the copy has not, as far as is known here"),
            ),
        )
        self.table = Table(RowsModel(columns), _("Copies"), sortable=False)
        copies.body.addWidget(self.table, 1)
        duties = Card(
            _("Who works on what"),
            _("A word among the team, shown at the top of every page: everybody can still change everything."),
        )
        self.duties = Table(
            RowsModel(
                (
                    Column[DutyRow](_("Area or session"), lambda row: row.name, tip=lambda row: row.name),
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
        self.assign.setAccessibleDescription(_("Say who works on the area or session with the cursor"))
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
        found = assessment.copies.all()
        self.table.source.set_rows([CopyRow(each, 0 if each.own else assessment.copies.lacks(each)) for each in found])
        names = {each.id: each.name for each in assessment.preparation.members()}
        rows = [*self._place_rows(names), *self._session_rows(names)]
        before = self.duties.current_row()
        self.duties.source.set_rows(rows)
        if rows and not self.duties.select(
            lambda row: before is not None and (row.place, row.session) == (before.place, before.session)
        ):
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
        return self.duties.select(lambda row: row.place is not None and row.place.part == target)

    def _place_rows(self, names: Mapping[str, str]) -> Iterator[DutyRow]:
        assessment = self._page.assessment
        duties, about = assessment.copies.duties(), assessment.copies.sessions_about()
        for in_use in assessment.models.all():
            for place in in_use.pack.place_by_id.values():
                ref = Ref(in_use.pack.id, place.id)
                had = duties.get(ref, ())
                yield DutyRow(place.name, _names(had, names), had, ref, sessions=about.get(ref, 0))

    def _session_rows(self, names: Mapping[str, str]) -> Iterator[DutyRow]:
        interviews = self._page.assessment.interviews
        for session in interviews.all():
            had = tuple(sorted(interviews.members(session.id)))
            day = session.day.isoformat() if session.day else ""
            name = _("{session} · {day}").format(session=session.name, day=day) if day else session.name
            yield DutyRow(name, _names(had, names), had, session=session.id)

    @Slot()
    def do_assign(self) -> None:
        """Say who works on the area or session with the cursor."""
        row: DutyRow | None = self.duties.current_row()
        assessment, session = self._page.assessment, self._page.session
        members = assessment.preparation.members()
        if row is None or not members or assessment.readonly:
            return
        chosen = session.dialogs.several(row.name, [(each.id, each.name) for each in members], row.had, none=True)
        if chosen is None:
            return
        session.run(lambda: self._assign(row, {*chosen}), self._page)
        self._page.refresh()
        session.seated.emit()

    def _assign(self, row: DutyRow, chosen: set[str]) -> None:
        assessment = self._page.assessment
        if row.place is None:
            heard = assessment.interviews.participants(row.session)
            assessment.interviews.take_part(row.session, members=chosen, participants=heard)
            return
        for member in sorted({*row.had} ^ chosen):
            assessment.copies.assign(row.place, member, works=member in chosen)

    def _deeds(self) -> Sequence[Deed]:
        if self.duties.current_row() is None or self._page.assessment.readonly:
            return ()
        return (Deed(("Enter",), _("Say who works on it"), self.do_assign),)


def _names(members: Iterable[str], names: Mapping[str, str]) -> str:
    return ", ".join(sorted(names[each] for each in members if each in names))


def _who(copy: KnownCopy) -> str:
    name = copy_name(copy)
    return _("{name} – this file").format(name=name) if copy.own else name


def _made(copy: KnownCopy) -> str:
    """Since when it is there, whether it knows who takes part, and that it is more than one file."""
    said = []
    if copy.made is not None:
        text = _("since {when}, with codes only") if copy.coded else _("since {when}, with identities")
        said.append(text.format(when=local_time(copy.made)))
    if copy.twins:
        said.append(_("two files write as this copy, or it was put back from a backup"))
    return "; ".join(said)


def _when(moment: dt.datetime | None) -> str:
    return local_time(moment) if moment else ""
