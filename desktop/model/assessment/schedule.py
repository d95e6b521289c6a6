"""The days on site: every session with who is in it, what cannot be as it is planned, and plans that are laid out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from desktop.model.assessment.desk import Desk, new_id
from desktop.model.assessment.interviews import Interviews
from desktop.model.evaluation.sessions import session_name
from desktop.model.journal import Changed
from desktop.model.maturity.refs import Ref
from desktop.model.planning.clashes import Clash, PlannedSession, clashes
from desktop.model.planning.day_times import minutes_of, time_of
from desktop.model.records import (
    Details,
    Member,
    Participant,
    ScopeItem,
    SessionArea,
    SessionMember,
    SessionParticipant,
    TeamSession,
)

if TYPE_CHECKING:
    from desktop.model.planning.laid_plans import LaidSession
    from desktop.model.planning.sampling import SampleRow


class Schedule:
    """The sessions as a plan; they are kept by `Interviews`."""

    def __init__(self, desk: Desk, interviews: Interviews) -> None:
        self._desk = desk
        self._interviews = interviews

    def planned(self) -> tuple[PlannedSession, ...]:
        """Every session with those who are in it and are there, in the order of their times."""
        members: dict[str, set[str]] = {}
        participants: dict[str, set[str]] = {}
        team = {each.id for each in self._desk.store.all(Member)}
        people = {each.id for each in self._desk.store.all(Participant)}
        for asking in self._desk.store.all(SessionMember):
            if asking.asks and asking.member in team:
                members.setdefault(asking.session, set()).add(asking.member)
        for heard in self._desk.store.all(SessionParticipant):
            if heard.heard and heard.participant in people:
                participants.setdefault(heard.session, set()).add(heard.participant)
        return tuple(
            PlannedSession(each, frozenset(members.get(each.id, ())), frozenset(participants.get(each.id, ())))
            for each in self._interviews.all()
        )

    def clashes(self) -> tuple[Clash, ...]:
        """What cannot be as it is planned."""
        details = self._desk.store.get(Details, "assessment") or Details()
        return clashes(self.planned(), details.starts, details.ends)

    def sample(self, areas: Iterable[Ref]) -> tuple[SampleRow, ...]:
        """Whether those who take part are a cross-section; see `desktop.model.planning.sampling`.

        Args:
            areas: the areas, streams and tracks to speak about.
        """
        from desktop.model.planning.sampling import Hearing, sample  # noqa: PLC0415 - only when asked for

        hearings = [
            Hearing(each.session.kind, each.participants, self._interviews.areas(each.session.id))
            for each in self.planned()
            if each.session.kind.is_source
        ]
        people = sorted(self._desk.store.all(Participant), key=lambda each: each.number)
        named = {area: self._desk.pack(area.model).place_by_id[area.part].name for area in areas}
        return sample(people, self._desk.store.all(ScopeItem), named, hearings)

    def move(self, session: str, day: dt.date, starts: str) -> Changed:
        """Let a session begin at another time; it stays as long as it is, and a time frame keeps its days.

        Raises:
            RefusalError: ``session.unknown``.
        """
        known = self._interviews.get(session)
        cells: dict[str, object] = {"day": day, "starts": starts}
        before, until, begins = minutes_of(known.starts), minutes_of(known.ends), minutes_of(starts)
        if before is not None and until is not None and begins is not None:
            cells["ends"] = time_of(begins + until - before)
        if known.day is not None and known.last_day is not None:
            cells["last_day"] = day + (known.last_day - known.day)
        with self._desk.step("session.move", name=known.name, day=day.isoformat(), starts=starts) as step:
            step.draft.put(TeamSession, session, **cells)
        return step.changed

    def replaceable(self) -> list[TeamSession]:
        """The sessions of which nothing would be lost if a plan took their place: those without notes."""
        noted = self._interviews.counted()
        return [each for each in self._interviews.all() if not noted.get(each.id)]

    def take(self, laid: Sequence[LaidSession], names: Sequence[str], *, replacing: bool) -> Changed:
        """Take a plan as it was laid out, in one step.

        Args:
            laid: its sessions.
            names: of each of them.
            replacing: whether sessions without notes make room for it.
        """
        gone = self.replaceable() if replacing else []
        new = [(new_id(), session_name(name), each) for name, each in zip(names, laid, strict=True)]
        with self._desk.step("session.lay_out", count=len(new)) as step:
            for each in gone:
                step.draft.remove(TeamSession, each.id)
            step.draft.put_many(
                TeamSession,
                (
                    (
                        (id_,),
                        {
                            "kind": each.kind,
                            "name": name,
                            "day": each.day,
                            "last_day": each.last_day,
                            "starts": each.starts,
                            "ends": each.ends,
                        },
                    )
                    for id_, name, each in new
                ),
            )
            step.draft.put_many(
                SessionMember, (((id_, who), {"asks": True}) for id_, _name, each in new for who in each.members)
            )
            step.draft.put_many(
                SessionParticipant,
                (((id_, who), {"heard": True}) for id_, _name, each in new for who in each.participants),
            )
            step.draft.put_many(
                SessionArea, (((id_, *area), {"about": True}) for id_, _name, each in new for area in each.areas)
            )
        return step.changed
