"""From format 1 to 2: what schemes, targets and measures need, where actions come from, how forms went and came.

The tables stand here as format 2 knew them, whatever later formats make of them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

_NEW: Mapping[str, tuple[str, ...]] = {
    "stream_rating": (
        "model TEXT NOT NULL",
        "stream TEXT NOT NULL",
        "level INTEGER",
        "reason TEXT",
        "CONSTRAINT pk_stream_rating PRIMARY KEY (model, stream)",
    ),
    "tick": (
        "model TEXT NOT NULL",
        "item TEXT NOT NULL",
        "done BOOLEAN",
        "CONSTRAINT pk_tick PRIMARY KEY (model, item)",
    ),
    "statement_rating": (
        "model TEXT NOT NULL",
        "statement TEXT NOT NULL",
        "value TEXT",
        "note TEXT",
        "CONSTRAINT pk_statement_rating PRIMARY KEY (model, statement)",
    ),
    "target": (
        "model TEXT NOT NULL",
        "place TEXT NOT NULL",
        "level INTEGER",
        "importance INTEGER",
        "reason TEXT",
        "set_by TEXT",
        "CONSTRAINT pk_target PRIMARY KEY (model, place)",
    ),
    "measure": (
        "id TEXT NOT NULL",
        "action TEXT",
        "name TEXT",
        "unit TEXT",
        "direction TEXT",
        "how TEXT",
        "baseline TEXT",
        "target TEXT",
        "due TEXT",
        "metric TEXT",
        "present BOOLEAN",
        "CONSTRAINT pk_measure PRIMARY KEY (id)",
    ),
    "reading": (
        "id TEXT NOT NULL",
        "measure TEXT",
        "day TEXT",
        "value TEXT",
        "note TEXT",
        "present BOOLEAN",
        "CONSTRAINT pk_reading PRIMARY KEY (id)",
    ),
    "shown_answers": (
        "model TEXT NOT NULL",
        "question TEXT NOT NULL",
        "counts TEXT NOT NULL",
        "number INTEGER",
        "day TEXT",
        "newest BOOLEAN",
        "CONSTRAINT pk_shown_answers PRIMARY KEY (model, question, counts)",
    ),
}

_ACTION = (
    "id TEXT NOT NULL",
    "number INTEGER",
    "title TEXT",
    "description TEXT",
    "model TEXT",
    "area TEXT",
    "goal TEXT",
    "origin TEXT",
    "owner TEXT",
    "due TEXT",
    "priority TEXT",
    "status TEXT",
    "closed TEXT",
    "present BOOLEAN",
    "CONSTRAINT pk_action PRIMARY KEY (id)",
)
_FORM = (
    "model TEXT NOT NULL",
    "participant TEXT NOT NULL",
    "saved TEXT",
    "digest TEXT",
    "said TEXT",
    "back TEXT",
    "due TEXT",
    "sent TEXT",
    "reminded TEXT",
    "left_out TEXT",
    "CONSTRAINT pk_form PRIMARY KEY (model, participant)",
)
_DETAILS = (
    "id TEXT NOT NULL",
    "organisation TEXT",
    "unit TEXT",
    "sponsor TEXT",
    "purpose TEXT",
    "budget TEXT",
    "starts TEXT",
    "ends TEXT",
    "threshold INTEGER",
    "notes TEXT",
    "return_by TEXT",
    "CONSTRAINT pk_details PRIMARY KEY (id)",
)
_WIDENED: Mapping[str, tuple[tuple[str, ...], str]] = {
    "action": (
        _ACTION,
        "id, number, title, description, model, area, goal, owner, due, priority, status, closed, present",
    ),
    "form": (_FORM, "model, participant, saved, digest"),
    "details": (_DETAILS, "id, organisation, unit, sponsor, purpose, budget, starts, ends, threshold, notes"),
}
"""Tables that have further columns now, each with the columns that it had."""


def to_format_2(connection: sqlite3.Connection) -> None:
    """Make the new tables, and those that have further columns anew with each column in its place."""
    for name, lines in _NEW.items():
        _create(connection, name, lines)
    for name, (lines, kept) in _WIDENED.items():
        connection.execute(f"ALTER TABLE {name} RENAME TO {name}_of_format_1")
        _create(connection, name, lines)
        connection.execute(f"INSERT INTO {name} ({kept}) SELECT {kept} FROM {name}_of_format_1")  # noqa: S608 - no input
        connection.execute(f"DROP TABLE {name}_of_format_1")


def _create(connection: sqlite3.Connection, name: str, lines: tuple[str, ...]) -> None:
    """Spelt as in a new file, so that the two cannot be told apart."""
    connection.execute(f"CREATE TABLE {name} (\n\t" + ", \n\t".join(lines) + "\n)\n WITHOUT ROWID\n\n")
