"""What is attached to evidence: bytes under their SHA-256, kept once, in slices, so that none is ever in memory whole.

Slices are written one by one, each in a transaction of its own, so that nothing waits for a large file. They are
nothing to anybody until their content is *sealed*, in the step that first names it. What a killed program left unsealed
goes with the next opening that writes. What is sealed stays: some step names it, and undo can come back to that.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.model.bounds import ATTACHED_BYTES, ATTACHED_SLICE
from desktop.model.errors import RefusalError
from desktop.model.store.blame import blaming_the_environment
from desktop.model.store.engine import connected, looking

if TYPE_CHECKING:
    from desktop.model.files.file_key import FileKey
    from desktop.model.store.transaction import Transaction

MOST_SLICES = -(-ATTACHED_BYTES // ATTACHED_SLICE)

_SLICE = "SELECT bytes FROM attachment_slice WHERE digest = ? AND number = ?"
_UNSEALED = "SELECT digest FROM attachment_slice EXCEPT SELECT digest FROM attachment LIMIT 1"
_FORGET = """
    DELETE FROM attachment_slice WHERE digest = :digest
    AND number > (SELECT max(number) FROM attachment_slice WHERE digest = :digest) - :most
"""


class AttachedContent:
    """The attached content of an open file.

    Args:
        several: begins a transaction that writes.
        reading: gives the connection to read with, in the midst of a transaction the one that writes.
    """

    def __init__(
        self,
        several: Callable[[], AbstractContextManager[Transaction]],
        reading: Callable[[], AbstractContextManager[sqlite3.Connection]],
    ) -> None:
        self._several = several
        self._reading = reading

    def sizes(self) -> dict[str, int]:
        """The size of each content in bytes, by its digest."""
        with self._reading() as connection:
            return sizes(connection)

    def whole(self, digest: str, most: int) -> bytes:
        """The bytes under a digest, all of them at once: for what is no longer than `most`.

        Raises:
            ValueError: they are not there, are more, or are not what the digest says.
        """
        with self._reading() as connection:
            found = content_of(connection, digest, most)
        if found is None:
            raise ValueError(digest)
        return found

    def put(self, digest: str, number: int, content: bytes) -> None:
        """Write a slice of content that is to be sealed; over an earlier one."""
        with self._several() as transaction, self._reading() as connection:
            if not transaction.dry:
                put(connection, digest, number, content)

    def put_whole(self, digest: str, size: int, slices: Iterable[bytes]) -> None:
        """Write content and seal it, all in one transaction: for a file in the making, which has its records already.

        Raises:
            ValueError: it has another size.
        """
        with self._several(), self._reading() as connection:
            for number, content in enumerate(slices):
                put(connection, digest, number, content)
            seal(connection, digest, size)

    def seal(self, digest: str, size: int) -> None:
        """Say that content is there; in the midst of the step that names it.

        Raises:
            ValueError: its slices are not all there.
        """
        with self._reading() as connection:
            seal(connection, digest, size)

    def tidy(self) -> None:
        """Take away what a killed program left; where that cannot be, as by who only reads, it does no harm."""
        with suppress(RefusalError):
            while self.forget_unsealed():
                pass

    def forget_unsealed(self, most: int = MOST_SLICES) -> bool:
        """Take away content that was not sealed, so many slices of it; whether there was any. All can take seconds."""
        with self._reading() as connection:
            found = connection.execute(_UNSEALED).fetchone()
        if found is None:
            return False
        with self._several() as transaction, self._reading() as connection:
            if not transaction.dry:
                connection.execute(_FORGET, {"digest": found[0], "most": most})
        return True

    def take_over(self, source: Path, key: FileKey | None = None) -> list[str]:
        """Copy all content of another file that is what it was; gives the digests of what is not.

        Raises:
            RefusalError: what the environment causes.
        """
        with (
            blaming_the_environment(source, strange=True),
            closing(connected(source, readonly=True, key=key)) as other,
            looking(other),
            self._several(),
            self._reading() as connection,
        ):
            return copy_sound_content(other, connection)


def sizes(connection: sqlite3.Connection) -> dict[str, int]:
    """The size of each content that is sealed."""
    return dict(connection.execute("SELECT digest, size FROM attachment ORDER BY digest").fetchall())


def put(connection: sqlite3.Connection, digest: str, number: int, content: bytes) -> None:
    """Write a slice; over an earlier one."""
    connection.execute("INSERT OR REPLACE INTO attachment_slice VALUES (?, ?, ?)", (digest, number, content))


def seal(connection: sqlite3.Connection, digest: str, size: int) -> None:
    """Say that content is there; that it is already is no matter.

    Raises:
        ValueError: its slices are not all there.
    """
    told = "SELECT count(*), sum(length(bytes)) FROM attachment_slice WHERE digest = ?"
    if connection.execute(told, (digest,)).fetchone() != (-(-size // ATTACHED_SLICE), size):
        raise ValueError(digest)
    connection.execute("INSERT OR IGNORE INTO attachment VALUES (?, ?)", (digest, size))


def content_of(connection: sqlite3.Connection, digest: str, most: int) -> bytes | None:
    """All bytes under a digest; None where they are not there, are more than `most`, or are not what it says."""
    size = sizes(connection).get(digest)
    if size is None or size > most or not _is_sound(connection, digest, size):
        return None
    return b"".join(_slices(connection, digest))


def keep_content(connection: sqlite3.Connection, digest: str, content: bytes) -> None:
    """Put bytes that are in memory under their digest."""
    for number, start in enumerate(range(0, len(content), ATTACHED_SLICE)):
        put(connection, digest, number, content[start : start + ATTACHED_SLICE])
    seal(connection, digest, len(content))


def read_content(path: Path, digest: str, key: FileKey | None = None) -> Iterator[bytes]:
    """The content under a digest, slice by slice, over a connection of its own, so that any thread may ask.

    Nothing is kept waiting: between two slices others can write.

    Raises:
        RefusalError: ``content.missing``; ``file.damaged`` once all was read and is not what the digest says; what the
            environment causes.
    """
    found = hashlib.sha256()
    with blaming_the_environment(path, strange=True), closing(connected(path, readonly=True, key=key)) as connection:
        size = connection.execute("SELECT size FROM attachment WHERE digest = ?", (digest,)).fetchone()
        if size is None:
            raise RefusalError("content.missing", path=path)
        for number in range(-(-int(size[0]) // ATTACHED_SLICE)):
            row = connection.execute(_SLICE, (digest, number)).fetchone()
            if row is None:
                break
            found.update(row[0])
            yield row[0]
    if found.hexdigest() != digest:
        raise RefusalError("file.damaged", path=path)


def content_faults(connection: sqlite3.Connection) -> Iterator[str]:
    """The digest of each sealed content that is not what it was."""
    for digest, size in sizes(connection).items():
        if not _is_sound(connection, digest, size):
            yield digest


def copy_sound_content(source: sqlite3.Connection, target: sqlite3.Connection) -> list[str]:
    """Copy all content that is what it was into another file, slice by slice; gives the digests of what is not."""
    left = []
    for digest, size in sizes(source).items():
        if _is_sound(source, digest, size):
            for number, content in enumerate(_slices(source, digest)):
                put(target, digest, number, content)
            seal(target, digest, size)
        else:
            left.append(str(digest))
    return left


def _is_sound(connection: sqlite3.Connection, digest: str, size: int) -> bool:
    found, length = hashlib.sha256(), 0
    for content in _slices(connection, digest):
        if not isinstance(content, bytes) or len(content) > ATTACHED_SLICE:
            return False
        found.update(content)
        length += len(content)
    return (found.hexdigest(), length) == (digest, size)


def _slices(connection: sqlite3.Connection, digest: str) -> Iterator[Any]:
    """The slices from the first to the last before one is missing: whatever stands in their place."""
    for number in range(MOST_SLICES):
        row = connection.execute(_SLICE, (digest, number)).fetchone()
        if row is None:
            return
        yield row[0]
