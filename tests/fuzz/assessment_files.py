"""Assessment files gone wrong with an eye for what they are: bytes and pages, schema, journal, records, packs."""

from __future__ import annotations

import hashlib
import random
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from functools import cache, partial
from pathlib import Path
from typing import Any

import msgspec

from desktop.exchange.portable import to_json
from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from desktop.model.records import KINDS
from desktop.model.store.tables import metadata
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.formats.make import FOLDER, fill
from tests.fuzz import parcels
from tests.fuzz.bending import STRANGE, bend
from tests.own_rules import own_rules, say

Change = Callable[[random.Random, sqlite3.Connection], None]

SCHEMA = (
    "DROP TABLE {table}",
    "ALTER TABLE {table} ADD COLUMN more TEXT",
    "ALTER TABLE {table} ADD COLUMN more TEXT AS (1 / 0)",
    "ALTER TABLE {table} RENAME TO more",
    "CREATE TRIGGER more AFTER INSERT ON {table} BEGIN DELETE FROM answer; END",
    "CREATE TRIGGER more BEFORE UPDATE ON {table} BEGIN SELECT RAISE (ABORT, 'no'); END",
    "CREATE VIEW more AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
    "CREATE INDEX more ON {table} (1 + 1)",
    "CREATE UNIQUE INDEX more ON {table} ({column})",
    "DROP INDEX ix_change_row",
    "PRAGMA user_version = {number}",
    "PRAGMA application_id = {number}",
    "PRAGMA journal_mode = WAL",
    "ANALYZE",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'TEXT', 'INT') WHERE name = '{table}'",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = {number} WHERE name = '{table}'",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'rubbish' WHERE name = '{table}'",
    "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = '{table}'",
)  # fmt: skip


@cache
def seeds() -> list[bytes]:
    """Small files of every scheme and every released format, with steps undone and redone."""
    found = [path.read_bytes() for path in sorted(FOLDER.glob("*.maturity"))]
    for name in ("weighted-mean", "team-decides", "numbers-with-targets"):
        with tempfile.TemporaryDirectory() as folder:
            path, own = Path(folder, "a.maturity"), own_rules(name)
            with Assessment.create(path, [own], author="Ada") as made:
                say(made, own.rules, own.rules.examples[0])
                made.history.undo()
            found.append(path.read_bytes())
    for pack in (tiny_pack(), tiny_streams(), tiny_criteria()):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "a.maturity")
            with Assessment.create(path, [pack], author="Ada", organisation="Example Services") as made:
                made.preparation.add_participant(role="manager", name="Anna")
                fill(made)
                made.history.redo()
                made.history.undo()
            found.append(path.read_bytes())
    return [*found, parcels.receiver(), parcels.merged()]


def spoilt(chance: random.Random, sound: list[bytes]) -> bytes:
    """A sound file with a few things wrong."""
    content = chance.choice(sound)
    for _time in range(chance.choice((1, 1, 1, 2, 3))):
        content = chance.choice((_bytes, _pages, _sql, _sql, _sql, _sql))(chance, content)
    return content


def read(path: Path) -> None:
    """All that is done with a file: opened, checked, shown, edited, undone, written out, opened again, repaired."""
    try:
        _use(path)
    finally:
        copy = path.with_name("copy.maturity")
        if path.exists():
            _may_refuse(lambda: Assessment.repair(path, copy, author="Mender"))
        if copy.exists():
            _use(copy, sound=True)
            copy.unlink()
        for left in path.parent.glob("input.before-format-*"):
            left.unlink()


def _use(path: Path, *, sound: bool = False) -> None:
    with Assessment.open(path, author="Ada") as opened:
        assert not (sound and opened.senseless), "a sound copy makes no sense"
        _may_refuse(opened.check)
        looks: list[Callable[[], Any]] = [
            opened.models.all,
            opened.results.all,
            opened.history.authors,
            opened.history.next_undo,
            opened.preparation.details,
            opened.preparation.participants,
            opened.actions.all,
            opened.measures.all,
            opened.conflicts.all,
            opened.merging.arrivals,
            partial(to_json, opened),
            *(partial(opened.history.changes, step.id) for step in opened.history.steps(20)),
        ]
        for look in looks:
            _may_refuse(look)
        _may_refuse(lambda: opened.preparation.set_details(purpose="Edited"))
        for walk in (opened.history.undo, opened.history.redo, lambda: opened.history.undo_to(0)):
            _may_refuse(walk)
    Assessment.open(path, author="Ada").close()


