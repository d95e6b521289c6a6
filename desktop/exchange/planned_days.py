"""What a schedule in a file may hold: sessions with the team, and participants by code and role, never by name."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from desktop.model.assessment import Assessment
from desktop.model.planning.sampling import SampleRow
from desktop.model.records import SessionKind, for_sponsor
from desktop.wording.interviews import coded
from desktop.wording.manners import Manner


class ScheduledLine(Struct, frozen=True):
    """A session on a day.

    Attributes:
        id: of the session, which stays the same however often it is moved.
        last_day: of what goes over several days.
        span: from which minute of the day to which; None for a time frame.
        team: names of the members who are in it.
        heard: codes and roles of the participants who are heard.
        areas: ids of what it is about.
    """

    id: str
    kind: SessionKind
    name: str
    day: dt.date
    last_day: dt.date
    span: tuple[int, int] | None
    place: str
    team: tuple[str, ...]
    heard: tuple[str, ...]
    areas: tuple[str, ...]


class PlannedDays(Struct, frozen=True):
    """Everything that a schedule in a file is made of.

    Attributes:
        assessment: its id.
        lines: in the order of their times.
        left_out: names of the sessions that have no day, or end before they begin.
        sample: whom the participants stand for.
        manner: how days are written.
    """

    assessment: str
    organisation: str
    lines: tuple[ScheduledLine, ...]
    left_out: tuple[str, ...]
    sample: tuple[SampleRow, ...] = ()
    manner: Manner = Manner()


def planned_days(assessment: Assessment) -> PlannedDays:
    """Read the schedule of an assessment."""
    preparation, it = assessment.preparation, assessment.interviews
    members, people = preparation.members(), preparation.participants()
    lines, left_out = [], []
    for planned in assessment.schedule.planned():
        session, span = planned.session, planned.span
        if session.day is None or (span is not None and span[1] <= span[0]):
            left_out.append(session.name)
            continue
        lines.append(
            ScheduledLine(
                id=session.id,
                kind=session.kind,
                name=session.name,
                day=session.day,
                last_day=session.last_day or session.day,
                span=span,
                place=session.place,
                team=tuple(member.name for member in members if member.id in planned.members),
                heard=tuple(coded(person) for person in people if person.id in planned.participants),
                areas=tuple(dict.fromkeys(area.part for area in sorted(it.areas(session.id)))),
            )
        )
    details = for_sponsor(preparation.details())
    rows = assessment.schedule.sample(assessment.models.places_asked())
    manner = Manner.of(preparation.details())
    return PlannedDays(assessment.about()["id"], details.organisation, tuple(lines), tuple(left_out), rows, manner)
