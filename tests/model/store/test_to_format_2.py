import sqlite3
from contextlib import closing

import pytest

from desktop.model.store.to_format_2 import to_format_2

OLD_ACTION = """
    CREATE TABLE action (
        id TEXT NOT NULL, number INTEGER, title TEXT, description TEXT, model TEXT, area TEXT, goal TEXT, owner TEXT,
        due TEXT, priority TEXT, status TEXT, closed TEXT, present BOOLEAN, CONSTRAINT pk_action PRIMARY KEY (id)
    ) WITHOUT ROWID
"""
ROWS = [
    ("a", 1, "Do", "So", "m", "PLN", "PLN-G1", "Owner", "2026-05-01", "high", "done", "2026-04-01", 1),
    ("b", 2, "Gone", None, None, None, None, None, None, None, None, None, 0),
]


@pytest.fixture
def migrated():
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(OLD_ACTION)
        connection.executemany(f"INSERT INTO action VALUES ({', '.join('?' * 13)})", ROWS)
        to_format_2(connection)
        yield connection


def test_actions_keep_every_cell_and_have_no_origin(migrated):
    migrated.row_factory = sqlite3.Row
    rows = [dict(row) for row in migrated.execute("SELECT * FROM action ORDER BY id")]
    assert [row.pop("origin") for row in rows] == [None, None]
    assert [tuple(row.values()) for row in rows] == ROWS


def test_the_new_tables_are_there_and_empty(migrated):
    names = {name for (name,) in migrated.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert names == {"action", "stream_rating", "tick", "statement_rating", "target", "measure", "reading"}
    assert all(migrated.execute(f"SELECT count(*) FROM {name}").fetchone() == (0,) for name in names - {"action"})
