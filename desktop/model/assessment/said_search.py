"""Searching what was said, by its words: notes, comments, evidence, observations, findings and what came of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from desktop.model.assessment.desk import Desk
from desktop.model.journal import Changed
from desktop.model.listening.said_index import SaidHits, SaidIndex
from desktop.model.records import (
    Answer,
    DiscussionPoint,
    Evidence,
    Finding,
    Model,
    Observation,
    Participant,
    Record,
    SessionNote,
)

_SLICE = 1_000
"""Texts that are taken in at once, in some ten milliseconds."""
_MOST_FOLLOWED = 500
"""Texts that one step changes; after a longer one all are read anew."""

_Text = tuple[str, str]
"""The key of a record, and what it says."""


def _text(each: Record) -> str:
    assert isinstance(each, SessionNote | Observation | Finding | DiscussionPoint)
    return each.text


def _of_evidence(each: Record) -> str:
    assert isinstance(each, Evidence)
    return " – ".join(part for part in (each.session, each.note, each.owner, each.reference) if part)


_LISTED: Mapping[str, tuple[type[Record], Callable[[Record], str]]] = {
    kind.declared.name: (kind, said)
    for kind, said in (
        (SessionNote, _text),
        (Evidence, _of_evidence),
        (Observation, _text),
        (Finding, _text),
        (DiscussionPoint, _text),
    )
}
_NOTE, _COMMENT = SessionNote.declared.name, Answer.declared.name
SORTS = (_NOTE, _COMMENT, *(name for name in _LISTED if name != _NOTE))
"""Kinds of record that say something, in the order in which they are found."""
_AROUND = frozenset({Participant.declared.name, Model.declared.name})
"""Kinds that decide whose comments count."""


class SaidSearch:
    """Finds texts by their words; they are read once, in slices, when somebody first searches."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._index: SaidIndex | None = None
        self._slices: Iterator[None] = iter(())
        self._ready = False
        desk.subscribe(self._follow)

    @property
    def ready(self) -> bool:
        """Whether all has been read; until then `find` knows a part."""
        return self._ready

    def read_on(self) -> bool:
        """Read a slice more; True once all has been read. Call it until then, between the keys of the user."""
        if self._index is None:
            self._index = SaidIndex(SORTS)
            self._slices = self._fill(self._index)
        if not self._ready:
            self._ready = next(self._slices, True) is True
        return self._ready

    def find(self, typed: str, most: int) -> list[SaidHits]:
        """What holds every word typed, or words that begin so: of each sort the newest, `most` of them."""
        return self._index.find(typed, most) if self._index is not None else []

    def close(self) -> None:
        """Let go of what was read."""
        if self._index is not None:
            self._index.close()
        self._index, self._slices, self._ready = None, iter(()), False

    def _fill(self, index: SaidIndex) -> Iterator[None]:
        for sort in SORTS:
            texts = self._comments() if sort == _COMMENT else self._notes() if sort == _NOTE else self._all(sort)
            for start in range(0, len(texts), _SLICE):
                index.put(sort, texts[start : start + _SLICE])
                yield

    def _notes(self) -> list[_Text]:
        """In the order of their times."""
        rows = self._desk.store.cells(SessionNote, "at", "id", "text")
        return [(note, text or "") for _at, note, text in sorted(rows, key=lambda row: (row[0] or "", row[1]))]

    def _comments(self) -> list[_Text]:
        """Of those who take part, on models in use."""
        people = {each.id for each in self._desk.store.all(Participant)}
        models = {each.id for each in self._desk.store.all(Model)}
        rows = self._desk.store.cells(Answer, *Answer.keys, "comment", filled="comment")
        return [("/".join(key), text) for *key, text in rows if key[0] in models and key[1] in people]

    def _all(self, sort: str) -> list[_Text]:
        kind, said = _LISTED[sort]
        return [(each.id, said(each)) for each in self._desk.store.all(kind)]  # type: ignore[attr-defined]  # listed

    def _follow(self, changed: Changed) -> None:
        """Keep up with a step, once somebody has searched."""
        if self._index is None:
            return
        rows = [(kind, row) for kind, row in changed.rows if kind in SORTS]
        if changed.step is None or changed.kinds & _AROUND or len(rows) > _MOST_FOLLOWED or not self._ready:
            self.close()
        else:
            for sort in {kind for kind, _row in rows}:
                self._take_in(self._index, sort, [row for kind, row in rows if kind == sort])

    def _take_in(self, index: SaidIndex, sort: str, keys: list[str]) -> None:
        if sort == _COMMENT:
            answers = [self._desk.store.get(Answer, *key.split("/")) for key in keys]
            there = [(key, each.comment) for key, each in zip(keys, answers, strict=True) if each and each.comment]
        else:
            kind, said = _LISTED[sort]
            there = [(each.id, said(each)) for each in self._desk.store.among(kind, keys)]  # type: ignore[attr-defined]
        index.drop(sort, {*keys} - {key for key, _said in there})
        index.put(sort, there)
