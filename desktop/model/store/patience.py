"""How long reading a file may take: a file from a stranger must not keep the program busy for ever."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager

from desktop.model.errors import RefusalError
from desktop.model.store.engine import path_of

LEAST_SECONDS = 8.0
MORE_BYTES = 1_000_000
"""For each so many bytes of the file, a second more."""
_OFTEN = 20_000
"""Instructions of SQLite between two looks at the clock,"""
_ROWS = 200
"""and rows read between two."""


class Patience:
    """Counts the processor's time in this thread, so that a slow disk or share does not use it up."""

    def __init__(self, connection: sqlite3.Connection, until: float = float("inf")) -> None:
        """Begin to count.

        Args:
            connection: to the file.
            until: by the clock of this thread, `time.thread_time`; no later, however large the file is.
        """
        self._connection = connection
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        self._uses = 0
        self._until: float = min(until, time.thread_time() + LEAST_SECONDS + pages * size / MORE_BYTES)

    def is_spent(self) -> bool:
        """Whether it is over."""
        return time.thread_time() > self._until

    def use(self) -> None:
        """Go on, if it is not over.

        Raises:
            RefusalError: ``file.too_long``.
        """
        self._uses += 1
        if self._uses % _ROWS == 0 and self.is_spent():
            raise RefusalError("file.too_long", path=path_of(self._connection))

    @contextmanager
    def within(self) -> Iterator[None]:
        """Let SQLite stop by itself, with ``SQLITE_INTERRUPT``, when it is over."""
        self._connection.set_progress_handler(self.is_spent, _OFTEN)
        try:
            yield
        finally:
            self._connection.set_progress_handler(None, 0)
