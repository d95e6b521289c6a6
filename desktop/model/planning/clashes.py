"""What cannot be as it is planned: people in two sessions at once, and sessions at impossible times."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from desktop.model.planning.day_times import HOUR, minutes_of
from desktop.model.records import TeamSession


class PlannedSession(Struct, frozen=True):
    """A session and the ids of who is in it."""

    session: TeamSession
    members: frozenset[str] = frozenset()
    participants: frozenset[str] = frozenset()

    @property
    def span(self) -> tuple[int, int] | None:
        """From which minute of its day to which it takes people's time; None where it takes none.

        A session over several days, or without a beginning, is a time frame. Without an end it lasts an hour.
        """
        starts, ends = minutes_of(self.session.starts), minutes_of(self.session.ends)
        several = self.session.last_day is not None and self.session.last_day != self.session.day
        if self.session.day is None or starts is None or several:
            return None
        return starts, starts + HOUR if ends is None else ends


class Trouble(StrEnum):
    """What is wrong with a session."""

    TWO_AT_ONCE = "two_at_once"
    OUTSIDE = "outside"
    BACKWARDS = "backwards"


class Clash(Struct, frozen=True):
    """Something that cannot be as it is planned.

    Attributes:
        session: id of the session.
        other: id of the later of two sessions at once; empty for other troubles.
        members: ids of the members of the team who are in both.
        participants: ids of the participants who are in both.
    """

    trouble: Trouble
    session: str
    other: str = ""
    members: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()


def clashes(planned: Sequence[PlannedSession], starts: dt.date | None, ends: dt.date | None) -> tuple[Clash, ...]:
    """Everything that cannot be, in the order of the sessions.

    Args:
        planned: every session.
        starts: first day of the assessment; None where that is not known.
        ends: last day, likewise.
    """
    found: list[Clash] = []
    for one in planned:
        session, span = one.session, one.span
        first, last = session.day, session.last_day or session.day
        if span is not None and span[1] <= span[0]:
            found.append(Clash(Trouble.BACKWARDS, session.id))
        if first and last and ((starts and first < starts) or (ends and last > ends)):
            found.append(Clash(Trouble.OUTSIDE, session.id))
    return (*found, *_at_once(planned))


def _at_once(planned: Sequence[PlannedSession]) -> Iterator[Clash]:
    """The pairs of sessions that overlap and share somebody."""
    timed = [(one.session.day, *span, one) for one in planned if (span := one.span) is not None and span[0] < span[1]]
    timed.sort(key=lambda each: (each[0] or dt.date.max, each[1], each[2], each[3].session.id))
    for number, (day, _starts, ends, one) in enumerate(timed):
        for other_day, begins, _ends, other in timed[number + 1 :]:
            if other_day != day or begins >= ends:
                break
            members, heard = one.members & other.members, one.participants & other.participants
            if members or heard:
                pair = (one.session.id, other.session.id)
                yield Clash(Trouble.TWO_AT_ONCE, *pair, tuple(sorted(members)), tuple(sorted(heard)))
