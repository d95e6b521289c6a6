"""Whether a pack of criteria makes sense: statements for each level of each track, caps that hold something down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from desktop.model.maturity.faults import FaultCode
from desktop.model.maturity.findings import Finding, finding, is_numbered, level_alone, level_reference, references
from desktop.model.maturity.nodes import Place
from desktop.model.maturity.pack import Cap, Pack, Track


def criteria(pack: Pack) -> Iterator[Finding]:
    """What contradicts itself in the content of the scheme `criteria`, or cannot be scored."""
    yield from level_alone(pack)
    taken: dict[str, str] = {}
    for index, track in enumerate(pack.tracks):
        place: Place = ("tracks", index)
        yield from _levels(pack, track, place)
        yield from _ids(track, place)
        prefix = _prefix(track)
        if prefix in taken:
            yield finding(place, FaultCode.PREFIX_TWICE, prefix=prefix, id=taken[prefix])
        elif prefix:
            taken[prefix] = track.id
    for index, cap in enumerate(pack.caps):
        yield from _cap(pack, cap, ("caps", index))


def _prefix(track: Track) -> str:
    """What most ids of a track's statements start with, up to the first hyphen. Empty without statements."""
    prefixes = Counter(statement.id.partition("-")[0] for statement in track.statements)
    return max(prefixes, key=prefixes.__getitem__, default="")


def _levels(pack: Pack, track: Track, place: Place) -> Iterator[Finding]:
    for at, statement in enumerate(track.statements):
        yield from level_reference(pack, statement.level, (*place, "statements", at, "level"))
    for level in pack.levels:
        if not track.at(level.number):
            yield finding((*place, "statements"), FaultCode.STATEMENT_NONE, id=track.id, level=level.number)


def _ids(track: Track, place: Place) -> Iterator[Finding]:
    prefix = _prefix(track)
    for at, statement in enumerate(track.statements):
        start = f"{prefix}-{statement.level}-"
        if not is_numbered(statement.id, start):
            here = (*place, "statements", at, "id")
            yield finding(here, FaultCode.ID_FORM, id=statement.id, form=f"{start}1")


def _cap(pack: Pack, cap: Cap, place: Place) -> Iterator[Finding]:
    for key in ("unless", "tracks"):
        if not getattr(cap, key):
            yield finding((*place, key), FaultCode.LIST_EMPTY, key=key)
    yield from references(cap.unless, frozenset(pack.statement_by_id), (*place, "unless"), "statements")
    yield from references(cap.tracks, frozenset(pack.track_by_id), (*place, "tracks"), "tracks")
    yield from level_reference(pack, cap.at_most, (*place, "at_most"))
    if cap.at_most == len(pack.levels):
        yield finding((*place, "at_most"), FaultCode.CAP_IDLE, id=cap.id, level=cap.at_most)
