"""What came into a file from copies of it, and when: it is of this file alone and does not travel."""

from __future__ import annotations

import datetime as dt
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec

from desktop.model.errors import RefusalError
from desktop.model.journal import StepId
from desktop.model.merging.bundle import Arrival, Bundle, packed, unpacked
from desktop.model.merging.reach import Reach
from desktop.model.store.bundling import bundle_of
from desktop.model.store.journal_end import JournalEnd, now
from desktop.model.store.journal_reach import after_of, knowledge_of, own_steps
from desktop.model.store.rows import pointed_at
from desktop.model.store.standing_rows import Journal, Touched, renew_rows
from desktop.model.store.uniting import United, unite

_CELLS = "number, at, author, source, before, after, steps, undoable, tip_clock, tip_writer, aside IS NOT NULL"
_ALL = f"SELECT {_CELLS} FROM arrival ORDER BY number"  # noqa: S608 - no input
_LAST_HERE = f"SELECT {_CELLS} FROM arrival WHERE aside IS NULL ORDER BY number DESC LIMIT 1"  # noqa: S608 - no input
_NEXT_ASIDE = f"""
    SELECT {_CELLS} FROM arrival
    WHERE number > coalesce((SELECT max(number) FROM arrival WHERE aside IS NULL), 0) ORDER BY number
"""  # noqa: S608 - no input
_CLOCKS: msgspec.json.Decoder[dict[str, int]] = msgspec.json.Decoder(dict[str, int])


def arrivals_in(connection: sqlite3.Connection) -> list[Arrival]:
    """All arrivals, the first first."""
    return [found for found in map(_arrival, connection.execute(_ALL)) if found is not None]


def unreadable_arrivals(connection: sqlite3.Connection) -> list[int]:
    """The numbers of those that cannot be read, and so neither told nor taken back."""
    return [row[0] for row in connection.execute(_ALL) if _arrival(row) is None]


def note_arrival(
    connection: sqlite3.Connection, source: str, author: str, united: United, tip: StepId | None, *, undoable: bool
) -> Arrival:
    """Take down that steps came in.

    Args:
        connection: in a transaction.
        source: what from, as people know it.
        author: who took them in.
        united: what came.
        tip: the last step that was made in this very file.
        undoable: whether undo would take it back: not what came by itself, between one key and the next.
    """
    (number,) = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM arrival").fetchone()
    after, count = united.after, len(united.new.steps)
    at = now().isoformat(timespec="milliseconds")
    told = (_told(united.before), _told(after), count, undoable, tip and tip.clock, tip and tip.writer, None)
    connection.execute(
        "INSERT INTO arrival VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (number, at, author, source, *told)
    )
    return Arrival(number, at, author, source, united.before, after, count, tip, undoable)


def to_undo(connection: sqlite3.Connection, end: JournalEnd) -> Arrival | None:
    """The arrival that undo would take: the last one, once all that was done here since is undone.

    None, too, where something was shown outside since then: that cannot be taken back, nor what it rested on.
    """
    found = _first(connection, _LAST_HERE)
    if found is None or not found.undoable or not end.would_undo_as_at(found.tip):
        return None
    mine = own_steps(after_of(connection), end.tip)
    notes = connection.execute("SELECT clock, writer FROM step WHERE kind = 'note'")
    shown = (step for step in map(StepId._make, notes) if mine.knows(step) and not found.before.knows(step))
    return found if next(shown, None) is None else None


def to_redo(connection: sqlite3.Connection, end: JournalEnd) -> Arrival | None:
    """The arrival that redo would take: the first that was put aside, while nothing else was done since.

    One that was aside already when another came is not redone before that: merging again was to bring it back.
    """
    aside = [found for found in map(_arrival, connection.execute(_NEXT_ASIDE)) if found is not None]
    stood = (each for each in aside if all(it.before.covers(each.after) for it in aside if it.number > each.number))
    found = next(stood, None)
    return found if found is not None and end.stands_as_at(found.tip) else None


def put_aside(connection: sqlite3.Connection, arrival: Arrival) -> frozenset[Touched]:
    """Take out of the journal what came with an arrival and after it, and keep it apart.

    Returns:
        The records that it had touched, which hold what they held.
    """
    bundle = bundle_of(connection, arrival.before)
    ids = [(step.clock, step.writer) for step in reversed(bundle.steps)]
    connection.executemany("DELETE FROM change WHERE clock = ? AND writer = ?", ids)
    with _targets_found_quickly(connection):
        connection.executemany("DELETE FROM step WHERE clock = ? AND writer = ?", ids)
    gone = ((row.id,) for row in bundle.writers if row.id not in arrival.before.clocks)
    connection.executemany("DELETE FROM writer WHERE id = ?", gone)
    connection.execute("UPDATE arrival SET aside = ? WHERE number = ?", (zlib.compress(packed(bundle)), arrival.number))
    touched = frozenset((row[2], row[3]) for row in bundle.changes)
    renew_rows(Journal(connection, knowledge_of(connection)), touched)
    return touched


