"""Encrypted files: SQLCipher, spoken to by a driver like that of the standard library, and loaded only for them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, cast

from desktop.model.files.plain_files import PAGE

if TYPE_CHECKING:
    from desktop.model.files.file_key import FileKey

_QUIET = "cipher_log_level = NONE"
"""SQLCipher writes to standard error why a passphrase is wrong, in words for its makers."""

_MOST_PAGES = 10_000
"""Of a file that is looked through for a page that its passphrase opens, when that does not open the first."""


def driver_for(key: FileKey | None) -> ModuleType:
    """SQLCipher's driver, or the standard library's where there is no key."""
    return sqlite3 if key is None else cipher_driver()


def cipher_driver() -> ModuleType:
    """SQLCipher's driver, loaded when it is first asked for."""
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - only for encrypted files

    return cast("ModuleType", dbapi2)


def use_key(connection: sqlite3.Connection, key: FileKey | None) -> None:
    """Tell SQLCipher with which key a file is read and written, if with any, before anything else is asked."""
    connection.execute(f"PRAGMA {_QUIET}")
    if key is not None:
        connection.execute(f'PRAGMA key = "{key.setting}"')


def is_as_signed(connection: sqlite3.Connection) -> bool:
    """Whether each page of an encrypted file is what its signature says.

    Where the last page of a long value is not, SQLCipher reads zeros and says nothing.
    """
    return not connection.execute("PRAGMA cipher_integrity_check").fetchall()


def opens_some_page(path: Path, key: FileKey) -> bool:
    """Whether a key that does not open a file as a whole is its key, and the file is damaged.

    Each page is signed with the key, so a wrong one opens none. Files of more than 40 MB are not looked through.
    """
    pages = path.stat().st_size // PAGE
    if pages > _MOST_PAGES:
        return False
    with closing(cipher_driver().connect(path, isolation_level=None)) as connection:
        use_key(connection, key)
        return len(connection.execute("PRAGMA cipher_integrity_check").fetchall()) < pages
