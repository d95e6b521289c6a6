import sqlite3
from contextlib import closing

import pytest

from desktop.model.errors import RefusalError
from desktop.model.records import FORMAT
from desktop.model.store.migrations import STEPS, backup, migrate


@pytest.fixture
def older(tmp_path):
    """A file of a made-up format 7."""
    path = tmp_path / "site.maturity"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            """
            PRAGMA user_version = 7;
            CREATE TABLE parent (id TEXT PRIMARY KEY, name TEXT);
            CREATE TABLE child (id TEXT PRIMARY KEY, parent TEXT REFERENCES parent (id) ON DELETE CASCADE);
            INSERT INTO parent VALUES ('a', 'Ada'), ('b', 'Bea');
            INSERT INTO child VALUES ('x', 'a'), ('y', 'b');
            """
        )
    return path


def content(path):
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump()), connection.execute("PRAGMA user_version").fetchone()[0]


def rebuild_parent(connection):
    connection.execute("CREATE TABLE renewed (id TEXT PRIMARY KEY, name TEXT, role TEXT NOT NULL DEFAULT '')")
    connection.execute("INSERT INTO renewed (id, name) SELECT id, name FROM parent")
    connection.execute("DROP TABLE parent")
    connection.execute("ALTER TABLE renewed RENAME TO parent")


def add_table(connection):
    connection.execute("CREATE TABLE more (id TEXT PRIMARY KEY)")


def fail(connection):
    add_table(connection)
    raise RuntimeError


def orphan(connection):
    connection.execute("DELETE FROM parent WHERE id = 'a'")


def test_every_older_format_has_its_step():
    assert STEPS.keys() == set(range(1, FORMAT))


def test_steps_run_in_order_and_a_copy_is_kept(older):
    before = content(older)
    kept = migrate(older, 7, steps={7: rebuild_parent, 8: add_table}, target=9)
    assert kept.name == "site.before-format-9.maturity"
    assert content(kept) == before
    dump, version = content(older)
    assert version == 9
    assert any("CREATE TABLE more" in line for line in dump)


def test_rebuilding_a_parent_loses_no_child(older):
    migrate(older, 7, steps={7: rebuild_parent}, target=8)
    with closing(sqlite3.connect(older)) as connection:
        assert connection.execute("SELECT id, parent FROM child ORDER BY id").fetchall() == [("x", "a"), ("y", "b")]
        assert connection.execute("SELECT id, role FROM parent ORDER BY id").fetchall() == [("a", ""), ("b", "")]


@pytest.mark.parametrize(("step", "error"), [(fail, RuntimeError), (orphan, RefusalError)])
def test_a_step_that_fails_leaves_the_file_as_it_was(older, step, error):
    before = older.read_bytes()
    with pytest.raises(error):
        migrate(older, 7, steps={7: rebuild_parent, 8: step}, target=9)
    assert older.read_bytes() == before
    assert [path.name for path in older.parent.iterdir()] == [older.name]


def test_a_missing_step_is_refused_before_anything_happens(older):
    before = older.read_bytes()
    with pytest.raises(RefusalError) as refusal:
        migrate(older, 7, steps={7: rebuild_parent}, target=9)
    assert refusal.value.code == "file.migration_unknown"
    assert older.read_bytes() == before
    assert [path.name for path in older.parent.iterdir()] == [older.name]


def test_a_file_that_is_written_to_is_refused(older, monkeypatch):
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, **more: connect(path, **{**more, "timeout": 0}))
    with closing(connect(older)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RefusalError) as refusal:
            migrate(older, 7, steps={7: add_table}, target=8)
    assert refusal.value.code == "file.locked"
    assert [path.name for path in older.parent.iterdir()] == [older.name]


def test_copies_never_take_the_place_of_earlier_ones(older):
    names = [backup(older, "before").name for _ in range(3)]
    assert names == ["site.before.maturity", "site.before-2.maturity", "site.before-3.maturity"]
