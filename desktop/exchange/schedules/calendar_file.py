"""The schedule as an iCalendar file (RFC 5545), which calendar programs take in.

A session keeps its identity, so that taking the file in again moves it and makes no second one. Times are local, with
the rules of their time zone in the file.
"""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from desktop import __version__
from desktop.exchange.planned_days import PlannedDays, ScheduledLine
from desktop.language import _
from desktop.model.planning.day_times import HOUR
from desktop.wording import names

PRODUCT = f"-//Maturity Workbench//{__version__}//EN"


def calendar_bytes(schedule: PlannedDays, zone: str, stamp: dt.datetime) -> bytes:
    """The file, once it has been read back and found to say the same.

    Args:
        schedule: what is planned.
        zone: name of the time zone; empty for times of the wall clock, wherever one is.
        stamp: when it is written.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _("Assessment of {organisation}").format(organisation=schedule.organisation or "?"))
    for line in schedule.lines:
        calendar.add_component(_event(line, schedule.assessment, ZoneInfo(zone) if zone else None, stamp))
    if zone:
        calendar.add_missing_timezones()
    content = bytes(calendar.to_ical())
    _refuse_other(content, schedule)
    return content


def uid(session: str, assessment: str) -> str:
    """What calendar programs know a session by."""
    return f"{session}@{assessment}.maturity-workbench"


def _event(line: ScheduledLine, assessment: str, zone: ZoneInfo | None, stamp: dt.datetime) -> Event:
    event = Event()
    event.add("uid", uid(line.id, assessment))
    event.add("dtstamp", stamp)
    event.add("summary", line.name)
    event.add("categories", [names.name(line.kind)])
    if line.span is None:
        event.add("dtstart", line.day)
        event.add("dtend", line.last_day + dt.timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    else:
        for key, minute in zip(("dtstart", "dtend"), line.span, strict=True):
            event.add(key, dt.datetime.combine(line.day, dt.time(*divmod(minute, HOUR)), zone))
    if line.place:
        event.add("location", line.place)
    told = [
        text.format(what=", ".join(what))
        for text, what in (
            (_("Team: {what}"), line.team),
            (_("Is heard: {what}"), line.heard),
            (_("About: {what}"), line.areas),
        )
        if what
    ]
    if told:
        event.add("description", "\n".join(told))
    return event


def _refuse_other(content: bytes, schedule: PlannedDays) -> None:
    """See to it that the file says what it was made of.

    Raises:
        ValueError: it does not; that is a bug.
    """
    read = {str(event["uid"]): (str(event["summary"]), event.decoded("dtstart")) for event in _events(content)}
    for line in schedule.lines:
        name, starts = read.pop(uid(line.id, schedule.assessment))
        day = starts.date() if isinstance(starts, dt.datetime) else starts
        if (name, day) != (line.name, line.day):
            raise ValueError(line.id)
    if read:
        raise ValueError(*read)


def _events(content: bytes) -> list[Event]:
    return [event for event in Calendar.from_ical(content).walk("VEVENT") if isinstance(event, Event)]
