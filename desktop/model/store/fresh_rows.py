"""The records of which steps that come in tell all there is: nothing of them was here, and one writer alone spoke."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import itemgetter

import msgspec

from desktop.model.merging.bundle import ChangeRow
from desktop.model.store.standing_rows import Texts, Touched, put_rows

_HERE = """
    SELECT DISTINCT c.kind, c."row" FROM json_each(?) AS t CROSS JOIN change AS c ON c."row" = t.value
"""
_CLOCK = itemgetter(0)


def fresh_rows(connection: sqlite3.Connection, changes: Sequence[ChangeRow]) -> Mapping[Touched, Texts]:
    """By kind and row, what each cell of such a record holds after the changes.

    Nobody can have said otherwise, so the last change of a cell stands and there is nothing to be decided.

    Args:
        connection: to a file in which the changes do not stand yet.
        changes: those that come in; of one step in their order.
    """
    found: dict[Touched, dict[str, str | None]] = {}
    spoke: dict[Touched, str] = {}
    others: set[Touched] = set()
    for _step, writer, kind, row, cell, _before, after in sorted(changes, key=_CLOCK):
        place = (kind, row)
        found.setdefault(place, {})[cell] = after
        if spoke.setdefault(place, writer) != writer:
            others.add(place)
    rows = msgspec.json.encode([*{row for _kind, row in found}]).decode()
    for place in others.union(connection.execute(_HERE, (rows,))):
        found.pop(place, None)
    return found


def put_fresh_rows(connection: sqlite3.Connection, fresh: Mapping[Touched, Texts]) -> None:
    """Let the tables hold such records; they are put in the order in which a table keeps them."""
    for kind, places in groupby(sorted(fresh), itemgetter(0)):
        put_rows(connection, kind, ((row, fresh[kind, row]) for _kind, row in places))
