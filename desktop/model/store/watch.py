"""Whether the file is still the one that was read: other programs move files, put others in their place, write in them.

What is kept in memory is trusted only after this was asked inside the transaction that writes, when nobody who goes
through SQLite can write beside it.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from msgspec import Struct

from desktop.model.errors import RefusalError
from desktop.model.journal import StepId
from desktop.model.store.blame import blaming_the_environment
from desktop.model.store.lock import WriterLock

_NEWEST = "SELECT clock, writer FROM step ORDER BY clock DESC, writer DESC LIMIT 1"


class Sighting(Struct, frozen=True):
    """What tells one state of a file from another.

    Attributes:
        version: SQLite's count of what other connections wrote.
        newest: the newest step. A file that was put into this one's place byte by byte can
            bear the same count, but no other opening writes this step.
    """

    version: int
    newest: StepId | None


class FileWatch:
    """Knows the file as it was last read or written by this opening."""

    def __init__(self, path: Path, lock: WriterLock | None) -> None:
        self._path = path.absolute()
        self._lock = lock
        self._first = path.stat()
        self._looks = _looks(self._first)
        self._sighting: Sighting | None = None

    def looks_touched(self) -> bool:
        """Whether somebody, oneself included, wrote to the file since this was asked last, as the file system tells."""
        try:
            looks = _looks(self._path.stat())
        except OSError:
            return True
        before, self._looks = self._looks, looks
        return looks != before

    def note(self, connection: sqlite3.Connection) -> None:
        """The file as it is now is what memory holds."""
        self._sighting = _sight(connection)

    def note_step(self, newest: StepId) -> None:
        """The file is as before, but for this newest step of one's own."""
        if self._sighting is not None:
            self._sighting = Sighting(self._sighting.version, newest)

    def refuse_moved(self) -> None:
        """Make sure that the path still leads to the file.

        Raises:
            RefusalError: ``file.moved`` when nothing is there, ``file.replaced`` when another file is.
        """
        try:
            same = self._is_at(self._path)
        except OSError:
            raise RefusalError("file.moved", path=self._path) from None
        if not same:
            raise RefusalError("file.replaced", path=self._path)

    def is_at(self, path: Path) -> bool:
        """Whether a path, by whatever name, leads to the file."""
        try:
            return self._is_at(path)
        except OSError:
            return False

    def _is_at(self, path: Path) -> bool:
        return os.path.samestat(self._first, path.stat()) if self._lock is None else self._lock.still(path)

    def refuse_changed(self, connection: sqlite3.Connection) -> None:
        """Make sure that the file holds what memory holds.

        Raises:
            RefusalError: ``file.changed`` when it does not, ``file.damaged`` when there is no telling; what
                `refuse_moved` raises.
        """
        self.refuse_moved()
        with blaming_the_environment(self._path, strange=True):
            found = _sight(connection)
        if self._sighting != found:
            raise RefusalError("file.changed", path=self._path)


class StillWatch(FileWatch):
    """Of what lies in memory, which no other program can change."""

    def __init__(self, path: Path, lock: WriterLock | None) -> None:
        self._path, self._lock, self._sighting = path, lock, None

    def looks_touched(self) -> bool:
        """Never."""
        return False

    def note(self, connection: sqlite3.Connection) -> None:
        """There is nothing to tell it from."""

    def refuse_moved(self) -> None:
        """It is where it was."""

    def is_at(self, path: Path) -> bool:
        """No path leads to it."""
        del path
        return False


def _sight(connection: sqlite3.Connection) -> Sighting:
    (version,) = connection.execute("PRAGMA data_version").fetchone()
    newest = connection.execute(_NEWEST).fetchone()
    return Sighting(version, None if newest is None else StepId(*newest))


def _looks(found: os.stat_result) -> tuple[int, int]:
    return found.st_size, found.st_mtime_ns
