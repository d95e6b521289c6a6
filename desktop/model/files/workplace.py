"""Folders for drafts: beside the place of what is made, with a random name, private, and locked while they are in use.

Whoever writes next into a folder finds those that a killed program left, by their name, and clears them away: a lock
ends with the program, however it ends.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.model.errors import RefusalError

if TYPE_CHECKING:
    from filelock import FileLock

PREFIX = ".maturity-workbench-"
_LOCK = "lock"
_LONE = "lone"
"""Marks a workplace of one who wants to be the only one in the folder,"""
_HELD = "held"
"""and of one who is."""

_LETTERS = 16
_ATTEMPTS = 20
_SECONDS_TO_AGREE = 5.0
_LOOKS = 0.02


@contextmanager
def workplace(beside: Path) -> Iterator[Path]:
    """A new folder in the folder `beside`, for drafts; it is gone afterwards, with all that is still in it.

    Raises:
        OSError: it cannot be made.
    """
    place, lock = _begin(beside)
    try:
        yield place
    finally:
        _clear(place, lock)


@contextmanager
def lone_workplace(beside: Path) -> Iterator[Path]:
    """The same for who wants to be the only one in that folder, by the same way; others may still draft single files.

    Raises:
        RefusalError: ``folder.in_use`` while another program, or another part of this one, is at it.
        OSError: it cannot be made.
    """
    with workplace(beside) as place:
        (place / _LONE).touch()
        _agree(beside, place)
        (place / _HELD).touch()
        yield place


def _agree(folder: Path, own: Path) -> None:
    """Of those who ask at the same moment, let the first by name be the only one.

    Whoever sees one that is before him gives way. One that comes after him may have looked before he asked, so he waits
    to see whether it gives way or holds.
    """
    until = time.monotonic() + _SECONDS_TO_AGREE
    while others := list(_asking(folder, own)):
        if time.monotonic() > until or any(other < own or (other / _HELD).exists() for other in others):
            raise RefusalError("folder.in_use", path=folder)
        time.sleep(_LOOKS)


def _asking(folder: Path, own: Path) -> Iterator[Path]:
    """The workplaces of others who live and want to be the only one."""
    for found in folder.glob(PREFIX + "[0-9a-f]" * _LETTERS):
        if found != own and (found / _LONE).exists():
            lock = _take(found)
            if lock is None:
                yield found
            elif (found / _LONE).exists():  # of one who was killed, for `leftovers`
                lock.release()
            else:  # he went meanwhile, and could not take away what this look had locked
                _clear(found, lock)


def leftovers(folder: Path) -> Iterator[Path]:
    """The workplaces in a folder that nobody uses any more; each is cleared away when the next is asked for."""
    with contextlib.suppress(OSError):
        for found in sorted(folder.glob(PREFIX + "[0-9a-f]" * _LETTERS)):
            if _is_ours(found) and (lock := _take(found)) is not None:
                try:
                    yield found
                finally:
                    _clear(found, lock)


def _begin(beside: Path) -> tuple[Path, FileLock]:
    """Make a folder and lock it; somebody who clears up may take it for a leftover before it is locked."""
    for _attempt in range(_ATTEMPTS):
        place = beside / (PREFIX + secrets.token_hex(_LETTERS // 2))
        place.mkdir(mode=0o700)
        lock = _take(place)
        if lock is not None:
            return place, lock
    raise TimeoutError(beside)


def _take(place: Path) -> FileLock | None:
    """The lock of a workplace; None when another has it or the folder is gone."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - looking at what is there does without

    lock = FileLock(place / _LOCK, timeout=0)
    try:
        lock.acquire()
    except (Timeout, OSError):
        if not os.path.lexists(place / _LOCK):
            with contextlib.suppress(OSError):
                place.rmdir()
        return None
    if not (place / _LOCK).exists():
        lock.release()
        return None
    return lock


def _is_ours(place: Path) -> bool:
    """Whether it is a folder of this user, and no link to one."""
    found = place.lstat()
    own = os.geteuid() if hasattr(os, "geteuid") else found.st_uid
    return stat.S_ISDIR(found.st_mode) and found.st_uid == own


def _clear(place: Path, lock: FileLock) -> None:
    """Take a workplace away, its lock last; where the system does not let it go, the next to write tries again."""
    with contextlib.suppress(OSError):
        for entry in [*os.scandir(place)]:
            if entry.name == _LOCK:
                continue
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path, ignore_errors=True)
            else:
                Path(entry.path).unlink()
    lock.release()
    with contextlib.suppress(OSError):
        (place / _LOCK).unlink(missing_ok=True)
        place.rmdir()
