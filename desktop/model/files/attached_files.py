"""Files that are to be attached: looked at once for their digest, then read slice by slice, never whole."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from desktop.characters import one_line
from desktop.model.bounds import ATTACHED_BYTES
from desktop.model.errors import RefusalError
from desktop.model.files.plain_files import refuse_other_than_plain
from desktop.model.files.system_refusals import refusing_for

LONGEST_NAME = 200
"""Characters of a name that are kept, its ending among them."""

_READ = 1 << 20
_LONGEST_ENDING = 20


class MeasuredFile(Struct, frozen=True):
    """A file as it was when it was looked at.

    Attributes:
        name: what it is called, as it is kept: on one line, and not too long.
        size: in bytes.
        digest: its SHA-256, in hexadecimal.
    """

    path: Path
    name: str
    size: int
    digest: str


def measure(path: Path, read: Callable[[int, int], None] = lambda _done, _of: None) -> MeasuredFile:
    """Look at a file.

    Args:
        path: of the file, or of a link to one.
        read: told how many bytes of how many have been read; what it raises ends it.

    Raises:
        RefusalError: ``file.not_plain``, ``attachment.empty``, ``attachment.large``, ``file.unreadable`` and what else
            the system says.
    """
    digest, done = hashlib.sha256(), 0
    with _opened(path) as (stream, size):
        _refuse_size(path, size)
        while content := stream.read(_READ):
            done += len(content)
            _refuse_size(path, done)
            digest.update(content)
            read(min(done, size), size)
    return MeasuredFile(path, kept_name(path.name), done, digest.hexdigest())


def slices(measured: MeasuredFile, length: int) -> Iterator[bytes]:
    """The bytes of a file, in slices of a length.

    Raises:
        RefusalError: ``attachment.changed`` once it proves to be no longer what it was; and as `measure`.
    """
    digest, left = hashlib.sha256(), measured.size
    with _opened(measured.path) as (stream, _size):
        while left > 0 and (content := stream.read(min(length, left))):
            left -= len(content)
            digest.update(content)
            yield content
        if left or stream.read(1) or digest.hexdigest() != measured.digest:
            raise RefusalError("attachment.changed", path=measured.path)


def kept_name(name: str) -> str:
    """A file's name as it is kept: on one line, where it is too long without its middle; its ending stays."""
    line = " ".join(one_line(name).split())
    if len(line) <= LONGEST_NAME:
        return line
    stem, dot, ending = line.rpartition(".")
    if not stem or len(ending) > _LONGEST_ENDING:
        return line[:LONGEST_NAME]
    return f"{stem[: LONGEST_NAME - len(ending) - 2]}…{dot}{ending}"


@contextmanager
def _opened(path: Path) -> Iterator[tuple[BinaryIO, int]]:
    """An ordinary file open for reading, with its size; what is none is not opened, since a device might never end."""
    with refusing_for(path, "file.unreadable"):
        refuse_other_than_plain(path)
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as stream:
            found = os.fstat(descriptor)
            if not stat.S_ISREG(found.st_mode):
                raise RefusalError("file.not_plain", path=path)
            yield stream, found.st_size


def _refuse_size(path: Path, size: int) -> None:
    if not size:
        raise RefusalError("attachment.empty", path=path)
    if size > ATTACHED_BYTES:
        raise RefusalError("attachment.large", path=path, size=size // 1_000_000, most=ATTACHED_BYTES // 1_000_000)
