"""Making and opening an assessment file: what it must be before anything is read from it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection

from desktop.model.errors import RefusalError
from desktop.model.store.engine import blaming_the_environment, open_engine, writing
from desktop.model.store.migrations import migrate
from desktop.model.store.tables import APPLICATION_ID, FORMAT, about, metadata

MAGIC = b"SQLite format 3\0"


def make(path: Path, facts: dict[str, str], fill: Callable[[Connection], None] | None = None) -> None:
    """Make an empty assessment file in one move: it is there whole or not at all.

    Args:
        path: where; nothing may be there.
        facts: what the file says about itself, e.g. its id.
        fill: puts content into the new file.

    Raises:
        RefusalError: ``file.exists`` or ``file.unwritable``.
    """
    if path.exists():
        raise RefusalError("file.exists", path=path)
    draft = path.with_name(f".{path.name}.new")
    try:
        draft.unlink(missing_ok=True)
        engine = open_engine(draft)
        try:
            with blaming_the_environment(path), writing(engine) as connection:
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.exec_driver_sql(f"PRAGMA user_version = {FORMAT}")
                metadata.create_all(connection)
                for name, value in facts.items():
                    connection.execute(about.insert(), {"name": name, "value": value})
                if fill is not None:
                    fill(connection)
        finally:
            engine.dispose()
        _move(draft, path)
    except FileExistsError:
        raise RefusalError("file.exists", path=path) from None
    except OSError as error:
        raise RefusalError("file.unwritable", path=path, reason=error.strerror) from error
    finally:
        draft.unlink(missing_ok=True)


def _move(draft: Path, path: Path) -> None:
    """Give the finished file its name without ever replacing another; some shares know no hard links."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:
        if path.exists():
            raise FileExistsError from None
        draft.rename(path)


def prepare(path: Path, *, writable: bool) -> Path | None:
    """Make sure that a file can be opened by this program; migrate it if it is older.

    Returns:
        The copy kept before a migration, or None.

    Raises:
        RefusalError: ``file.missing``, ``file.not_an_assessment``, ``file.newer``, ``file.older_readonly``.
    """
    found = _format(path)
    if found > FORMAT:
        raise RefusalError("file.newer", path=path, format=found, known=FORMAT)
    if found == FORMAT:
        return None
    if not writable:
        raise RefusalError("file.older_readonly", path=path, format=found)
    return migrate(path, found)


def _format(path: Path) -> int:
    try:
        with path.open("rb") as stream:
            head = stream.read(len(MAGIC))
    except FileNotFoundError:
        raise RefusalError("file.missing", path=path) from None
    except OSError as error:
        raise RefusalError("file.unreadable", path=path, reason=error.strerror) from error
    if head != MAGIC:
        raise RefusalError("file.not_an_assessment", path=path)
    with blaming_the_environment(path), closing(sqlite3.connect(path)) as connection:
        (application_id,) = connection.execute("PRAGMA application_id").fetchone()
        (found,) = connection.execute("PRAGMA user_version").fetchone()
    if application_id != APPLICATION_ID:
        raise RefusalError("file.not_an_assessment", path=path)
    return int(found)
