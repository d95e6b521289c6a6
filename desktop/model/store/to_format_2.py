"""From format 1 to 2: what schemes, targets and measures need, where actions come from, how forms went and came."""

from __future__ import annotations

import sqlite3

from desktop.model.store.formats import statements
from desktop.model.store.widening import widen


def to_format_2(connection: sqlite3.Connection) -> None:
    """Add what format 2 has besides."""
    widen(connection, statements(2))
