"""The plan on a calendar, with the milestones beside it."""

from __future__ import annotations

import datetime as dt
from functools import partial

from msgspec import Struct
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.exchange.typed_days import UnclearDayError, read_day
from desktop.language import _
from desktop.model.records import Milestone
from desktop.ui.edited_lists import AddLine, ListTable
from desktop.ui.page import Page
from desktop.ui.pages.actions.month_calendar import MonthCalendar
from desktop.ui.pages.actions.plan_days import DayKind, PlanDay, plan_days
from desktop.ui.pages.actions.rows import today
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import names
from desktop.wording.schedule import month


class MilestoneRow(Struct, frozen=True):
    """A milestone, with how many actions are to be done for it and are."""

    milestone: Milestone
    actions: int
    done: int


class CalendarView(QWidget):
    """A month of the plan. `opening` carries the id of an action to see in full."""

    opening = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._begun = False
        self.month = MonthCalendar()
        self.heading = Label("", "strong")
        self.before, self.after = QPushButton("◂"), QPushButton("▸")
        self.now = QPushButton(_("&Today"))
        self.table = ListTable(RowsModel(self._columns()), _("Milestones"))
        self.add = AddLine(_("Add a milestone"), _("Add a milestone: title; day – then Enter"))
        self._lay_out()
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        self.now.clicked.connect(self._on_now)
        self.month.opening.connect(self._on_opening)
        self.month.moving.connect(self._on_moving)
        self.month.turned.connect(self._on_turned)
        self.table.removing.connect(self._on_removing)
        self.table.pasted.connect(self._on_given)
        self.add.given.connect(self._on_given)

    @property
    def landing(self) -> QWidget:
        """What has the keys first."""
        return self.month

    def refresh(self) -> None:
        """Show the plan as it is now."""
        assessment = self._page.assessment
        actions, milestones = assessment.actions.all(), assessment.milestones.all()
        editable = not assessment.readonly
        self.month.editable = editable
        self.add.setEnabled(editable)
        if not self._begun:
            self._begun = True
            self.month.go_to(today())
        self.month.show_days(plan_days(actions, milestones, today()), today())
        rows = []
        for each in milestones:
            mine = [action.status for action in actions if action.milestone == each.id]
            rows.append(MilestoneRow(each, len(mine), sum(status.is_done for status in mine)))
        self.table.fill(rows, _key)

    def commit(self) -> None:
        """Nothing half typed is written here."""

    def summary(self) -> str:
        """The month in view."""
        return self.heading.text()

    def reveal_milestone(self, milestone: str) -> bool:
        """Put the cursor on a milestone, if it is one."""
        return self.table.select(lambda row: row.milestone.id == milestone)

    def _lay_out(self) -> None:
        for button, name in ((self.before, _("The month before")), (self.after, _("The month after"))):
            button.setAccessibleName(name)
            button.setToolTip(plain_tip(name))
        head = QHBoxLayout()
        for widget in (self.before, self.heading, self.after):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(Label(_("◆ milestone   ■ due   ▸ start"), "small"))
        head.addWidget(self.now)
        days, milestones = Card(), Card(_("Milestones"), _("Days by which several actions are to be done."))
        days.tighten()
        days.body.addLayout(head)
        days.body.addWidget(self.month, 1)
        milestones.body.addWidget(self.table, 1)
        milestones.body.addWidget(self.add)
        panes = FoldingColumns()
        panes.add(days, _("Month"), 420, 700, 3)
        panes.add(milestones, _("Milestones"), 300, 320, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.addWidget(panes)

    def _columns(self) -> list[Column[MilestoneRow]]:
        return [
            Column(_("Title"), lambda row: row.milestone.title, edit=self._rename),
            Column(_("Day"), lambda row: names.day(row.milestone.day), edit=self._set_day, width=104),
            Column(
                _("Done"),
                lambda row: _("{done} of {count}").format(done=row.done, count=row.actions),
                width=72,
                gives_way=1,
            ),
        ]

    def _rename(self, row: MilestoneRow, title: str) -> None:
        self._set(row, title=title)

    def _set_day(self, row: MilestoneRow, typed: str) -> None:
        day = self._read(typed)
        if day is not None:
            self._set(row, day=day)

    def _set(self, row: MilestoneRow, **cells: object) -> None:
        milestones = self._page.assessment.milestones
        self._page.session.run(lambda: milestones.change(row.milestone.id, **cells), self._page)
        self._page.refresh()

    def _read(self, typed: str) -> dt.date | None:
        """A day as people type it; what is none for certain is told."""
        try:
            return read_day(typed)
        except UnclearDayError:
            self._page.session.tell(
                _("“{text}” is not one day for certain. Write it as year-month-day, such as 2026-12-31.").format(
                    text=typed
                ),
                "bad",
            )
            return None

    @Slot(str)
    def _on_given(self, text: str) -> None:
        for line in filter(str.strip, text.splitlines()):
            title, _mark, typed = (part.strip() for part in line.replace("\t", ";").partition(";"))
            day = self._read(typed)
            if typed and day is None:
                self.add.setText(line)
                continue
            if self._page.session.run(partial(self._page.assessment.milestones.add, title, day), self._page) is None:
                self.add.setText(line)
        self._page.refresh()

    @Slot(object)
    def _on_removing(self, row: MilestoneRow) -> None:
        milestone = row.milestone
        done = self._page.session.run(lambda: self._page.assessment.milestones.remove(milestone.id), self._page)
        self._page.refresh()
        if done is not None:
            self._page.session.tell_of_step(_("The milestone “{name}” was removed.").format(name=milestone.title))

    @Slot(object)
    def _on_opening(self, found: PlanDay) -> None:
        if found.kind is DayKind.MILESTONE:
            self.reveal_milestone(found.id)
            self.table.setFocus()
        else:
            self.opening.emit(found.id)

    @Slot(object, object)
    def _on_moving(self, found: PlanDay, day: dt.date) -> None:
        assessment = self._page.assessment
        if found.kind is DayKind.MILESTONE:
            self._page.session.run(lambda: assessment.milestones.change(found.id, day=day), self._page)
        else:
            cell = "due" if found.kind is DayKind.DUE else "start"
            self._page.session.run(lambda: assessment.actions.change(found.id, **{cell: day}), self._page)
        self._page.refresh()

    @Slot(object)
    def _on_turned(self, first: dt.date) -> None:
        self.heading.setText(month(first))
        if self._begun and self.isVisible():
            self._page.subtitle.setText(self.heading.text())

    @Slot()
    def _on_before(self) -> None:
        self.month.turn(-1)

    @Slot()
    def _on_after(self) -> None:
        self.month.turn(1)

    @Slot()
    def _on_now(self) -> None:
        self.month.go_to(today())
        self.month.setFocus()


def _done(row: MilestoneRow) -> str:
    return _("{done} of {count}").format(done=row.done, count=row.actions)


def _key(row: MilestoneRow) -> str:
    return row.milestone.id
