"""The team's word on what assessors rate alone: where it is kept, whatever the scheme of the model."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from desktop.model.assessment.blind_things import DONE, NOT_DONE, BlindThing, Key
from desktop.model.assessment.desk import Desk
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.vocabulary import Scheme
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
    match pack.scheme:
        case Scheme.STAGED:
            practices = store.all(PracticeRating, model=model)
            return {(each.practice, ONCE): TeamWord(each.value and each.value.value, each.reason) for each in practices}
        case Scheme.STREAMS:
            streams = store.all(StreamRating, model=model)
            ticks = store.all(Tick, model=model)
            return {
                **{(each.item, ONCE): TeamWord(DONE if each.done else NOT_DONE) for each in ticks},
                **{(each.stream, ONCE): TeamWord(_level(each), each.reason) for each in streams},
            }
        case Scheme.CRITERIA:
            statements = store.all(StatementRating, model=model)
            return {(each.statement, ONCE): TeamWord(each.value and each.value.value, each.note) for each in statements}
        case Scheme.PARTS:
            parts = store.all(PartRating, model=model)
            return {(each.part, each.instance): TeamWord(each.answer, each.note) for each in parts}


def kept_word(pack: Pack, thing: BlindThing, value: str, reason: str | None = None) -> KeptWord:
    """How the team's word on a thing is kept; without a reason that which stands stays.

    A practice of a stream is ticked or not; there is no place for a reason beside it.
    """
    kind, said = _said(pack, thing, value)
    cell = _REASONS.get(kind)
    cells = {**said, **({} if reason is None or cell is None else {cell: reason})}
    key = (pack.id, thing.part, thing.instance) if kind is PartRating else (pack.id, thing.part)
    return KeptWord(kind, key, cells)


def has_reason(pack: Pack, thing: BlindThing) -> bool:
    """Whether there is a place for the team's reason for its word on a thing."""
    return pack.scheme is not Scheme.STREAMS or thing.part in pack.stream_by_id


def _level(rating: StreamRating) -> str | None:
    return None if rating.level is None else str(rating.level)


_REASONS: Mapping[type[Record], str] = {
    PracticeRating: "reason",
    StreamRating: "reason",
    StatementRating: "note",
    PartRating: "note",
}


def _said(pack: Pack, thing: BlindThing, value: str) -> tuple[type[Record], dict[str, object]]:
    match pack.scheme:
        case Scheme.STAGED:
            return PracticeRating, {"value": Characterisation(value)}
        case Scheme.STREAMS if thing.part in pack.stream_by_id:
            return StreamRating, {"level": int(value)}
        case Scheme.STREAMS:
            return Tick, {"done": value == DONE}
        case Scheme.CRITERIA:
            return StatementRating, {"value": Fulfilment(value)}
        case Scheme.PARTS:
            return PartRating, {"answer": value}


def by_kind(words: Iterable[KeptWord]) -> dict[type[Record], list[tuple[tuple[str, ...], Mapping[str, object]]]]:
    """Words as rows to be kept, together by kind of record."""
    found: dict[type[Record], list[tuple[tuple[str, ...], Mapping[str, object]]]] = {}
    for word in words:
        found.setdefault(word.kind, []).append((word.key, word.cells))
    return found
