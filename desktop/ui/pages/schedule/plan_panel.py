"""Laying out a plan: how much time there is, what comes of it on the calendar, and what does not fit."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QPushButton, QWidget

from desktop.language import _, ngettext
from desktop.model.planning.day_times import HOUR, minutes_of
from desktop.model.planning.laid_plans import LaidPlan, PlanWish, lay_out, working_days
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.numbers import NumberField
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.time_field import TimeField
from desktop.ui.widgets.tips import plain_tip
from desktop.wording.schedule import laid_name, left_out

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment

DAYS, HOURS, MINUTES, USUAL = 5, 7, 60, 10
"""What is proposed where nothing is known: days on site, hours a day, minutes of an interview, and interviews."""
MOST_DAYS, MOST_HOURS, MOST_INTERVIEWS = 20, 14, 200


class PlanPanel(Card):
    """Nothing is written before the plan is taken.

    Signals:
        laid: another plan is to be looked at.
        taken: the plan is to be kept.
        left: it is not.
    """

    laid = Signal()
    taken = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__(
            _("Lay out a plan"), _("The calendar shows it; nothing is kept before you take it. Then change it by hand.")
        )
        self.plan: LaidPlan | None = None
        self._wish: PlanWish | None = None
        self._first, self._begins = dt.date.min, 9 * HOUR
        self.first = DateField(_("First day on site"))
        self.days = NumberField(_("Days on site"), 1, MOST_DAYS)
        self.begins = TimeField(_("Work begins at"))
        self.hours = NumberField(_("Hours of work a day"), 1, MOST_HOURS)
        self.minutes = NumberField(_("Minutes of an interview"), 10, 240)
        self.interviews = NumberField(_("People to interview"), 0, MOST_INTERVIEWS)
        self.replacing = QCheckBox(_("Replace sessions"))
        self.replacing.setToolTip(plain_tip(_("Sessions without notes make room for the plan")))
        self.sums, self.missing = Label("", wrap=True), Label("", wrap=True)
        self.missing.setProperty("tone", "warn")
        self.take = QPushButton(_("&Take the plan"))
        self.take.setProperty("kind", "primary")
        self.leave = QPushButton(_("Lea&ve it"))
        self._arrange()
        for field in (self.days, self.hours, self.minutes, self.interviews):
            field.valueChanged.connect(self._on_number)
        self.replacing.clicked.connect(self._on_replacing)
        self.first.committed.connect(self._on_first)
        self.begins.given.connect(self._on_begins)
        self.take.clicked.connect(self.taken)
        self.leave.clicked.connect(self.left)

    def begin(self, assessment: Assessment, today: dt.date) -> None:
        """Propose a plan for an assessment."""
        details, preparation = assessment.preparation.details(), assessment.preparation
        people = preparation.participants()
        chosen = [each for each in people if each.interviewed] or people
        self._first = details.starts or working_days(today, 1)[0]
        days = DAYS
        if details.starts and details.ends:
            span = (details.ends - details.starts).days + 1
            days = sum((details.starts + dt.timedelta(days=number)).weekday() < DAYS for number in range(span))
        self._wish = PlanWish(
            first=self._first,
            days=days,
            hours=HOURS,
            minutes=MINUTES,
            interviews=len(chosen),
            members=tuple(member.id for member in preparation.raters()),
            heard=tuple(each.id for each in chosen),
            discussing=tuple(each.id for each in people if each.discusses),
            areas=assessment.models.places_asked(),
        )
        self._begins = self._wish.begins
        spare = len(assessment.schedule.replaceable())
        text = ngettext("Replace {count} session", "Replace {count} sessions", spare)
        self.replacing.setText(text.format(count=spare))
        self.replacing.setChecked(bool(spare))
        self.replacing.setVisible(bool(spare))
        self.first.show_date(self._first, self._wish)
        self.begins.show_text("09:00")
        for field, number in (
            (self.days, min(max(days, 1), MOST_DAYS)),
            (self.hours, HOURS),
            (self.minutes, MINUTES),
            (self.interviews, min(len(chosen) or USUAL, MOST_INTERVIEWS)),
        ):
            field.blockSignals(True)
            field.setValue(number)
            field.blockSignals(False)
        self._lay()

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        lines: tuple[tuple[str, QWidget], ...] = (
            (_("First day"), self.first),
            (_("Days"), self.days),
            (_("Begins at"), self.begins),
            (_("Hours a day"), self.hours),
            (_("Interviews"), self.interviews),
            (_("Minutes each"), self.minutes),
        )
        for number, (words, field) in enumerate(lines):
            label = Label(words, "mute")
            label.setBuddy(field)
            grid.addWidget(label, number, 0)
            grid.addWidget(field, number, 1)
        self.body.addLayout(grid)
        for note in (self.first.note, self.begins.note):
            self.body.addWidget(note)
        self.body.addWidget(self.replacing)
        self.body.addWidget(self.sums)
        self.body.addWidget(self.missing)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self.leave)
        last.addWidget(self.take)
        self.body.addLayout(last)
        self.body.addStretch(1)

    def _lay(self) -> None:
        known = self._wish
        if known is None:
            return
        wish = PlanWish(
            first=self._first,
            days=self.days.value(),
            hours=self.hours.value(),
            minutes=self.minutes.value(),
            interviews=self.interviews.value(),
            begins=self._begins,
            members=known.members,
            heard=known.heard,
            discussing=known.discussing,
            areas=known.areas,
        )
        self.plan = lay_out(wish)
        missing = left_out(self.plan, wish.hours)
        count = len(self.plan.sessions)
        until = max(each.day for each in self.plan.sessions)
        text = ngettext("{count} session until {day}.", "{count} sessions until {day}.", count)
        self.sums.setText(text.format(count=count, day=until.isoformat()))
        self.missing.setText("\n".join(missing))
        self.missing.setVisible(bool(missing))
        self.laid.emit()

    def names(self) -> list[str]:
        """What the sessions of the plan are called."""
        return [laid_name(each) for each in self.plan.sessions] if self.plan is not None else []

    @Slot(int)
    def _on_number(self, _number: int) -> None:
        self._lay()

    @Slot()
    def _on_replacing(self) -> None:
        self.laid.emit()

    @Slot(object)
    def _on_first(self, day: dt.date | None) -> None:
        if day is not None:
            self._first = day
            self._lay()

    @Slot(str)
    def _on_begins(self, time: str) -> None:
        minute = minutes_of(time)
        if minute is not None:
            self._begins = minute
            self._lay()
