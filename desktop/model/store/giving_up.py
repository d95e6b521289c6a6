"""Work in a transaction that may be given up whole: SQLite asks while it works, and nothing of it is kept then."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from desktop.model.errors import RefusalError

_INSTRUCTIONS = 10_000
"""Of SQLite, between two questions: some ten a second on a slow computer are enough."""


@contextmanager
def can_be_given_up(connection: sqlite3.Connection, given_up: Callable[[], bool]) -> Iterator[None]:
    """Ask while SQLite works in the block, and when it ends, whether its work is wanted still.

    Args:
        connection: in a transaction, which is to be given up with the refusal.
        given_up: whether it is not.

    Raises:
        RefusalError: ``merge.given_up``.
    """
    if given_up is bool:
        yield
        return
    stopped = False

    def go_on() -> bool:
        """Stop once: what clears away is not to be stopped."""
        nonlocal stopped
        first, stopped = not stopped, stopped or given_up()
        return first and stopped

    connection.set_progress_handler(go_on, _INSTRUCTIONS)
    try:
        yield
    except Exception:
        if stopped:
            raise RefusalError("merge.given_up") from None
        raise
    finally:
        connection.set_progress_handler(None, 0)
    if stopped or given_up():
        raise RefusalError("merge.given_up")
