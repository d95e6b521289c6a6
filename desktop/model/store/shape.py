"""Whether a file has the tables of its format, those alone, and in them the kinds of value that belong there.

A file from a stranger is data. What SQLite would run because it stands in the file (triggers, views, generated columns,
expressions in indexes and checks) is looked for before anything else is asked of it.
"""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
import types
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from enum import StrEnum
from functools import cache
from itertools import compress
from operator import itemgetter
from typing import Any, get_args

from msgspec import Meta

from desktop.model.bounds import ATTACHED_BYTES, ATTACHED_SLICE
from desktop.model.records import KINDS, Record
from desktop.model.records.record import PRESENT, bounded_types, cell_types
from desktop.model.store.attached_content import MOST_SLICES
from desktop.model.store.cells import LONGEST_TEXT, can_hold
from desktop.model.store.engine import LONGEST_BYTES
from desktop.model.store.formats import statements

_ONLY = itemgetter(0)
_TOKEN = re.compile(r'"[^"]*"|\w+|[^\s\w]')

_LEFT_BEHIND = "sqlite_sequence"
"""What SQLite keeps for a format that counted its steps, and drops never again; nothing reads it."""

Shape = Mapping[tuple[str, str], tuple[str, ...]]
"""By type and name of each thing in a schema, the words that made it."""


def strange(connection: sqlite3.Connection, found: int) -> Iterator[str]:
    """What a file of format `found` should not hold, or should hold and does not: names of tables and the like."""
    wanted, actual = _wanted(found), _shape(connection, _made(found))
    yield from (key[1] for key in sorted(wanted.keys() | actual.keys()) if wanted.get(key) != actual.get(key))


def lacking(connection: sqlite3.Connection, found: int) -> Iterator[str]:
    """Tables of format `found` that a file has not, or has otherwise; what it has besides is let be."""
    wanted, actual = _wanted(found), _shape(connection, _made(found))
    yield from (key[1] for key in sorted(wanted) if key[0] == "table" and actual.get(key) != wanted[key])


