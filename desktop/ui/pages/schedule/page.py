"""The schedule: every session of the days on site with day, time, place and people, as a calendar and as a list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QWidget

from desktop.language import _, ngettext
from desktop.model.maturity.refs import Ref
from desktop.model.planning.clashes import Clash
from desktop.model.planning.day_times import HOUR, minutes_of, time_of
from desktop.model.planning.laid_plans import working_days
from desktop.model.records import SessionKind
from desktop.ui.deeds import Deed
from desktop.ui.page import Page
from desktop.ui.pages.interviews.about import About
from desktop.ui.pages.interviews.session_rows import SessionRow, session_key_of, session_rows
from desktop.ui.pages.schedule.blocks import blocks_of, laid_blocks
from desktop.ui.pages.schedule.list_columns import list_columns
from desktop.ui.pages.schedule.plan_panel import PlanPanel
from desktop.ui.pages.schedule.schedule_bar import CALENDAR, LIST, ScheduleBar
from desktop.ui.pages.schedule.week_calendar import WeekCalendar
from desktop.ui.session import Session
from desktop.ui.table_rows import RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.seen_stack import SeenStack
from desktop.ui.widgets.text import Label
from desktop.wording.schedule import WhoIsWho

SESSION, PLAN = range(2)


class SchedulePage(Page):
    """The sessions by day and hour, and what is wrong with them."""

    concerns: ClassVar[frozenset[str]] = frozenset(
        {
            "session",
            "session_member",
            "session_participant",
            "session_area",
            "session_note",
            "participant",
            "member",
            "model",
            "details",
        }
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("Schedule"))
        self._clashing: list[str] = []
        self._key = ""
        self._begun = False
        self._starts: dt.date | None = None
        self.new = self.add_button(_("New sess&ion"), tip=_("Add a session where the cursor is"))
        self.lay = self.add_button(_("&Lay out a plan"), tip=_("From how many are interviewed, days and hours"))
        self.save = self.add_button(_("&Save…"), tip=_("As a calendar (iCalendar) or a workbook, for the team"))
        self.calendar = WeekCalendar()
        self.table = Table(RowsModel(list_columns(self._is_clashing)), _("Sessions in order"))
        self.about = About(tuple(SessionKind))
        self.plan = PlanPanel()
        self.bar = ScheduleBar()
        self._lay_out()
        self._connect()
        self.landing = self.calendar

    def _lay_out(self) -> None:
        self.stack = SeenStack()
        for shown in (self.calendar, self.table):
            card = Card()
            card.tighten()
            card.body.addWidget(shown, 1)
            self.stack.addWidget(card)
        self.beside = SeenStack()
        fields = Card(_("Session"))
        self.hint = Label(
            _("Nothing is on this time. Enter adds a session here; arrow keys go from time to time."), "mute", wrap=True
        )
        fields.body.addWidget(self.hint)
        self.fields = scrolled(self.about, _("What the session is"))
        fields.body.addWidget(self.fields, 1)
        self._rest = QWidget()
        fields.body.addWidget(self._rest, 1)
        self.beside.addWidget(fields)
        self.beside.addWidget(scrolled(self.plan, _("Lay out a plan")))
        self.panes = FoldingColumns()
        self.panes.add(self.stack, _("Sessions"), 380, 640, 5)
        self.panes.add(self.beside, _("Session"), 276, 290, 2)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.panes, 1)

    def _connect(self) -> None:
        self.new.clicked.connect(self._on_new)
        self.lay.clicked.connect(self.begin_plan)
        self.save.clicked.connect(self._on_save)
        calendar = self.calendar
        self.bar.viewed.connect(self._show_view)
        self.bar.turned.connect(calendar.turn)
        self.bar.seeking.connect(self.go_to_clash)
        calendar.chosen.connect(self._on_chosen)
        calendar.opening.connect(self._on_opening)
        calendar.adding.connect(self.add_session)
        calendar.moving.connect(self._on_moving)
        calendar.stretching.connect(self._on_stretching)
        calendar.turned.connect(self.bar.show_week)
        self.table.offer_deeds(self._list_deeds)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.about.edited.connect(self._on_edited)
        self.about.peopled.connect(self._on_peopled)
        self.about.placed.connect(self._on_placed)
        self.about.left.connect(self._on_left)
        self.about.remove.clicked.connect(self.remove_session)
        self.plan.laid.connect(self._show_blocks)
        self.plan.taken.connect(self._on_plan_taken)
        self.plan.left.connect(self._on_plan_left)

    def refresh(self) -> None:
        """Show the sessions as they are now."""
        assessment = self.assessment
        rows = session_rows(assessment, sources=False)
        clashes = assessment.schedule.clashes()
        self._clashing = list(dict.fromkeys(each for clash in clashes for each in (clash.session, clash.other) if each))
        self.calendar.editable = not assessment.readonly
        self.calendar.today = self.session.today()
        self.table.fill(rows, session_key_of)
        for button in (self.new, self.lay):
            button.setEnabled(not assessment.readonly)
        starts = assessment.preparation.details().starts
        if not self._begun or starts != self._starts:
            self._begun, self._starts = True, starts
            first = next((row.session.day for row in rows if row.session.day), None)
            self.calendar.go_to(starts or first or working_days(self.session.today(), 1)[0], 9 * HOUR)
        self._say(rows, clashes)
        self._show_blocks()
        self._show_session()

    def reveal(self, target: str) -> None:
        """Put the cursor on a session by its id."""
        self.show_now()
        if self.table.select(lambda row: row.session.id == target):
            self._key = target
            if not self.calendar.select(target):
                self._show_view(LIST)
        self._show_session()

    def on_paper(self) -> Sequence[QWidget]:
        """The list, whichever view is in front: it has all weeks."""
        return (self.table,)

    @Slot(object, object)
    def add_session(self, day: dt.date, minute: int | None) -> None:
        """Add a session of an hour at a time, or a time frame of a day, and put the cursor into its name."""
        self.about.commit()
        known = {row.session.name for row in self._rows()}
        number = next(each for each in range(1, len(known) + 2) if _numbered(each) not in known)
        times = {} if minute is None else {"starts": time_of(minute), "ends": time_of(minute + HOUR)}
        kind = SessionKind.QUESTIONNAIRES if minute is None else SessionKind.INTERVIEW
        it = self.assessment.interviews
        added = self.session.run(lambda: it.add(kind, _numbered(number), day=day, **times), self)
        if added is not None:
            self._key = added
            self.refresh()
            self.calendar.select(added)
            self._on_opening(added)

    @Slot()
    def remove_session(self) -> None:
        """Take the session under the cursor away, with its notes."""
        row = self._row()
        if row is None or self.assessment.readonly:
            return
        self.about.forget()
        session = row.session
        if self.session.run(lambda: self.assessment.interviews.remove(session.id), self) is None:
            return
        self._key = ""
        self.refresh()
        self._view_in_front().setFocus()
        text = _("“{session}” was removed with its notes.") if row.notes else _("“{session}” was removed.")
        self.session.tell_of_step(text.format(session=session.name))

    @Slot()
    def go_to_clash(self) -> None:
        """Put the cursor on the next session that cannot be as it is planned."""
        if self._clashing:
            here = self._clashing.index(self._key) if self._key in self._clashing else -1
            self.reveal(self._clashing[(here + 1) % len(self._clashing)])
            self._view_in_front().setFocus()

    @Slot()
    def begin_plan(self) -> None:
        """Propose a plan."""
        self.about.commit()
        self._show_view(CALENDAR)
        self.beside.setCurrentIndex(PLAN)
        self.plan.begin(self.assessment, self.session.today())
        if self.plan.plan is not None:
            self.calendar.go_to(self.plan.plan.sessions[0].day, 9 * HOUR)
        self.panes.bring(1)
        self.plan.days.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, rows: Sequence[SessionRow], clashes: Sequence[Clash]) -> None:
        days = len({row.session.day for row in rows if row.session.day is not None})
        loose = sum(row.session.day is None for row in rows)
        told = [
            ngettext("{count} session", "{count} sessions", len(rows)).format(count=len(rows)),
            ngettext("on {count} day", "on {count} days", days).format(count=days),
        ]
        text = " ".join(told) if rows else _("Nothing is planned yet")
        if loose:
            without = ngettext("{count} without a day, see the list", "{count} without a day, see the list", loose)
            text += " · " + without.format(count=loose)
        self.subtitle.setText(text)
        preparation = self.assessment.preparation
        who = WhoIsWho([row.session for row in rows], preparation.members(), preparation.participants())
        details = preparation.details()
        self.bar.show_clashes([who.clash(clash, details) for clash in clashes])

    def _show_blocks(self) -> None:
        """Show the sessions of the file, or those of the plan that is looked at."""
        blocks = blocks_of(self._rows(), self._clashing)
        plan = self.plan.plan if self.beside.currentIndex() == PLAN else None
        if plan is not None:
            preparation = self.assessment.preparation
            spare = (
                {each.id for each in self.assessment.schedule.replaceable()} if self.plan.replacing.isChecked() else {}
            )
            numbers = {each.id: each.number for each in preparation.participants()}
            members = {each.id: each.name for each in preparation.members()}
            blocks = [each for each in blocks if each.key not in spare] + laid_blocks(plan.sessions, numbers, members)
        self.calendar.further = self._further_deeds()
        self.calendar.show_blocks(blocks)

    def _rows(self) -> tuple[SessionRow, ...]:
        shown: tuple[SessionRow, ...] = self.table.source.rows
        return shown

    def _row(self) -> SessionRow | None:
        return next((row for row in self._rows() if row.session.id == self._key), None)

    def _is_clashing(self, row: SessionRow) -> bool:
        return row.session.id in self._clashing

    def _show_session(self) -> None:
        """Fill the fields with the session under the cursor."""
        row, assessment = self._row(), self.assessment
        self.hint.setVisible(row is None)
        self._rest.setVisible(row is None)
        self.fields.setVisible(row is not None)
        if row is None:
            self.about.commit()
            self.about.forget()
            return
        it, preparation = assessment.interviews, assessment.preparation
        self.about.show_session(
            row,
            (it.members(row.session.id), it.areas(row.session.id)),
            preparation.members(),
            preparation.participants(),
            assessment.models.all(),
            editable=not assessment.readonly,
        )

    def _further_deeds(self) -> tuple[Deed, ...]:
        """What can be done in the calendar and in the list alike."""
        row, found = self._row(), []
        if row is not None and row.session.kind.is_source:
            found.append(Deed(("N",), _("Open its notes"), partial(self.session.go, "interviews", self._key)))
        if row is not None and not self.assessment.readonly:
            found.append(Deed(("Delete", "Backspace"), _("Remove the session"), self.remove_session))
        if self._clashing:
            found.append(Deed(("F8",), _("Go to the next clash"), self.go_to_clash))
        return tuple(found)

    def _list_deeds(self) -> Sequence[Deed]:
        if self._row() is None:
            return self._further_deeds()
        return (
            Deed(("Enter", "F2"), _("Change what it is"), partial(self._on_opening, self._key)),
            *self._further_deeds(),
        )

    def _view_in_front(self) -> QWidget:
        return self.calendar if self.stack.currentIndex() == CALENDAR else self.table

    @Slot(int)
    def _show_view(self, number: int) -> None:
        self.bar.show_view(number)
        self.stack.setCurrentIndex(number)
        self.landing = self._view_in_front()

    @Slot()
    def _on_new(self) -> None:
        self.add_session(*self.calendar.moment)

    @Slot()
    def _on_save(self) -> None:
        from desktop.ui.pages.schedule.saving import save_files  # noqa: PLC0415 - only when asked for

        self.about.commit()
        save_files(self.session)

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        if key != self._key:
            self._key = key
            self.table.select(lambda row: row.session.id == key)
            self._show_session()
        self.calendar.further = self._further_deeds()

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _now: QModelIndex, _before: QModelIndex) -> None:
        row: SessionRow | None = self.table.current_row()
        if row is not None and row.session.id != self._key and self.stack.currentIndex() == LIST:
            self._key = row.session.id
            self.calendar.select(self._key)
            self._show_session()

    @Slot(str)
    def _on_opening(self, _key: str) -> None:
        self.beside.setCurrentIndex(SESSION)
        self.panes.bring(1)
        self.about.start_name()

    @Slot(str, object, object)
    def _on_moving(self, key: str, day: dt.date, minute: int | None) -> None:
        schedule = self.assessment.schedule
        starts = "" if minute is None else time_of(minute)
        if self.session.run(lambda: schedule.move(key, day, starts), self) is not None:
            self._key = key
            self.refresh()
            self.calendar.select(key)

    @Slot(str, int)
    def _on_stretching(self, key: str, minutes: int) -> None:
        session = self.assessment.interviews.get(key)
        starts, ends = minutes_of(session.starts) or 0, minutes_of(session.ends)
        until = time_of((starts + HOUR if ends is None else ends) + minutes)
        self.session.run(lambda: self.assessment.interviews.change(key, ends=until), self)
        self.refresh()

    @Slot(object, object)
    def _on_edited(self, session: str, cells: dict[str, object]) -> None:
        self.session.run(lambda: self.assessment.interviews.change(session, **cells), self)
        self.refresh()
        self.calendar.select(session)

    @Slot(object, object, object)
    def _on_peopled(self, session: str, members: list[str], participants: list[str]) -> None:
        it = self.assessment.interviews
        self.session.run(lambda: it.take_part(session, members=members, participants=participants), self)
        self.refresh()

    @Slot(object, object)
    def _on_placed(self, session: str, areas: list[Ref]) -> None:
        self.session.run(lambda: self.assessment.interviews.set_areas(session, areas), self)
        self.refresh()

    @Slot()
    def _on_left(self) -> None:
        self.panes.bring(0)
        self._view_in_front().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_plan_taken(self) -> None:
        plan, panel = self.plan.plan, self.plan
        if plan is None:
            return
        names, replacing = panel.names(), panel.replacing.isChecked()
        schedule = self.assessment.schedule
        done = self.session.run(lambda: schedule.take(plan.sessions, names, replacing=replacing), self)
        if done is not None:
            self._on_plan_left()
            self.refresh()
            count = len(plan.sessions)
            text = ngettext("{count} session is planned.", "{count} sessions are planned.", count)
            self.session.tell_of_step(text.format(count=count))

    @Slot()
    def _on_plan_left(self) -> None:
        self.plan.plan = None
        self.beside.setCurrentIndex(SESSION)
        self._show_blocks()
        self._show_session()
        self._on_left()


def _numbered(number: int) -> str:
    return _("Session {number}").format(number=number)
