import sqlite3
from contextlib import closing

import pytest

from desktop.model.store.widening import widen

NOTE = "CREATE TABLE note (id TEXT NOT NULL, more TEXT, text TEXT, CONSTRAINT pk_note PRIMARY KEY (id)) WITHOUT ROWID"
INDEX = "CREATE INDEX ix_note ON note (text)"


@pytest.fixture
def older():
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE note (id TEXT NOT NULL PRIMARY KEY, text TEXT)")
        connection.execute("INSERT INTO note VALUES ('a', 'Said')")
        yield connection


def spelling(connection, name):
    return connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()


def test_a_table_with_further_columns_keeps_its_rows_and_is_spelt_anew(older):
    widen(older, [NOTE, INDEX])
    assert older.execute("SELECT * FROM note").fetchall() == [("a", None, "Said")]
    assert spelling(older, "note") == (NOTE,)
    assert spelling(older, "ix_note") == (INDEX,)
    assert older.execute("SELECT count(*) FROM sqlite_master WHERE name LIKE 'older%'").fetchone() == (0,)


def test_a_table_that_is_new_is_made_and_one_that_is_the_same_is_left(older):
    before = spelling(older, "note")
    widen(older, ["CREATE TABLE other (id TEXT)", "CREATE TABLE note (id TEXT, text TEXT)"])
    assert spelling(older, "other") == ("CREATE TABLE other (id TEXT)",)
    assert spelling(older, "note") == before


def test_a_column_that_would_be_lost_takes_a_step_of_its_own(older):
    with pytest.raises(ValueError, match="note"):
        widen(older, ["CREATE TABLE note (id TEXT, other TEXT)"])
