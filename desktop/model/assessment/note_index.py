"""Where each note was taken and of what it speaks, held in memory: a key may ask for tens of thousands of notes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from desktop.model.journal import Changed
from desktop.model.maturity.refs import Ref
from desktop.model.records import NoteTag, SessionNote
from desktop.model.store.store import Store

_MOST_FOLLOWED = 2_000
"""Notes that one step changes; after a longer one all are read anew, which then takes no longer."""


_NEVER = "~"
"""Stands for a moment that is not known; it sorts behind all others."""


class Hearing(NamedTuple):
    """In which session something was said, and by which participant; empty for nobody in particular."""

    session: str
    participant: str


class NoteIndex:
    """The notes that are there, by session and by part; read when first asked, and kept up with each step."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._taken: dict[str, Hearing] | None = None
        self._by_session: dict[str, dict[str, str]] = {}
        self._by_part: dict[Ref, dict[str, None]] = {}
        self._hearings: dict[Ref, tuple[Hearing, ...]] = {}

    def follow(self, changed: Changed) -> None:
        """Keep up with a step, once somebody has asked."""
        if self._taken is None:
            return
        notes = {row.split("/", 1)[0] for kind, row in changed.rows if kind in ("session_note", "note_tag")}
        if changed.step is None or len(notes) > _MOST_FOLLOWED:
            self._taken = None
        elif notes:
            for note in notes:
                self._drop(note, self._taken)
            self._read(self._taken, notes)

    def counted(self) -> Mapping[str, int]:
        """How many notes were taken, by the id of each session that has some."""
        self._ask()
        return {session: len(notes) for session, notes in self._by_session.items() if notes}

    def in_session(self, session: str) -> Collection[str]:
        """Ids of the notes of a session."""
        self._ask()
        return self._by_session.get(session, {}).keys()

    def last_in(self, session: str, most: int) -> Collection[str]:
        """Ids of the notes of a session that were taken last, so many at most; those without a time are last of all."""
        self._ask()
        notes = self._by_session.get(session, {})
        return notes.keys() if len(notes) <= most else sorted(notes, key=notes.__getitem__)[-most:]

    def last_moment(self, session: str) -> str:
        """When the last note of a session was taken, as it stands in the file; empty where that is not known of any."""
        self._ask()
        return max((at for at in self._by_session.get(session, {}).values() if at != _NEVER), default="")

    def speaking_of(self, part: Ref) -> Collection[str]:
        """Ids of the notes that speak of a part."""
        self._ask()
        return self._by_part.get(part, {}).keys()

    def spoken_of(self, model: str) -> Iterator[Ref]:
        """The parts of a model of which a note speaks."""
        self._ask()
        return (part for part, notes in self._by_part.items() if part.model == model and notes)

    def hearings(self, part: Ref) -> tuple[Hearing, ...]:
        """Where and by whom something was said of a part, each once; the very same until a note of it changes."""
        taken = self._ask()
        if part not in self._hearings:
            self._hearings[part] = tuple({taken[note]: None for note in self._by_part.get(part, {})})
        return self._hearings[part]

    def _ask(self) -> dict[str, Hearing]:
        if self._taken is None:
            for kept in (self._by_session, self._by_part, self._hearings):
                kept.clear()
            self._taken = {}
            self._read(self._taken)
        return self._taken

    def _read(self, taken: dict[str, Hearing], notes: Collection[str] | None = None) -> None:
        """Take in these notes, or all."""
        hearings: dict[tuple[str | None, str | None], Hearing] = {}
        for note, at, *where in self._store.cells(SessionNote, "id", "at", "session", "participant", firsts=notes):
            taken[note] = hearings.setdefault((*where,), Hearing(*(each or "" for each in where)))
            self._by_session.setdefault(taken[note].session, {})[note] = at or _NEVER
        for note, model, part, tagged in self._store.cells(NoteTag, "note", "model", "part", "tagged", firsts=notes):
            if tagged and note in taken:
                self._by_part.setdefault(Ref(model, part), {})[note] = None
        if notes:
            for ref in [ref for ref, speaking in self._by_part.items() if not speaking.keys().isdisjoint(notes)]:
                self._hearings.pop(ref, None)

    def _drop(self, note: str, taken: dict[str, Hearing]) -> None:
        heard = taken.pop(note, None)
        if heard is None:
            return
        del self._by_session[heard.session][note]
        for ref, speaking in self._by_part.items():
            if note in speaking:
                del speaking[note]
                self._hearings.pop(ref, None)
