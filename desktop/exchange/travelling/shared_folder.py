"""A folder through which copies meet: each writes files of its own there and reads those of the others.

A file of steps goes from what a copy could get from the folder before to all that its writer had. Whoever has nothing
can begin at one that goes from nothing and go on with those that lead on; `in_order` finds that way. A copy writes what
nobody can get that way yet. No file is ever changed; a copy puts one in the place of several of its own, and takes
those away once that one is there. What is attached lies in files of its own, once, by its content.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.exchange.travelling.parcel_files import SUFFIX, is_sealed, read_head, read_parcel, write_parcel
from desktop.exchange.travelling.parcels import Parcel, ParcelHead, written
from desktop.model.bounds import SHARED_FILES
from desktop.model.errors import RefusalError
from desktop.model.files.system_refusals import refusing_for
from desktop.model.merging.bundle import Bundle
from desktop.model.merging.reach import Reach
from desktop.model.records import FORMAT

if TYPE_CHECKING:
    from desktop.model.files.file_key import FileKey

ATTACHED = ".maturity-content"
MOST_OWN = 8
"""Files of steps of one copy before some are put together."""

_TOKEN = 32
Stamp = tuple[str, int, int]
"""Name, size and time of a file that was looked at: the same one need not be read again."""


class SkippedFile(Struct, frozen=True):
    """A file of the folder that was left alone, and why, as a refusal tells it."""

    name: str
    refusal: RefusalError


class SharedFile(Struct, frozen=True):
    """A file of steps in the folder."""

    path: Path
    size: int
    head: ParcelHead

    @property
    def starts(self) -> Reach:
        """What one must have before it."""
        return Reach(self.head.starts)

    @property
    def reach(self) -> Reach:
        """What one has after it."""
        return Reach(self.head.reach)


class FolderView(Struct, frozen=True):
    """What is in the folder.

    Attributes:
        files: those of steps of this assessment, by name.
        attached: the names under which what is attached lies there.
        skipped: what was left alone.
    """

    files: tuple[SharedFile, ...]
    attached: frozenset[str]
    skipped: tuple[SkippedFile, ...]


class SharedFolder:
    """A shared folder, as one copy sees it. It can be asked by any thread, by one at a time.

    Args:
        path: the folder.
        assessment: the id of the assessment.
        key: with whose passphrase files are sealed there; None where the assessment has none.

    Attributes:
        assessment: the id of the assessment.
    """

    def __init__(self, path: Path, assessment: str, key: FileKey | None) -> None:
        self.path = path
        self.assessment = assessment
        self._key = key
        self._heads: dict[Stamp, ParcelHead | RefusalError] = {}

    def look(self) -> FolderView:
        """What is in the folder.

        Raises:
            RefusalError: ``folder.none`` when it is not there; what the system causes.
        """
        if not self.path.is_dir():
            raise RefusalError("folder.none", path=self.path)
        with refusing_for(self.path, "file.unreadable"), os.scandir(self.path) as entries:
            names = sorted(entry.name for entry in entries if not _is_of_the_system(entry.name))[:SHARED_FILES]
        files: list[SharedFile] = []
        skipped: list[SkippedFile] = []
        for name in names:
            if name.endswith(ATTACHED) or (self.path / name).is_dir():
                continue
            try:
                files.append(self._file(self.path / name))
            except RefusalError as refusal:
                skipped.append(SkippedFile(name, refusal))
        attached = frozenset(_token(name) for name in names if name.endswith(ATTACHED))
        return FolderView(tuple(files), attached, tuple(skipped))

    def read(self, file: SharedFile) -> Parcel:
        """The steps of a file.

        Raises:
            RefusalError: see `read_parcel`.
        """
        return read_parcel(file.path, self._key)

    def write(self, head: ParcelHead, bundle: Bundle) -> Path:
        """Write a file of steps of this copy.

        Raises:
            RefusalError: what the system causes; then none is there.
        """
        path = self.path / f"{head.copy}-{secrets.token_hex(4)}{SUFFIX}"
        write_parcel(path, written(head, bundle), self._key)
        return path

    def write_attached(self, copy: str, head: ParcelHead, digest: str, content: bytes) -> None:
        """Write what is attached, for all.

        Raises:
            RefusalError: what the system causes; then it is not there.
        """
        path = self.path / f"{copy}-{self.token(digest)}{ATTACHED}"
        nothing = Bundle(format=FORMAT, assessment=self.assessment)
        if path.exists():
            return
        try:
            write_parcel(path, written(head, nothing, {digest: content}), self._key)
        except RefusalError as refusal:
            if refusal.code != "file.exists":  # by a file that was copied by the file manager, in the same moment
                raise

    def read_attached(self, digest: str, token: str) -> bytes | None:
        """What is attached, from whoever wrote it; None where it is not there, or not whole."""
        for path in sorted(self.path.glob(f"*-{token}{ATTACHED}")):
            try:
                found = read_parcel(path, self._key).attached.get(digest)
            except RefusalError:
                continue
            if found is not None:
                return found
        return None

    def token(self, digest: str) -> str:
        """The name of what is attached, which tells nobody what it is who has not the passphrase."""
        secret = b"" if self._key is None else self._key.setting.encode()
        return hmac.new(secret, digest.encode(), hashlib.sha256).hexdigest()[:_TOKEN]

    def take_away(self, files: Iterable[SharedFile]) -> None:
        """Take away files of this copy in whose place there is another. What cannot go now goes another time."""
        for file in files:
            try:
                file.path.unlink(missing_ok=True)
            except OSError:
                continue

    def are_open(self, files: Iterable[SharedFile]) -> bool:
        """Whether anybody can read one of some files although the assessment has a passphrase."""
        return self._key is not None and any(not is_sealed(file.path) for file in files)

    def take_away_open(self, copy: str) -> None:
        """Take away what is attached and anybody can read, of a copy whose assessment has a passphrase by now."""
        for path in self.path.glob(f"{copy}-*{ATTACHED}") if self._key is not None else ():
            with suppress(RefusalError, OSError):
                if not is_sealed(path):
                    path.unlink(missing_ok=True)

    def _file(self, path: Path) -> SharedFile:
        with refusing_for(path, "file.unreadable"):
            told = path.stat()
        stamp = (path.name, told.st_size, told.st_mtime_ns)
        if stamp not in self._heads:
            try:
                self._heads[stamp] = read_head(path, self._key)
            except RefusalError as refusal:
                self._heads[stamp] = refusal
        head = self._heads[stamp]
        if isinstance(head, RefusalError):
            raise head
        if head.assessment != self.assessment:
            raise RefusalError("parcel.other", path=path)
        return SharedFile(path, told.st_size, head)


def in_order(files: Sequence[SharedFile], begin: Reach) -> tuple[list[SharedFile], Reach]:
    """The files in an order in which one who has the steps of a reach can take them in, and what one has then."""
    reach, left = begin, [*files]
    found: list[SharedFile] = []
    while True:
        fit = [each for each in left if reach.covers(each.starts)]
        if not fit:
            return found, reach
        for each in fit:
            left.remove(each)
            if not reach.covers(each.reach):
                found.append(each)
                reach |= each.reach


def to_put_together(own: Sequence[SharedFile]) -> Sequence[SharedFile]:
    """Those of a copy's files that one may take the place of, so that there are few and each is written seldom."""
    if len(own) <= MOST_OWN:
        return ()
    latest = sorted(own, key=lambda each: each.size)
    taken, size = latest[:2], sum(each.size for each in latest[:2])
    for each in latest[2:]:
        if each.size > 2 * size:
            break
        taken.append(each)
        size += each.size
    return taken


def start_of(files: Sequence[SharedFile]) -> Reach:
    """What all of some files begin from."""
    found = files[0].starts
    for each in files[1:]:
        found &= each.starts
    return found


def all_contents(files: Iterable[SharedFile]) -> Mapping[str, str]:
    """What is attached and named by the steps of files: by digest, its name in the folder."""
    found: dict[str, str] = {}
    for each in files:
        found.update(each.head.contents)
    return found


def _token(name: str) -> str:
    return name.removesuffix(ATTACHED).rpartition("-")[2]


def _is_of_the_system(name: str) -> bool:
    """Whether a file was put there by the system or an office program, and hides from people."""
    return name.startswith((".", "~$")) or name.casefold() in ("desktop.ini", "thumbs.db")
