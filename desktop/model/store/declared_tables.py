"""The tables of an assessment file as SQL: one a kind of record, as the kind declares itself, and those of the journal.

Who reads needs no more than this, so a file is there to be seen before SQLAlchemy is loaded; `tables` makes those of
SQLAlchemy of them, for whoever writes.
"""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Sequence
from enum import StrEnum
from typing import Any, NamedTuple, get_args

from desktop.model.records import KINDS, Record
from desktop.model.records.record import PRESENT, cell_types

APPLICATION_ID = 0x4D575F31

NAMES: dict[type[Record], str] = {kind: name for name, kind in KINDS.items()}

_SQL = """
    add after all alter analyze and as asc attach autoincrement before begin between by cascade case cast check
    collate column commit conflict constraint create cross current_date current_time current_timestamp database
    default deferrable deferred delete desc detach distinct drop each else end escape except exclusive exists
    explain fail false for foreign from full glob group having if ignore immediate in index indexed initially
    inner insert instead intersect into is isnull join key left like limit match natural not notnull null of
    offset on or order outer plan pragma primary query raise references reindex rename replace restrict right
    rollback row select set table temp temporary then to transaction trigger true union unique update using
    vacuum values view virtual when where
"""
_RESERVED = frozenset(_SQL.split())
"""Words of SQL; a cell that is called so is quoted."""


class DeclaredCell(NamedTuple):
    """A column.

    Attributes:
        sort: what SQL calls its type.
        needed: whether it always holds something.
    """

    name: str
    sort: str = "TEXT"
    needed: bool = True


class Reference(NamedTuple):
    """That cells name a row of another table by its key."""

    cells: tuple[str, ...]
    table: str
    key: tuple[str, ...]


class DeclaredTable(NamedTuple):
    """A table.

    Attributes:
        key: the cells by which a row is known; none where rows are only found.
        indexes: each name with its cells.
        rowid: whether SQLite numbers the rows as well.
    """

    name: str
    cells: tuple[DeclaredCell, ...]
    key: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    indexes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    rowid: bool = True


_STEP = ("clock", "writer")
_BETWEEN = ", \n\t"


def _texts(*names: str, needed: bool = True) -> tuple[DeclaredCell, ...]:
    return tuple(DeclaredCell(name, needed=needed) for name in names)


JOURNAL = (
    DeclaredTable("about", _texts("name", "value"), ("name",)),
    DeclaredTable("attachment", (*_texts("digest"), DeclaredCell("size", "INTEGER")), ("digest",)),
    DeclaredTable(
        "attachment_slice",
        (*_texts("digest"), DeclaredCell("number", "INTEGER"), DeclaredCell("bytes", "BLOB")),
        ("digest", "number"),
    ),
    DeclaredTable("pack", (*_texts("digest"), DeclaredCell("json", "BLOB")), ("digest",)),
    DeclaredTable(
        "writer",
        (
            *_texts("id", "author", "opened", "seen"),
            DeclaredCell("after_clock", "INTEGER", needed=False),
            *_texts("after_writer", needed=False),
        ),
        ("id",),
    ),
    DeclaredTable(
        "step",
        (
            DeclaredCell("clock", "INTEGER"),
            *_texts("writer", "kind"),
            DeclaredCell("target_clock", "INTEGER", needed=False),
            *_texts("target_writer", needed=False),
            *_texts("label", "facts", "author", "at"),
        ),
        _STEP,
        (
            Reference(("target_clock", "target_writer"), "step", _STEP),
            Reference(("writer",), "writer", ("id",)),
        ),
        rowid=False,
    ),
    DeclaredTable(
        "change",
        (
            DeclaredCell("clock", "INTEGER"),
            *_texts("writer", "kind", "row", "cell"),
            *_texts("before", "after", needed=False),
        ),
        references=(Reference(_STEP, "step", _STEP),),
        indexes=(("ix_change_row", ("row", "kind")), ("ix_change_step", _STEP)),
    ),
    DeclaredTable("conflict", _texts("kind", "row", "cell", "sort"), ("kind", "row", "cell"), rowid=False),
    DeclaredTable(
        "arrival",
        (
            DeclaredCell("number", "INTEGER"),
            *_texts("at", "author", "source", "before", "after"),
            DeclaredCell("steps", "INTEGER"),
            DeclaredCell("undoable", "BOOLEAN"),
            DeclaredCell("tip_clock", "INTEGER", needed=False),
            *_texts("tip_writer", needed=False),
            DeclaredCell("aside", "BLOB", needed=False),
        ),
        ("number",),
    ),
    DeclaredTable("waiting", (*_texts("digest", "source"), DeclaredCell("bytes", "BLOB")), ("digest",)),
)
"""What is kept besides records."""


def _cells_of(name: str) -> tuple[str, ...]:
    return next(tuple(cell.name for cell in table.cells) for table in JOURNAL if table.name == name)


STEP_CELLS, CHANGE_CELLS = _cells_of("step"), _cells_of("change")


def kind_table(kind: type[Record]) -> DeclaredTable:
    """The table of a kind of record."""
    types_of = cell_types(kind)
    cells = [
        DeclaredCell(cell, column_type(types_of[cell]), needed=cell in kind.keys) for cell in kind.__struct_fields__
    ]
    marked = [DeclaredCell(PRESENT, "BOOLEAN", needed=False)] if kind.listed else []
    return DeclaredTable(NAMES[kind], (*cells, *marked), tuple(kind.keys), rowid=False)


def declared_statements() -> tuple[str, ...]:
    """The statements that make the tables of today's format, spelt as in every file of it."""
    indexes = (
        f"CREATE INDEX {name} ON {_quoted(table.name)} ({_listed(cells)})"
        for table in JOURNAL
        for name, cells in table.indexes
    )
    return (*map(_spelt, JOURNAL), *indexes, *map(_spelt, map(kind_table, KINDS.values())))


def column_type(hint: Any) -> str:  # noqa: ANN401 - a type hint is anything
    """What SQL calls the type of a cell.

    Raises:
        TypeError: no cell is of that type.
    """
    if isinstance(hint, types.UnionType):
        hint = next(part for part in get_args(hint) if part is not types.NoneType)
    if hint is bool:
        return "BOOLEAN"
    if hint is int:
        return "INTEGER"
    if hint in (str, dt.date, dt.datetime) or issubclass(hint, StrEnum):
        return "TEXT"
    raise TypeError(hint)


def _spelt(table: DeclaredTable) -> str:
    inner = [f"{_quoted(cell.name)} {cell.sort}{' NOT NULL' if cell.needed else ''}" for cell in table.cells]
    if table.key:
        inner.append(f"CONSTRAINT pk_{table.name} PRIMARY KEY ({_listed(table.key)})")
    inner += [
        f"CONSTRAINT fk_{table.name}_{to.cells[0]}_{to.table} FOREIGN KEY({_listed(to.cells)}) "
        f"REFERENCES {_quoted(to.table)} ({_listed(to.key)})"
        for to in table.references
    ]
    ending = "" if table.rowid else "\n WITHOUT ROWID"
    return f"CREATE TABLE {_quoted(table.name)} (\n\t{_BETWEEN.join(inner)}\n){ending}\n\n"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(map(_quoted, names))


def _quoted(name: str) -> str:
    return f'"{name}"' if name in _RESERVED else name
