"""Another program moves the file, puts another in its place, or writes into it while it is open."""

import os
import shutil
import sqlite3
from contextlib import closing

import pytest

from desktop.model.errors import RefusalError
from desktop.model.records import Member
from desktop.model.store.blame import StoreFaultError
from desktop.model.store.store import Store


def add(store, member, name):
    with store.step("member.add", name=name) as step:
        step.draft.put(Member, member, name=name)


def names(store):
    return [member.name for member in store.all(Member)]


def refused(action, *arguments):
    with pytest.raises(RefusalError) as caught:
        action(*arguments)
    return caught.value


@pytest.fixture
def other(store, tmp_path):
    """A copy in which somebody else has worked on since."""
    add(store, "m1", "Ada")
    add(store, "m2", "Bea")
    return worked_on(store, tmp_path, lambda copy: add(copy, "m3", "Cy"))


def worked_on(store, folder, *edits):
    copy = folder / "copy"
    shutil.copyfile(store.path, copy)
    with closing(Store.open(copy, "Elsewhere")) as opened:
        for edit in edits:
            edit(opened)
    return copy


def write_into(path, content):
    """As a program that keeps folders in step does, without a word to SQLite."""
    with path.open("r+b") as stream:
        stream.write(content)
        stream.truncate(len(content))


def replace(store, other):
    other.replace(store.path)


def move(store, _other):
    store.path.rename(store.path.with_name("moved.maturity"))


def delete(store, _other):
    store.path.unlink()


@pytest.mark.skipif(os.name == "nt", reason="an open file stays where it is there")
@pytest.mark.parametrize(
    ("happens", "code"), [(replace, "file.replaced"), (move, "file.moved"), (delete, "file.moved")]
)
def test_a_file_that_is_elsewhere_is_not_written_to(store, other, happens, code):
    happens(store, other)
    before = {path.name: path.read_bytes() for path in store.path.parent.iterdir()}
    refusal = refused(add, store, "m9", "What I typed")
    assert (refusal.code, refusal.typed) == (code, "What I typed")
    for action in (store.undo, store.catch_up, lambda: store.add_pack("x", b"")):
        assert refused(action).code == code
    assert names(store) == ["Ada", "Bea"]
    assert {path.name: path.read_bytes() for path in store.path.parent.iterdir()} == before


@pytest.mark.skipif(os.name == "nt", reason="an open file stays where it is there")
def test_a_file_that_comes_back_is_written_to_again(store):
    add(store, "m1", "Ada")
    away = store.path.with_name("away")
    store.path.rename(away)
    assert refused(add, store, "m2", "Bea").code == "file.moved"
    away.rename(store.path)
    add(store, "m2", "Bea")
    assert names(store) == ["Ada", "Bea"]


def test_a_file_written_into_is_read_anew_before_anything_is_written(store, other):
    write_into(store.path, other.read_bytes())
    before, heard = store.path.read_bytes(), []
    store.on_renewed = lambda: heard.append(names(store))
    refusal = refused(add, store, "m9", "What I typed")
    assert (refusal.code, refusal.typed) == ("file.changed", "What I typed")
    assert heard == [["Ada", "Bea", "Cy"]]
    assert store.path.read_bytes() == before
    add(store, "m9", "What I typed")
    store.undo()
    store.undo()
    assert names(store) == ["Ada", "Bea"]
    assert store.check() == ()


def test_versions_that_sqlite_cannot_tell_apart_are_told_apart(store, other):
    """Both have been written to equally often since they parted, so SQLite takes the pages it holds for current."""
    add(store, "m3", "Di")
    mark = slice(24, 40)
    assert store.path.read_bytes()[mark] == other.read_bytes()[mark]
    names(store)
    write_into(store.path, other.read_bytes())
    assert refused(add, store, "m4", "Eve").code == "file.changed"
    assert names(store) == ["Ada", "Bea", "Cy"]
    add(store, "m4", "Eve")
    assert store.check() == ()