def _may_refuse(action: Callable[[], Any]) -> None:
    with suppress(RefusalError):
        action()


def _bytes(chance: random.Random, content: bytes) -> bytes:
    place = chance.choice((chance.randrange(100), chance.randrange(len(content))))
    match chance.randrange(3):
        case 0:
            return content[:place]
        case 1:
            return content[:place] + chance.randbytes(1) + content[place + 1 :]
        case _:
            length = chance.randrange(1, 40)
            return content[:place] + chance.randbytes(length) + content[place + length :]


def _pages(chance: random.Random, content: bytes) -> bytes:
    """Two pages change places, or one is put over another."""
    size = 4096
    one, other = (chance.randrange(max(len(content) // size, 1)) * size for _time in range(2))
    pages = bytearray(content)
    pages[one : one + size] = content[other : other + size]
    if chance.random() < 0.5:
        pages[other : other + size] = content[one : one + size]
    return bytes(pages)


def _sql(chance: random.Random, content: bytes) -> bytes:
    """What another program may do to a database, whatever the file makes of it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.db")
        path.write_bytes(content)
        try:
            with closing(sqlite3.connect(path)) as connection:
                connection.execute("PRAGMA foreign_keys = OFF")
                chance.choice((_schema, _journal, _journal, _cell, _cell, _pack))(chance, connection)
                connection.commit()
        except (sqlite3.Error, OverflowError, ValueError, TypeError, LookupError):  # spoilt before, beyond this
            return content
        return path.read_bytes()


def _schema(chance: random.Random, connection: sqlite3.Connection) -> None:
    table = chance.choice(sorted(metadata.tables))
    column = chance.choice([column.name for column in metadata.tables[table].columns])
    number = chance.choice((0, 1, 2, 3, 7, 99, -1, 2**31 - 1, 0x4D575F31))
    connection.executescript(chance.choice(SCHEMA).format(table=table, column=f'"{column}"', number=number))


def _journal(chance: random.Random, connection: sqlite3.Connection) -> None:
    """Steps and changes that say something else, twice, or nothing."""
    table = chance.choice(("step", "step", "change", "change", "writer", "arrival", "conflict"))
    column = chance.choice([column.name for column in metadata.tables[table].columns])
    mix = chance.randrange(1, 101)  # SQLite's own chance is not ours to begin again
    some = f"rowid IN (SELECT rowid FROM {table} ORDER BY rowid * {mix} % 101 LIMIT {chance.choice((1, 1, 2, 50))})"
    match chance.randrange(4):
        case 0:
            connection.execute(f"DELETE FROM {table} WHERE {some}")
        case 1:
            names = ", ".join(f'"{name.name}"' for name in metadata.tables[table].columns if name.name != "number")
            connection.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM {table} WHERE {some}")
        case 2:
            other = f'SELECT "{column}" FROM {table} ORDER BY rowid * {mix} % 101 LIMIT 1'
            connection.execute(f'UPDATE OR IGNORE {table} SET "{column}" = ({other}) WHERE {some}')
        case _:
            connection.execute(f'UPDATE OR IGNORE {table} SET "{column}" = ? WHERE {some}', (chance.choice(STRANGE),))


def _cell(chance: random.Random, connection: sqlite3.Connection) -> None:
    """A record, the file's words about itself, or a digest says something strange."""
    table = chance.choice([*KINDS, "about", "pack"])
    column = chance.choice([column.name for column in metadata.tables[table].columns])
    if chance.random() < 0.2:
        connection.execute(f'DELETE FROM {table} WHERE "{column}" IS NOT NULL')
    else:
        connection.execute(f'UPDATE OR IGNORE {table} SET "{column}" = ?', (chance.choice(STRANGE),))


def _pack(chance: random.Random, connection: sqlite3.Connection) -> None:
    """A frozen model of another shape, with a digest that fits."""
    digest, json = chance.choice(connection.execute("SELECT digest, json FROM pack").fetchall())
    tree = msgspec.json.decode(json)
    for _time in range(chance.choice((1, 1, 3))):
        bend(chance, tree)
    bent = msgspec.json.encode(tree)
    new = hashlib.sha256(bent).hexdigest()
    connection.execute("UPDATE pack SET digest = ?, json = ? WHERE digest = ?", (new, bent, digest))
    connection.execute("UPDATE model SET digest = ? WHERE digest = ?", (new, digest))
    connection.execute("UPDATE change SET after = ? WHERE after = ?", (f'"{new}"', f'"{digest}"'))
