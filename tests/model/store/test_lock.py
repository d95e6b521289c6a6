import errno
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from desktop.model.errors import RefusalError
from desktop.model.records import Member
from desktop.model.store.lock import WriterLock
from desktop.model.store.store import Store

HOLD = """
import sys
from pathlib import Path
from desktop.model.records import Member
from desktop.model.store.store import Store
store = Store.open(Path(sys.argv[1]), "Elsewhere")
with store.step("member.add", name="Cy") as step:
    step.draft.put(Member, "m2", name="Cy")
print(store.readonly, flush=True)
sys.stdin.read()
"""


def add(store, member, name):
    with store.step("member.add", name=name) as step:
        step.draft.put(Member, member, name=name)


def test_one_lock_at_a_time(path):
    path.touch()
    first, second = WriterLock(path), WriterLock(path)
    assert first.take()
    assert not second.take()
    second.release()
    assert not WriterLock(path).take()
    first.release()
    assert second.take()
    second.release()
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_is_not_there_has_no_lock(path):
    assert not WriterLock(path).take()
    assert list(path.parent.iterdir()) == []


@pytest.fixture(params=["on the file", "beside it"])
def kind_of_lock(request, monkeypatch):
    """The lock where the system knows it, and the one that takes its place elsewhere."""
    if request.param == "beside it":

        def unknown(_descriptor):
            raise OSError(errno.ENOSYS, "not here")

        monkeypatch.setattr("desktop.model.store.lock._claim", unknown)
    return request.param


def other_names(path):
    """Names that lead to a file, but for its own."""
    folder = path.parent / "elsewhere"
    folder.mkdir()
    (folder / "symbolic.maturity").symlink_to(path)
    (path.parent / "to_folder").symlink_to(path.parent)
    return [folder / "symbolic.maturity", path.parent / "to_folder" / path.name, folder / ".." / path.name]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_whoever_opens_second_by_whatever_name_reads_only(store, kind_of_lock):
    store.close()
    names = other_names(store.path)
    if kind_of_lock == "on the file":
        names.append(store.path.parent / "elsewhere" / "hard.maturity")
        names[-1].hardlink_to(store.path)
    for name in names:
        with closing(Store.open(store.path, "Ada")) as first, closing(Store.open(name, "Bea")) as second:
            assert (first.readonly, second.readonly) == (False, True)
        with closing(Store.open(name, "Bea")) as first, closing(Store.open(store.path, "Ada")) as second:
            assert (first.readonly, second.readonly) == (False, True)


def test_a_lock_beside_the_file_leaves_nothing(path, kind_of_lock):
    path.touch()
    (path.parent / f".{path.name}.lock").write_text("left by a crash", encoding="utf-8")
    lock = WriterLock(path)
    assert lock.take()
    assert not WriterLock(path).take()
    lock.release()
    assert path.parent / f".{path.name}.lock" not in path.parent.iterdir() or kind_of_lock == "on the file"


def test_the_lock_outlives_what_else_this_program_opens_and_closes(store):
    """A lock of POSIX would go with the first descriptor of the file that is closed."""
    add(store, "m1", "Ada")
    store.path.read_bytes()
    sqlite3.connect(store.path).close()
    code = "import sys;from pathlib import Path;from desktop.model.store.lock import WriterLock;"
    command = [sys.executable, "-c", f"{code}sys.exit(WriterLock(Path(sys.argv[1])).take())", str(store.path)]
    assert subprocess.run(command, check=False).returncode == 0


def test_the_lock_is_in_nobodys_way_within_sqlite(store):
    """SQLite's own locks and ours never meet, on one file and from two programs."""
    with sqlite3.connect(store.path, isolation_level=None, timeout=0) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("ROLLBACK")
    add(store, "m1", "Ada")


def test_a_second_opening_reads_only(store):
    add(store, "m1", "Ada")
    with closing(Store.open(store.path, "Bea")) as second:
        assert second.readonly
        assert [member.name for member in second.all(Member)] == ["Ada"]
        add(store, "m3", "Di")
        assert [member.name for member in second.all(Member)] == ["Ada", "Di"]
        for edit in (second.undo, second.redo, lambda: add(second, "m2", "Bea"), lambda: second.add_pack("x", b"")):
            with pytest.raises(RefusalError) as refusal:
                edit()
            assert refusal.value.code == "file.opened_readonly"
    assert not store.readonly
    add(store, "m4", "Eve")


def test_closing_a_reader_does_not_free_the_file(store):
    Store.open(store.path, "Bea").close()
    with closing(Store.open(store.path, "Cy")) as third:
        assert third.readonly


def test_who_only_wants_to_read_takes_no_lock(store):
    store.close()
    with closing(Store.open(store.path, "Bea", readonly=True)) as reader:
        assert reader.readonly
        with closing(Store.open(store.path, "Ada")) as writer:
            assert not writer.readonly


def test_a_refused_opening_gives_the_lock_back(path):
    path.write_bytes(b"not an assessment")
    with pytest.raises(RefusalError):
        Store.open(path, "Ada")
    lock = WriterLock(path)
    assert lock.take()
    lock.release()


def test_a_killed_program_frees_the_file(store):
    store.close()
    command = [sys.executable, "-c", HOLD, str(store.path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "False\n"
        with closing(Store.open(store.path, "Ada")) as reader:
            assert reader.readonly
            assert [member.name for member in reader.all(Member)] == ["Cy"]
        holder.kill()
        holder.wait()
    with closing(Store.open(store.path, "Ada")) as writer:
        assert not writer.readonly
        add(writer, "m1", "Ada")
        assert writer.check() == ()
    assert [path.name for path in store.path.parent.iterdir()] == [store.path.name]
