"""Everything a file holds, as plain values: for portable copies that lose nothing."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from typing import Any

from msgspec import Struct, structs
from sqlalchemy import Connection, Table, literal_column, select
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from desktop.model.bounds import DATA_BYTES
from desktop.model.errors import RefusalError
from desktop.model.records import KINDS, Round
from desktop.model.store.attached_content import content_of, keep_content
from desktop.model.store.cells import decode
from desktop.model.store.check import faults
from desktop.model.store.declared_tables import NAMES
from desktop.model.store.engine import raw
from desktop.model.store.journal_reach import knowledge_of
from desktop.model.store.rows import to_step, to_writer
from desktop.model.store.standing_rows import note_all_conflicts
from desktop.model.store.tables import TABLES, about, change, pack, step, writer

Rows = list[dict[str, Any]]
_JOURNAL = (writer, step, change)
SHOWN = 3
_ROUND = Round.declared.name
_DIGEST = re.compile("[0-9a-f]{64}")
"""Nothing else is looked for, whatever the data say."""


class Whole(Struct, frozen=True):
    """The content of a file.

    Attributes:
        about: what the file says about itself.
        packs: frozen model packs by digest.
        records: rows by kind of record, those removed by mark included.
        journal: rows of the journal's tables, in the order they were written.
        rounds: what was said in rounds that are over, by digest: those that records name or once named, if it is there.
    """

    about: dict[str, str]
    packs: dict[str, bytes]
    records: dict[str, Rows]
    journal: dict[str, Rows]
    rounds: dict[str, bytes] = {}

    def contents_named_by(self, kind: str, cell: str = "content") -> frozenset[str]:
        """The digests that records of a kind name, or once named: undo can come back to those."""
        changes = (row for row in self.journal["change"] if row["kind"] == kind and row["cell"] == cell)
        named = [
            *(row.get(cell) for row in self.records.get(kind, [])),
            *(row.get(side) for row in changes for side in ("before", "after")),
        ]
        texts = (value.strip('"') for value in named if isinstance(value, str))
        return frozenset(text for text in texts if _DIGEST.fullmatch(text))


def read_whole(connection: Connection) -> Whole:
    """Read everything, in an order that does not depend on the file's layout.

    Raises:
        ValueError, TypeError: the journal holds what cannot be read.
    """
    packs = connection.execute(select(pack.c.digest, pack.c.json).order_by(pack.c.digest))
    journal = {table.name: _rows(connection, table) for table in _JOURNAL}
    _refuse_unreadable(journal)
    whole = Whole(
        about=dict(connection.execute(select(about.c.name, about.c.value).order_by(about.c.name)).all()),
        packs={digest: bytes(json) for digest, json in packs},
        records={NAMES[kind]: _rows(connection, table) for kind, table in TABLES.items()},
        journal=journal,
    )
    return with_rounds(whole, raw(connection))


def with_rounds(whole: Whole, source: sqlite3.Connection) -> Whole:
    """The same with what was said in rounds that are over, as far as a file has it."""
    kept = ((digest, content_of(source, digest, DATA_BYTES)) for digest in sorted(whole.contents_named_by(_ROUND)))
    return structs.replace(whole, rounds={digest: content for digest, content in kept if content is not None})


def _refuse_unreadable(journal: Mapping[str, Rows]) -> None:
    """Make sure that the texts of the journal that are JSON can stand in other JSON as they are."""
    for row in journal["writer"]:
        to_writer(row)
    for row in journal["step"]:
        to_step(row)
    for row in journal["change"]:
        decode(row["before"])
        decode(row["after"])


def write_whole(connection: Connection, whole: Whole) -> None:
    """Write everything into an empty file.

    Raises:
        ValueError: there is more than a file has room for.
    """
    unheard = (whole.records.keys() - KINDS.keys()) | (whole.journal.keys() - {table.name for table in _JOURNAL})
    if unheard:
        raise ValueError(sorted(unheard))
    _fill(connection, about, [{"name": name, "value": value} for name, value in whole.about.items()])
    _fill(connection, pack, [{"digest": digest, "json": json} for digest, json in whole.packs.items()])
    for kind, table in TABLES.items():
        _fill(connection, table, whole.records.get(NAMES[kind], []))
    for table in _JOURNAL:
        _fill(connection, table, whole.journal.get(table.name, []))
    for digest, content in whole.rounds.items():
        keep_content(raw(connection), digest, content)
    note_all_conflicts(raw(connection), knowledge_of(raw(connection)))


def restore(connection: Connection, whole: Whole) -> None:
    """Write everything into an empty file, and make sure that it fits together.

    Args:
        connection: to the file.
        whole: the content.

    Raises:
        RefusalError: ``data.inconsistent`` with the first of its ``faults``; those of `faults`.
    """
    try:
        write_whole(connection, whole)
        found = faults(connection)
    except OperationalError:
        raise
    except (SQLAlchemyError, ValueError, TypeError, OverflowError) as error:
        raise RefusalError("data.inconsistent", faults=(str(error).partition("\n")[0],)) from error
    if found:
        raise RefusalError("data.inconsistent", faults=found[:SHOWN])


def _rows(connection: Connection, table: Table) -> Rows:
    statement = select(table).order_by(*table.primary_key)
    if table is change:  # step by step, and in each in the order in which cells changed
        statement = select(table).order_by(change.c.clock, change.c.writer, literal_column("rowid"))
    return [dict(row) for row in connection.execute(statement).mappings()]


def _fill(connection: Connection, table: Table, rows: Rows) -> None:
    if rows:
        empty = dict.fromkeys(column.name for column in table.columns)
        unheard = {name for row in rows for name in row} - empty.keys()
        if unheard:
            raise ValueError(table.name, sorted(unheard))
        statement = str(table.insert().compile(dialect=connection.dialect))
        connection.exec_driver_sql(statement, [tuple(map(row.get, empty)) for row in rows])
