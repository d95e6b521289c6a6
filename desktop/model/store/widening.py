"""The migration that only adds: tables that are new, and further columns in those that were there."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing

_NAME = re.compile(r"CREATE (TABLE|INDEX) \"?(\w+)")


def widen(connection: sqlite3.Connection, statements: Iterable[str]) -> None:
    """Make what a file lacks of these tables; a table with further columns is made anew, with each column in its place.

    Every row and every value stays. Tables are spelt as in a new file, so that the two cannot be told apart.

    Args:
        connection: to the older file, in a transaction.
        statements: those that make the tables of the newer format.

    Raises:
        ValueError: a table of the file has a column that the newer one has not, which takes a step of its own.
    """
    for statement in statements:
        kind, name = _named(statement)
        if kind == "INDEX":
            if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (name,)).fetchone():
                connection.execute(statement)
            continue
        had, wanted = _columns(connection, name), _wanted(statement, name)
        if not had:
            connection.execute(statement)
        elif had != wanted:
            if not {*had} <= {*wanted}:
                raise ValueError(name)
            _make_anew(connection, name, statement, had)


def _make_anew(connection: sqlite3.Connection, name: str, statement: str, had: list[str]) -> None:
    kept = ", ".join(f'"{column}"' for column in had)
    connection.execute(f"ALTER TABLE {name} RENAME TO older_{name}")
    connection.execute(statement)
    connection.execute(f"INSERT INTO {name} ({kept}) SELECT {kept} FROM older_{name}")  # noqa: S608 - our own names
    connection.execute(f"DROP TABLE older_{name}")


def _named(statement: str) -> tuple[str, str]:
    found = _NAME.match(statement.strip())
    assert found is not None, statement
    return found[1], found[2]


def _columns(connection: sqlite3.Connection, name: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]


def _wanted(statement: str, name: str) -> list[str]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(statement)
        return _columns(connection, name)
