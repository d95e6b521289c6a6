"""One writer at a time: a lock beside the file that the system releases when the program ends, however it ends."""

from __future__ import annotations

import contextlib
from pathlib import Path

from filelock import FileLock, Timeout


class WriterLock:
    """The right to write to a file."""

    def __init__(self, path: Path) -> None:
        self._path = path.with_name(f".{path.name}.lock")
        self._lock = FileLock(self._path, timeout=0)

    def take(self) -> bool:
        """Take the lock; False when another opening holds it or the folder can't be written to."""
        try:
            self._lock.acquire()
        except (Timeout, OSError):
            return False
        return True

    def release(self) -> None:
        """Give the lock back and leave no file behind where the system allows it."""
        if self._lock.is_locked:
            with contextlib.suppress(OSError):
                self._path.unlink()
            self._lock.release()
