"""Moments of an assessment: which steps had been made by then.

A moment is told by a *reach*: of each writer the highest clock that counts. Whatever moment is asked for, its steps
hold together: what one of them had seen is among them.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator, Mapping

import msgspec

from desktop.model.journal import Step, StepId
from desktop.model.store.rows import by_name, readable_steps

Reach = Mapping[str, int]
"""By writer, the highest clock of its steps that count; of a writer that is not named, none do."""

_BEYOND_ALL = "~"
"""After every writer's id, which is written with digits, small letters and hyphens."""

_UP_TO = (
    "SELECT writer, max(clock) FROM step WHERE clock < :clock OR (clock = :clock AND writer <= :writer) GROUP BY writer"
)
_BEFORE = "SELECT writer, max(clock) FROM step WHERE julianday(at) < julianday(?) GROUP BY writer"
_AMONG = "JOIN json_each(:reach) AS reach ON reach.key = step.writer AND step.clock <= reach.value"
_NEWEST = f"SELECT step.* FROM step {_AMONG} ORDER BY step.clock DESC, step.writer DESC LIMIT :most"  # noqa: S608 - no input


def reach_at_step(connection: sqlite3.Connection, step: StepId) -> Reach:
    """A step and all that stand before it in the history."""
    return dict(connection.execute(_UP_TO, step._asdict()).fetchall())


def reach_at_number(connection: sqlite3.Connection, number: int) -> Reach:
    """All steps with a number, and all that stand before them in the history."""
    return reach_at_step(connection, StepId(number, _BEYOND_ALL))


def reach_before(connection: sqlite3.Connection, instant: dt.datetime) -> Reach:
    """What was made before an instant, as the clock of each laptop told it, with all that it was built upon."""
    found: dict[str, int] = dict(connection.execute(_BEFORE, (instant.astimezone(dt.UTC).isoformat(),)).fetchall())
    seen = dict(connection.execute("SELECT id, seen FROM writer").fetchall())
    waiting = [*found]
    while waiting:
        writer = waiting.pop()
        for other, clock in msgspec.json.decode(seen.get(writer, "{}"), type=dict[str, int]).items():
            if clock > found.get(other, 0):
                found[other] = clock
                waiting.append(other)
    return found


def newest_step(connection: sqlite3.Connection, reach: Reach) -> Step | None:
    """The newest of the steps that a reach counts; None where it counts none."""
    found = by_name(connection.execute(_NEWEST, {"reach": told_reach(reach), "most": 1}))
    return next(readable_steps(found), None)


def told_reach(reach: Reach) -> str:
    """A reach as a statement takes it."""
    return msgspec.json.encode(dict(reach)).decode()


def steps_between(connection: sqlite3.Connection, earlier: Reach, later: Reach) -> Iterator[Step]:
    """The steps that a later moment counts and an earlier one does not, the newest first."""
    rows = by_name(connection.execute(_NEWEST, {"reach": told_reach(later), "most": -1}))
    return (step for step in readable_steps(rows) if step.clock > earlier.get(step.writer, 0))
