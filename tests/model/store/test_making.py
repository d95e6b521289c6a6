import sqlite3
from contextlib import closing

import pytest

from desktop.model.errors import RefusalError
from desktop.model.records import FORMAT
from desktop.model.store.making import make
from desktop.model.store.store import Store


def refusal(action, *arguments, **more):
    with pytest.raises(RefusalError) as caught:
        action(*arguments, **more)
    return caught.value


def pragma(path, name):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_a_new_file_bears_its_marks(path):
    make(path, {"id": "a1"})
    assert pragma(path, "application_id") == 0x4D575F31
    assert pragma(path, "user_version") == FORMAT
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_what_is_there_is_left_as_it_is(path):
    path.write_text("mine", encoding="utf-8")
    assert refusal(make, path, {}).code == "file.exists"
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_file_that_appears_meanwhile_is_left_as_it_is(path):
    def appear(_connection):
        path.write_text("mine", encoding="utf-8")

    assert refusal(make, path, {}, appear).code == "file.exists"
    assert path.read_text(encoding="utf-8") == "mine"
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_a_failure_while_it_is_filled_leaves_nothing(path):
    def fail(_connection):
        raise RuntimeError

    with pytest.raises(RuntimeError):
        make(path, {"id": "a1"}, fail)
    assert list(path.parent.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(path):
    assert refusal(make, path.parent / "none" / path.name, {}).facts == {"path": path.parent / "none"}


def test_a_leftover_journal_is_not_played_into_a_new_file(path):
    journal = path.with_name(f"{path.name}-journal")
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7")
    found = refusal(make, path, {})
    assert (found.code, found.facts["path"]) == ("file.leftover", journal)
    assert not path.exists()


def test_a_draft_left_by_a_crash_is_in_nobodys_way(path):
    path.with_name(f".{path.name}.new").write_bytes(b"half a file")
    make(path, {"id": "a1"})
    with closing(Store.open(path, "Ada")) as store:
        assert store.about() == {"id": "a1"}
