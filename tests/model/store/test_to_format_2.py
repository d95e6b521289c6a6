import sqlite3
from contextlib import closing

import pytest

from desktop.model.store import format_1
from desktop.model.store.formats import statements
from desktop.model.store.to_format_2 import to_format_2

FORM = ("m", "p", "2026-02-20T09:00:00+00:00", "abc")
DETAILS = ("assessment", "Bank", "Desk", "Board", "Why", "10", "2026-03-02", "2026-03-06", 5, "Note")
ROWS = [
    ("a", 1, "Do", "So", "m", "PLN", "PLN-G1", "Owner", "2026-05-01", "high", "done", "2026-04-01", 1),
    ("b", 2, "Gone", None, None, None, None, None, None, None, None, None, 0),
]


def tables(connection):
    return {
        name
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'sqlite_sequence'"
        )
    }


@pytest.fixture
def migrated():
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in format_1.statements():
            connection.execute(statement)
        connection.execute("INSERT INTO form VALUES (?, ?, ?, ?)", FORM)
        connection.execute(f"INSERT INTO details VALUES ({', '.join('?' * 10)})", DETAILS)
        connection.executemany(f"INSERT INTO action VALUES ({', '.join('?' * 13)})", ROWS)
        to_format_2(connection)
        yield connection


def test_actions_keep_every_cell_and_have_one_aim(migrated):
    migrated.row_factory = sqlite3.Row
    rows = [dict(row) for row in migrated.execute("SELECT * FROM action ORDER BY id")]
    assert [row.pop("aim") for row in rows] == ["PLN-G1", None]
    kept = [(*row[:5], *row[7:]) for row in ROWS]
    found = [tuple(row.values()) for row in rows]
    assert [(*row[: len(old) - 1], row[-1]) for row, old in zip(found, kept, strict=True)] == kept
    assert {cell for row, old in zip(found, kept, strict=True) for cell in row[len(old) - 1 : -1]} == {None}


def test_the_new_tables_are_there_and_empty(migrated):
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in format_1.statements():
            connection.execute(statement)
        new = tables(migrated) - tables(connection)
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in statements(2):
            connection.execute(statement)
        assert tables(migrated) == tables(connection)
    assert {"target", "measure", "reading"} <= new
    assert all(migrated.execute(f"SELECT count(*) FROM {name}").fetchone() == (0,) for name in new)


@pytest.mark.parametrize(("table", "row"), [("form", FORM), ("details", DETAILS)])
def test_forms_and_details_keep_every_cell(migrated, table, row):
    found = migrated.execute(f"SELECT * FROM {table}").fetchone()
    assert found[: len(row)] == row
    assert {*found[len(row) :]} == {None}


def test_changes_and_undone_steps_are_told_by_clock_and_writer():
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in format_1.statements():
            connection.execute(statement)
        connection.execute("INSERT INTO writer VALUES ('w', 'Ada', '2026-03-02T09:00:00+00:00', '{}')")
        for number, clock, kind, target in ((4, 1, "edit", None), (7, 2, "edit", None), (9, 3, "undo", 7)):
            connection.execute(
                "INSERT INTO step VALUES (?, 'w', ?, ?, ?, 'a.b', '{}', 'Ada', 'now')", (number, clock, kind, target)
            )
            connection.execute("INSERT INTO change VALUES (?, 'member', 'm', 'name', NULL, ?)", (number, str(clock)))
        to_format_2(connection)
        steps = connection.execute("SELECT clock, writer, kind, target_clock, target_writer FROM step").fetchall()
        changes = connection.execute('SELECT clock, writer, kind, "row", cell, "after" FROM change').fetchall()
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert steps == [(1, "w", "edit", None, None), (2, "w", "edit", None, None), (3, "w", "undo", 2, "w")]
    assert changes == [(clock, "w", "member", "m", "name", str(clock)) for clock in (1, 2, 3)]
