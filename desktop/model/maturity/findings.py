"""Contradictions in a pack before their lines are known, and those that any reference can have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from desktop.model.errors import Fact
from desktop.model.maturity.faults import FaultCode
from desktop.model.maturity.nodes import Place
from desktop.model.maturity.pack import Pack


class Finding(Struct, frozen=True):
    """A fault before its line is known.

    Attributes:
        choices: what could have been meant by a reference that leads nowhere.
    """

    place: Place
    code: FaultCode
    facts: dict[str, Fact]
    choices: frozenset[str] = frozenset()


def finding(place: Place, code: FaultCode, **facts: Fact) -> Finding:
    """A fault at a place of the pack, with what its sentence names."""
    return Finding(place, code, facts)


def level_alone(pack: Pack) -> Iterator[Finding]:
    """That there is one level, where places have to stand at different ones."""
    if len(pack.levels) == 1:
        yield finding(("levels",), FaultCode.LEVEL_ALONE)


def references(
    ids: Iterable[str], known: frozenset[str], place: Place, kind: str, elsewhere: frozenset[str] = frozenset()
) -> Iterator[Finding]:
    """What is wrong with a list of references.

    Args:
        ids: what is named, in order.
        known: what may be named.
        place: where the list stands.
        kind: what is sought, for the sentence.
        elsewhere: what exists, but cannot be named here.
    """
    seen: set[str] = set()
    for index, part_id in enumerate(ids):
        here = (*place, index)
        if part_id in seen:
            yield finding(here, FaultCode.REFERENCE_TWICE, id=part_id)
        elif part_id not in known:
            yield reference(part_id, known, here, kind, elsewhere)
        seen.add(part_id)


def reference(
    part_id: str, known: frozenset[str], place: Place, kind: str, elsewhere: frozenset[str] = frozenset()
) -> Finding:
    """A single reference that leads nowhere. See `references`."""
    if part_id in elsewhere:
        return finding(place, FaultCode.REFERENCE_FOREIGN, id=part_id)
    return Finding(place, FaultCode.REFERENCE_DANGLING, {"id": part_id, "kind": kind, "nearest": ""}, known)


def is_numbered(part_id: str, start: str) -> bool:
    """Whether an id is its start and then a number, counted from 1."""
    number = part_id.removeprefix(start)
    return part_id.startswith(start) and number.isascii() and number.isdecimal() and number[0] != "0"


def level_reference(pack: Pack, number: int, place: Place) -> Iterator[Finding]:
    """A level that the pack does not have."""
    if number not in {level.number for level in pack.levels}:
        yield finding(place, FaultCode.REFERENCE_DANGLING, id=str(number), kind="levels", nearest="")
