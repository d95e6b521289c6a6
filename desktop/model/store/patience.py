"""How much effort reading a file may take: a file from a stranger must not keep the program busy for ever.

Effort is counted, not timed: what a file takes is the same on a slow computer and on a busy one, so none is refused for
where it is read. Time is the second bound, for what SQLite does at length without counting, far from what a file takes.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager

from desktop.model.errors import RefusalError
from desktop.model.store.engine import path_of

LEAST_EFFORT = 200_000
"""A row that is gone over is 1, and so are `TEXT_BYTES` of a text that is read again."""

MORE_BYTES_EFFORT = 25
"""For each so many bytes of the file, 1 more. The check of a sound one takes less than a fourth of that."""

TEXT_BYTES = 500
LEAST_SECONDS = 8.0
MORE_BYTES = 1_000_000
"""For each so many bytes of the file, a second more; the check of a sound one takes some 0.1 s."""

_INSTRUCTIONS = 20_000
"""Of SQLite, between two looks."""

_FOR_INSTRUCTIONS = 200
"""Their effort."""

_ROWS = 200
"""Gone over between two looks at the clock."""


class Patience:
    """Counts effort, and the processor's time in this thread, so that a slow disk or share does not use it up."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Begin to count.

        Args:
            connection: to the file, whose size says how much there is to read.
        """
        self._connection = connection
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        size = int(connection.execute("PRAGMA page_size").fetchone()[0])  # SQLCipher says it in letters
        self.effort = 0
        self._most = LEAST_EFFORT + pages * size // MORE_BYTES_EFFORT
        self._look = _ROWS
        self._until: float = time.thread_time() + LEAST_SECONDS + pages * size / MORE_BYTES

    def is_spent(self) -> bool:
        """Whether it is over."""
        return self.effort > self._most or time.thread_time() > self._until

    def use(self, read_again: int = 0) -> None:
        """Go on with the next row, if it is not over.

        Args:
            read_again: bytes of text that were read before.

        Raises:
            RefusalError: ``file.too_long``.
        """
        self.effort += 1 + read_again // TEXT_BYTES
        if self.effort > self._look:
            self._look = self.effort + _ROWS
            if self.is_spent():
                raise RefusalError("file.too_long", path=path_of(self._connection))

    @contextmanager
    def within(self) -> Iterator[None]:
        """Let SQLite stop by itself, with ``SQLITE_INTERRUPT``, when it is over."""
        self._connection.set_progress_handler(self._go_on, _INSTRUCTIONS)
        try:
            yield
        finally:
            self._connection.set_progress_handler(None, 0)

    def _go_on(self) -> bool:
        self.effort += _FOR_INSTRUCTIONS
        return self.is_spent()
