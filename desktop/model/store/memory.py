"""An assessment in memory, filled with records from anywhere: nothing of it is written to a disk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

from desktop.model.errors import RefusalError
from desktop.model.records import KINDS, Record
from desktop.model.records.record import PRESENT
from desktop.model.store.cells import LONGEST_TEXT, is_frozen, is_key, to_cell
from desktop.model.store.declared_tables import declared_statements
from desktop.model.store.engine import MemoryConnection
from desktop.model.store.shape import impossible
from desktop.model.store.store import Store
from desktop.model.store.watch import StillWatch

RecordRows = Mapping[str, Iterable[Record]]
"""Records that are there, by name of their kind."""
R = TypeVar("R", bound=Record)


class MemoryStore(Store):
    """What is no file, to be read like one that is open for reading only.

    Args:
        path: the file that refusals name.
        about: what the assessment says about itself.
        packs: frozen model packs by digest.
        rows: the records.

    Raises:
        RefusalError: see `filled`.
    """

    _watching = StillWatch

    def __init__(self, path: Path, about: Mapping[str, str], packs: Mapping[str, bytes], rows: RecordRows) -> None:
        super().__init__(path, filled(path, about, packs, rows), None, "", None)

    def all(self, kind: type[R], **where: str) -> list[R]:
        """As for a file; nobody changes it, so what was read is kept."""
        return self._kept_records.all(kind, where, partial(self._read_all, kind, where))


def filled(path: Path, about: Mapping[str, str], packs: Mapping[str, bytes], rows: RecordRows) -> MemoryConnection:
    """A database with the tables of today's format and these things in them.

    Args:
        path: the file that refusals name.
        about: what the assessment says about itself.
        packs: frozen model packs by digest.
        rows: its records.

    Raises:
        RefusalError: ``file.impossible`` with ``table``, where that holds what cannot be there.
    """
    connection = MemoryConnection()
    try:
        connection.driver.execute("BEGIN")
        for statement in declared_statements():
            connection.driver.execute(statement)
        connection.driver.executemany("INSERT INTO about VALUES (?, ?)", about.items())
        connection.driver.executemany("INSERT INTO pack VALUES (?, ?)", packs.items())
        for name, records in rows.items():
            _fill(connection, path, KINDS[name], records)
        connection.driver.execute("COMMIT")
        _refuse_impossible(connection, path, packs)
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_impossible(connection: MemoryConnection, path: Path, packs: Mapping[str, bytes]) -> None:
    spoilt = any(not is_frozen(json, digest) for digest, json in packs.items())
    table = "pack" if spoilt else impossible(connection.driver)
    if table is not None:
        raise RefusalError("file.impossible", path=path, table=table)


def _fill(connection: MemoryConnection, path: Path, kind: type[Record], records: Iterable[Record]) -> None:
    names = kind.__struct_fields__
    marks = [*names, *([PRESENT] if kind.listed else [])]
    values = []
    for record in records:
        cells = [getattr(record, name) for name in names]
        if not is_key(kind, cells[: len(kind.keys)]) or any(_is_too_long(cell) for cell in cells):
            raise RefusalError("file.impossible", path=path, table=kind.declared.name)
        values.append((*map(to_cell, cells), *([True] if kind.listed else [])))
    columns = ", ".join(f'"{name}"' for name in marks)
    statement = f'INSERT INTO "{kind.declared.name}" ({columns}) VALUES ({", ".join("?" * len(marks))})'  # noqa: S608 - our own names
    connection.driver.executemany(statement, values)


def _is_too_long(cell: object) -> bool:
    return isinstance(cell, str) and len(cell) > LONGEST_TEXT
