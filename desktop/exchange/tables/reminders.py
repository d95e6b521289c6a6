"""The table of those whom the team reminds of their forms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct

from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _
from desktop.model.maturity.refs import Ref


class ReminderLine(Struct, frozen=True):
    """Somebody whose form is still out. It says who they are: it stays in the team.

    Attributes:
        form: the number that the form prints.
        role: with the group.
        due: the day it is to be back; None where there is none.
        days_late: by how many days that is past; 0 where it is not.
        reminded: the day of the last reminder.
        answered: of how many questions there is an answer already.
    """

    form: str
    name: str
    email: str
    role: str
    sent: dt.date | None
    due: dt.date | None
    days_late: int
    reminded: dt.date | None
    answered: int


def reminder_table(lines: Sequence[ReminderLine]) -> Table[ReminderLine]:
    """A row for each of them, those who are late the longest first."""
    return Table(
        _("Reminders"),
        _("Whose form is late, or out without a day to be back. It names people and is for the assessment team alone."),
        (
            Column("form", _("Form"), 9, _("The number that the form prints."), Kind.NAME),
            Column("name", _("Name"), 28, _("Who is asked.")),
            Column("email", _("Address"), 32, _("Where a reminder goes; blank where none is known.")),
            Column("role", _("Role"), 28, _("Role and group.")),
            Column("sent", _("Sent"), 12, _("The day the form went out."), Kind.DAY),
            Column("due", _("Back by"), 12, _("The day it is to be back."), Kind.DAY),
            Column("days_late", _("Days late"), 12, _("By how many days that is past."), Kind.COUNT),
            Column("reminded", _("Reminded"), 12, _("The day of the last reminder."), Kind.DAY),
            Column("answered", _("Answered"), 12, _("How many questions have an answer already."), Kind.COUNT),
        ),
        tuple(sorted(lines, key=lambda line: (-line.days_late, line.form))),
        lambda line: Ref("", line.form),
    )
