import random
import sqlite3
from contextlib import closing

import pytest

from desktop.model.errors import RefusalError
from desktop.model.records import FORMAT, Member
from desktop.model.store.making import make
from desktop.model.store.store import Store


def refusal(action, *arguments, **more):
    with pytest.raises(RefusalError) as caught:
        action(*arguments, **more)
    return caught.value


def pragma(path, name, value=None):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA {name}" + ("" if value is None else f" = {value}"))
        connection.commit()
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


def filled(path):
    make(path, {"id": "a1"})
    with closing(Store.open(path, "Ada")) as store, store.step("member.add", name="Ada") as step:
        step.draft.put(Member, "m1", name="Ada")
    return path


def test_a_missing_file(path):
    assert refusal(Store.open, path, "Ada").code == "file.missing"
    assert list(path.parent.iterdir()) == []


def test_a_folder_is_no_file(tmp_path):
    folder = tmp_path / "folder.maturity"
    folder.mkdir()
    assert refusal(Store.open, folder, "Ada").code == "file.not_plain"
    assert [found.name for found in tmp_path.iterdir()] == [folder.name]


@pytest.mark.parametrize(
    "content",
    [b"", b"S", b"SQLite format 3\0", b"PK\3\4" + random.Random(5).randbytes(5000), random.Random(5).randbytes(90)],
    ids=["empty", "one byte", "only the magic", "a zip", "garbage"],
)
def test_other_files_are_refused_and_left_as_they_are(path, content):
    path.write_bytes(content)
    assert refusal(Store.open, path, "Ada").code == "file.not_an_assessment"
    assert path.read_bytes() == content
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_garbage_behind_the_right_beginning_is_refused(path):
    path.write_bytes(b"SQLite format 3\0" + random.Random(6).randbytes(9000))
    assert refusal(Store.open, path, "Ada").code == "file.not_an_assessment"


def test_another_programs_database_is_refused(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE mine (x)")
        connection.commit()
    before = path.read_bytes()
    assert refusal(Store.open, path, "Ada").code == "file.not_an_assessment"
    assert path.read_bytes() == before


def test_a_newer_file_is_refused_and_left_as_it_is(path):
    pragma(filled(path), "user_version", FORMAT + 1)
    before = path.read_bytes()
    found = refusal(Store.open, path, "Ada")
    assert (found.code, found.facts["format"], found.facts["known"]) == ("file.newer", FORMAT + 1, FORMAT)
    assert path.read_bytes() == before


def test_an_older_file_is_not_migrated_by_a_reader(path):
    pragma(filled(path), "user_version", 0)
    assert refusal(Store.open, path, "Ada", readonly=True).code == "file.older_readonly"


def test_an_older_file_nobody_can_read_any_more(path):
    pragma(filled(path), "user_version", 0)
    assert refusal(Store.open, path, "Ada").code == "file.migration_unknown"
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_a_refused_file_can_be_opened_once_it_is_mended(path):
    pragma(filled(path), "user_version", FORMAT + 1)
    refusal(Store.open, path, "Ada")
    pragma(path, "user_version", FORMAT)
    with closing(Store.open(path, "Ada")) as store:
        assert not store.readonly
        assert store.check() == ()


@pytest.mark.parametrize("name", ["a b#c%20?.maturity", "Ünïcode 測試.maturity", "-x.maturity"])
def test_names_with_unusual_characters(tmp_path, name):
    if "?" in name and tmp_path.drive:
        name = name.replace("?", "")
    filled(tmp_path / name)
    with closing(Store.open(tmp_path / name, "Ada")) as store:
        assert [member.name for member in store.all(Member)] == ["Ada"]
    assert [found.name for found in tmp_path.iterdir()] == [name]
