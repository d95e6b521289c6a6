"""The table of the sessions on site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from desktop.exchange.planned_days import ScheduledLine
from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _
from desktop.model.maturity.refs import Ref
from desktop.model.planning.day_times import time_of
from desktop.wording import names
from desktop.wording.schedule import weekday


def schedule_table(lines: Sequence[ScheduledLine]) -> Table[ScheduledLine]:
    """A row for each session, in the order of their times."""
    return Table(
        _("Schedule"),
        _("The sessions of the days on site, for the assessment team. Participants stand here by code and role alone."),
        (
            Column("day", _("Day"), 12, _("The day it is on, or the first of them."), Kind.DAY),
            Column("name", _("Session"), 30, _("What it is called."), Kind.NAME),
            Column("weekday", _("Weekday"), 11, _("The day of the week."), read=lambda line: weekday(line.day)),
            Column("last_day", _("Until"), 12, _("The last day of what goes over several."), Kind.DAY, read=_last_day),
            Column("times", _("Time"), 14, _("From when to when."), read=_times),
            Column("kind", _("Kind"), 17, _("What it is for."), read=lambda line: names.name(line.kind)),
            Column("place", _("Place"), 20, _("The room, or how one is connected.")),
            Column("team", _("Team"), 26, _("Who of the assessment team is in it."), read=_team),
            Column("heard", _("Is heard"), 22, _("Participants by code and role."), read=_heard),
            Column("areas", _("About"), 18, _("The areas, streams or tracks."), read=_areas),
        ),
        tuple(lines),
        lambda line: Ref("", line.id),
    )


def _times(line: ScheduledLine) -> str:
    if line.span is None:
        return ""
    return _("{starts}–{ends}").format(starts=time_of(line.span[0]), ends=time_of(line.span[1]))


def _last_day(line: ScheduledLine) -> dt.date | None:
    return line.last_day if line.last_day != line.day else None


def _team(line: ScheduledLine) -> str:
    return "\n".join(line.team)


def _heard(line: ScheduledLine) -> str:
    return "\n".join(line.heard)


def _areas(line: ScheduledLine) -> str:
    return ", ".join(line.areas)
