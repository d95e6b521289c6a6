"""A disk that loses its power: of what a program did, only what was synced is sure to be there afterwards.

Data of a file are sure once the file is synced, names once their folder is. What was not synced may be there or not:
each write by itself, names in their order.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct


class Call(Struct, frozen=True):
    """A call by which a program changed its folder: ``create``, ``write``, ``cut``, ``sync``, ``unlink``."""

    what: str
    path: str
    at: int
    data: bytes


class Inode:
    """A file, whatever its name: what is sure of it, and what was written since."""

    def __init__(self, sure: bytes = b"") -> None:
        self.sure = sure
        self.since: list[Call] = []

    def with_some(self, some: list[Call]) -> bytes:
        content = bytearray(self.sure)
        for call in some:
            if call.what == "cut":
                content[call.at :] = bytes(max(call.at - len(content), 0))
            else:
                content.extend(bytes(max(call.at + len(call.data) - len(content), 0)))
                content[call.at : call.at + len(call.data)] = call.data
        return bytes(content)


Names = dict[str, Inode]


class Disk:
    """What is in a folder, followed call by call."""

    def __init__(self, folder: str, files: dict[str, bytes]) -> None:
        self._folder = folder
        self._sure: Names = {path: Inode(content) for path, content in files.items()}
        self._now: Names = dict(self._sure)
        self._since: list[Names] = []

    def follow(self, call: Call) -> None:
        """Go on by one call."""
        if call.what == "create":
            if call.path not in self._now:
                self._now = {**self._now, call.path: Inode()}
                self._since.append(self._now)
        elif call.what == "unlink":
            self._now = {path: inode for path, inode in self._now.items() if path != call.path}
            self._since.append(self._now)
        elif call.what == "sync" and call.path.rstrip("/") == self._folder:
            self._sure, self._since = self._now, []
        elif call.path in self._now:
            inode = self._now[call.path]
            if call.what == "sync":
                inode.sure, inode.since = inode.with_some(inode.since), []
            else:
                inode.since.append(call)

    def after_a_cut(self, chance: random.Random) -> Iterator[dict[str, bytes]]:
        """What may be there when the power goes now: the least, all, and something between."""
        yield {path: inode.sure for path, inode in self._sure.items()}
        yield {path: inode.with_some(inode.since) for path, inode in self._now.items()}
        names = chance.choice([self._sure, *self._since])
        yield {
            path: inode.with_some([call for call in inode.since if chance.random() < 0.5])
            for path, inode in names.items()
        }


def calls(record: Path) -> list[Call]:
    """Read what was recorded."""
    content, found, place = record.read_bytes(), [], 0
    while place < len(content):
        end = content.index(b"\n", place)
        what, at, size, path = content[place:end].decode().split(" ", 3)
        place = end + 1 + int(size)
        found.append(Call(what, path, int(at), content[end + 1 : place]))
    return found
