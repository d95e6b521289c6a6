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
def blaming_the_environment(path: Path) -> Iterator[None]:
    """Turn what disk, share or permissions cause into a refusal that names the file.

    Raises:
        RefusalError: ``file.damaged``, ``file.locked``, ``file.readonly``, ``file.full`` or ``file.unreadable``.
    """
    try:
        yield
    except (DatabaseError, sqlite3.DatabaseError) as error:
        original = error.orig if isinstance(error, DatabaseError) else error
        code = _BLAME.get(getattr(original, "sqlite_errorcode", 0) & 0xFF)
        if code is None:
            raise
        raise RefusalError(code, path=path) from error


_BLAME = {
    sqlite3.SQLITE_BUSY: "file.locked",
    sqlite3.SQLITE_LOCKED: "file.locked",
    sqlite3.SQLITE_READONLY: "file.readonly",
    sqlite3.SQLITE_IOERR: "file.unreadable",
    sqlite3.SQLITE_CORRUPT: "file.damaged",
    sqlite3.SQLITE_FULL: "file.full",
    sqlite3.SQLITE_CANTOPEN: "file.unreadable",
    sqlite3.SQLITE_NOTADB: "file.not_an_assessment",
    sqlite3.SQLITE_PERM: "file.readonly",
    sqlite3.SQLITE_AUTH: "file.readonly",
}
