"""Whether a file is sound: SQLite's own checks, and the journal replayed against the rows."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, Table, literal_column, select

from desktop.model.journal import Cell
from desktop.model.store.cells import decode, row_name
from desktop.model.store.tables import TABLES, change, pack


def faults(connection: Connection) -> tuple[str, ...]:
    """What is wrong with a file.

    Returns:
        ``sqlite: …`` for damage SQLite reports, ``reference: table`` for a dangling reference, ``pack: digest`` for a
        frozen model that was tampered with, ``journal: kind/row/cell`` where a cell does not hold what its last change
        says. Empty when the file is sound.
    """
    return (*_sqlite(connection), *_references(connection), *_packs(connection), *_journal(connection))


def _sqlite(connection: Connection) -> list[str]:
    lines = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    return [] if lines == ["ok"] else [f"sqlite: {line}" for line in lines]


def _references(connection: Connection) -> list[str]:
    return [f"reference: {row[0]}" for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]


def _packs(connection: Connection) -> list[str]:
    rows = connection.execute(select(pack.c.digest, pack.c.json)).tuples()
    return [f"pack: {digest}" for digest, json in rows if hashlib.sha256(json).hexdigest() != digest]


def _journal(connection: Connection) -> list[str]:
    expected: dict[str, dict[str, dict[str, Cell]]] = {}
    statement = select(change.c.kind, change.c.row, change.c.cell, change.c.after).order_by(literal_column("rowid"))
    for kind, row, cell, after in connection.execute(statement):
        expected.setdefault(kind, {}).setdefault(row, {})[cell] = decode(after)
    found: list[str] = []
    for table in TABLES.values():
        found += _differences(table, _cells(connection, table), expected.get(table.name, {}))
    return found


def _cells(connection: Connection, table: Table) -> dict[str, dict[str, Cell]]:
    names = [column.name for column in table.primary_key]
    return {
        row_name(tuple(row[name] for name in names)): {
            name: value for name, value in row.items() if name not in names and value is not None
        }
        for row in connection.execute(select(table)).mappings()
    }


def _differences(table: Table, actual: dict[str, dict[str, Cell]], expected: dict[str, dict[str, Cell]]) -> list[str]:
    found = []
    for row in sorted(actual.keys() | expected.keys()):
        told = {cell: value for cell, value in expected.get(row, {}).items() if value is not None}
        held = actual.get(row, {})
        found += [
            f"journal: {table.name}/{row}/{cell}"
            for cell in sorted(told.keys() | held.keys())
            if told.get(cell) != held.get(cell)
        ]
    return found
