"""The sessions as lines of the list."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.language import _
from desktop.model.records import Participant, TeamSession
from desktop.ui.table_rows import Column
from desktop.wording import names
from desktop.wording.forms import participant_number
from desktop.wording.interviews import coded, session_times

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment


class SessionRow(Struct, frozen=True):
    """A session with who is in it and what it is about.

    Attributes:
        asking: names of the team members who ask.
        heard: the participants who are heard, by number.
        areas: what it is about, by ids.
        notes: how many were taken.
    """

    session: TeamSession
    asking: tuple[str, ...]
    heard: tuple[Participant, ...]
    areas: tuple[str, ...]
    notes: int

    @property
    def when(self) -> str:
        """Day and times in words."""
        return " ".join(part for part in (names.day(self.session.day), session_times(self.session)) if part)

    @property
    def people(self) -> str:
        """Who is heard, by code and role."""
        return ", ".join(coded(each) for each in self.heard)

    @property
    def moment(self) -> tuple[dt.date, str, str]:
        """What it is sorted by in time; sessions without a day come last."""
        return self.session.day or dt.date.max, self.session.starts, self.session.name.casefold()

    @property
    def summary(self) -> str:
        """Kind, day, place and people on one line."""
        parts = (names.name(self.session.kind), self.when, self.session.place, self.people)
        return " · ".join(part for part in parts if part)


def session_rows(assessment: Assessment, *, sources: bool = True) -> list[SessionRow]:
    """The sessions in the order of their times: those that count as sources, or all."""
    it, preparation = assessment.interviews, assessment.preparation
    members, people = preparation.members(), preparation.participants()
    counts, about = it.counted(), it.every_area()
    numbers = {person.id: place for place, person in enumerate(people)}
    return [
        SessionRow(
            each.session,
            tuple(member.name for member in members if member.id in each.members),
            tuple(people[place] for place in sorted(numbers[person] for person in each.participants)),
            tuple(ref.part for ref in sorted(about.get(each.session.id, ()))),
            counts.get(each.session.id, 0),
        )
        for each in assessment.schedule.planned()
        if each.session.kind.is_source or not sources
    ]


def session_key_of(row: SessionRow) -> str:
    """What tells a line from others."""
    return row.session.id


def columns() -> tuple[Column[SessionRow], ...]:
    """The columns of the list."""
    return (
        Column(
            _("Session"),
            lambda row: row.session.name,
            beneath=_beneath,
            sort=lambda row: row.moment,
        ),
        Column(_("Asks"), lambda row: ", ".join(row.asking), width=110, gives_way=3),
        Column(
            _("Is heard"),
            lambda row: ", ".join(participant_number(each.number) for each in row.heard),
            tip=lambda row: row.people,
            width=90,
            gives_way=1,
        ),
        Column(_("About"), lambda row: ", ".join(row.areas), width=90, gives_way=2),
        Column(_("Notes"), lambda row: str(row.notes), sort=lambda row: row.notes, width=56, right=True),
    )


def _beneath(row: SessionRow) -> str:
    moment = " ".join(part for part in (names.day(row.session.day), row.session.starts) if part)
    return " · ".join(part for part in (names.name(row.session.kind), moment) if part)
