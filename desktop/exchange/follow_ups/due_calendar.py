"""What is due as an iCalendar file (RFC 5545): each open action on its due date, and the reviews that are planned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from icalendar import Calendar, Event
from msgspec import Struct

from desktop.exchange.deliverable_plan import ActionLine, action_lines
from desktop.exchange.schedules.calendar_file import PRODUCT, uid
from desktop.language import _
from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from desktop.model.records import for_sponsor
from desktop.wording import names


class DueDays(Struct, frozen=True):
    """Everything that the calendar is made of.

    Attributes:
        assessment: its id.
        actions: the open ones with a due date.
        reviews: id and day of each review that has a day.
    """

    assessment: str
    organisation: str
    actions: tuple[ActionLine, ...]
    reviews: tuple[tuple[str, dt.date], ...]


def due_days(assessment: Assessment, today: dt.date) -> DueDays:
    """Read what is due.

    Raises:
        RefusalError: ``follow_up.nothing_due`` when no open action has a due date and no review a day.
    """
    packs = {in_use.id: in_use.pack for in_use in assessment.models.all()}
    due = tuple(line for line in action_lines(assessment, packs, today) if line.status.is_open and line.due is not None)
    reviews = tuple((each.id, each.day) for each in assessment.reviews.all() if each.day is not None)
    if not due and not reviews:
        raise RefusalError("follow_up.nothing_due")
    organisation = for_sponsor(assessment.preparation.details()).organisation
    return DueDays(assessment.about()["id"], organisation, due, reviews)


def due_bytes(due: DueDays, stamp: dt.datetime) -> bytes:
    """The file. What it holds keeps its identity, so that taking it in again moves things and doubles none.

    Args:
        due: what is due.
        stamp: when it is written.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _("Follow-up of {organisation}").format(organisation=due.organisation or "?"))
    for event in (*_actions(due), *_reviews(due)):
        event.add("dtstamp", stamp)
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _actions(due: DueDays) -> Sequence[Event]:
    found = []
    for line in due.actions:
        assert line.due is not None
        event = _event(uid(line.id, due.assessment), line.due)
        event.add("summary", _("Due: {title}").format(title=line.title))
        told = [
            text
            for value, text in (
                (line.owner, _("Owner: {owner}").format(owner=line.owner)),
                (line.status, _("Status: {status}").format(status=names.name(line.status))),
                (line.description, line.description),
            )
            if value
        ]
        event.add("description", "\n".join(told))
        found.append(event)
    return found


def _reviews(due: DueDays) -> Sequence[Event]:
    found = []
    for review, day in due.reviews:
        event = _event(uid(review, due.assessment), day)
        event.add("summary", _("Follow-up review"))
        found.append(event)
    return found


def _event(known_as: str, day: dt.date) -> Event:
    event = Event()
    event.add("uid", known_as)
    event.add("dtstart", day)
    event.add("dtend", day + dt.timedelta(days=1))
    return event