def unite_with_own(connection: sqlite3.Connection, bundle: Bundle) -> United:
    """Take in a bundle, and where it brings back what was made here and put aside, what was made upon that as well.

    A step was handed on, then undone here, and with it was put aside what came in before. When a colleague brings it
    again, its undo comes with it, which nobody else has.

    Raises:
        RefusalError: see `unite`.
    """
    united = unite(connection, bundle)
    for arrival in arrivals_in(connection) if united.new else ():
        aside = _aside_of(connection, arrival) if arrival.is_aside else None
        if aside is not None and _has_own_of(aside, arrival.after, united.after):
            more = unite(connection, aside)
            new = msgspec.structs.replace(
                united.new, steps=[*united.new.steps, *more.new.steps], changes=[*united.new.changes, *more.new.changes]
            )
            united = msgspec.structs.replace(united, after=more.after, new=new, touched=united.touched | more.touched)
    return united


def _has_own_of(aside: Bundle, arrived: Reach, reach: Reach) -> bool:
    """Whether a reach has something of what was made here after something had arrived."""
    steps = (StepId(each.clock, each.writer) for each in aside.steps)
    return any(reach.knows(step) for step in steps if not arrived.knows(step))


def _aside_of(connection: sqlite3.Connection, arrival: Arrival) -> Bundle | None:
    """What was put aside; None where it cannot be read."""
    (aside,) = connection.execute("SELECT aside FROM arrival WHERE number = ?", (arrival.number,)).fetchone()
    try:
        return _unpacked(aside)
    except RefusalError:
        return None


@contextmanager
def _targets_found_quickly(connection: sqlite3.Connection) -> Iterator[None]:
    """Let SQLite look up which steps point at one that goes; else it reads all of them for each."""
    connection.execute("CREATE INDEX ix_step_target ON step (target_clock, target_writer)")
    yield
    connection.execute("DROP INDEX ix_step_target")


def bring_back(connection: sqlite3.Connection, arrival: Arrival) -> frozenset[Touched]:
    """Take in once more what was put aside.

    Raises:
        RefusalError: see `unite`.
    """
    (aside,) = connection.execute("SELECT aside FROM arrival WHERE number = ?", (arrival.number,)).fetchone()
    united = unite(connection, _unpacked(aside))
    connection.execute("UPDATE arrival SET aside = NULL WHERE number = ?", (arrival.number,))
    return united.touched


def named_aside(connection: sqlite3.Connection) -> frozenset[str]:
    """The digests of packs, and of what is attached, that steps name which were put aside.

    Raises:
        RefusalError: as `unpacked`.
    """
    return frozenset(digest for bundle in put_asides(connection) for digest in (*bundle.packs, *bundle.contents))


def put_asides(connection: sqlite3.Connection) -> list[Bundle]:
    """What was put aside and did not come back, the first first.

    Raises:
        RefusalError: as `unpacked`.
    """
    asides = connection.execute("SELECT aside FROM arrival WHERE aside IS NOT NULL ORDER BY number")
    return [_unpacked(aside) for (aside,) in asides]


def _unpacked(aside: bytes) -> Bundle:
    try:
        return unpacked(zlib.decompress(aside))
    except (zlib.error, TypeError):
        raise RefusalError("bundle.spoilt") from None


def _first(connection: sqlite3.Connection, statement: str) -> Arrival | None:
    row = connection.execute(statement).fetchone()
    return None if row is None else _arrival(row)


def _told(reach: Reach) -> str:
    return msgspec.json.encode(reach.clocks).decode()


def _arrival(row: tuple[Any, ...]) -> Arrival | None:
    number, at, author, source, before, after, steps, undoable, *tip, is_aside = row
    try:
        dt.datetime.fromisoformat(at)
        reaches = _reach(before), _reach(after)
    except ValueError:
        return None
    return Arrival(number, at, author, source, *reaches, steps, pointed_at(*tip), bool(undoable), bool(is_aside))


def _reach(told: str) -> Reach:
    return Reach(_CLOCKS.decode(told))
