"""The records of which steps that come in tell all there is: nothing of them was here, and one writer alone spoke."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from operator import itemgetter

import msgspec

from desktop.model.merging.bundle import ChangeRow
from desktop.model.store.standing_rows import Texts, Touched, put_rows

_HERE = """
    SELECT DISTINCT c.kind, c."row" FROM json_each(?) AS t CROSS JOIN change AS c ON c."row" = t.value
"""
_FIRST = itemgetter(0)
FreshRows = Mapping[str, Mapping[str, Texts]]
"""By kind and row, what each cell holds."""


def fresh_rows(connection: sqlite3.Connection, changes: Sequence[ChangeRow]) -> FreshRows:
    """By kind and row, what each cell of such a record holds after the changes.

    Nobody can have said otherwise, so the last change of a cell stands and there is nothing to be decided.

    Args:
        connection: to a file in which the changes do not stand yet.
        changes: those that come in; of one step in their order.
    """
    found = defaultdict[str, dict[str, dict[str, str | None]]](dict)
    spoke = defaultdict[str, dict[str, str]](dict)
    others: set[Touched] = set()
    for _step, writer, kind, row, cell, _before, after in sorted(changes, key=_FIRST):
        found[kind].setdefault(row, {})[cell] = after
        if spoke[kind].setdefault(row, writer) != writer:
            others.add((kind, row))
    rows = msgspec.json.encode([*{row for rows in found.values() for row in rows}]).decode()
    for kind, row in others.union(connection.execute(_HERE, (rows,))):
        found[kind].pop(row, None)
    return found


def put_fresh_rows(connection: sqlite3.Connection, fresh: FreshRows) -> None:
    """Let the tables hold such records; they are put in the order in which a table keeps them."""
    for kind, rows in fresh.items():
        put_rows(connection, kind, sorted(rows.items(), key=_FIRST))


def others_of(touched: Set[Touched], fresh: FreshRows) -> Set[Touched]:
    """The other records of some."""
    return {each for each in touched if each[1] not in fresh.get(each[0], ())}
