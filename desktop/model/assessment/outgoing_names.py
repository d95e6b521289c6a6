"""Which texts that may leave the team name somebody who takes part; findings have a guard of their own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, get_type_hints

from msgspec import Struct

from desktop.model.assessment.rules.finding_lapses import named_in
from desktop.model.assessment.rules.giveaways import GiveawaySort
from desktop.model.records import KINDS, Privacy, Record, cell_rules

if TYPE_CHECKING:
    from desktop.model.assessment.desk import Desk

_TELLING = frozenset({GiveawaySort.NAME, GiveawaySort.EMAIL, GiveawaySort.CODE})
"""That a small group is named tells who said something; what is to be done may well speak of a group."""

_APART = frozenset({"details", "finding"})
"""Kinds that are not looked through: names of the organisation and its sponsor are meant to be there."""


class NamedText(Struct, frozen=True):
    """A text that names somebody.

    Attributes:
        kind: name of the kind of record it stands in.
        key: of the record.
        number: by which people know the record; 0 for none.
        cell: in which it stands.
        found: what it names, as it stands there.
    """

    kind: str
    key: tuple[str, ...]
    number: int
    cell: str
    found: tuple[str, ...]


def outgoing_names(desk: Desk) -> tuple[NamedText, ...]:
    """Every such text, by kind of record and key."""
    texts = [each for kind in KINDS.values() for each in _texts(desk, kind)]
    everything = "\n\n".join(text for _empty, text in texts)
    if not _named(everything, desk):
        return ()
    return tuple(
        NamedText(empty.kind, empty.key, empty.number, empty.cell, found)
        for empty, text in texts
        if (found := _named(text, desk))
    )


def _texts(desk: Desk, kind: type[Record]) -> Iterator[tuple[NamedText, str]]:
    """The texts of a kind that may leave the team, each with where it stands."""
    cells, name = _worded(kind), kind.declared.name
    for record in desk.all(kind) if cells and name not in _APART else ():
        key = tuple(str(getattr(record, each)) for each in kind.keys)
        for cell in cells:
            if text := str(getattr(record, cell)).strip():
                yield NamedText(name, key, getattr(record, "number", 0), cell, ()), text


@cache
def _worded(kind: type[Record]) -> tuple[str, ...]:
    """The cells of a kind in which the team writes what may leave it."""
    hints, rules = get_type_hints(kind), cell_rules(kind)
    return tuple(
        cell
        for cell in kind.__struct_fields__
        if hints[cell] is str
        and cell not in kind.keys
        and rules[cell].privacy is Privacy.SPONSOR
        and not rules[cell].names
    )


def _named(text: str, desk: Desk) -> tuple[str, ...]:
    return tuple(each.found for each in named_in(text, desk) if each.sort in _TELLING)
