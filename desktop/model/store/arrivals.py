"""What came into a file from copies of it, and when: it is of this file alone and does not travel."""

from __future__ import annotations

import sqlite3
from typing import Any

import msgspec

from desktop.model.journal import StepId
from desktop.model.merging.bundle import Arrival
from desktop.model.merging.reach import Reach
from desktop.model.store.journal_end import now

_ALL = "SELECT number, at, author, source, before, after, aside IS NOT NULL FROM arrival ORDER BY number"
_CLOCKS: msgspec.json.Decoder[dict[str, int]] = msgspec.json.Decoder(dict[str, int])


def arrivals_in(connection: sqlite3.Connection) -> list[Arrival]:
    """All arrivals, the first first."""
    return [_arrival(row) for row in connection.execute(_ALL)]


def note_arrival(
    connection: sqlite3.Connection, source: str, author: str, before: Reach, after: Reach, tip: StepId | None
) -> Arrival:
    """Take down that steps came in.

    Args:
        connection: in a transaction.
        source: what from, as people know it.
        author: who took them in.
        before: what the file held.
        after: what it holds.
        tip: the last step that was made in this very file.
    """
    (number,) = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM arrival").fetchone()
    at = now().isoformat(timespec="milliseconds")
    told = (number, at, author, source, _told(before), _told(after), tip and tip.clock, tip and tip.writer, None)
    connection.execute("INSERT INTO arrival VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", told)
    return Arrival(number, at, author, source, before, after)


def _told(reach: Reach) -> str:
    return msgspec.json.encode(reach.clocks).decode()


def _arrival(row: tuple[Any, ...]) -> Arrival:
    number, at, author, source, before, after, is_aside = row
    return Arrival(number, at, author, source, _reach(before), _reach(after), bool(is_aside))


def _reach(told: str) -> Reach:
    return Reach(_CLOCKS.decode(told))
