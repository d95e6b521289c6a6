"""A plan of the days on site, laid out from what is to be done and how much time there is.

The kick-off comes first and the questionnaires are open for the first days. Interviews follow, side by side where the
team is large enough for pairs, then discussions of the areas. Each day ends with the team putting together what it has
heard, the last one with the feedback meeting and the debrief. Noon is kept free, and nobody is in two places at once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from desktop.model.maturity.refs import Ref
from desktop.model.planning.day_times import HOUR, LAST_MINUTE, time_of
from desktop.model.records import SessionKind

NOON, AFTER_NOON = 12 * HOUR, 13 * HOUR
BREATH = 15
"""Minutes between two interviews, to look through one's notes."""
TALK = 90
"""Minutes of a discussion."""
AREAS_EACH = 3
"""So many areas are discussed in one sitting where there is time for it."""
SATURDAY = 5


class PlanWish(Struct, frozen=True):
    """What is to be done, and how much time there is.

    Attributes:
        first: the first day on site.
        days: on site; Saturdays and Sundays are none.
        begins: minute of the day at which work begins.
        hours: of work a day, noon not counted.
        minutes: of an interview.
        interviews: how many people are to be interviewed.
        members: ids of the team.
        heard: ids of those who are to be interviewed, as far as they are known.
        discussing: ids of the participants who are to join the discussions.
        areas: what is to be discussed, in order.
    """

    first: dt.date
    days: int
    hours: int
    minutes: int
    interviews: int
    begins: int = 9 * HOUR
    members: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()
    discussing: tuple[str, ...] = ()
    areas: tuple[Ref, ...] = ()


class LaidSession(Struct, frozen=True):
    """A session of the plan.

    Attributes:
        number: counts sessions of its kind, from 1 up.
        last_day: of a time frame over several days.
        starts: the time of day at which it begins; empty for a time frame.
    """

    kind: SessionKind
    number: int
    day: dt.date
    last_day: dt.date | None = None
    starts: str = ""
    ends: str = ""
    members: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    areas: tuple[Ref, ...] = ()


class LaidPlan(Struct, frozen=True):
    """The plan, and what does not fit into it.

    Attributes:
        interviews_left: so many people cannot be interviewed in the time.
        areas_left: these cannot be discussed in it.
        left: sessions of the frame for which a day is too short.
        overlong: whether a day would end after midnight, so that hours were cut.
    """

    sessions: tuple[LaidSession, ...]
    interviews_left: int = 0
    areas_left: tuple[Ref, ...] = ()
    left: tuple[SessionKind, ...] = ()
    overlong: bool = False


class _Gap(Struct):
    """Free time of a day."""

    day: dt.date
    starts: int
    ends: int


