"""Connections to an assessment file, with the settings that keep it safe.

Rollback journal, because these files live on shares and in synced folders where a write-ahead log loses data. Extra
synchronisation, which also syncs the folder once the journal is deleted: with less, a power cut can bring the journal
back, and it would take back an edit that was told as safe. The event makes SQLAlchemy, not the driver, begin
transactions (SQLAlchemy's SQLite notes).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote

from desktop.model.store.cipher import driver_for, use_key

if TYPE_CHECKING:
    from types import ModuleType

    from sqlalchemy import Connection, Engine

    from desktop.model.files.file_key import FileKey

BUSY_SECONDS = 5.0
LONGEST_BYTES = 64_000_000
"""The longest text or blob that is read or written: a model pack has a few hundred thousand bytes."""

IN_MEMORY = "temp_store = MEMORY"
"""What SQLite sorts would else go into the system's folder for temporary files, where anybody may find it."""

SETTINGS: tuple[str, ...] = (
    "synchronous = EXTRA",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    IN_MEMORY,
)
_LOGGED = slice(18, 20)
"""Where SQLite's header says whether there is a write-ahead log."""

_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: LONGEST_BYTES,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 1_000_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 200,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 10,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
}
"""SQLite's bounds (its notes on untrusted files); the program itself stays far below them.

The driver of encrypted files cannot set them; such a file comes from somebody who shares its passphrase.
"""


def address(path: Path, *, readonly: bool = False, encrypted: bool = False) -> str:
    """The file as SQLite's URI names it; a share's name (``//server/share``) stays part of the path."""
    place = path.absolute().as_posix()
    rooted = place if place.startswith("/") else f"/{place}"
    idle = readonly and not encrypted and _has_idle_log(path)
    mode = "rw" if not readonly else "ro&immutable=1" if idle else "ro"
    return "file://" + quote(os.fsencode(rooted), safe="/:") + f"?mode={mode}"


def _has_idle_log(path: Path) -> bool:
    """Whether another program made it a file with a write-ahead log, of which nothing is there.

    Who only reads such a file would leave two more beside it, since only who writes may take them away.
    """
    try:
        with path.open("rb") as stream:
            header = stream.read(_LOGGED.stop)
    except OSError:
        return False
    return header[_LOGGED] == b"\2\2" and not path.with_name(path.name + "-wal").exists()


def connected(path: Path, *, readonly: bool = False, key: FileKey | None = None) -> sqlite3.Connection:
    """A connection to a file that is there, which begins no transactions by itself and trusts nothing in the file.

    Args:
        path: the file.
        readonly: nothing is written to it.
        key: of an encrypted file; whether it is the right one shows when something is read. None for others.
    """
    connection: sqlite3.Connection = driver_for(key).connect(
        address(path, readonly=readonly, encrypted=key is not None),
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        if key is not None:
            use_key(connection, key)
        for setting in SETTINGS:
            connection.execute(f"PRAGMA {setting}")
        if key is None:
            for category, most in _LIMITS.items():
                connection.setlimit(category, most)
    except BaseException:
        connection.close()
        raise
    return connection


class FileConnection:
    """The one connection to an open file: read through the driver, written through SQLAlchemy.

    Attributes:
        driver: the driver's own connection.
        key: that of an encrypted file, else None.
    """

    def __init__(self, path: Path, *, readonly: bool = False, key: FileKey | None = None) -> None:
        self.key = key
        self.driver = connected(path, readonly=readonly, key=key)
        try:
            self.driver.execute("PRAGMA foreign_keys = ON")
            if not readonly:
                self.driver.execute("PRAGMA journal_mode = DELETE")
        except BaseException:
            self.driver.close()
            raise

    @cached_property
    def engine(self) -> Engine:
        """SQLAlchemy's way to the same connection; loaded when somebody first writes."""
        return _engine_over(lambda: self.driver, self.key)

    def close(self) -> None:
        """Let go of the file."""
        if "engine" in vars(self):
            self.engine.dispose()
        self.driver.close()


class MemoryConnection(FileConnection):
    """The same to a database in memory, which nobody else has and nothing remains of."""

    def __init__(self) -> None:
        self.key = None
        self.driver = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self.driver.execute(f"PRAGMA {IN_MEMORY}")


def open_engine(path: Path, *, readonly: bool = False, key: FileKey | None = None) -> Engine:
    """An engine with one connection to the file, which closes it when it is disposed of."""
    return _engine_over(lambda: FileConnection(path, readonly=readonly, key=key).driver, key)


def _engine_over(connect: Callable[[], Any], key: FileKey | None) -> Engine:
    from sqlalchemy import Engine, event  # noqa: PLC0415 - reading does without
    from sqlalchemy.pool import StaticPool  # noqa: PLC0415

    common = _common(driver_for(key))
    engine = Engine(StaticPool(connect, dialect=common.dialect), common.dialect, common.url, hide_parameters=True)
    engine.update_execution_options(**common.get_execution_options())

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get("afresh", False):
            connection.exec_driver_sql("PRAGMA shrink_memory")
        connection.exec_driver_sql(f"BEGIN {options.get('begin', 'DEFERRED')}")

    return engine


@cache
def _common(driver: ModuleType) -> Engine:
    """What the engines of all files share: the dialect, and the statements that it has once put into words."""
    from sqlalchemy import URL, create_engine  # noqa: PLC0415
    from sqlalchemy.util import LRUCache  # noqa: PLC0415 - what an engine keeps them in by itself

    engine = create_engine(
        URL.create("sqlite+pysqlite"),  # its dialect for SQLCipher is the same, and would set a key of its own
        module=driver,
        execution_options={"compiled_cache": LRUCache(500)},
    )
    engine.connect().close()  # the dialect learns what this SQLite can do
    engine.dispose()
    return engine


@contextmanager
def looking(driver: sqlite3.Connection, *, afresh: bool = False) -> Iterator[sqlite3.Connection]:
    """One consistent look at the file.

    Args:
        driver: a connection to it.
        afresh: forget the pages read before, for a file that another program may have written to without SQLite.
    """
    if afresh:
        driver.execute("PRAGMA shrink_memory")
    driver.execute("BEGIN DEFERRED")
    try:
        yield driver
    finally:
        driver.rollback()


@contextmanager
def reading(engine: Engine, *, afresh: bool = False) -> Iterator[Connection]:
    """The same for questions that SQLAlchemy puts."""
    with engine.connect().execution_options(afresh=afresh) as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes, on the file as it is now; it is rolled back whole when the block raises."""
    with engine.connect().execution_options(begin="IMMEDIATE", afresh=True) as connection, connection.begin():
        yield connection


def path_of(connection: sqlite3.Connection) -> Path:
    """The file that a connection is to."""
    return Path(connection.execute("PRAGMA database_list").fetchone()[2])


def raw(connection: Connection) -> sqlite3.Connection:
    """The driver's own connection."""
    return cast("sqlite3.Connection", connection.connection.driver_connection)
