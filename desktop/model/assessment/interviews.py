"""Sessions of the team and the notes taken in them; what a note speaks of has its session as a source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from desktop.model.assessment.desk import Desk, new_id
from desktop.model.assessment.session_reading import SessionReading
from desktop.model.errors import RefusalError
from desktop.model.evaluation.sessions import session_key, session_name
from desktop.model.journal import Changed
from desktop.model.listening.typed_tags import TypedTags
from desktop.model.listening.word_index import WordIndex
from desktop.model.maturity.refs import Ref
from desktop.model.records import (
    FindingNote,
    Member,
    NoteTag,
    Participant,
    SessionArea,
    SessionKind,
    SessionMember,
    SessionNote,
    SessionParticipant,
    TeamSession,
    Tone,
)


class Interviews(SessionReading):
    """Interviews, discussions, demonstrations and reviews of documents, with what was noted in each."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._indices: dict[str, WordIndex] = {}
        self._tags: dict[str, TypedTags] = {}

    def add(self, kind: SessionKind, name: str, **cells: object) -> str:
        """Plan or begin a session; returns its new id.

        Args:
            kind: how it is held.
            name: by which people know it.
            cells: day, times and place, as `TeamSession` has them.

        Raises:
            RefusalError: ``session.nameless``, ``session.days``.
        """
        session, name = new_id(), _named(name)
        _refuse_no_days(cells.get("day"), cells.get("last_day"))
        with self._desk.step("session.add", name=name) as step:
            step.draft.put(TeamSession, session, kind=kind, name=name, **cells)
        return session

    def change(self, session: str, **cells: object) -> Changed:
        """Set fields of a session.

        Raises:
            RefusalError: ``session.unknown``, ``session.nameless``; ``session.has_notes`` where it is no longer to be a
                source; ``session.days`` where its last day lies before its first.
        """
        known = self._session(session)
        name, kind = known.name, cells.get("kind", known.kind)
        if isinstance(kind, SessionKind) and not kind.is_source and self.notes(session):
            raise RefusalError("session.has_notes", name=name)
        _refuse_no_days(cells.get("day", known.day), cells.get("last_day", known.last_day))
        if "name" in cells:
            name = cells["name"] = _named(str(cells["name"]))
        with self._desk.step("session.set", name=name) as step:
            step.draft.put(TeamSession, session, **cells)
        return step.changed

    def remove(self, session: str) -> Changed:
        """Take a session away with its notes.

        Raises:
            RefusalError: ``session.unknown``.
        """
        with self._desk.step("session.remove", name=self._session(session).name) as step:
            for note in self.notes(session):
                step.draft.remove(SessionNote, note.id)
            step.draft.remove(TeamSession, session)
        return step.changed

    def take_part(self, session: str, *, members: Iterable[str] = (), participants: Iterable[str] = ()) -> Changed:
        """Say who asks and who is heard in a session, and nobody else.

        Raises:
            RefusalError: ``session.unknown``, ``member.unknown``, ``participant.unknown``.
        """
        asking, heard = frozenset(members), frozenset(participants)
        for member in asking:
            if self._desk.store.get(Member, member) is None:
                raise RefusalError("member.unknown", member=member)
        for participant in heard:
            self._refuse_unknown_person(participant)
        with self._desk.step("session.people", name=self._session(session).name) as step:
            step.draft.put_many(
                SessionMember,
                (((session, each), {"asks": each in asking}) for each in sorted(asking | self.members(session))),
            )
            step.draft.put_many(
                SessionParticipant,
                (((session, each), {"heard": each in heard}) for each in sorted(heard | self.participants(session))),
            )
        return step.changed

    def set_areas(self, session: str, areas: Iterable[Ref]) -> Changed:
        """Say which areas, streams and tracks a session is about, and no others.

        Raises:
            RefusalError: ``session.unknown``, ``area.unknown``, ``model.not_in_use``.
        """
        about = frozenset(areas)
        for ref in about:
            if ref.part not in self._desk.pack(ref.model).place_by_id:
                raise RefusalError("area.unknown", area=ref.part, model=ref.model)
        with self._desk.step("session.areas", name=self._session(session).name) as step:
            step.draft.put_many(
                SessionArea,
                (((session, *each), {"about": each in about}) for each in sorted(about | self.areas(session))),
            )
        return step.changed

    def note(
        self,
        session: str,
        text: str,
        *,
        tone: Tone = Tone.NEUTRAL,
        participant: str = "",
        tags: Iterable[Ref] = (),
        at: dt.datetime | None = None,
        finding: str = "",
    ) -> str:
        """Keep a note; returns its new id.

        Args:
            session: in which it is taken.
            text: what was heard, seen or read.
            tone: what it says of what it speaks of.
            participant: id of who said it; empty where nobody in particular did.
            tags: what it speaks of.
            at: when; now where it is not said, and then after every other note of the session, whatever the clock says.
            finding: id of the finding on which it was said in a discussion; empty for none.

        Raises:
            RefusalError: ``session.unknown``, ``note.empty``, ``participant.unknown``, ``part.unknown``,
                ``model.not_in_use``.
        """
        name, text, refs = self._session(session).name, _said(text), [*tags]
        self._refuse_unknown_parts(refs)
        if participant:
            self._refuse_unknown_person(participant)
        note, at = new_id(), at or self._next_moment(session)
        with self._desk.step("session_note.add", session=name) as step:
            step.draft.put(SessionNote, note, session=session, at=at, participant=participant, text=text, tone=tone)
            step.draft.put_many(NoteTag, (((note, *ref), {"tagged": True}) for ref in refs))
            if finding:
                step.draft.put(FindingNote, finding, note, about=True)
        return note

    def change_note(self, note: str, *, tags: Iterable[Ref] | None = None, **cells: object) -> Changed:
        """Set text, tone or speaker of a note; where tags are given, it speaks of these and of nothing else.

        Raises:
            RefusalError: ``note.unknown``, ``note.empty``, ``participant.unknown``, ``part.unknown``,
                ``model.not_in_use``.
        """
        before = self.tags(note)
        refs = frozenset(before if tags is None else tags)
        self._refuse_unknown_parts(sorted(refs.difference(before)))
        if "text" in cells:
            cells["text"] = _said(str(cells["text"]))
        if cells.get("participant"):
            self._refuse_unknown_person(str(cells["participant"]))
        with self._desk.step("session_note.set", session=self._session_of(note)) as step:
            step.draft.put(SessionNote, note, **cells)
            step.draft.put_many(
                NoteTag, (((note, *ref), {"tagged": ref in refs}) for ref in sorted(refs.symmetric_difference(before)))
            )
        return step.changed

    def tag(self, note: str, tags: Iterable[Ref], *, tagged: bool = True) -> Changed:
        """Say that a note speaks of parts of models, or does not.

        Raises:
            RefusalError: ``note.unknown``, ``part.unknown``, ``model.not_in_use``.
        """
        refs = [*tags]
        self._refuse_unknown_parts(refs)
        label = "session_note.tag" if tagged else "session_note.untag"
        parts = ", ".join(ref.part for ref in refs)
        with self._desk.step(label, session=self._session_of(note), parts=parts) as step:
            step.draft.put_many(NoteTag, (((note, *ref), {"tagged": tagged}) for ref in refs))
        return step.changed

    def set_tone(self, notes: Iterable[str], tone: Tone) -> Changed:
        """Say of several notes what they tell, in one step.

        Raises:
            RefusalError: ``note.unknown``.
        """
        ids = [*notes]
        with self._desk.step("session_note.set", session=self._sessions_of(ids)) as step:
            for note in ids:
                step.draft.put(SessionNote, note, tone=tone)
        return step.changed

    def remove_notes(self, notes: Iterable[str]) -> Changed:
        """Take notes away, in one step.

        Raises:
            RefusalError: ``note.unknown``.
        """
        ids = [*notes]
        with self._desk.step("session_note.remove", session=self._sessions_of(ids)) as step:
            for note in ids:
                step.draft.remove(SessionNote, note)
        return step.changed

    def offered(self, model: str, said: str, session: str = "") -> tuple[Ref, ...]:
        """The parts of a model of which the words of a note speak most, the nearest first, three at most.

        Args:
            model: id of the model.
            said: the note as far as it is typed.
            session: in which it is typed; parts of its areas come first.

        Raises:
            RefusalError: ``model.not_in_use``.
        """
        digest = self._desk.model(model).digest
        if digest not in self._indices:
            self._indices[digest] = WordIndex(self._desk.pack(model))
        places = {ref.part for ref in self.areas(session) if ref.model == model}
        return tuple(Ref(model, part) for part in self._indices[digest].spoken_of(said, places))

    def typed(self, model: str, letters: str) -> tuple[Ref, ...]:
        """The parts of a model that somebody means by the few letters of a tag, the likeliest first.

        Raises:
            RefusalError: ``model.not_in_use``.
        """
        digest = self._desk.model(model).digest
        if digest not in self._tags:
            self._tags[digest] = TypedTags(self._desk.pack(model))
        return tuple(Ref(model, part) for part in self._tags[digest].find(letters))

    def close(self) -> None:
        """Let go of what was made to offer parts."""
        for index in self._indices.values():
            index.close()
        self._indices.clear()

    def _next_moment(self, session: str) -> dt.datetime:
        """Now to a thousandth of a second, as the file keeps it; later than the last note."""
        now = dt.datetime.now(dt.UTC)
        now = now.replace(microsecond=now.microsecond // 1000 * 1000)
        at = self._index.last_moment(session)
        last = dt.datetime.fromisoformat(at) if at else None
        return now if last is None or last < now else last + dt.timedelta(milliseconds=1)

    def _session_of(self, note: str) -> str:
        found = self._desk.store.get(SessionNote, note)
        if found is None:
            raise RefusalError("note.unknown", note=note)
        return self._session(found.session).name

    def _sessions_of(self, notes: Iterable[str]) -> str:
        """The names of the sessions in which notes were taken."""
        return ", ".join(dict.fromkeys(self._session_of(note) for note in notes))

    def _refuse_unknown_person(self, participant: str) -> None:
        if self._desk.store.get(Participant, participant) is None:
            raise RefusalError("participant.unknown", participant=participant)

    def _refuse_unknown_parts(self, refs: Iterable[Ref]) -> None:
        for ref in refs:
            if not self._desk.knows(ref.model, ref.part):
                raise RefusalError("part.unknown", part=ref.part, model=ref.model)


def _named(name: str) -> str:
    if not session_key(name):
        raise RefusalError("session.nameless")
    return session_name(name)


def _refuse_no_days(day: object, last: object) -> None:
    if isinstance(day, dt.date) and isinstance(last, dt.date) and last < day:
        raise RefusalError("session.days", starts=day.isoformat(), ends=last.isoformat())


def _said(text: str) -> str:
    if not text.strip():
        raise RefusalError("note.empty")
    return text.strip()
