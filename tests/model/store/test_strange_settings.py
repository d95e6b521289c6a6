"""What another program may have set in a file."""

import datetime as dt
import sqlite3
from contextlib import closing

import pytest

from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from tests.builders import tiny_pack


@pytest.fixture
def logged(tmp_path):
    """An assessment to which another program gave a write-ahead log."""
    path = tmp_path / "a.maturity"
    Assessment.create(path, [tiny_pack()], author="Ada", organisation="Example Services").close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    return path


def test_reading_leaves_nothing_beside_a_file_with_a_write_ahead_log(logged):
    with Assessment.open(logged, author="", readonly=True) as opened:
        assert opened.preparation.details().organisation == "Example Services"
    assert [path.name for path in logged.parent.iterdir()] == ["a.maturity"]


def test_what_stands_in_a_write_ahead_log_is_read(logged):
    with closing(sqlite3.connect(logged)) as other:
        other.execute("UPDATE details SET organisation = 'Other Services'")
        other.commit()
        with Assessment.open(logged, author="", readonly=True) as opened:
            assert opened.preparation.details().organisation == "Other Services"


@pytest.mark.parametrize(("table", "column"), [("measure", "target"), ("measure", "baseline"), ("reading", "value")])
def test_a_value_that_is_no_number_is_told_and_not_read(tmp_path, table, column):
    path = tmp_path / "a.maturity"
    with Assessment.create(path, [tiny_pack()], author="Ada") as made:
        measure = made.measures.add(made.actions.add("Write it down"), "Written promises", target="90")
        made.measures.add_reading(measure, dt.date(2026, 3, 2), "3")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"UPDATE {table} SET {column} = 'many'")
        connection.commit()
    with pytest.raises(RefusalError) as refused:
        Assessment.open(path, author="Ada")
    assert (refused.value.code, refused.value.facts["table"]) == ("file.impossible", table)
