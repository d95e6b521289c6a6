"""The tables of an assessment file as SQL: one a kind of record, as the kind declares itself, and those of the journal.

Who reads needs no more than this, so a file is there to be seen before SQLAlchemy is loaded; `tables` says the same to
SQLAlchemy, for whoever writes.
"""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Sequence
from enum import StrEnum
from typing import Any, get_args

from desktop.model.records import KINDS, Record
from desktop.model.records.record import cell_types

APPLICATION_ID = 0x4D575F31

PRESENT = "present"
"""The cell that marks whether a listed record is there."""

NAMES: dict[type[Record], str] = {kind: name for name, kind in KINDS.items()}

STEP_CELLS = ("clock", "writer", "kind", "target_clock", "target_writer", "label", "facts", "author", "at")
CHANGE_CELLS = ("clock", "writer", "kind", "row", "cell", "before", "after")

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

_TO_STEP = "REFERENCES step (clock, writer)"
_JOURNAL = (
    ("about", ("name TEXT NOT NULL", "value TEXT NOT NULL", "CONSTRAINT pk_about PRIMARY KEY (name)"), ""),
    (
        "attachment",
        ("digest TEXT NOT NULL", "size INTEGER NOT NULL", "CONSTRAINT pk_attachment PRIMARY KEY (digest)"),
        "",
    ),
    (
        "attachment_slice",
        (
            *("digest TEXT NOT NULL", "number INTEGER NOT NULL", "bytes BLOB NOT NULL"),
            "CONSTRAINT pk_attachment_slice PRIMARY KEY (digest, number)",
        ),
        "",
    ),
    ("pack", ("digest TEXT NOT NULL", "json BLOB NOT NULL", "CONSTRAINT pk_pack PRIMARY KEY (digest)"), ""),
    (
        "writer",
        (
            *(f"{cell} TEXT NOT NULL" for cell in ("id", "author", "opened", "seen")),
            "CONSTRAINT pk_writer PRIMARY KEY (id)",
        ),
        "",
    ),
    (
        "step",
        (
            "clock INTEGER NOT NULL",
            *("writer TEXT NOT NULL", "kind TEXT NOT NULL", "target_clock INTEGER", "target_writer TEXT"),
            *(f"{cell} TEXT NOT NULL" for cell in ("label", "facts", "author", "at")),
            "CONSTRAINT pk_step PRIMARY KEY (clock, writer)",
            f"CONSTRAINT fk_step_target_clock_step FOREIGN KEY(target_clock, target_writer) {_TO_STEP}",
            "CONSTRAINT fk_step_writer_writer FOREIGN KEY(writer) REFERENCES writer (id)",
        ),
        "\n WITHOUT ROWID",
    ),
    (
        "change",
        (
            "clock INTEGER NOT NULL",
            *(f"{cell} TEXT NOT NULL" for cell in ("writer", "kind", '"row"', "cell")),
            *('"before" TEXT', '"after" TEXT'),
            f"CONSTRAINT fk_change_clock_step FOREIGN KEY(clock, writer) {_TO_STEP}",
        ),
        "",
    ),
)
_INDEXES = (
    'CREATE INDEX ix_change_row ON change ("row", kind)',
    "CREATE INDEX ix_change_step ON change (clock, writer)",
)


def declared_statements() -> tuple[str, ...]:
    """The statements that make the tables of today's format, spelt as in every file of it."""
    return (
        *(_spelt(*table) for table in _JOURNAL),
        *_INDEXES,
        *(_spelt(name, _columns(name, kind), "\n WITHOUT ROWID") for name, kind in KINDS.items()),
    )


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


def _columns(name: str, kind: type[Record]) -> list[str]:
    types_of = cell_types(kind)
    columns = [
        f"{_quoted(cell)} {column_type(types_of[cell])}{' NOT NULL' if cell in kind.keys else ''}"
        for cell in kind.__struct_fields__
    ]
    marked = [f"{PRESENT} BOOLEAN"] if kind.listed else []
    return [*columns, *marked, f"CONSTRAINT pk_{name} PRIMARY KEY ({', '.join(map(_quoted, kind.keys))})"]


def _spelt(name: str, columns: Sequence[str], ending: str) -> str:
    inner = ", \n\t".join(columns)
    return f"CREATE TABLE {_quoted(name)} (\n\t{inner}\n){ending}\n\n"


def _quoted(name: str) -> str:
    return f'"{name}"' if name in _RESERVED else name
