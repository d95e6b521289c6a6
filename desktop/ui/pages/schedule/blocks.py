"""Sessions as blocks of a calendar, and which of them stand beside each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from desktop.language import _
from desktop.model.planning.clashes import PlannedSession
from desktop.model.planning.laid_plans import LaidSession
from desktop.model.records import SessionKind, TeamSession
from desktop.ui.pages.interviews.session_rows import SessionRow
from desktop.wording import names
from desktop.wording.forms import participant_number
from desktop.wording.interviews import session_times
from desktop.wording.schedule import laid_name

DRAFT = "draft "
"""Begins the key of a block that is not in the file."""


class CalendarBlock(Struct, frozen=True):
    """A session on the calendar.

    Attributes:
        key: id of the session; `DRAFT` and a number for one of a plan that is looked at.
        last_day: the same as `day` but for a time frame.
        span: from which minute of the day to which; None for a time frame.
        beneath: times and people.
        clashes: whether something about it cannot be.
    """

    key: str
    name: str
    kind: SessionKind
    day: dt.date
    last_day: dt.date
    span: tuple[int, int] | None
    beneath: str
    clashes: bool = False

    @property
    def is_draft(self) -> bool:
        """Whether it is of a plan that is looked at."""
        return self.key.startswith(DRAFT)

    @property
    def told(self) -> str:
        """What a tooltip and a screen reader say of it."""
        parts = (_("Clash") if self.clashes else "", self.name, names.name(self.kind), self.beneath)
        return " · ".join(part for part in parts if part)


def blocks_of(rows: Sequence[SessionRow], clashing: Collection[str]) -> list[CalendarBlock]:
    """The sessions that have a day."""
    found = []
    for row in rows:
        heard = ", ".join(participant_number(each.number) for each in row.heard)
        parts = (session_times(row.session), heard, ", ".join(row.asking), row.session.place)
        beneath = " · ".join(part for part in parts if part)
        block = _block(row.session.id, row.session, beneath, clashes=row.session.id in clashing)
        found += [block] if block is not None else []
    return found


def laid_blocks(
    laid: Sequence[LaidSession], numbers: Mapping[str, int], members: Mapping[str, str]
) -> list[CalendarBlock]:
    """The sessions of a plan.

    Args:
        laid: the sessions.
        numbers: of the participants, by id.
        members: names of the team, by id.
    """
    found = []
    for place, each in enumerate(laid):
        session = TeamSession(
            id="",
            kind=each.kind,
            name=laid_name(each),
            day=each.day,
            last_day=each.last_day,
            starts=each.starts,
            ends=each.ends,
        )
        heard = ", ".join(participant_number(numbers[who]) for who in each.participants)
        parts = (session_times(session), heard, ", ".join(members[who] for who in each.members))
        block = _block(f"{DRAFT}{place}", session, " · ".join(part for part in parts if part))
        found += [block] if block is not None else []
    return found


def lanes(blocks: Sequence[CalendarBlock]) -> dict[str, tuple[int, int]]:
    """Where blocks of one day stand beside each other: the place of each by its key, and how many places there are."""
    found: dict[str, tuple[int, int]] = {}
    together: list[tuple[CalendarBlock, int]] = []
    until = -1
    for block in sorted(blocks, key=lambda each: (each.span or (0, 0), each.name, each.key)):
        starts, ends = block.span or (0, 0)
        if starts >= until:
            _settle(together, found)
            together, until = [], -1
        taken = {lane for other, lane in together if (other.span or (0, 0))[1] > starts}
        lane = next(number for number in range(len(together) + 1) if number not in taken)
        together.append((block, lane))
        until = max(until, ends)
    _settle(together, found)
    return found


def _settle(together: Sequence[tuple[CalendarBlock, int]], found: dict[str, tuple[int, int]]) -> None:
    count = max((lane for _block, lane in together), default=0) + 1
    found.update((block.key, (lane, count)) for block, lane in together)


def _block(key: str, session: TeamSession, beneath: str, *, clashes: bool = False) -> CalendarBlock | None:
    if session.day is None:
        return None
    span = PlannedSession(session).span
    if span is not None and span[1] <= span[0]:
        span = (span[0], span[0] + 30)  # it ends before it begins, and still has to be seen
    last = session.last_day or session.day
    return CalendarBlock(key, session.name, session.kind, session.day, last, span, beneath, clashes)
