"""What must be on the disk before it may be said to be there: data, then name, then folder."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from pathlib import Path

if sys.platform == "darwin":
    import fcntl


def write_synced(path: Path, content: bytes) -> None:
    """Write a new file, down to the disk.

    Raises:
        OSError: it cannot be written, or something of that name is there.
    """
    with path.open("xb") as stream:
        stream.write(content)
        stream.flush()
        _sync(stream.fileno())


def sync_file(path: Path) -> None:
    """See to it that what was written to a file is on the disk."""
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    try:
        _sync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """See to it that the names in a folder are on the disk; some systems and shares know no such thing."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def make_folder(folder: Path) -> list[Path]:
    """Make a folder and those above it that are missing; returns the ones made, the innermost first.

    Raises:
        OSError: it cannot be made.
    """
    missing = []
    above = folder
    while not above.exists():
        missing.append(above)
        above = above.parent
    folder.mkdir(parents=True, exist_ok=True)
    for made in missing:
        sync_folder(made.parent)
    return missing


def give_name(draft: Path, path: Path) -> None:
    """Give a finished file its name, never that of another; `draft` may be left as a second name of it.

    Raises:
        FileExistsError: something of that name is there, were it a link that leads nowhere.
        OSError: the system does not take the name.
    """
    if sys.platform == "win32":
        draft.rename(path)
        return
    try:
        os.link(draft, path, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:  # some shares know no hard links
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        draft.rename(path)
    sync_folder(path.parent)


def take_place(draft: Path, path: Path) -> None:
    """Put a finished file in the place of another, whose permissions it takes over, or where there is none.

    Raises:
        OSError: the place cannot be taken, e.g. because another program holds the file.
    """
    with contextlib.suppress(OSError):
        draft.chmod(stat.S_IMODE(path.lstat().st_mode))
    draft.replace(path)


def _sync(descriptor: int) -> None:
    if sys.platform == "darwin":
        with contextlib.suppress(OSError):  # shares do not know it
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)
