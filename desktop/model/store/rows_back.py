"""What has to change so that every cell is again as it stands in an earlier copy of the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from desktop.model.journal import Cell, Change
from desktop.model.records import KINDS, Record
from desktop.model.records.record import PRESENT, Privacy, cell_types
from desktop.model.store.cells import row_name
from desktop.model.store.copy_notes import is_coded

_Rows = Mapping[tuple[str, ...], Mapping[str, Cell]]


def changes_back(then: sqlite3.Connection, now: sqlite3.Connection, left: Collection[type[Record]]) -> list[Change]:
    """The changes that bring a file to what an earlier copy of it holds.

    Where one of them does without who the participants are, what is told of that stays.

    Args:
        then: a connection to the copy.
        now: to the file.
        left: kinds of record that stay as they are.
    """
    coded = is_coded(then) or is_coded(now)
    return [
        change
        for kind in KINDS.values()
        if kind not in left and not (coded and kind.declared.privacy is Privacy.PERSON)
        for change in _of(kind, _rows(then, kind), _rows(now, kind))
    ]


def _of(kind: type[Record], then: _Rows, now: _Rows) -> Iterator[Change]:
    name, nothing = kind.declared.name, dict.fromkeys(_cells(kind))
    for key in [*then, *(key for key in now if key not in then)]:
        wanted, held = then.get(key, nothing), now.get(key, nothing)
        if wanted != held:
            row = row_name(key)
            yield from (
                Change(name, row, cell, held[cell], value) for cell, value in wanted.items() if value != held[cell]
            )


def _rows(connection: sqlite3.Connection, kind: type[Record]) -> _Rows:
    cells, keys = _cells(kind), len(kind.keys)
    truths = [cell == PRESENT or cell_types(kind).get(cell) is bool for cell in cells]
    names = ", ".join(f'"{name}"' for name in (*kind.keys, *cells))
    found = connection.execute(f'SELECT {names} FROM "{kind.declared.name}"')  # noqa: S608 - our own names
    return {row[:keys]: dict(zip(cells, map(_cell, row[keys:], truths), strict=True)) for row in found}


def _cell(value: Any, truth: bool) -> Cell:  # noqa: ANN401, FBT001 - as SQLite keeps it
    found: Cell = bool(value) if truth and value is not None else value
    return found


def _cells(kind: type[Record]) -> tuple[str, ...]:
    """The cells of a kind beside its key, the mark of a listed one included."""
    return (*kind.__struct_fields__[len(kind.keys) :], *([PRESENT] if kind.listed else []))
