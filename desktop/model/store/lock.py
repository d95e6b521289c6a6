"""One writer at a time: a lock on the file itself, which the system releases when the program ends, however it ends.

It lies on the file and not on its name, so links and other ways to write its path lead to the same lock; on a share
the server keeps it for all machines. The byte is one that SQLite neither stores data in nor locks itself: at one
gibibyte a file of SQLite has a page for locks alone, and SQLite uses the first 512 bytes of it. On POSIX the lock
belongs to the open file (``F_OFD_SETLK``), so that it is not lost when something else in this program closes the file.
Where the system or the share knows no such lock, one beside the file's real name takes its place.
"""

from __future__ import annotations

import contextlib
import errno
import os
import struct
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from filelock import FileLock

_BYTE = 0x4000_0000 + 1024
_TAKEN = {errno.EACCES, errno.EAGAIN, getattr(errno, "EDEADLOCK", errno.EAGAIN)}


class WriterLock:
    """The right to write to a file that is there."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None
        self._beside: FileLock | None = None

    def take(self) -> bool:
        """Take the lock; False when another opening holds it or the file can't be written to."""
        try:
            self._descriptor = os.open(self._path, os.O_RDWR | getattr(os, "O_BINARY", 0))
        except OSError:
            return False
        try:
            _claim(self._descriptor)
        except OSError as error:
            if error.errno in _TAKEN or not self._take_beside():
                self.release()
                return False
        return True

    def still(self, path: Path) -> bool:
        """Whether the path leads to the file that is locked.

        Raises:
            OSError: it leads nowhere.
        """
        assert self._descriptor is not None
        return os.path.samestat(os.fstat(self._descriptor), path.stat())

    def release(self) -> None:
        """Give the lock back and leave no file behind where the system allows it."""
        if self._beside is not None:
            with contextlib.suppress(OSError):
                Path(self._beside.lock_file).unlink()
            self._beside.release()
            self._beside = None
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _take_beside(self) -> bool:
        from filelock import FileLock, Timeout  # noqa: PLC0415 - seldom needed

        real = self._path.resolve()
        lock = FileLock(real.with_name(f".{real.name}.lock"), timeout=0)
        try:
            lock.acquire()
        except (Timeout, OSError):
            return False
        self._beside = lock
        return True


if sys.platform == "win32":
    import msvcrt

    def _claim(descriptor: int) -> None:
        os.lseek(descriptor, _BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _claim(descriptor: int) -> None:
        command = getattr(fcntl, "F_OFD_SETLK", None)
        if command is None:
            raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))
        fcntl.fcntl(descriptor, command, _request())

    def _request() -> bytes:
        """A ``struct flock`` that asks for our byte; its process must be nought."""
        if sys.platform == "darwin":
            return struct.pack("qqihh", _BYTE, 1, 0, fcntl.F_WRLCK, os.SEEK_SET)
        return struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, _BYTE, 1, 0)
