"""From an older file to today's format, in numbered steps.

A step that leads from format n to n + 1 stands in `STEPS` under n. All that are needed run in one transaction, with
foreign keys off and references checked after each, and the file's format number rises in that same transaction: the
file is brought up whole or stays as it was. A copy of it is kept beside it first.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.model.errors import RefusalError
from desktop.model.files.system_refusals import longest_name
from desktop.model.files.whole_files import drafted
from desktop.model.records import FORMAT
from desktop.model.store.blame import blaming_the_environment
from desktop.model.store.engine import connected
from desktop.model.store.to_format_2 import to_format_2

if TYPE_CHECKING:
    from desktop.model.files.file_key import FileKey

Migration = Callable[[sqlite3.Connection], None]

STEPS: Mapping[int, Migration] = {1: to_format_2}


def migrate(
    path: Path,
    found: int,
    *,
    steps: Mapping[int, Migration] = STEPS,
    target: int = FORMAT,
    key: FileKey | None = None,
) -> Path:
    """Bring a file of an older format to `target`.

    Returns:
        The path of the copy that was kept.

    Raises:
        RefusalError: ``file.migration_unknown`` when a step is missing, ``file.damaged`` when references in it are
            broken, or what the environment causes; then the file is as it was and no copy is left.
    """
    wanted = range(found, target)
    if any(number not in steps for number in wanted):
        raise RefusalError("file.migration_unknown", path=path, format=found)
    with blaming_the_environment(path, strange=True):
        kept = backup(path, f"before-format-{target}", key)
        try:
            _run(path, [(number + 1, steps[number]) for number in wanted], key)
        except BaseException:
            kept.unlink()
            raise
    return kept


def _run(path: Path, steps: Sequence[tuple[int, Migration]], key: FileKey | None) -> None:
    with closing(connected(path, key=key)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN IMMEDIATE")
        for number, step in steps:
            step(connection)
            _refuse_broken_references(connection, path)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")


def _refuse_broken_references(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise RefusalError("file.damaged", path=path)


def backup(path: Path, label: str, key: FileKey | None = None) -> Path:
    """A copy of the file beside it, made by SQLite so that it is whole; never overwrites an earlier copy.

    That of an encrypted file has the same key.
    """
    number = 1
    while os.path.lexists(kept := _beside(path, f".{label}{f'-{number}' if number > 1 else ''}{path.suffix}")):
        number += 1
    with drafted(kept) as draft:
        copy_pages(path, draft, key)
    return kept


def copy_pages(path: Path, draft: Path, key: FileKey | None) -> None:
    """Copy a file into an empty one, page by page; that of an encrypted file has the same key.

    Others may read and write it meanwhile.
    """
    with closing(connected(path, key=key)) as source, closing(connected(draft, key=key)) as copy:
        source.backup(copy)


def kept_copies(path: Path) -> list[Path]:
    """The copies of a file that were kept beside it before it was migrated."""
    called = re.compile(rf"{re.escape(path.stem)}\.before-format-\d+(-\d+)?{re.escape(path.suffix)}")
    return sorted(each for each in path.parent.iterdir() if called.fullmatch(each.name) and each.is_file())


def _beside(path: Path, ending: str) -> Path:
    """A name beside the file with this ending, its beginning cut where the system takes no longer one."""
    room = longest_name(path.parent) - len(os.fsencode(ending))
    return path.with_name(os.fsencode(path.stem)[:room].decode(errors="ignore") + ending)
