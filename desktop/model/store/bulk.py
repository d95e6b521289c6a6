"""Many rows at once: statements made by SQLAlchemy, compiled once, and rows handed to the driver as they are.

SQLAlchemy takes each row as a mapping and looks at every value of it; with thousands of rows of plain text and numbers
that takes several times as long as the database itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Insert
from sqlalchemy.dialects import sqlite

from desktop.model.journal import Cell

_DIALECT = sqlite.dialect()
"""Not that of a connection, which holds on to its engine for as long as a statement is remembered."""

_MOST_VALUES = 900
"""Values in one statement; every SQLite takes 999."""


def insert_rows(
    connection: Connection, statement: Insert, names: tuple[str, ...], rows: Sequence[tuple[Cell, ...]]
) -> None:
    """Run a statement that inserts rows, each with the values of the named columns, in the order of the table.

    Args:
        connection: in a transaction.
        statement: made once and kept, since it is compiled once for as long as it lives.
        names: the columns.
        rows: one tuple a row; none does nothing.
    """
    size = _MOST_VALUES // len(names)
    for start in range(0, len(rows), size):
        some = rows[start : start + size]
        connection.exec_driver_sql(_text(statement, names, len(some)), tuple(chain.from_iterable(some)))


@cache
def _text(statement: Insert, names: tuple[str, ...], rows: int) -> str:
    compiled: Any = statement.compile(dialect=_DIALECT, column_keys=list(names))
    assert tuple(compiled.positiontup) == names, "the columns are not in the order of their table"
    one = f"({', '.join('?' * len(names))})"
    return str(compiled).replace(f"VALUES {one}", f"VALUES {', '.join([one] * rows)}", 1)
