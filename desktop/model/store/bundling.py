"""The steps of a file that another copy lacks, as a bundle."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from itertools import starmap
from operator import itemgetter

from desktop.model.journal import StepId
from desktop.model.merging.bundle import Bundle, ChangeRow, Ground, StepRow, WriterRow
from desktop.model.merging.reach import Reach
from desktop.model.records import FORMAT, Model
from desktop.model.store.declared_tables import CHANGE_CELLS, STEP_CELLS
from desktop.model.store.journal_reach import knowledge_of, reach_of

_DIGEST = re.compile("[0-9a-f]{64}")
_LENGTH = 66
"""Of a digest as JSON."""
_WRITER = "SELECT id, author, opened, seen, after_clock, after_writer FROM writer ORDER BY id"
_STEPS = f"SELECT {', '.join(STEP_CELLS)} FROM step ORDER BY clock, writer"  # noqa: S608 - no input
_CHANGES = "SELECT " + ", ".join(f'"{cell}"' for cell in CHANGE_CELLS) + " FROM change"  # noqa: S608 - no input
_ALL_CHANGES = f"{_CHANGES} ORDER BY rowid"
_OF_STEP = f"{_CHANGES} WHERE clock = ? AND writer = ? ORDER BY rowid"
_SIZES = "SELECT digest, size FROM attachment ORDER BY digest"
_FEW = 2_000
"""So many steps have their changes looked up one by one; for more all are read."""


def bundle_of(connection: sqlite3.Connection, beyond: Reach) -> Bundle:
    """The steps of a file that are beyond what a copy has, which may have others as well."""
    reach, knowledge = reach_of(connection), knowledge_of(connection)
    had = reach & beyond
    wanted = {
        writer: had.clocks.get(writer, 0)
        for writer, clock in reach.clocks.items()
        if not had.knows(StepId(clock, writer))
    }
    rows = [row for row in connection.execute(_STEPS) if row[0] > wanted.get(row[1], row[0])] if wanted else []
    steps = [*starmap(StepRow, rows)]
    changes = list(_changes(connection, steps))
    named = {found for text in {row[6] for row in changes} if text is not None for found in _digests(text)}
    return Bundle(
        format=FORMAT,
        assessment=_assessment(connection),
        ground=[_ground(connection, step) for step in knowledge.newest(had)],
        reach=reach.clocks,
        writers=[WriterRow(*row) for row in connection.execute(_WRITER) if row[0] in wanted],
        steps=steps,
        changes=changes,
        packs=_packs(connection, changes),
        contents={digest: size for digest, size in connection.execute(_SIZES) if digest in named},
    )


def _assessment(connection: sqlite3.Connection) -> str:
    found = connection.execute("SELECT value FROM about WHERE name = 'id'").fetchone()
    return "" if found is None else str(found[0])


def _changes(connection: sqlite3.Connection, steps: list[StepRow]) -> Iterable[ChangeRow]:
    if len(steps) < _FEW:
        for step in steps:
            yield from connection.execute(_OF_STEP, (step.clock, step.writer))
        return
    wanted = {(step.clock, step.writer) for step in steps}
    yield from sorted((row for row in connection.execute(_ALL_CHANGES) if row[:2] in wanted), key=itemgetter(0, 1))


def _digests(text: str) -> tuple[str, ...]:
    return (text[1:-1],) if len(text) == _LENGTH and _DIGEST.fullmatch(text, 1, _LENGTH - 1) else ()


def _packs(connection: sqlite3.Connection, changes: Iterable[ChangeRow]) -> dict[str, bytes]:
    """The packs that the steps name: an adoption names those it comes from, which the receiver has by then."""
    kind = Model.declared.name
    named = {digest for row in changes if row[2] == kind for side in row[5:] if side for digest in _digests(side)}
    rows = connection.execute("SELECT digest, json FROM pack ORDER BY digest")
    return {digest: json for digest, json in rows if digest in named}


def _ground(connection: sqlite3.Connection, step: StepId) -> Ground:
    author, at = connection.execute("SELECT author, at FROM step WHERE clock = ? AND writer = ?", step).fetchone()
    return Ground(step.clock, step.writer, author, at)
