"""Connections to an assessment file, with the settings that keep it safe.

Rollback journal and full synchronisation, because these files live on shares and in synced folders where a write-ahead
log loses data. The two events make SQLAlchemy, not the driver, begin transactions (SQLAlchemy's SQLite notes).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from desktop.model.errors import RefusalError

BUSY_SECONDS = 5.0


def open_engine(path: Path, *, readonly: bool = False) -> Engine:
    """An engine with one connection to the file."""
    uri = "file:" + quote(path.absolute().as_posix(), safe="/:") + ("?mode=ro" if readonly else "")

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, check_same_thread=False)

    engine = create_engine("sqlite+pysqlite://", creator=connect, poolclass=StaticPool)

    @event.listens_for(engine, "connect")
    def settle(connection: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        if not readonly:
            connection.execute("PRAGMA journal_mode = DELETE")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        mode = connection.get_execution_options().get("begin", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {mode}")

    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One consistent look at the file."""
    with engine.begin() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes; it is rolled back whole when the block raises."""
    with engine.connect().execution_options(begin="IMMEDIATE") as connection, connection.begin():
        yield connection


@contextmanager
def blaming_the_environment(path: Path, *, otherwise: str | None = None) -> Iterator[None]:
    """Turn what disk, share or permissions cause into a refusal that names the file.

    Args:
        path: the file.
        otherwise: the code of a refusal for what else SQLite reports; None lets it through as the bug it is.

    Raises:
        RefusalError: one of `BLAME`, with the facts ``path`` and ``reason``.
    """
    try:
        yield
    except (DatabaseError, sqlite3.DatabaseError) as error:
        original = error.orig if isinstance(error, DatabaseError) else error
        code = _blamed(original) or otherwise
        if code is None:
            raise
        raise RefusalError(code, path=path, reason=str(original)) from error


@contextmanager
def blaming_the_content(path: Path) -> Iterator[None]:
    """Refuse a file that holds what cannot be what was written.

    Raises:
        RefusalError: ``file.damaged``.
    """
    try:
        yield
    except ValueError as error:
        raise RefusalError("file.damaged", path=path) from error


def _blamed(error: BaseException | None) -> str | None:
    number = getattr(error, "sqlite_errorcode", None)
    if number is None:  # the driver's own: text in the file that is no text
        return "file.damaged" if isinstance(error, sqlite3.OperationalError) else None
    return BLAME.get(number) or BLAME.get(number & 0xFF)


BLAME = {
    sqlite3.SQLITE_BUSY: "file.locked",
    sqlite3.SQLITE_LOCKED: "file.locked",
    sqlite3.SQLITE_READONLY: "file.readonly",
    sqlite3.SQLITE_READONLY_ROLLBACK: "file.interrupted",
    sqlite3.SQLITE_IOERR: "file.io",
    sqlite3.SQLITE_CORRUPT: "file.damaged",
    sqlite3.SQLITE_FULL: "file.full",
    sqlite3.SQLITE_CANTOPEN: "file.readonly",
    sqlite3.SQLITE_NOTADB: "file.not_an_assessment",
    sqlite3.SQLITE_PERM: "file.readonly",
    sqlite3.SQLITE_AUTH: "file.readonly",
}
"""What the user can do something about, by SQLite's result code, extended or primary.

The file itself is known to be there and readable before SQLite sees it: what it cannot open is the journal beside it.
"""
