"""The team's word on what assessors rate alone: where it is kept, whatever the model."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping

from msgspec import Struct

from desktop.model.assessment.blind_things import DONE, NOT_DONE, BlindThing, Key
from desktop.model.assessment.desk import Desk
from desktop.model.maturity.pack import Pack
from desktop.model.records import ONCE, PartRating, PracticeRating, Record, StatementRating, StreamRating, Tick
from desktop.model.scoring.vocabulary import Characterisation, Fulfilment


class TeamWord(Struct, frozen=True):
    """What the team says of a thing.

    Attributes:
        value: in the words of the thing; None while it has said nothing.
        reason: why.
    """

    value: str | None = None
    reason: str = ""


class KeptWord(Struct, frozen=True):
    """A record and those of its cells that keep a word of the team."""

    kind: type[Record]
    key: tuple[str, ...]
    cells: Mapping[str, object]


def team_words(desk: Desk, pack: Pack) -> dict[Key, TeamWord]:
    """What the team says of a model, by thing; what it has said nothing of is not there."""
    store, model = desk.store, pack.id
    practices = store.all(PracticeRating, model=model)
    ticks = store.all(Tick, model=model)
    streams = store.all(StreamRating, model=model)
    statements = store.all(StatementRating, model=model)
    parts = store.all(PartRating, model=model)
    return {
        **{(each.practice, ONCE): TeamWord(each.value and each.value.value, each.reason) for each in practices},
        **{(each.item, ONCE): TeamWord(DONE if each.done else NOT_DONE) for each in ticks},
        **{(each.stream, ONCE): TeamWord(_level(each), each.reason) for each in streams},
        **{(each.statement, ONCE): TeamWord(each.value and each.value.value, each.note) for each in statements},
        **{(each.part, each.instance): TeamWord(each.answer, each.note) for each in parts},
    }


def kept_word(pack: Pack, thing: BlindThing, value: str, reason: str | None = None) -> KeptWord:
    """How the team's word on a thing is kept; without a reason that which stands stays.

    A practice of a stream is ticked or not; there is no place for a reason beside it.
    """
    kind = _kind_of(pack, thing)
    cell = _REASONS.get(kind)
    cells = {**_SAID[kind](value), **({} if reason is None or cell is None else {cell: reason})}
    key = (pack.id, thing.part, thing.instance) if kind is PartRating else (pack.id, thing.part)
    return KeptWord(kind, key, cells)


def has_reason(pack: Pack, thing: BlindThing) -> bool:
    """Whether there is a place for the team's reason for its word on a thing."""
    return _kind_of(pack, thing) in _REASONS


def _level(rating: StreamRating) -> str | None:
    return None if rating.level is None else str(rating.level)


_REASONS: Mapping[type[Record], str] = {
    PracticeRating: "reason",
    StreamRating: "reason",
    StatementRating: "note",
    PartRating: "note",
}


def _kind_of(pack: Pack, thing: BlindThing) -> type[Record]:
    """The kind of record that keeps what is said of a thing; what is said for an instance is said of a part."""
    if thing.instance != ONCE:
        return PartRating
    known: tuple[tuple[type[Record], Container[str]], ...] = (
        (PracticeRating, pack.practice_by_id),
        (StreamRating, pack.stream_by_id),
        (Tick, pack.item_by_id),
        (StatementRating, pack.statement_by_id),
    )
    return next((kind for kind, ids in known if thing.part in ids), PartRating)


_SAID: Mapping[type[Record], Callable[[str], dict[str, object]]] = {
    PracticeRating: lambda value: {"value": Characterisation(value)},
    StreamRating: lambda value: {"level": int(value)},
    Tick: lambda value: {"done": value == DONE},
    StatementRating: lambda value: {"value": Fulfilment(value)},
    PartRating: lambda value: {"answer": value},
}


def by_kind(words: Iterable[KeptWord]) -> dict[type[Record], list[tuple[tuple[str, ...], Mapping[str, object]]]]:
    """Words as rows to be kept, together by kind of record."""
    found: dict[type[Record], list[tuple[tuple[str, ...], Mapping[str, object]]]] = {}
    for word in words:
        found.setdefault(word.kind, []).append((word.key, word.cells))
    return found