def lay_out(wish: PlanWish) -> LaidPlan:
    """Lay out a plan; discussions give way to interviews where there is not enough time for both."""
    days = working_days(wish.first, wish.days)
    frame, gaps, left = _frame(wish, days)
    wanted = -(-len(wish.areas) // AREAS_EACH)
    best: LaidPlan | None = None
    for sittings in range(wanted, -1, -1):
        plan = _filled(wish, days, frame, gaps, sittings)
        if best is None or plan.interviews_left < best.interviews_left:
            best = plan
        if not plan.interviews_left:
            break
    assert best is not None
    overlong = _day_end(wish) > LAST_MINUTE
    return LaidPlan(_numbered(best.sessions), best.interviews_left, best.areas_left, left, overlong)


def working_days(first: dt.date, days: int) -> list[dt.date]:
    """So many days from the first on, Saturdays and Sundays left out."""
    found: list[dt.date] = []
    day = first
    while len(found) < days:
        if day.weekday() < SATURDAY:
            found.append(day)
        day += dt.timedelta(days=1)
    return found


def _day_end(wish: PlanWish) -> int:
    ends = wish.begins + wish.hours * HOUR
    return ends + (AFTER_NOON - NOON) if wish.begins < NOON < ends else ends


def _open_hours(wish: PlanWish) -> list[tuple[int, int]]:
    """The working time of a day, noon left out."""
    ends = min(_day_end(wish), LAST_MINUTE)
    parts = ((wish.begins, min(ends, NOON)), (max(wish.begins, AFTER_NOON), ends))
    return [(starts, until) for starts, until in parts if starts < until]


def _frame(wish: PlanWish, days: Sequence[dt.date]) -> tuple[list[LaidSession], list[_Gap], tuple[SessionKind, ...]]:
    """What stands at the beginning and the end of days, the time that it leaves, and what of it has no room."""
    sessions: list[LaidSession] = []
    left: list[SessionKind] = []
    gaps: list[_Gap] = []
    for day in days:
        free = [_Gap(day, starts, ends) for starts, ends in _open_hours(wish)]
        last = day == days[-1]
        early = [SessionKind.KICK_OFF] if day == days[0] else []
        late = [SessionKind.DEBRIEF, SessionKind.FEEDBACK] if last else [SessionKind.CONSOLIDATION]
        for kind in (*early, *late):
            taken = _take(free, HOUR, at_end=kind is not SessionKind.KICK_OFF)
            if taken is None:
                left.append(kind)
            else:
                sessions.append(_timed(kind, day, *taken, wish.members))
        gaps += free
    if days:
        until = days[(len(days) - 1) // 4]
        sessions.append(LaidSession(SessionKind.QUESTIONNAIRES, 0, days[0], until if until != days[0] else None))
    return sessions, gaps, tuple(dict.fromkeys(left))


def _take(free: list[_Gap], minutes: int, *, at_end: bool) -> tuple[int, int] | None:
    """Take time off the first gap that is long enough, or off the end of the last one; None where none is."""
    for gap in reversed(free) if at_end else free:
        if gap.ends - gap.starts >= minutes:
            if at_end:
                gap.ends -= minutes
                return gap.ends, gap.ends + minutes
            gap.starts += minutes
            return gap.starts - minutes, gap.starts
    return None


def _filled(
    wish: PlanWish, days: Sequence[dt.date], frame: Sequence[LaidSession], gaps: Sequence[_Gap], sittings: int
) -> LaidPlan:
    """The plan with so many discussions."""
    free = [_Gap(gap.day, gap.starts, gap.ends) for gap in gaps]
    talks: list[tuple[dt.date, int, int]] = []
    for gap in reversed(free):
        while len(talks) < sittings and gap.ends - gap.starts >= TALK:
            gap.ends -= TALK
            talks.append((gap.day, gap.ends, gap.ends + TALK))
    talks.reverse()
    shares = _shares(wish.areas, len(talks))
    discussed = [
        _timed(SessionKind.DISCUSSION, *talk, wish.members, wish.discussing, share)
        for talk, share in zip(talks, shares, strict=True)
    ]
    before = (talks[0][0], talks[0][1]) if talks else (dt.date.max, 0)
    slots = [slot for gap in free for slot in _slots(gap, wish.minutes) if (slot[0], slot[1]) < before]
    asked = days[(len(days) - 1) // 4] if days else wish.first
    pairs = _pairs(wish.members)
    needed = -(-wish.interviews // len(pairs))
    later = [slot for slot in slots if slot[0] > asked]
    if len(later) < needed:  # not enough time once all forms are in
        later = slots[max(0, len(slots) - needed) :]
    heard: list[LaidSession] = []
    for slot in later:
        for pair in pairs:
            if len(heard) < wish.interviews:
                heard.append(_timed(SessionKind.INTERVIEW, *slot, pair, wish.heard[len(heard) : len(heard) + 1]))
    areas_left = () if talks else wish.areas
    return LaidPlan((*frame, *discussed, *heard), wish.interviews - len(heard), areas_left)


def _slots(gap: _Gap, minutes: int) -> Iterator[tuple[dt.date, int, int]]:
    starts = gap.starts
    while starts + minutes <= gap.ends:
        yield gap.day, starts, starts + minutes
        starts += minutes + BREATH


def _pairs(members: Sequence[str]) -> list[tuple[str, ...]]:
    """Who interviews together: as many pairs as there are, one of three where somebody is left."""
    count = max(1, len(members) // 2)
    return [tuple(members[number::count]) for number in range(count)]


def _shares(areas: Sequence[Ref], parts: int) -> list[tuple[Ref, ...]]:
    """The areas in order, in so many shares of nearly equal size."""
    size, more = divmod(len(areas), parts) if parts else (0, 0)
    found, start = [], 0
    for number in range(parts):
        end = start + size + (number < more)
        found.append(tuple(areas[start:end]))
        start = end
    return found


def _timed(
    kind: SessionKind,
    day: dt.date,
    starts: int,
    ends: int,
    members: tuple[str, ...],
    participants: tuple[str, ...] = (),
    areas: tuple[Ref, ...] = (),
) -> LaidSession:
    return LaidSession(kind, 0, day, None, time_of(starts), time_of(ends), members, participants, areas)


def _numbered(sessions: Sequence[LaidSession]) -> tuple[LaidSession, ...]:
    """In the order of their times, each kind counted."""
    counts: dict[SessionKind, int] = {}
    found = []
    for each in sorted(sessions, key=lambda each: (each.day, each.starts, each.kind, each.members)):
        counts[each.kind] = counts.get(each.kind, 0) + 1
        found.append(replace(each, number=counts[each.kind]))
    return tuple(found)
