"""Files that come from outside: ordinary ones only, and never more of one than its reader can take."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from desktop.model.errors import RefusalError
from desktop.model.files.system_refusals import refusing_for

SQLITE = b"SQLite format 3\0"
"""How every assessment file begins that is not encrypted."""

PAGE = 4096
"""Bytes of a page of an encrypted file, which has nothing but whole ones."""

_SUFFIX = ".maturity"
_MOST_ALIKE = 250
"""A page of chance has nearly always each of the 256 bytes, and no text or table has so many."""

_PACKED = (
    b"PK",
    b"\x89PNG",
    b"%PDF",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"GIF8",
    b"7z\xbc\xaf",
    b"BZh",
    b"\xfd7zXZ",
    b"Rar!",
)
"""How files begin that look like chance further on, since they are packed."""


def read_plain(path: Path, most: int) -> bytes:
    """The content of an ordinary file.

    A device or a pipe might never end and a folder has no content, so they are refused before they are opened.

    Raises:
        RefusalError: ``file.not_plain``, ``file.too_large`` with the fact ``most`` in bytes, ``file.unreadable``.
    """
    with refusing_for(path, "file.unreadable"):
        refuse_other_than_plain(path)
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as stream:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise RefusalError("file.not_plain", path=path)
            content = stream.read(most + 1)
    if len(content) > most:
        raise RefusalError("file.too_large", path=path, most=most)
    return content


def refuse_assessment(path: Path) -> None:
    """Refuse to write over an assessment, whatever its name; only what it begins with is looked at.

    Raises:
        RefusalError: ``file.is_assessment``.
    """
    if begins_with(path, SQLITE) or looks_encrypted(path):
        raise RefusalError("file.is_assessment", path=path)


def looks_encrypted(path: Path) -> bool:
    """Whether a file may be an encrypted assessment: from its first byte on nothing but chance.

    More cannot be known without its passphrase, since an encrypted file says nothing of what it is.
    """
    page = head_of(path, PAGE)
    if len(page) < PAGE or len(set(page)) <= _MOST_ALIKE or page.startswith((SQLITE, *_PACKED)):
        return False
    return path.suffix.casefold() == _SUFFIX or path.stat().st_size % PAGE == 0


def begins_with(path: Path, head: bytes) -> bool:
    """Whether there is an ordinary file that begins so and may be read; a pipe is not waited for."""
    return head_of(path, len(head)) == head


def head_of(path: Path, most: int) -> bytes:
    """How an ordinary file begins; empty where there is none, or none that may be read; a pipe is not waited for."""
    try:
        refuse_other_than_plain(path)
        with path.open("rb") as stream:
            return stream.read(most)
    except (OSError, ValueError, RefusalError):
        return b""


def refuse_other_than_plain(path: Path) -> None:
    """Refuse a name behind which there is a folder, a pipe or a device.

    Raises:
        RefusalError: ``file.not_plain``.
        OSError: there is nothing of that name, or it may not be asked for.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise RefusalError("file.not_plain", path=path)
