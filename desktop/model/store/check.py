"""Whether a file is sound: SQLite's own checks, every row read, and the journal replayed against the rows."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, Table, literal_column, select

from desktop.model.journal import Cell, Stacks
from desktop.model.records import KINDS, Record
from desktop.model.store.cells import decode, is_frozen, is_key, row_name, to_record
from desktop.model.store.rows import to_step, to_writer
from desktop.model.store.tables import TABLES, about, change, pack, step, writer

_Rows = dict[str, dict[str, Cell]]


def faults(connection: Connection) -> tuple[str, ...]:
    """What is wrong with a file.

    Returns:
        ``sqlite: …`` for damage SQLite reports; ``reference: table`` for a dangling reference; ``about: name`` for
        what the file should say about itself; ``pack: digest`` for a frozen model that was tampered with;
        ``record: kind/row`` for one that holds an impossible value; ``step: number`` for a step that cannot have been
        made; ``journal: kind/row/cell`` where a cell does not hold what its last change says. Empty when it is sound.
    """
    return tuple(
        found
        for look in (_sqlite, _references, _about, _packs, _records, _steps, _journal)
        for found in look(connection)
    )


def _sqlite(connection: Connection) -> Iterator[str]:
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if line != "ok":
            yield f"sqlite: {line}"


def _references(connection: Connection) -> Iterator[str]:
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"reference: {row[0]}"


def _about(connection: Connection) -> Iterator[str]:
    names = set(connection.execute(select(about.c.name)).scalars())
    if "id" not in names:
        yield "about: id"


def _packs(connection: Connection) -> Iterator[str]:
    for digest, json in connection.execute(select(pack.c.digest, pack.c.json)):
        if not is_frozen(json, digest):
            yield f"pack: {digest}"


def _records(connection: Connection) -> Iterator[str]:
    for kind, table in TABLES.items():
        for row in connection.execute(select(table)).mappings():
            key = tuple(row[name] for name in kind.keys)
            try:
                to_record(kind, row)
                sound = is_key(kind, key)
            except ValueError:
                sound = False
            if not sound:
                yield f"record: {table.name}/{row_name(key)}"


def _steps(connection: Connection) -> Iterator[str]:
    stacks = Stacks([], [])
    for row in connection.execute(select(step).order_by(step.c.number)).mappings():
        try:
            found = to_step(row)
            stacks.take(found.number, found.kind, found.target)
        except ValueError:
            yield f"step: {row['number']}"
    for row in connection.execute(select(writer)).mappings():
        try:
            to_writer(row)
        except ValueError:
            yield f"writer: {row['id']}"


def _journal(connection: Connection) -> Iterator[str]:
    expected: dict[str, _Rows] = {}
    statement = select(change.c.kind, change.c.row, change.c.cell, change.c.after).order_by(literal_column("rowid"))
    for kind, row, cell, after in connection.execute(statement):
        expected.setdefault(kind, {}).setdefault(row, {})[cell] = decode(after)
    for unknown in sorted(expected.keys() - KINDS.keys()):
        yield f"journal: {unknown}"
    for record, table in TABLES.items():
        yield from _differences(table, _cells(connection, table), expected.get(table.name, {}))
        yield from _strangers(record, table, expected.get(table.name, {}))


def _cells(connection: Connection, table: Table) -> _Rows:
    names = [column.name for column in table.primary_key]
    return {
        row_name(tuple(row[name] for name in names)): {
            name: value for name, value in row.items() if name not in names and value is not None
        }
        for row in connection.execute(select(table)).mappings()
    }


def _differences(table: Table, actual: _Rows, expected: _Rows) -> Iterator[str]:
    for row in sorted(actual.keys() | expected.keys()):
        told = {cell: value for cell, value in expected.get(row, {}).items() if value is not None}
        held = actual.get(row, {})
        for cell in sorted(told.keys() | held.keys()):
            if told.get(cell) != held.get(cell):
                yield f"journal: {table.name}/{row}/{cell}"


def _strangers(kind: type[Record], table: Table, expected: _Rows) -> Iterator[str]:
    """Cells and rows that undo could not write to."""
    known = {column.name for column in table.columns}
    for row, cells in expected.items():
        if not is_key(kind, row.split("/")):
            yield f"journal: {table.name}/{row}"
        yield from (f"journal: {table.name}/{row}/{cell}" for cell in cells.keys() - known)
