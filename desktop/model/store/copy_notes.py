"""What a file knows of itself as a copy, and of other copies: it is of this file alone and does not travel."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from desktop.model.merging.reach import Reach

if TYPE_CHECKING:
    from desktop.model.store.transaction import Transaction

OWN, HEARD, WITHOUT = "copy", "heard", "identities"
"""What `about` calls the id of this copy, what was heard of others, and whether this one is without identities."""

_SET = "INSERT OR REPLACE INTO about VALUES (?, ?)"
_GET = "SELECT value FROM about WHERE name = ?"


def is_coded(connection: sqlite3.Connection) -> bool:
    """Whether a file was made without saying who the participants are, and takes in no such thing."""
    found: tuple[object, ...] | None = connection.execute(_GET, (WITHOUT,)).fetchone()
    return found == ("without",)


class HeardCopy(Struct, frozen=True):
    """What was last heard of a copy.

    Attributes:
        name: who works on it.
        at: when it was heard of, UTC, ISO.
        clocks: which steps it has, as clocks by their writer.
        twins: whether it was seen that more than one file goes by its id.
    """

    name: str
    at: str
    clocks: Mapping[str, int]
    twins: bool = False

    @property
    def reach(self) -> Reach:
        """Which steps it has."""
        return Reach(self.clocks)


_HEARD: msgspec.json.Decoder[dict[str, HeardCopy]] = msgspec.json.Decoder(dict[str, HeardCopy])


class CopyNotes:
    """What is noted in a file about itself and its copies.

    Args:
        several: begins a transaction that writes.
        reading: gives the connection to read with.
    """

    def __init__(
        self,
        several: Callable[[], AbstractContextManager[Transaction]],
        reading: Callable[[], AbstractContextManager[sqlite3.Connection]],
    ) -> None:
        self._several = several
        self._reading = reading

    def own(self) -> str:
        """The id of this copy; empty where it has none yet."""
        return self._get(OWN)

    def is_without_identities(self) -> bool:
        """Whether this copy was made without saying who the participants are, and takes in no such thing."""
        with self._reading() as connection:
            return is_coded(connection)

    def heard(self) -> dict[str, HeardCopy]:
        """What was last heard of other copies, by their id."""
        try:
            return _HEARD.decode(self._get(HEARD) or "{}")
        except ValueError:
            return {}

    def say_own(self, copy: str) -> None:
        """Give this copy an id."""
        self._set(OWN, copy)

    def hear(self, copy: str, heard: HeardCopy) -> None:
        """Note what another copy has.

        A copy that has less than it had is a second one of the same id, made by other means than this program's: then
        what both have is noted. A file in which nobody works when it is read keeps the name it had.
        """
        known = self.heard()
        if copy in known:
            last = known[copy]
            reach = heard.reach if heard.reach.covers(last.reach) else heard.reach & last.reach
            twins = last.twins or self._are_twins(last.clocks, heard.clocks)
            heard = HeardCopy(heard.name or last.name, heard.at, reach.clocks, twins)
        if known.get(copy) != heard:
            self._set(HEARD, msgspec.json.encode({**known, copy: heard}).decode())

    def _are_twins(self, last: Mapping[str, int], now: Mapping[str, int]) -> bool:
        """Whether what a copy had lost and what it has in its place go on from one and the same opening of a file.

        What it had taken in from others and put aside does not, nor what comes late.
        """
        lost = {writer for writer, clock in last.items() if clock > now.get(writer, 0)}
        new = {writer for writer, clock in now.items() if clock > last.get(writer, 0)}
        if not lost or not new:
            return False
        with self._reading() as connection:
            after = dict(connection.execute("SELECT id, after_writer FROM writer"))
        return not {_first(writer, after) for writer in lost}.isdisjoint(_first(writer, after) for writer in new)

    def waiting(self) -> list[tuple[str, str, bytes]]:
        """What came and could not be taken in yet: its digest, what it came from, and its bytes."""
        with self._reading() as connection:
            return connection.execute("SELECT digest, source, bytes FROM waiting ORDER BY digest").fetchall()

    def keep_waiting(self, digest: str, source: str, content: bytes) -> None:
        """Keep what cannot be taken in yet."""
        self._write("INSERT OR IGNORE INTO waiting VALUES (?, ?, ?)", (digest, source, content))

    def drop_waiting(self, digest: str) -> None:
        """Let go of what was taken in."""
        self._write("DELETE FROM waiting WHERE digest = ?", (digest,))

    def forget_arrivals(self) -> None:
        """Let all that came in so far be what this copy began with."""
        self._write("DELETE FROM arrival", ())

    def _get(self, name: str) -> str:
        with self._reading() as connection:
            found = connection.execute(_GET, (name,)).fetchone()
        return "" if found is None else str(found[0])

    def _set(self, name: str, value: str) -> None:
        self._write(_SET, (name, value))

    def _write(self, statement: str, values: tuple[object, ...]) -> None:
        with self._several() as transaction, self._reading() as connection:
            if not transaction.dry:
                connection.execute(statement, values)


def _first(writer: str, after: Mapping[str, str | None]) -> str:
    """The first opening of the file that a writer went on from; a copy that the program made begins anew."""
    passed = {writer}
    while (before := after.get(writer)) is not None and before in after and before not in passed:
        writer = before
        passed.add(writer)
    return writer
