"""Work on very many small values at once: without looking for garbage among them, and with room for their pages."""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

_ROOM = -64 * 1024
"""Kibibytes of pages that SQLite keeps in memory, as it takes them."""


@contextmanager
def with_room(connection: sqlite3.Connection) -> Iterator[None]:
    """Keep more of the file in memory: steps that come in touch it all over."""
    (usual,) = connection.execute("PRAGMA cache_size").fetchone()
    connection.execute(f"PRAGMA cache_size = {_ROOM}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA cache_size = {usual}")


@contextmanager
def no_garbage() -> Iterator[None]:
    """Look for no garbage meanwhile: there is none, and each look takes longer than the one before."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