@pytest.mark.parametrize("walk", ["undo", "redo"])
def test_undo_never_goes_over_steps_that_are_no_longer_there(store, tmp_path, walk):
    add(store, "m1", "Ada")
    add(store, "m2", "Bea")
    undone = worked_on(store, tmp_path, Store.undo)
    if walk == "redo":
        store.undo()
    write_into(store.path, undone.read_bytes())
    assert refused(getattr(store, walk)).code == "file.changed"
    assert names(store) == ["Ada"]
    store.undo()
    assert names(store) == []
    assert store.check() == ()
    store.close()
    with closing(Store.open(store.path, "Ada")) as again:
        assert not again.readonly
        assert again.check() == ()


def test_an_older_version_put_back_is_noticed(store, tmp_path):
    add(store, "m1", "Ada")
    shutil.copyfile(store.path, tmp_path / "backup")
    add(store, "m2", "Bea")
    write_into(store.path, (tmp_path / "backup").read_bytes())
    assert refused(add, store, "m3", "Cy").code == "file.changed"
    assert names(store) == ["Ada"]
    add(store, "m3", "Cy")
    assert [step.number for step in store.steps()] == [2, 1]


def test_another_assessment_written_into_the_file_is_no_change_of_this_one(store, tmp_path):
    add(store, "m1", "Ada")
    Store.create(tmp_path / "other.maturity", "Bea", {"id": "a2"}).close()
    content = (tmp_path / "other.maturity").read_bytes()
    write_into(store.path, content)
    assert refused(add, store, "m2", "Bea").code == "file.replaced"
    assert refused(add, store, "m2", "Bea").code == "file.replaced"
    assert store.path.read_bytes() == content


@pytest.mark.parametrize("content", [b"rubbish" * 2000, b"", b"SQLite format 3\0"])
def test_rubbish_written_into_the_file_is_told(store, content):
    add(store, "m1", "Ada")
    write_into(store.path, content)
    for attempt in (lambda: add(store, "m2", "Bea"), store.undo, store.catch_up, store.steps):
        assert refused(attempt).code == "file.overwritten"
    assert store.path.read_bytes() == content


def test_what_was_typed_can_be_had_when_the_file_was_emptied(store):
    add(store, "m1", "Ada")
    write_into(store.path, b"")
    assert refused(add, store, "m2", "What I typed").typed == "What I typed"


def test_another_database_written_into_the_file_is_told(store, tmp_path):
    with closing(sqlite3.connect(tmp_path / "other")) as connection:
        connection.execute("CREATE TABLE place (url TEXT)")
        connection.commit()
    write_into(store.path, (tmp_path / "other").read_bytes())
    assert refused(add, store, "m2", "Bea").code == "file.overwritten"


def test_a_fault_of_the_program_is_not_laid_to_the_file(store):
    with pytest.raises(StoreFaultError), store.step("member.add", name="x") as step:
        step.draft._connection.exec_driver_sql("SELECT 1 FROM nowhere")


def test_a_reader_follows_what_the_writer_does(store):
    add(store, "m1", "Ada")
    with closing(Store.open(store.path, "Bea")) as reader:
        assert reader.readonly
        assert not reader.catch_up()
        add(store, "m2", "Bea")
        assert reader.catch_up()
        assert not reader.catch_up()
        assert [step.number for step in reader.steps()] == [2, 1]


def test_ones_own_edits_are_no_surprise(store):
    add(store, "m1", "Ada")
    store.undo()
    store.redo()
    store.add_pack("x", b"")
    assert not store.catch_up()
    with pytest.raises(RuntimeError):
        fail(store)
    assert not store.catch_up()
    add(store, "m2", "Bea")


def fail(store):
    with store.step("member.add", name="x") as step:
        step.draft.put(Member, "m7", name="x")
        raise RuntimeError


def test_what_a_block_does_with_a_changed_file_stays_without_effect(store, other):
    write_into(store.path, other.read_bytes())
    with pytest.raises(RefusalError) as refusal:
        fail(store)
    assert (refusal.value.code, refusal.value.typed) == ("file.changed", "")
