"""How far the journal of a file goes, what its writers knew, and where this very file goes on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

import msgspec

from desktop.model.journal import Outline, StepId, outline
from desktop.model.merging.reach import Knowledge, Reach
from desktop.model.store.no_garbage import no_garbage
from desktop.model.store.rows import pointed_at

TIP = "writes"
"""What `about` calls the writer, and where it goes on in the midst of one the clock, after which this file goes on."""

_SEEN: msgspec.json.Decoder[dict[str, int]] = msgspec.json.Decoder(dict[str, int])
_OUTLINE = "SELECT clock, writer, kind, target_clock, target_writer FROM step ORDER BY clock, writer"
_REACH = "SELECT writer, max(clock) FROM step GROUP BY writer"
_LAST_OF = "SELECT max(clock) FROM step WHERE writer = ?"
_LAST = "SELECT clock, writer FROM step WHERE typeof(clock) = 'integer' ORDER BY clock DESC, writer DESC LIMIT 1"


def reach_of(connection: sqlite3.Connection) -> Reach:
    """How far the steps of a file go."""
    return Reach({writer: clock for writer, clock in connection.execute(_REACH) if type(clock) is int})


def knowledge_of(connection: sqlite3.Connection, more: Iterable[tuple[str, str]] = ()) -> Knowledge:
    """What the writers of a file knew.

    Args:
        connection: to the file.
        more: further writers, with what they had seen as JSON.
    """
    return Knowledge(
        {writer: seen(told) for writer, told in (*connection.execute("SELECT id, seen FROM writer"), *more)}
    )


def seen(told: object) -> Mapping[str, int]:
    """What a writer had seen; nothing where that cannot be read, which `check` tells."""
    try:
        return _SEEN.decode(told) if isinstance(told, str) else {}
    except ValueError:
        return {}


def after_of(connection: sqlite3.Connection) -> dict[str, StepId | None]:
    """By writer, the step of its file that it went on from.

    One that names itself went on from none: its file was made of another's steps. Where none is told, as before
    files were brought together, it is the newest that it had seen.
    """
    rows = connection.execute("SELECT id, seen, after_clock, after_writer FROM writer")
    found = {writer: pointed_at(*after) or _newest(seen(told)) for writer, told, *after in rows}
    return {writer: None if after and after.writer == writer else after for writer, after in found.items()}


def _newest(clocks: Mapping[str, int]) -> StepId | None:
    return max((StepId(clock, writer) for writer, clock in clocks.items()), default=None)


def tip_of(connection: sqlite3.Connection) -> StepId | None:
    """The last step that was made in this very file; None where none was.

    A file that does not say so was never brought together with another: it is the newest.
    """
    told = connection.execute("SELECT value FROM about WHERE name = ?", (TIP,)).fetchone()
    writer, _blank, clock = ("" if told is None else str(told[0])).partition(" ")
    if clock.isdecimal() and len(clock) < len(str(2**63)):
        return StepId(int(clock), writer) if int(clock) else None
    (last,) = connection.execute(_LAST_OF, (writer,)).fetchone()
    if type(last) is int:
        return StepId(last, writer)
    return newest_of(connection)


def newest_of(connection: sqlite3.Connection) -> StepId | None:
    """The last step of all; None where there is none."""
    found = connection.execute(_LAST).fetchone()
    return None if found is None else StepId(*found)


def note_tip(connection: sqlite3.Connection, writer: str, clock: int | None = None) -> None:
    """Say after which writer this file goes on: after all its steps, or after the one with this clock; 0 for none."""
    told = writer if clock is None else f"{writer} {clock}"
    connection.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (TIP, told))


def outline_of(connection: sqlite3.Connection) -> Outline:
    """What the order of the steps tells; see `desktop.model.journal.outline`."""
    after, tip = after_of(connection), tip_of(connection)
    marks = {pointed_at(*mark) for mark in connection.execute("SELECT tip_clock, tip_writer FROM arrival")}
    steps = (
        (StepId(clock, writer), kind, pointed_at(of, by))
        for clock, writer, kind, of, by in connection.execute(_OUTLINE)
    )
    with no_garbage():
        return outline(steps, after, tip, marks)


def own_steps(after: Mapping[str, StepId | None], tip: StepId | None) -> Reach:
    """The steps of this very file, up to its tip."""
    found: dict[str, int] = {}
    while tip is not None and tip.writer not in found:
        found[tip.writer] = tip.clock
        tip = after.get(tip.writer)
    return Reach(found)
