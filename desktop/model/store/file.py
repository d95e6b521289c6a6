"""Opening an assessment file: what it must be before anything is read from it."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

from desktop.model.errors import RefusalError
from desktop.model.store.blame import blaming_the_environment
from desktop.model.store.engine import connected
from desktop.model.store.migrations import migrate
from desktop.model.store.tables import APPLICATION_ID, FORMAT

MAGIC = b"SQLite format 3\0"


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
