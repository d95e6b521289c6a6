"""Taking the steps of a copy into a file: all or none, and rows and conflicts as they follow from all steps."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from operator import itemgetter

import msgspec
from msgspec import Struct

from desktop.model.errors import RefusalError
from desktop.model.journal import StepId, StepKind
from desktop.model.merging.bundle import Bundle, Missing, WriterRow, refuse_other_format
from desktop.model.merging.reach import Knowledge, Reach
from desktop.model.store.cells import is_frozen
from desktop.model.store.declared_tables import CHANGE_CELLS, STEP_CELLS
from desktop.model.store.fresh_rows import fresh_rows, others_of, put_fresh_rows
from desktop.model.store.journal_reach import knowledge_of, outline_of, reach_of, seen
from desktop.model.store.replay import refuse_senseless_changes
from desktop.model.store.rows import pointed_at, refuse_unreadable, to_writer
from desktop.model.store.standing_rows import Journal, Touched, renew_rows

_STEP_OF = itemgetter(0, 1)
_ROW_OF = itemgetter(2, 3)
_IS_THERE = "SELECT 1 FROM step WHERE clock = ? AND writer = ?"
_ALONE = (StepKind.EDIT.value, StepKind.NOTE.value)
_WRITE_WRITER = "INSERT OR IGNORE INTO writer VALUES (?, ?, ?, ?, ?, ?)"
_WRITE_STEP = f"INSERT INTO step VALUES ({', '.join('?' * len(STEP_CELLS))})"  # noqa: S608 - no input
_WRITE_CHANGE = f"INSERT INTO change VALUES ({', '.join('?' * len(CHANGE_CELLS))})"  # noqa: S608 - no input

_GAPS = 1_000_000
"""So many numbers may be without a step, as in a repaired file; who used up all there are would stop all work."""


class United(Struct, frozen=True):
    """What came in.

    Attributes:
        before: what the file held before.
        after: and after.
        new: what of the bundle was not here.
        touched: the records that it changed.
    """

    before: Reach
    after: Reach
    new: Bundle
    touched: frozenset[Touched]


def refuse_other(connection: sqlite3.Connection, bundle: Bundle) -> None:
    """Make sure that a bundle is of this assessment and of today's format.

    Raises:
        RefusalError: ``bundle.other_assessment``; ``bundle.newer`` or ``bundle.older``.
    """
    refuse_other_format(bundle)
    if connection.execute("SELECT value FROM about WHERE name = 'id'").fetchone() != (bundle.assessment,):
        raise RefusalError("bundle.other_assessment")


def missing_for(connection: sqlite3.Connection, bundle: Bundle) -> list[Missing]:
    """Whose steps have to come before those of a bundle; none where it can be taken in."""
    found = []
    for each in bundle.ground:
        if connection.execute(_IS_THERE, (each.clock, each.writer)).fetchone() is None:
            last = "SELECT at FROM step WHERE writer = ? ORDER BY clock DESC LIMIT 1"
            had = connection.execute(last, (each.writer,)).fetchone()
            found.append(Missing(each.author, each.at, "" if had is None else str(had[0])))
    return found


def unite(connection: sqlite3.Connection, bundle: Bundle) -> United:
    """Take in a bundle, in a transaction.

    Raises:
        RefusalError: ``bundle.other_assessment``; ``bundle.newer`` or ``bundle.older``; ``bundle.waiting`` when steps
            have to come first; ``bundle.spoilt`` when it makes no sense. The transaction is then to be given up.
    """
    refuse_other(connection, bundle)
    before = reach_of(connection)
    waiting = missing_for(connection, bundle)
    if waiting:
        raise RefusalError("bundle.waiting", author=waiting[0].author)
    new = beyond(bundle, before)
    if not new:
        return United(before, before, new, frozenset())
    try:
        _refuse_senseless(connection, new, before)
        fresh = fresh_rows(connection, new.changes)
        knowledge = _write(connection, new)
    except (ValueError, TypeError, LookupError, OverflowError):
        raise RefusalError("bundle.spoilt") from None
    if any(step.target_clock is not None for step in new.steps) and outline_of(connection).senseless:
        raise RefusalError("bundle.spoilt")
    touched = frozenset(map(_ROW_OF, new.changes))
    put_fresh_rows(connection, fresh)
    renew_rows(Journal(connection, knowledge), others_of(touched, fresh))
    return United(before, before | _reach_of_steps(new), new, touched)


def beyond(bundle: Bundle, reach: Reach) -> Bundle:
    """What of a bundle is not in a reach."""
    steps = [step for step in bundle.steps if step.clock > reach.clocks.get(step.writer, 0)]
    if len(steps) == len(bundle.steps):
        return bundle
    ids = {(step.clock, step.writer) for step in steps}
    writers = {step.writer for step in steps}
    return msgspec.structs.replace(
        bundle,
        steps=steps,
        changes=[row for row in bundle.changes if (row[0], row[1]) in ids],
        writers=[row for row in bundle.writers if row.id in writers],
    )


def _refuse_senseless(connection: sqlite3.Connection, new: Bundle, before: Reach) -> None:
    """Make sure that what came can stand in the journal.

    Raises:
        ValueError, TypeError, LookupError: it cannot.
    """
    ids = {(step.clock, step.writer) for step in new.steps}
    if len(ids) != len(new.steps):
        raise ValueError(len(ids))
    refuse_unreadable(new.steps)
    known = {writer for (writer,) in connection.execute("SELECT id FROM writer")}
    writers = {row.id: row for row in new.writers if row.id not in known}
    most = max(before.clocks.values(), default=0) + len(ids) + _GAPS
    if (
        not all(1 <= clock <= most for clock, _writer in ids)
        or not {step.writer for step in new.steps} <= known | writers.keys()
    ):
        raise ValueError(len(writers))
    for step in new.steps:
        if step.kind in _ALONE and step.target_clock is None and step.target_writer is None:
            continue
        target = pointed_at(step.target_clock, step.target_writer)
        if step.kind in _ALONE or target is None:
            raise ValueError(step)
        if not (target in ids or connection.execute(_IS_THERE, target).fetchone()):
            raise ValueError(step)
    if not ids.issuperset(map(_STEP_OF, new.changes)):
        raise ValueError(len(new.changes))
    refuse_senseless_changes(new.changes)
    if not all(is_frozen(json, digest) for digest, json in new.packs.items()):
        raise ValueError(len(new.packs))
    _refuse_open_writers(writers.values(), before, new)


def _reach_of_steps(new: Bundle) -> Reach:
    last: dict[str, int] = {}
    for step in new.steps:
        last[step.writer] = max(step.clock, last.get(step.writer, 0))
    return Reach(last)


def _refuse_open_writers(writers: Iterable[WriterRow], reach: Reach, new: Bundle) -> None:
    """Make sure that what each writer had seen is there, and came before its own steps."""
    first: dict[str, int] = {}
    for step in new.steps:
        first[step.writer] = min(step.clock, first.get(step.writer, step.clock))
    together = reach | _reach_of_steps(new)
    for row in writers:
        to_writer({name: getattr(row, name) for name in row.__struct_fields__})
        for writer, clock in seen(row.seen).items():
            if not together.knows(StepId(clock, writer)) or clock >= first[row.id]:
                raise ValueError(row.id)


def _write(connection: sqlite3.Connection, new: Bundle) -> Knowledge:
    connection.executemany(_WRITE_WRITER, map(msgspec.structs.astuple, new.writers))
    connection.executemany(_WRITE_STEP, map(msgspec.structs.astuple, new.steps))
    connection.executemany(_WRITE_CHANGE, new.changes)
    connection.executemany("INSERT OR IGNORE INTO pack VALUES (?, ?)", new.packs.items())
    return knowledge_of(connection)
