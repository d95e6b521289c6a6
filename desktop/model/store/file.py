"""Making and opening an assessment file: what it must be before anything is read from it."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection

from desktop.model.errors import RefusalError
from desktop.model.store.blame import blaming_the_environment
from desktop.model.store.engine import connected, open_engine, writing
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
        RefusalError: ``file.exists``, ``file.no_folder``, ``file.leftover``, ``file.unwritable`` or what the
            environment causes; then nothing is there.
    """
    _refuse_taken_place(path)
    draft = path.with_name(f".{path.name}.new")
    try:
        draft.write_bytes(b"")
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
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def _refuse_taken_place(path: Path) -> None:
    """A rollback journal without its file would be played back into the new one."""
    if path.exists():
        raise RefusalError("file.exists", path=path)
    if not path.parent.is_dir():
        raise RefusalError("file.no_folder", path=path.parent)
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists():
        raise RefusalError("file.leftover", path=journal)


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


def is_writable(path: Path) -> bool:
    """Whether it is a file that this user may write to. It is not opened: that would drop SQLite's locks on it."""
    return path.is_file() and os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


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
    with blaming_the_environment(path), closing(connected(path)) as connection:
        (application_id,) = connection.execute("PRAGMA application_id").fetchone()
        (found,) = connection.execute("PRAGMA user_version").fetchone()
    if application_id != APPLICATION_ID:
        raise RefusalError("file.not_an_assessment", path=path)
    return int(found)
