"""Who is to blame for an error of SQLite: disk, share, permissions, another program, the file's content, or a bug.

The one place that reads SQLite's result codes. What leaves it holds no value of the file: neither a refusal, whose
reason is the name of a code, nor a bug, whose message is.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.model.errors import RefusalError

BLAME = {
    sqlite3.SQLITE_BUSY: "file.locked",
    sqlite3.SQLITE_LOCKED: "file.locked",
    sqlite3.SQLITE_PROTOCOL: "file.locked",
    sqlite3.SQLITE_READONLY: "file.readonly",
    sqlite3.SQLITE_READONLY_ROLLBACK: "file.interrupted",
    sqlite3.SQLITE_READONLY_DBMOVED: "file.moved",
    sqlite3.SQLITE_IOERR: "file.io",
    sqlite3.SQLITE_IOERR_NOMEM: "file.memory",
    sqlite3.SQLITE_NOMEM: "file.memory",
    sqlite3.SQLITE_CORRUPT: "file.damaged",
    sqlite3.SQLITE_FULL: "file.full",
    sqlite3.SQLITE_CANTOPEN: "file.readonly",
    sqlite3.SQLITE_NOTADB: "file.not_an_assessment",
    sqlite3.SQLITE_PERM: "file.readonly",
    sqlite3.SQLITE_AUTH: "file.readonly",
    sqlite3.SQLITE_NOLFS: "file.io",
    sqlite3.SQLITE_INTERRUPT: "file.too_long",
    sqlite3.SQLITE_TOOBIG: "file.too_big",
}
"""What the user can do something about, by SQLite's result code, extended or primary.

The file itself is known to be there and readable before SQLite sees it: what it cannot open is the journal beside it.
"""


_SENSELESS = ("OperationalError", "IntegrityError")
_CIPHER = "sqlcipher3.dbapi2"
"""The driver of encrypted files, which is loaded only for them, and has errors like those of the other."""


class StoreFaultError(RuntimeError):
    """An error of SQLite that is a bug of this program; says its kind and nothing of the file."""


@contextmanager
def blaming_the_environment(path: Path, *, strange: bool = False) -> Iterator[None]:
    """Turn what disk, share, permissions or other programs cause into a refusal that names the file.

    Args:
        path: the file.
        strange: whether it has the tables of its format is not known yet, so what SQLite cannot make sense of is due
            to the file, and damage.

    Raises:
        RefusalError: one of `BLAME`, with the facts ``path`` and ``reason``.
        StoreFaultError: for what else SQLite reports.
    """
    try:
        yield
    except Exception as error:
        original = _of_sqlite(error)
        if original is None:
            raise
        code = _blamed(original) or ("file.damaged" if strange and type(original).__name__ in _SENSELESS else None)
        name = getattr(original, "sqlite_errorname", None) or type(original).__name__
        if code is None:
            raise StoreFaultError(name).with_traceback(error.__traceback__) from None
        raise RefusalError(code, path=path, reason=name) from None


@contextmanager
def blaming_the_content(path: Path) -> Iterator[None]:
    """Refuse a file that holds what cannot be what was written.

    Raises:
        RefusalError: ``file.damaged``.
    """
    try:
        yield
    except (ValueError, TypeError, OverflowError, RecursionError):
        raise RefusalError("file.damaged", path=path) from None


def _of_sqlite(error: Exception) -> BaseException | None:
    """What stands behind an error of the driver, or of SQLAlchemy, which is not loaded before somebody writes."""
    cipher = sys.modules.get(_CIPHER)
    if isinstance(error, sqlite3.Error) or (cipher is not None and isinstance(error, cipher.Error)):
        return error
    sqlalchemy = sys.modules.get("sqlalchemy.exc")
    return error.orig if sqlalchemy is not None and isinstance(error, sqlalchemy.StatementError) else None


def _blamed(error: BaseException) -> str | None:
    number = getattr(error, "sqlite_errorcode", None)
    if number is None:  # the driver's own: text in the file that is no text
        return "file.damaged" if type(error).__name__ == _SENSELESS[0] else None
    return BLAME.get(number) or BLAME.get(number & 0xFF)
