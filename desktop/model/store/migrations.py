"""From an older file to today's format, in numbered steps.

A step that leads from format n to n + 1 stands in `STEPS` under n. Each runs in one transaction with foreign keys off,
is checked before it is committed, and raises the file's format number in that same transaction. A copy of the file is
kept beside it first.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path

from desktop.model.errors import RefusalError
from desktop.model.store.tables import FORMAT

Migration = Callable[[sqlite3.Connection], None]

STEPS: Mapping[int, Migration] = {}


def migrate(path: Path, found: int, *, steps: Mapping[int, Migration] = STEPS, target: int = FORMAT) -> Path:
    """Bring a file of an older format to `target`.

    Returns:
        The path of the copy that was kept.

    Raises:
        RefusalError: ``file.migration_unknown`` when a step is missing; the file is as it was.
    """
    missing = [number for number in range(found, target) if number not in steps]
    if missing:
        raise RefusalError("file.migration_unknown", path=path, format=found)
    kept = backup(path, f"before-format-{target}")
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = OFF")
        for number in range(found, target):
            _run(connection, steps[number], number)
    finally:
        connection.close()
    return kept


def _run(connection: sqlite3.Connection, step: Migration, number: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        step(connection)
        _refuse_broken_references(connection)
        connection.execute(f"PRAGMA user_version = {number + 1}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _refuse_broken_references(connection: sqlite3.Connection) -> None:
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise sqlite3.IntegrityError(broken)


def backup(path: Path, label: str) -> Path:
    """A copy of the file beside it, made by SQLite so that it is whole; never overwrites an earlier copy."""
    number = 1
    while (kept := path.with_name(f"{path.stem}.{label}{f'-{number}' if number > 1 else ''}{path.suffix}")).exists():
        number += 1
    source, copy = sqlite3.connect(path), sqlite3.connect(kept)
    try:
        source.backup(copy)
    finally:
        source.close()
        copy.close()
    return kept
