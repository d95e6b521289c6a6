"""What the team's sessions hold: who is in them, what they are about, what was noted, and of what nobody spoke yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping

from msgspec import Struct

from desktop.model.assessment.desk import Desk
from desktop.model.assessment.note_index import Hearing, NoteIndex
from desktop.model.errors import RefusalError
from desktop.model.evaluation.sessions import session_key
from desktop.model.listening.part_texts import parts_of
from desktop.model.listening.unheard import Unheard, unheard
from desktop.model.maturity.refs import Ref
from desktop.model.records import (
    Model,
    NoteTag,
    Participant,
    SessionArea,
    SessionKind,
    SessionMember,
    SessionNote,
    SessionParticipant,
    TeamSession,
)
from desktop.model.scoring.coverage import Voice
from desktop.model.scoring.inputs import Source

Standing = Callable[[Participant], str]
"""As whom a participant speaks, without saying who it is: `role_of` or `group_of`."""


def role_of(participant: Participant) -> str:
    """The role."""
    return participant.role


def group_of(participant: Participant) -> str:
    """The group."""
    return participant.group


_EVER = dt.datetime.min.replace(tzinfo=dt.UTC)


class HeardNote(Struct, frozen=True):
    """A note with where it was heard, and from whom: by role or group, never by name.

    Attributes:
        role: or group, of who said it; empty where that is not known.
    """

    note: SessionNote
    session: TeamSession
    role: str


class SessionReading:
    """Reads sessions and their notes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._index = NoteIndex(desk.store)
        self._all: list[TeamSession] = []
        self._ordered: list[TeamSession] = []
        self._held: dict[str, Source] = {}
        self._sources: dict[Ref, tuple[tuple[Hearing, ...], tuple[Source, ...]]] = {}
        desk.subscribe(self._index.follow)

    def all(self) -> list[TeamSession]:
        """Every session in the order of days and times; those without a day last."""
        if self._all != (sessions := self._desk.store.all(TeamSession)):
            self._all = sessions
            self._ordered = sorted(
                sessions, key=lambda each: (each.day or dt.date.max, each.starts, session_key(each.name), each.id)
            )
        return [*self._ordered]

    def count(self, *, sources: bool = False) -> int:
        """How many sessions there are; of those that count as sources, when these alone are wanted."""
        return sum(each.kind.is_source or not sources for each in self._desk.store.all(TeamSession))

    def heard_in(self) -> list[TeamSession]:
        """Those of them in which something is heard, seen or read: what counts as a source."""
        return [each for each in self.all() if each.kind.is_source]

    def get(self, session: str) -> TeamSession:
        """A session.

        Raises:
            RefusalError: ``session.unknown``.
        """
        return self._session(session)

    def with_note(self, note: str) -> str:
        """Id of the session in which a note was taken; empty where there is no such note."""
        found = self._desk.store.get(SessionNote, note)
        return found.session if found is not None else ""

    def counted(self) -> Mapping[str, int]:
        """How many notes were taken, by the id of each session that has some."""
        return self._index.counted()

    def notes(self, session: str) -> list[SessionNote]:
        """The notes of a session in the order in which they were taken."""
        return self._among(self._index.in_session(session))

    def note_ids(self, session: str) -> Collection[str]:
        """The ids of the notes of a session."""
        return self._index.in_session(session)

    def last_notes(self, session: str, most: int) -> list[SessionNote]:
        """The notes of a session that were taken last, so many at most, in the order in which they were taken."""
        return self._among(self._index.last_in(session, most))

    def tags(self, note: str) -> tuple[Ref, ...]:
        """What a note speaks of, by model and id."""
        return self.tagged([note]).get(note, ())

    def tagged(self, notes: Iterable[str]) -> Mapping[str, tuple[Ref, ...]]:
        """What each of these notes speaks of that speaks of something."""
        found: dict[str, list[Ref]] = {}
        for note, model, part, tagged in self._desk.store.cells(
            NoteTag, "note", "model", "part", "tagged", firsts=[*notes]
        ):
            if tagged:
                found.setdefault(note, []).append(Ref(model, part))
        return {note: tuple(refs) for note, refs in found.items()}

    def heard(self, model: str, *parts: str, by: Standing = role_of) -> tuple[HeardNote, ...]:
        """The notes that speak of one of these parts of a model, in the order of their times."""
        return self.noted({note for part in parts for note in self._index.speaking_of(Ref(model, part))}, by)

    def noted(self, notes: Iterable[str], by: Standing = role_of) -> tuple[HeardNote, ...]:
        """These notes with where they were heard, in the order of their times; those that are gone are left out."""
        roles = {each.id: by(each) for each in self._desk.store.all(Participant)}
        sessions = {each.id: each for each in self._desk.store.all(TeamSession) if each.kind.is_source}
        return tuple(
            HeardNote(note, sessions[note.session], self._role(note.session, note.participant, roles))
            for note in self._among(notes)
            if note.session in sessions
        )

    def unheard(self, session: str) -> list[Unheard]:
        """The practices of a session's areas of which nobody spoke yet, anywhere, or not all roles heard in it."""
        people, areas = self.participants(session), self.areas(session)
        ordered = sorted(self._desk.store.all(Participant), key=lambda each: each.number)
        roles = tuple(dict.fromkeys(each.role for each in ordered if each.id in people and each.role))
        found: list[Unheard] = []
        for model in sorted(self._in_use(areas)):
            pack = self._desk.pack(model)
            places = [place for place in pack.place_by_id if Ref(model, place) in areas]
            parts = [Ref(model, part) for place in places for part in parts_of(pack, place)]
            found += unheard(parts, self._said(parts), roles)
        return found

    def _said(self, parts: Iterable[Ref]) -> Mapping[Ref, set[str]]:
        """The roles that spoke of each of these parts, in whatever session."""
        roles = {each.id: each.role for each in self._desk.store.all(Participant)}
        found: dict[Ref, set[str]] = {}
        for part in parts:
            if heard := self._index.hearings(part):
                found[part] = {self._role(each.session, each.participant, roles) for each in heard}
        return found

    def _among(self, notes: Iterable[str]) -> list[SessionNote]:
        """These notes in the order in which they were taken."""
        return sorted(self._desk.store.among(SessionNote, notes), key=_moment)

    def spoken_of(self, session: str) -> list[str]:
        """Ids of the models that a session speaks of: those of its areas, or else all in use."""
        in_use = [each.id for each in self._desk.store.all(Model)]
        return sorted(self._in_use(self.areas(session)), key=in_use.index) or in_use

    def _in_use(self, areas: Iterable[Ref]) -> set[str]:
        return {each.id for each in self._desk.store.all(Model)} & {ref.model for ref in areas}

    def _role(self, session: str, participant: str, roles: Mapping[str, str]) -> str:
        """The role of who said something; of nobody in particular, that of all who are heard where it is the same."""
        if participant:
            return roles.get(participant, "")
        found = {roles.get(person, "") for person in self.participants(session)}
        return found.pop() if len(found) == 1 else ""

    def members(self, session: str) -> frozenset[str]:
        """Ids of the team members who ask."""
        return frozenset(each.member for each in self._desk.store.all(SessionMember, session=session) if each.asks)

    def participants(self, session: str) -> frozenset[str]:
        """Ids of the participants who are heard."""
        found = self._desk.store.all(SessionParticipant, session=session)
        return frozenset(each.participant for each in found if each.heard)

    def areas(self, session: str) -> frozenset[Ref]:
        """The areas, streams and tracks that a session is about."""
        found = self._desk.store.all(SessionArea, session=session)
        return frozenset(Ref(each.model, each.place) for each in found if each.about)

    def every_area(self) -> Mapping[str, frozenset[Ref]]:
        """The areas, streams and tracks that sessions are about, by the id of each that is about some."""
        found: dict[str, set[Ref]] = {}
        for each in self._desk.store.all(SessionArea):
            if each.about:
                found.setdefault(each.session, set()).add(Ref(each.model, each.place))
        return {session: frozenset(areas) for session, areas in found.items()}

    def sources(self, model: str) -> Mapping[str, tuple[Source, ...]]:
        """What the notes make a source of, by the id of each part of a model that a note speaks of.

        All notes of one session on a part are one source, as its pieces of evidence are.
        """
        if self._held != (held := self._sources_held()):
            self._held = held
            self._sources.clear()
        found: dict[str, tuple[Source, ...]] = {}
        for part in self._index.spoken_of(model):
            heard, kept = self._index.hearings(part), self._sources.get(part)
            if kept is None or kept[0] is not heard:
                ids = sorted({each.session for each in heard} & held.keys())
                kept = self._sources[part] = heard, tuple(held[id_] for id_ in ids)
            if kept[1]:
                found[part.part] = kept[1]
        return found

    def changes_sources(self, session: str) -> bool:
        """Whether a session counts as another source than when `sources` was last asked; its time and place do not."""
        found = self._desk.store.get(TeamSession, session)
        return self._held.get(session) != (_source(found) if found is not None else None)

    def _sources_held(self) -> dict[str, Source]:
        """The sessions that count as sources, as which each of them counts."""
        sessions = self._desk.store.all(TeamSession)
        return {each.id: source for each in sessions if (source := _source(each)) is not None}

    def roles(self, by: Standing = role_of) -> tuple[str, ...]:
        """The roles, or groups, of all who are heard in interviews, in the order of the participants; no blank ones."""
        held = {each.id for each in self._desk.store.all(TeamSession) if each.kind is SessionKind.INTERVIEW}
        heard = (each for each in self._desk.store.all(SessionParticipant) if each.heard and each.session in held)
        there = {each.participant for each in heard}
        ordered = sorted(self._desk.store.all(Participant), key=lambda each: each.number)
        return tuple(dict.fromkeys(by(each) for each in ordered if each.id in there and by(each)))

    def voices(self, model: str, by: Standing = role_of) -> Mapping[str, tuple[Voice, ...]]:
        """What the notes say where and by whom, by the id of each part of a model that a note speaks of.

        By role or group, never by person. All is read once, however many notes there are.
        """
        sessions = {each.id: each for each in self._desk.store.all(TeamSession)}
        roles = {each.id: by(each) for each in self._desk.store.all(Participant)}
        heard: dict[str, set[str]] = {}
        for each in self._desk.store.all(SessionParticipant):
            if each.heard:
                heard.setdefault(each.session, set()).add(roles.get(each.participant, ""))
        common = {session: found.pop() if len(found) == 1 else "" for session, found in heard.items()}
        found: dict[str, dict[Voice, None]] = {}
        spoken: dict[Hearing, Voice | None] = {}
        for part in self._index.spoken_of(model):
            for hearing in self._index.hearings(part):
                if hearing not in spoken:
                    session, participant = hearing
                    kind = sessions[session].kind.source if session in sessions else None
                    role = roles.get(participant, "") if participant else common.get(session, "")
                    spoken[hearing] = Voice(kind, sessions[session].name, role) if kind is not None else None
                if (voice := spoken[hearing]) is not None:
                    found.setdefault(part.part, {})[voice] = None
        return {part: tuple(voices) for part, voices in found.items()}

    def _session(self, session: str) -> TeamSession:
        found = self._desk.store.get(TeamSession, session)
        if found is None:
            raise RefusalError("session.unknown", session=session)
        return found


def _source(session: TeamSession) -> Source | None:
    """As which source a session counts; None where it is on the schedule alone."""
    kind = session.kind.evidence
    return Source(kind, session.name) if kind is not None else None


def _moment(note: SessionNote) -> tuple[bool, dt.datetime, str]:
    """What notes are sorted by: when they were taken, those of which that is not known last."""
    return note.at is None, note.at or _EVER, note.id
