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
    first, second = WriterLock(path), WriterLock(path)
    assert first.take()
    assert not second.take()
    second.release()
    assert not WriterLock(path).take()
    first.release()
    assert second.take()
    second.release()
    assert list(path.parent.iterdir()) == []


def test_a_lock_file_that_nobody_holds_is_no_lock(path):
    path.with_name(f".{path.name}.lock").write_text("left by a crash", encoding="utf-8")
    lock = WriterLock(path)
    assert lock.take()
    lock.release()


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
