"""Bytes that nobody reads without a passphrase, in a file of their own: what an encrypted assessment has beside itself.

The file is one of SQLCipher with a single table, so that no more than one program is trusted to encrypt well.
"""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.model.errors import RefusalError
from desktop.model.files.plain_files import refuse_other_than_plain
from desktop.model.files.system_refusals import refusing_for
from desktop.model.store.blame import blaming_the_environment
from desktop.model.store.cipher import is_as_signed
from desktop.model.store.engine import connected

if TYPE_CHECKING:
    from desktop.model.files.file_key import FileKey

_TABLE = "CREATE TABLE content (bytes BLOB NOT NULL)"
_SCHEMA = [("table", "content", _TABLE)]


class EncryptedBytes:
    """Writes and reads such files with one key.

    Args:
        key: with what is written. What is read may have another salt, but must have the same passphrase.
    """

    def __init__(self, key: FileKey) -> None:
        self._key = key

    def write(self, path: Path, content: bytes) -> None:
        """Write a file that is not there yet, for its owner alone. It is not synced.

        Raises:
            OSError: something of that name is there, or it cannot be written.
            RefusalError: what else the environment causes.
        """
        how = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        os.close(os.open(path, how, 0o600))
        with blaming_the_environment(path), closing(connected(path, key=self._key)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")  # it is there whole, or not asked for
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("BEGIN")
            connection.execute(_TABLE)
            connection.execute("INSERT INTO content VALUES (?)", (content,))
            connection.execute("COMMIT")

    def read(self, path: Path, most: int) -> bytes:
        """The content of such a file.

        Raises:
            RefusalError: ``file.not_plain``; ``file.not_encrypted`` when it is none; ``file.wrong_passphrase``, also
                when it is damaged; ``file.too_large`` with ``most``; and what the environment causes.
        """
        with refusing_for(path, "file.unreadable"):
            refuse_other_than_plain(path)
        key = self._key.fitted(path)
        if key is None:
            raise RefusalError("file.not_encrypted", path=path)
        try:
            with blaming_the_environment(path, strange=True):
                return self._read(path, key, most)
        except RefusalError as refusal:
            if refusal.code in ("file.not_an_assessment", "file.damaged"):
                raise RefusalError("file.wrong_passphrase", path=path) from None
            raise

    def _read(self, path: Path, key: FileKey, most: int) -> bytes:
        with closing(connected(path, readonly=True, key=key)) as connection:
            if not is_as_signed(connection):
                raise RefusalError("file.damaged", path=path)
            if connection.execute("SELECT type, name, sql FROM sqlite_schema").fetchall() != _SCHEMA:
                raise RefusalError("file.damaged", path=path)
            found = connection.execute("SELECT length(bytes) FROM content").fetchone()
            if found is None:
                raise RefusalError("file.damaged", path=path)
            if found[0] > most:
                raise RefusalError("file.too_large", path=path, most=most)
            return bytes(connection.execute("SELECT bytes FROM content").fetchone()[0])
