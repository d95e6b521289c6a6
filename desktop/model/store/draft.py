"""A step in the making: rows change and the journal takes down every cell, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, select
from sqlalchemy.dialects.sqlite import Insert, insert
from sqlalchemy.exc import SQLAlchemyError

from desktop.model.journal import Cell, Change
from desktop.model.records import KINDS, Record
from desktop.model.records.record import PRESENT
from desktop.model.store.bulk import insert_rows
from desktop.model.store.cells import LONGEST_TEXT, can_hold, defaults, is_key, is_key_part, row_name, to_cell
from desktop.model.store.declared_tables import NAMES
from desktop.model.store.tables import TABLES

Key = tuple[str, ...]
_BATCH = 200


class Draft:
    """Collects the changes of one step. Values equal to those in the file are no change.

    Args:
        connection: in a transaction.
        dry: nothing is written; what would have changed is collected all the same.
    """

    def __init__(self, connection: Connection, *, dry: bool = False) -> None:
        self._connection = connection
        self._dry = dry
        self.changes: list[Change] = []

    def put(self, kind: type[Record], /, *key: str, **cells: object) -> None:
        """Set cells of a record; a listed record that is not there comes to be."""
        self.put_many(kind, [(key, cells)])

    def remove(self, kind: type[Record], *key: str) -> None:
        """Take a listed record away, by mark: its cells stay."""
        self._write(TABLES[kind], {key: {PRESENT: False}})

    def settle(self, kind: type[Record], row: str, cell: str, value: Cell) -> None:
        """Say what a cell holds where copies differ; it is a change even if the cell holds that already."""
        key = tuple(row.split("/"))
        before = self._held(TABLES[kind], [key]).get(key, {}).get(cell)
        self._write(TABLES[kind], {key: {cell: value}})
        if before == value:
            self.changes.append(Change(str(TABLES[kind].name), row, cell, before, value))

    def put_many(self, kind: type[Record], rows: Iterable[tuple[Key, Mapping[str, object]]]) -> None:
        """Set cells of many records of one kind.

        Raises:
            ValueError: what is given as a key cannot be one; see `is_key`.
        """
        wanted: dict[Key, dict[str, Cell]] = {}
        for key, cells in rows:
            if not is_key(kind, key):
                raise ValueError(kind.__name__)
            values = {name: to_cell(value) for name, value in cells.items()}
            if kind.listed:
                values[PRESENT] = True
            wanted.setdefault(key, {}).update(values)
        self._write(TABLES[kind], wanted, defaults(kind))

    def put_alike(
        self, kind: type[Record], shared: Key, names: tuple[str, ...], rows: Mapping[str, tuple[object, ...]]
    ) -> None:
        """Set the same cells of many natural records that share all of their key but its last part.

        Does what `put_many` does, for thousands of records.

        Args:
            kind: of the records.
            shared: the part of the key that they share.
            names: the cells, in the order of the record's fields.
            rows: by the last part of the key, the value of each cell.

        Raises:
            ValueError: what is given as a key cannot be one; see `is_key`.
        """
        if kind.listed or len(shared) + 1 != len(kind.keys) or not all(map(is_key_part, (*shared, *rows))):
            raise ValueError(kind.__name__)
        table, implied, name = TABLES[kind], defaults(kind), NAMES[kind]
        usual = [implied[name] for name in names]
        current = self._alike(table, shared, names)
        nothing = (None,) * len(names)
        written: list[tuple[Cell, ...]] = []
        for last, values in rows.items():
            before = current.get(last, nothing)
            after: list[Cell] = []
            for place, value in enumerate(values):
                was = before[place]
                if value == (usual[place] if was is None else was):
                    continue
                cell = (
                    value
                    if value is None or (type(value) is str and len(value) <= LONGEST_TEXT and value.isprintable())
                    else to_cell(value)
                )
                if cell != (usual[place] if was is None else was):
                    after = after or [*before]
                    after[place] = cell
                    self.changes.append(Change(name, row_name((*shared, last)), names[place], was, cell))
            if after:
                written.append((*shared, last, *after))
        if not self._dry:
            insert_rows(self._connection, _upsert(table, names), (*kind.keys, *names), written)

    def apply(self, changes: Iterable[Change]) -> None:
        """Set every changed cell to what it was after its change."""
        for kind, rows in _by_kind(changes).items():
            self._write(TABLES[KINDS[kind]], rows)

    def fits(self, changes: Sequence[Change]) -> bool:
        """Whether there is what changes are about, and holds what it held before them."""
        held: dict[tuple[str, str, str], Cell] = {}
        for kind, rows in _by_kind(changes).items():
            record = KINDS.get(kind)
            if record is None or not all(is_key(record, key) for key in rows):
                return False
            cells = {column.name for column in TABLES[record].columns} - {*record.keys}
            current = self._current(TABLES[record], list(rows))
            for key, changed in rows.items():
                if key not in current or not cells.issuperset(changed):
                    return False
                held.update(((kind, row_name(key), name), current[key][name]) for name in changed)
        for item in changes:
            place = (item.kind, item.row, item.cell)
            if held[place] != item.before or not can_hold(KINDS[item.kind], item.cell, item.after):
                return False
            held[place] = item.after
        return True

    def _write(
        self, table: Table, wanted: Mapping[Key, Mapping[str, Cell]], implied: Mapping[str, Cell] | None = None
    ) -> None:
        """Write what differs, grouped by the cells that differ so that each group is one statement.

        An empty cell reads as its `implied` value, so setting it to that is no change.
        """
        implied = implied or {}
        current = self._held(table, list(wanted))
        names = [column.name for column in table.primary_key]
        kind = str(table.name)  # SQLAlchemy's own kind of text is slow to bind
        groups: dict[tuple[str, ...], list[dict[str, Cell]]] = {}
        for key, cells in wanted.items():
            before = current.get(key, {})
            changed = {
                name: value
                for name, value in cells.items()
                if value != (implied.get(name) if before.get(name) is None else before.get(name))
            }
            if not changed:
                continue
            row = row_name(key)
            self.changes += [Change(kind, row, name, before.get(name), value) for name, value in changed.items()]
            groups.setdefault(tuple(changed), []).append({**dict(zip(names, key, strict=True)), **changed})
        for cells_changed, rows in () if self._dry else groups.items():
            self._connection.execute(_upsert(table, cells_changed), rows)

    def _held(self, table: Table, keys: list[Key]) -> dict[Key, dict[str, Cell]]:
        try:
            return self._current(table, keys)
        except SQLAlchemyError:
            if not self._dry:
                raise
            return {}  # the file is none any more, but what was typed is still to be had

    def _current(self, table: Table, keys: list[Key]) -> dict[Key, dict[str, Cell]]:
        names = [column.name for column in table.primary_key]
        alike: dict[Key, list[str]] = {}
        for key in keys:
            alike.setdefault(key[:-1], []).append(key[-1])
        found: dict[Key, dict[str, Cell]] = {}
        for prefix, ends in alike.items():
            shared = dict(zip(names, prefix, strict=False))
            for start in range(0, len(ends), _BATCH):
                wanted = {**shared, names[-1]: ends[start : start + _BATCH]}
                statement = _rows_alike(table)
                if len(ends) == 1:
                    statement, wanted = _one_row(table), {**shared, names[-1]: ends[0]}
                for row in self._connection.execute(statement, wanted).mappings():
                    found[tuple(row[name] for name in names)] = dict(row)
        return found

    def _alike(self, table: Table, shared: Key, names: tuple[str, ...]) -> dict[str, tuple[Cell, ...]]:
        """These cells of all rows that share all of the key but its last part, by that part."""
        keys = dict(zip((column.name for column in table.primary_key), shared, strict=False))
        rows = self._connection.execute(_cells_alike(table, names), keys)
        return {row[0]: tuple(row[1:]) for row in rows}


def _by_kind(changes: Iterable[Change]) -> dict[str, dict[Key, dict[str, Cell]]]:
    """By kind and key, each cell with its last value."""
    found: dict[str, dict[Key, dict[str, Cell]]] = {}
    for change in changes:
        rows = found.setdefault(change.kind, {})
        rows.setdefault(tuple(change.row.split("/")), {})[change.cell] = change.after
    return found


@cache
def _upsert(table: Table, cells: tuple[str, ...]) -> Insert:
    """Set these cells of rows, new ones or not."""
    statement = insert(table)
    return statement.on_conflict_do_update(
        index_elements=list(table.primary_key), set_={name: statement.excluded[name] for name in cells}
    )


@cache
def _one_row(table: Table) -> Select[Any]:
    """The row with a key; quicker than a list of one, which SQLAlchemy writes out anew each time."""
    return select(table).where(*(column == bindparam(column.name) for column in table.primary_key))


@cache
def _rows_alike(table: Table) -> Select[Any]:
    """Rows that share all of the key but its last part; SQLite would scan the table for a list of whole keys."""
    *shared, last = table.primary_key
    same = [column == bindparam(column.name) for column in shared]
    return select(table).where(*same, last.in_(bindparam(last.name, expanding=True)))


@cache
def _cells_alike(table: Table, names: tuple[str, ...]) -> Select[Any]:
    """The last part of the key and these cells, of rows that share the rest of the key."""
    *shared, last = table.primary_key
    same = [column == bindparam(column.name) for column in shared]
    return select(last, *(table.c[name] for name in names)).where(*same)
