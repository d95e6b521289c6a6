"""Making a file as small as it can be, while nothing goes that the history or a merge could ever need.

What goes is what no step names and none ever named: slices of attachments that were never finished, attachments and
frozen packs whose step did not come about. Then the file is written anew beside itself, without the gaps that were
left in it, and takes its place in one move.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.model.errors import RefusalError
from desktop.model.files.file_sets import tidy
from desktop.model.store.arrivals import named_aside
from desktop.model.store.blame import blaming_the_content, blaming_the_environment
from desktop.model.store.engine import connected
from desktop.model.store.file import is_writable, prepare
from desktop.model.store.lock import WriterLock
from desktop.model.store.rekeying import write_anew

if TYPE_CHECKING:
    from desktop.model.files.file_key import FileKey

_NAMED = """SELECT 1 FROM change WHERE "after" = '"' || :digest || '"' OR "before" = '"' || :digest || '"' LIMIT 1"""
_UNSEALED = "DELETE FROM attachment_slice WHERE digest NOT IN (SELECT digest FROM attachment)"


class Compacted(Struct, frozen=True):
    """What came of it.

    Attributes:
        before: size in bytes; likewise `after`.
        packs: so many frozen packs went that no step ever named; likewise `attachments`.
        slices: so many slices of attachments that were never finished.
    """

    before: int
    after: int
    packs: int = 0
    attachments: int = 0
    slices: int = 0


def compact(path: Path, key: FileKey | None = None) -> Compacted:
    """Make a file as small as it can be. It must not be open.

    Raises:
        RefusalError: what `prepare` refuses; ``file.opened_readonly`` when it is open elsewhere or cannot be written
            to; what `write_anew` refuses. Then all that counts is as it was.
    """
    real = path.resolve()
    lock = WriterLock(real)
    try:
        if not is_writable(real) or not lock.take():
            prepare(path, writable=False, key=key)
            raise RefusalError("file.opened_readonly", path=path)
        tidy(real.parent)
        prepare(path, writable=True, key=key)
        before = real.stat().st_size
        with (
            blaming_the_environment(path, strange=True),
            blaming_the_content(path),
            closing(connected(real, key=key)) as connection,
        ):
            packs, attachments, slices = _drop_unnamed(connection)
        write_anew(real, key, key, lock)
        return Compacted(before, real.stat().st_size, packs, attachments, slices)
    finally:
        lock.release()


def _drop_unnamed(connection: sqlite3.Connection) -> tuple[int, int, int]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        packs, attachments = _unnamed(connection, "pack"), _unnamed(connection, "attachment")
        connection.executemany("DELETE FROM pack WHERE digest = ?", packs)
        connection.executemany("DELETE FROM attachment WHERE digest = ?", attachments)
        connection.executemany("DELETE FROM attachment_slice WHERE digest = ?", attachments)
        slices = connection.execute(_UNSEALED).rowcount
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    return len(packs), len(attachments), slices


def _unnamed(connection: sqlite3.Connection, table: str) -> list[tuple[str]]:
    """What no change of a cell names or named, and no step that was put aside or waits for others may name."""
    if connection.execute("SELECT 1 FROM waiting").fetchone() is not None:
        return []
    try:
        aside = named_aside(connection)
    except RefusalError:
        return []
    digests = {digest for (digest,) in connection.execute(f"SELECT digest FROM {table}")} - aside  # noqa: S608 - no input
    return [(each,) for each in sorted(digests) if connection.execute(_NAMED, {"digest": each}).fetchone() is None]