def _shape(connection: sqlite3.Connection, known: Mapping[object, tuple[str, ...]]) -> Shape:
    """What stands in a schema; statements whose words are known need not be taken apart."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_schema WHERE name <> ?", (_LEFT_BEHIND,))
    return {(str(kind), str(name)[:80]): known.get(sql) or _words(sql) for kind, name, sql in rows}


def _words(sql: object) -> tuple[str, ...]:
    """The words of a statement, however it is spaced and quoted."""
    if sql is None:
        return ()
    return tuple(word.strip('"').casefold() for word in _TOKEN.findall(str(sql)))


@cache
def _wanted(found: int) -> Shape:
    with closing(_empty(found)) as connection:
        return _shape(connection, {})


@cache
def _made(found: int) -> Mapping[object, tuple[str, ...]]:
    """The words of each statement that this program makes tables of a format with."""
    with closing(_empty(found)) as connection:
        return {sql: _words(sql) for (sql,) in connection.execute("SELECT sql FROM sqlite_schema")}


def _empty(found: int) -> sqlite3.Connection:
    """A file of a format in memory, with nothing in it."""
    connection = sqlite3.connect(":memory:")
    for statement in statements(found):
        connection.execute(statement)
    return connection


def impossible(connection: sqlite3.Connection) -> str | None:
    """The name of a table in which a value is of a kind that cannot be there, or too long; None when none is.

    This is the quick look before a file is shown. `desktop.model.store.check` reads every value.
    """
    filled = _filled(connection)
    for table, condition in _conditions():
        if table not in filled:
            continue
        if connection.execute(f"SELECT 1 FROM {table} WHERE ({condition}) IS NOT TRUE LIMIT 1").fetchone():  # noqa: S608
            return table
    return next((name for name, kind in KINDS.items() if name in filled and _is_misspelt(connection, kind)), None)


def _filled(connection: sqlite3.Connection) -> set[str]:
    """The tables that have rows: SQLite takes longer to understand what is asked of the others than to find nothing."""
    tables = [table for table, _condition in _conditions()]
    asked = ", ".join(f"EXISTS (SELECT 1 FROM {table})" for table in tables)  # noqa: S608
    return set(compress(tables, connection.execute(f"SELECT {asked}").fetchone()))


def _is_misspelt(connection: sqlite3.Connection, kind: type[Record]) -> bool:
    """Whether a text is not spelt as its cell has it, such as a moment or a decimal; few records have such cells."""
    name = kind.declared.name
    return any(
        not can_hold(kind, cell, *map(_ONLY, connection.execute(f'SELECT "{cell}" FROM {name}')))  # noqa: S608
        for cell in _spelt(kind)
    )


@cache
def _spelt(kind: type[Record]) -> tuple[str, ...]:
    bounded = bounded_types(kind)
    return tuple(
        cell
        for cell, hint in cell_types(kind).items()
        if cell not in kind.keys
        and (dt.datetime in (hint, *get_args(hint)) or any(isinstance(each, Meta) for each in get_args(bounded[cell])))
    )


@cache
def _conditions() -> Sequence[tuple[str, str]]:
    records = [(name, " AND ".join(_fields(kind))) for name, kind in KINDS.items()]
    return [
        *records,
        ("about", _all_of(_text("name"), _text("value"))),
        ("pack", _all_of(_text("digest"), "typeof(json) = 'blob'")),
        ("attachment", _all_of(_digest("digest"), _within("size", 1, ATTACHED_BYTES))),
        (
            "attachment_slice",
            _all_of(_digest("digest"), _within("number", 0, MOST_SLICES - 1), _bytes("bytes", ATTACHED_SLICE)),
        ),
        ("writer", _all_of(*map(_text, ("id", "author", "opened", "seen")))),
        ("conflict", _all_of(*map(_text, ("kind", "row", "cell", "sort")))),
        (
            "arrival",
            _all_of(*map(_text, ("at", "author", "source", "before", "after")), _number("number"), _number("steps")),
        ),
        ("waiting", _all_of(_digest("digest"), _text("source"), _bytes("bytes", LONGEST_BYTES))),
        ("step", _all_of(*map(_text, ("writer", "kind", "label", "facts", "author", "at")), _number("clock"))),
    ]


def _all_of(*conditions: str) -> str:
    return " AND ".join(conditions)


def _digest(column: str) -> str:
    return f"({_is_text(column)} AND length({column}) = 64)"


def _within(column: str, least: int, most: int) -> str:
    return f"(typeof({column}) = 'integer' AND {column} BETWEEN {least} AND {most})"


def _bytes(column: str, most: int) -> str:
    """SQLite knows how long a blob is without reading it."""
    return f"(typeof({column}) = 'blob' AND length({column}) BETWEEN 1 AND {most})"


def _fields(kind: type[Record]) -> Iterator[str]:
    hints = cell_types(kind)
    for name in kind.__struct_fields__:
        if name in kind.keys:
            yield _is_text(f'"{name}"')
        else:
            condition = _condition(f'"{name}"', hints[name])
            yield f'("{name}" IS NULL OR {condition})'
    if kind.listed:
        yield f"({PRESENT} IS NULL OR {PRESENT} IN (0, 1))"


def _condition(column: str, hint: Any) -> str:  # noqa: ANN401 - a type hint is anything
    if isinstance(hint, types.UnionType):
        hint = next(part for part in get_args(hint) if part is not types.NoneType)
    if hint is bool:
        return f"{column} IN (0, 1)"
    if hint is int:
        return _number(column)
    if hint is dt.date:
        return f"date({column}, '+0 days') IS {column}"  # counts on from days that no month has
    if issubclass(hint, StrEnum):
        words = ", ".join(f"'{word}'" for word in hint)
        return f"{column} IN ({words})"
    return _text(column)


def _text(column: str) -> str:
    return f"({_is_text(column)} AND length({column}) <= {LONGEST_TEXT})"


def _is_text(column: str) -> str:
    """By SQLite's order, numbers before texts before blobs, which costs a file of many answers half of ``typeof``.

    The sign has values compared as they stand, not as a column of texts would have them.
    """
    return f"(+{column} >= '' AND +{column} < x'')"


def _number(column: str) -> str:
    return f"(typeof({column}) = 'integer' AND abs({column}) < 9007199254740992)"
