"""Whether a file is sound: SQLite's own checks, every row read, and the journal replayed against the rows.

It reads all that undo and export read: values before a change, too, and records that were removed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, func, select

from desktop.model.errors import RefusalError
from desktop.model.records import Record
from desktop.model.records.record import PRESENT
from desktop.model.store.arrivals import unreadable_arrivals
from desktop.model.store.attached_content import content_faults
from desktop.model.store.cells import LONGEST_TEXT, is_frozen, is_key, row_name, to_record
from desktop.model.store.engine import path_of, raw
from desktop.model.store.journal_reach import knowledge_of
from desktop.model.store.patience import Patience
from desktop.model.store.replay import MOST_CHANGES, Replay, print_of
from desktop.model.store.rows import to_writer
from desktop.model.store.standing_rows import Journal
from desktop.model.store.tables import TABLES, about, change, pack, writer

MOST_FAULTS = 1000
"""So many are told at most."""

_CLIP = 200


def faults(connection: Connection) -> tuple[str, ...]:
    """What is wrong with a file.

    Returns:
        ``sqlite: …`` for damage SQLite reports; ``reference: table`` for a dangling reference; ``about: name`` for
        what the file should say about itself; ``pack: digest`` for a frozen model that was tampered with;
        ``attachment: digest`` for what is attached and is not what it was; ``arrival: number`` for one without sense;
        ``record: kind/row`` for one that holds an impossible value; ``step: number`` for a step that makes no sense;
        ``writer: id`` for one that cannot be read; ``journal: kind/row/cell`` where a change makes no sense, or a cell
        does not hold what its last change says; ``conflict: kind/row/cell`` where it is wrongly noted whether there is
        anything to be decided. Empty when it is sound.

    Raises:
        RefusalError: ``file.too_long`` or ``file.too_big`` when that could not be found out with a reasonable effort.
    """
    patience = Patience(raw(connection))
    with patience.within():
        refuse_too_much(connection)
        return tuple(islice((found[:_CLIP] for found in _faults(connection, patience)), MOST_FAULTS))


def refuse_too_much(connection: Connection) -> None:
    """Refuse a journal that would not go into memory.

    Raises:
        RefusalError: ``file.too_big``.
    """
    if connection.execute(select(func.count()).select_from(change)).scalar_one() > MOST_CHANGES:
        raise RefusalError("file.too_big", path=path_of(raw(connection)))


def _faults(connection: Connection, patience: Patience) -> Iterator[str]:
    for look in (_sqlite, _references, _about, _packs, _attachments, _arrivals):
        yield from look(connection)
    rows: dict[str, set[str]] = {}
    for kind in TABLES:
        yield from _records(connection, kind, rows, patience)
    writers: set[str] = set()
    yield from _writers(connection, writers)
    replay, is_sound = Replay(raw(connection), rows, writers, patience), True
    for told in replay.steps():
        if told.fault is not None:
            is_sound = False
            yield told.fault
    for kind in TABLES:
        yield from _differing(connection, kind, replay, patience)
    if is_sound:
        yield from _conflicts(connection, patience)


def _conflicts(connection: Connection, patience: Patience) -> Iterator[str]:
    """Where what is noted that somebody has to decide is not what follows from the journal."""
    driver = raw(connection)
    noted = set(driver.execute('SELECT kind, "row", cell, sort FROM conflict').fetchall())
    journal, found = Journal(driver, knowledge_of(driver)), set()
    for each in journal.rows() if journal.is_forked() else ():
        patience.use()
        found |= {(each.kind, each.row, cell, sort.value) for cell, sort in each.conflicts.items()}
    for kind, row, cell, _sort in sorted(noted ^ found):
        yield f"conflict: {kind}/{row}/{cell}"


def _sqlite(connection: Connection) -> Iterator[str]:
    for look in ("integrity_check", "cipher_integrity_check"):  # the latter only says something of encrypted files
        for (line,) in raw(connection).execute(f"PRAGMA {look}"):
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


def _attachments(connection: Connection) -> Iterator[str]:
    for digest in content_faults(raw(connection)):
        yield f"attachment: {digest}"


def _arrivals(connection: Connection) -> Iterator[str]:
    for number in unreadable_arrivals(raw(connection)):
        yield f"arrival: {number}"


def _records(
    connection: Connection, kind: type[Record], rows: dict[str, set[str]], patience: Patience
) -> Iterator[str]:
    table = TABLES[kind]
    known = rows.setdefault(str(table.name), set())
    for row in raw_rows(connection, table):
        patience.use()
        key = tuple(row[name] for name in kind.keys)
        if is_key(kind, key):
            known.add(row_name(key))
        if not can_be(kind, row):
            yield f"record: {table.name}/{'/'.join(map(str, key))}"


def can_be(kind: type[Record], row: Mapping[str, Any]) -> bool:
    """Whether a row of a table can be a record."""
    for value in row.values():
        if type(value) is str and len(value) > LONGEST_TEXT:
            return False
    if kind.listed and row[PRESENT] not in (None, 0, 1):
        return False
    try:
        to_record(kind, row)
    except ValueError:
        return False
    return is_key(kind, tuple(row[name] for name in kind.keys))


def raw_rows(connection: Connection, table: Table) -> Iterator[dict[str, Any]]:
    """The rows of a table as the file holds them, whatever type a column should have."""
    names = [column.name for column in table.columns]
    columns = ", ".join(f'"{name}"' for name in names)
    for row in raw(connection).execute(f"SELECT {columns} FROM {table.name}"):  # noqa: S608 - our own names
        yield dict(zip(names, row, strict=True))


def _writers(connection: Connection, writers: set[str]) -> Iterator[str]:
    for row in connection.execute(select(writer)).mappings():
        try:
            writers.add(to_writer(row).id)
        except (ValueError, TypeError):
            yield f"writer: {row['id']}"


def _differing(connection: Connection, kind: type[Record], replay: Replay, patience: Patience) -> Iterator[str]:
    table = TABLES[kind]
    name = str(table.name)
    cells = [column.name for column in table.columns if column.name not in kind.keys]
    for row in raw_rows(connection, table):
        patience.use()
        key = "/".join([str(row[part]) for part in kind.keys])
        for cell in cells:
            value, told = row[cell], replay.prints.get((name, key, cell))
            if (value is not None or told is not None) and print_of(name, cell, value) != told:
                yield f"journal: {name}/{key}/{cell}"
