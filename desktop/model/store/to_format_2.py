"""From format 1 to 2: what schemes, targets and measures need, how forms went and came, and steps known by their ids.

Format 1 pointed at a step by its place in the file, which says nothing in a copy; format 2 points by clock and writer.
An action had a place and a goal in it; it has one aim.
"""

from __future__ import annotations

import sqlite3

from desktop.model.records.earlier_aims import aimed
from desktop.model.store.formats import statements
from desktop.model.store.widening import widen

_ASIDE = (
    "ALTER TABLE change RENAME TO older_change",
    "ALTER TABLE step RENAME TO older_step",
    "ALTER TABLE action RENAME TO older_action",
    "DROP INDEX ix_change_step",
    "DROP INDEX ix_change_row",
)
_RENAMED = (
    "ALTER TABLE evidence_link RENAME COLUMN practice TO part",
    "ALTER TABLE area_rating RENAME COLUMN area TO place",
)
"""Cells that never meant a practice or an area alone."""

_STEPS = """
    INSERT OR IGNORE INTO step (clock, writer, kind, target_clock, target_writer, label, facts, author, at)
    SELECT made.clock, made.writer, made.kind, undone.clock, undone.writer, made.label, made.facts, made.author, made.at
    FROM older_step AS made LEFT JOIN older_step AS undone ON undone.number = made.target
    ORDER BY made.number
"""
_CHANGES = """
    INSERT INTO change (clock, writer, kind, "row", cell, "before", "after")
    SELECT made.clock, made.writer, older.kind, older."row", older.cell, older."before", older."after"
    FROM older_change AS older JOIN older_step AS made ON made.number = older.step
    ORDER BY older.rowid
"""
_ACTIONS = """
    INSERT INTO action (id, number, title, description, model, aim, owner, due, priority, status, closed, present)
    SELECT id, number, title, description, model, CASE WHEN goal IS NULL OR goal = '' THEN area ELSE goal END,
        owner, due, priority, status, closed, present
    FROM older_action
"""
_EARLIER = "FROM change WHERE kind = 'action' AND cell IN ('area', 'goal')"
_READ = f'SELECT clock, writer, kind, "row", cell, "after" {_EARLIER} ORDER BY clock, writer, rowid'
_CELLS = ("clock", "writer", "kind", "row", "cell", "after")
_AIM = """
    INSERT INTO change (clock, writer, kind, "row", cell, "before", "after")
    VALUES (:clock, :writer, :kind, :row, :cell, :before, :after)
"""
_DONE = (
    "DROP TABLE older_change",
    "DROP TABLE older_step",
    "DROP TABLE older_action",
    "DELETE FROM sqlite_sequence",
)


def to_format_2(connection: sqlite3.Connection) -> None:
    """Add what format 2 has besides, tell changes and undone steps by the id of the step, and give actions one aim."""
    for statement in (*_ASIDE, *_RENAMED):
        connection.execute(statement)
    widen(connection, statements(2))
    for statement in (_STEPS, _CHANGES, _ACTIONS):
        connection.execute(statement)
    found = list(aimed(dict(zip(_CELLS, row, strict=True)) for row in connection.execute(_READ)))
    connection.execute(f"DELETE {_EARLIER}")
    connection.executemany(_AIM, found)
    for statement in _DONE:
        connection.execute(statement)
