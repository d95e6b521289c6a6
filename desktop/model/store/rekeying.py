"""Giving a file a passphrase, another one, or none: it is written anew beside itself and takes its place in one move.

So a kill leaves it as it was or as it is to be. What lies beside it and holds the same comes along: the copies kept
before a migration, the restore points, the line that is half typed. They come first where there is to be a passphrase,
and last where there is to be none: where the file is encrypted, nothing beside it can be read.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.model.errors import RefusalError
from desktop.model.files.file_sets import tidy
from desktop.model.files.half_typed import HalfTyped
from desktop.model.files.plain_files import looks_encrypted
from desktop.model.files.syncing import sync_file, sync_folder, take_place
from desktop.model.files.system_refusals import refusing_for
from desktop.model.files.workplace import workplace
from desktop.model.store.blame import StoreFaultError, blaming_the_content, blaming_the_environment
from desktop.model.store.cipher import cipher_driver, is_as_signed, use_key
from desktop.model.store.encrypted_bytes import EncryptedBytes
from desktop.model.store.engine import BUSY_SECONDS, address, connected
from desktop.model.store.file import is_writable, prepare
from desktop.model.store.lock import WriterLock
from desktop.model.store.migrations import kept_copies

if TYPE_CHECKING:
    from desktop.model.files.file_key import FileKey


_FACTS = ("application_id", "user_version")
"""What a file says about itself beside its tables."""


class Rekeyed(Struct, frozen=True):
    """What came of it.

    Attributes:
        copies: the copies that came along.
        left: those that did not, because they cannot be read or written; they are as they were.
    """

    copies: tuple[Path, ...] = ()
    left: tuple[Path, ...] = ()


def rekey(path: Path, key: FileKey | None, new: FileKey | None, copies: Iterable[Path] = ()) -> Rekeyed:
    """Give a file another key, or one, or none. It must not be open.

    Args:
        path: the file.
        key: what opens it now; None where it is not encrypted.
        new: what is to open it; None where nothing is to be needed.
        copies: further copies of it, which come along as far as this passphrase opens them.

    Raises:
        RefusalError: what `prepare` refuses; ``file.opened_readonly`` when it is open elsewhere or cannot be written
            to, ``file.second_name`` when it would stay as it is under another name, ``file.in_use`` when it cannot be
            replaced, and what the environment causes. Then it is as it was.
    """
    real = path.resolve()
    lock = WriterLock(real)
    if not is_writable(real) or not lock.take():
        lock.release()
        prepare(path, writable=False, key=key)
        raise RefusalError("file.opened_readonly", path=path)
    try:
        tidy(real.parent)
        prepare(path, writable=True, key=key)
        kept = sorted({each.resolve() for each in (*kept_copies(real), *copies)})
        if new is None:
            write_anew(real, key, new, lock)
            _convert_half_typed(real, key, new)
            return _with_copies(kept, key, new)
        found = _with_copies(kept, key, new)
        _convert_half_typed(real, key, new)
        write_anew(real, key, new, lock)
        return found
    finally:
        lock.release()


def half_typed_of(path: Path, key: FileKey | None) -> HalfTyped:
    """What is half typed beside a file, as unreadable as the file is."""
    half = HalfTyped(path, _writing(key))
    if key is not None and half.path.exists() and not looks_encrypted(half.path):
        _convert_half_typed(path, None, key)
    return half


def _with_copies(copies: Iterable[Path], key: FileKey | None, new: FileKey | None) -> Rekeyed:
    done, left = [], []
    for copy in copies:
        try:
            fitted = None if key is None else key.fitted(copy)
            if fitted is None and new is None:
                continue
            write_anew(copy, fitted, new)
            done.append(copy)
        except (RefusalError, StoreFaultError, OSError):
            left.append(copy)
    return Rekeyed(tuple(done), tuple(left))


def _convert_half_typed(path: Path, key: FileKey | None, new: FileKey | None) -> None:
    """A line that cannot be kept is lost rather than left to be read."""
    before, after = HalfTyped(path, _writing(key)), HalfTyped(path, _writing(new))
    typed = before.read()
    with suppress(OSError):
        if not typed or not after.keep(typed):
            before.forget()


def _writing(key: FileKey | None) -> EncryptedBytes | None:
    return None if key is None else EncryptedBytes(key)


def write_anew(path: Path, key: FileKey | None, new: FileKey | None, lock: WriterLock | None = None) -> None:
    """Write a file anew beside itself, with the same or another key, and put it in its place in one move."""
    before = path.stat()
    if before.st_nlink > 1:
        raise RefusalError("file.second_name", path=path)
    with refusing_for(path), workplace(path.parent) as place:
        draft = place / f"draft{path.suffix}"
        draft.touch(exist_ok=False)
        with blaming_the_environment(path, strange=True), blaming_the_content(path):
            _export(path, key, draft, new)
            _refuse_difference(path, key, draft, new)
        sync_file(draft)
        if lock is not None and sys.platform == "win32":
            lock.release()  # a file that is open cannot be replaced there
        if _looks(path.stat()) != _looks(before):
            raise RefusalError("file.locked", path=path)
        try:
            take_place(draft, path)
        except PermissionError as error:
            raise RefusalError("file.in_use", path=path) from error
        sync_folder(path.parent)


def _looks(found: os.stat_result) -> tuple[int, int, int]:
    return found.st_ino, found.st_size, found.st_mtime_ns


def _export(path: Path, key: FileKey | None, draft: Path, new: FileKey | None) -> None:
    """Copy all that is in a file into an empty one with another key; SQLCipher's driver reads plain files as well."""
    uri = address(path, encrypted=key is not None)
    with closing(cipher_driver().connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)) as connection:
        use_key(connection, key)
        connection.execute("PRAGMA journal_mode = DELETE")
        target = (address(draft, encrypted=True), "" if new is None else new.setting)
        connection.execute("ATTACH ? AS target KEY ?", target)
        connection.execute("PRAGMA target.journal_mode = OFF")  # a draft is thrown away, and two journals need a third
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("SELECT sqlcipher_export('target')").fetchall()
        for fact in _FACTS:
            (value,) = connection.execute(f"PRAGMA main.{fact}").fetchone()
            connection.execute(f"PRAGMA target.{fact} = {int(value)}")
        connection.execute("COMMIT")


def _refuse_difference(path: Path, key: FileKey | None, draft: Path, new: FileKey | None) -> None:
    """Make sure that what was written anew is sound and, as far as can be told at a glance, what was there."""
    with closing(connected(path, key=key)) as was, closing(connected(draft, key=new)) as now:
        sound = now.execute("PRAGMA quick_check").fetchall() == [("ok",)] and is_as_signed(was) and is_as_signed(now)
        if not sound or _glance(was) != _glance(now):
            raise RefusalError("file.damaged", path=path)


def _glance(connection: sqlite3.Connection) -> list[object]:
    facts = [int(connection.execute(f"PRAGMA {fact}").fetchone()[0]) for fact in _FACTS]
    schema = sorted(connection.execute("SELECT type, name, sql FROM sqlite_schema").fetchall(), key=str)
    names = [str(name).replace('"', '""') for kind, name, _sql in schema if kind == "table"]
    rows = [connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names]  # noqa: S608 - quoted
    return [facts, schema, rows]
