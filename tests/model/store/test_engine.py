import os
import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from desktop.model.errors import RefusalError
from desktop.model.records import FORMAT, Member
from desktop.model.store.blame import blaming_the_environment
from desktop.model.store.engine import MemoryConnection, address, connected, open_engine, reading, writing
from desktop.model.store.making import make
from desktop.model.store.store import Store
from tests.encrypted import key as encrypted_key


def test_nothing_is_sorted_in_files(tmp_path):
    path = tmp_path / "a.maturity"
    path.touch()
    for key in (None, encrypted_key()):
        with closing(connected(path, key=key)) as connection:
            assert connection.execute("PRAGMA temp_store").fetchone() == (2,)
    with closing(MemoryConnection()) as memory:
        assert memory.driver.execute("PRAGMA temp_store").fetchone() == (2,)


def add(store, member="m1", name="Ada"):
    with store.step("member.add", name=name) as step:
        step.draft.put(Member, member, name=name)


def refused(store, **cells):
    with pytest.raises(RefusalError) as caught:
        add(store, **cells)
    return caught.value.code


@contextmanager
def weak_user():
    """Whom permissions hold back: the tests may run as root, whom they do not."""
    if sys.platform == "win32":
        pytest.skip("folders have no read-only mark here")
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def public():
    """A folder that every user reaches."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    folder.chmod(0o777)
    shutil.rmtree(folder)


def shared(folder, *, file=0o666):
    path = folder / "site.maturity"
    make(path, {"id": "a1"})
    path.chmod(file)
    return path


def test_settings_that_keep_the_file_safe(path):
    make(path, {})
    engine = open_engine(path)
    with reading(engine) as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    engine.dispose()
    assert settings == {"journal_mode": "delete", "synchronous": 3, "foreign_keys": 1}


def test_a_failed_block_is_rolled_back_whole_even_what_changes_the_schema(path):
    make(path, {})
    engine = open_engine(path)

    def fail():
        with writing(engine) as connection:
            connection.exec_driver_sql("CREATE TABLE extra (x)")
            connection.exec_driver_sql("PRAGMA user_version = 9")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with reading(engine) as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == FORMAT
        assert connection.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE name = 'extra'").scalar() == 0
    engine.dispose()


def test_a_reader_cannot_write(path):
    make(path, {})
    engine = open_engine(path, readonly=True)

    def write():
        with blaming_the_environment(path), writing(engine) as connection:
            connection.exec_driver_sql("CREATE TABLE extra (x)")

    with pytest.raises(RefusalError) as refusal:
        write()
    assert refusal.value.code == "file.readonly"
    engine.dispose()


def test_a_full_disk_is_told_and_the_store_goes_on(store):
    add(store)
    raw = store._file.driver
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count = {pages}")
    assert refused(store, name="long " * 20_000) == "file.full"
    assert [member.name for member in store.all(Member)] == ["Ada"]
    assert len(store.steps()) == 1
    raw.execute("PRAGMA max_page_count = 100000")
    add(store, "m2", "Bea")
    assert store.check() == ()


@pytest.mark.skipif(sys.platform == "win32", reason="the limit on a file's size is a POSIX one")
def test_a_disk_that_refuses_to_write_is_told_and_the_store_goes_on(store):
    import resource

    add(store)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (store.path.stat().st_size, hard))
    try:
        code = refused(store, name="long " * 20_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert code in {"file.io", "file.full"}
    assert [member.name for member in store.all(Member)] == ["Ada"]
    add(store, "m2", "Bea")
    assert store.check() == ()


def test_a_file_another_program_writes_to_is_told(store):
    add(store)
    raw = store._file.driver
    raw.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert refused(store, member="m2") == "file.locked"
    add(store, "m2", "Bea")
    assert len(store.steps()) == 2


def test_a_read_only_file_opens_for_reading(public):
    path = shared(public, file=0o444)
    with weak_user(), closing(Store.open(path, "Ada")) as store:
        assert store.readonly
        assert refused(store) == "file.opened_readonly"


def test_a_file_in_a_read_only_folder_opens_for_reading(public):
    path = shared(public)
    public.chmod(0o555)
    with weak_user(), closing(Store.open(path, "Ada")) as store:
        assert store.readonly
        assert store.check() == ()


def test_a_folder_that_becomes_read_only_is_told_and_nothing_is_half_written(public):
    path = shared(public)
    with weak_user():
        store = Store.open(path, "Ada")
        add(store)
    public.chmod(0o555)
    with weak_user():
        assert refused(store, member="m2") == "file.readonly"
    public.chmod(0o777)
    with weak_user():
        add(store, "m2", "Bea")
        assert store.check() == ()
        store.close()


def test_a_file_nobody_may_read_is_told(public):
    path = shared(public, file=0o000)
    with weak_user(), pytest.raises(RefusalError) as refusal:
        Store.open(path, "Ada")
    assert refusal.value.code == "file.unreadable"


def test_a_new_file_in_a_read_only_folder_is_refused(public):
    public.chmod(0o555)
    with weak_user(), pytest.raises(RefusalError) as refusal:
        make(public / "new.maturity", {})
    assert refusal.value.code == "file.unwritable"
    assert list(public.iterdir()) == []


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (PurePosixPath("/data/ada/a b#c?.maturity"), "file:///data/ada/a%20b%23c%3F.maturity?mode=rw"),
        (PurePosixPath("//server/share/bank.maturity"), "file:////server/share/bank.maturity?mode=rw"),
        (PureWindowsPath(r"\\server\share\bank.maturity"), "file:////server/share/bank.maturity?mode=rw"),
        (PureWindowsPath(r"C:\Work\Ada\bank.maturity"), "file:///C:/Work/Ada/bank.maturity?mode=rw"),
    ],
)
def test_every_form_of_path_has_its_address(path, expected, monkeypatch):
    monkeypatch.setattr(type(path), "absolute", lambda self: self, raising=False)
    assert address(path) == expected


@pytest.mark.skipif(sys.platform == "win32", reason="two slashes are a server's name there")
def test_a_path_with_two_slashes_opens(store):
    add(store)
    store.close()
    with closing(Store.open(Path(f"/{store.path}"), "Ada")) as opened:
        add(opened, "m2")
        assert opened.check() == ()
