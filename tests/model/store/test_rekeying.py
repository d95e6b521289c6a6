"""A file gets a passphrase, another one, or none."""

import os
from collections.abc import Callable
from contextlib import closing

import pytest
from sqlcipher3 import dbapi2

from desktop.model.errors import RefusalError
from desktop.model.files.file_key import FileKey
from desktop.model.files.half_typed import HalfTyped
from desktop.model.files.syncing import take_place
from desktop.model.records import Member
from desktop.model.store import rekeying
from desktop.model.store.migrations import backup
from desktop.model.store.rekeying import half_typed_of, rekey
from desktop.model.store.store import Store
from tests.encrypted import MARKER, PASSPHRASE, key, other_key


def fill(store):
    with store.step("member.add", name=MARKER) as step:
        step.draft.put(Member, "m1", name=MARKER)
    with store.step("member.add", name="Bea") as step:
        step.draft.put(Member, "m2", name="Bea")
    store.undo()


def made(path, with_key=None):
    with closing(Store.create(path, "Ada", {"id": "a1"}, key=with_key)) as store:
        fill(store)
        return store.whole()


def whole(path, with_key=None):
    with closing(Store.open(path, "Bea", key=with_key)) as store:
        assert store.check() == ()
        assert not store.readonly
        return store.whole()


def shows(folder, marker=MARKER):
    """The files in a folder in which a marker can be read, in whatever way texts are written."""
    spellings = [marker.encode(coding) for coding in ("utf-8", "utf-16-le", "utf-16-be")]
    return sorted(
        found.name
        for found in folder.rglob("*")
        if found.is_file() and any(each in found.read_bytes() for each in spellings)
    )


def refused(action, *arguments, **more):
    with pytest.raises(RefusalError) as caught:
        action(*arguments, **more)
    return caught.value.code


def watched(monkeypatch):
    """The files that are replaced, in this order."""
    order = []

    def take(draft, place):
        order.append(place)
        take_place(draft, place)

    monkeypatch.setattr(rekeying, "take_place", take)
    return order


def none():
    """Where no passphrase is."""


WAYS: dict[str, tuple[Callable[[], FileKey | None], Callable[[], FileKey | None]]] = {
    "set": (none, key),
    "change": (key, other_key),
    "remove": (key, none),
}


@pytest.mark.parametrize("way", WAYS)
def test_everything_is_there_as_it_was(path, way):
    before, after = (each() for each in WAYS[way])
    content = made(path, before)
    rekey(path, before, after)
    assert whole(path, after) == content
    assert [found.name for found in path.parent.iterdir()] == [path.name]
    assert bool(shows(path.parent)) is (after is None)
    if after is not None:
        assert refused(Store.open, path, "Bea") == "file.encrypted"
        assert refused(Store.open, path, "Bea", key=before or other_key()) == "file.wrong_passphrase"


def test_what_lies_beside_it_is_encrypted_before_it_is(path, monkeypatch):
    made(path)
    kept = backup(path, "before-format-2")
    further = path.parent / "points" / "2026-01-01.maturity"
    further.parent.mkdir()
    backup(path, "x").rename(further)
    HalfTyped(path).keep(MARKER.encode())
    (path.parent / f".{path.name}.typing~").write_bytes(MARKER.encode())
    order = watched(monkeypatch)
    found = rekey(path, None, key(), [further])
    assert found.copies in ((further, kept), (kept, further))
    assert found.left == ()
    assert order[-1] == path
    assert shows(path.parent) == []
    assert whole(kept, key()) == whole(further, key()) == whole(path, key())
    assert half_typed_of(path, key()).read() == MARKER.encode()


def test_what_lies_beside_it_can_be_read_again_after_it_can(path, monkeypatch):
    made(path, key())
    kept = backup(path, "before-format-2", key())
    half_typed_of(path, key()).keep(MARKER.encode())
    order = watched(monkeypatch)
    rekey(path, key(), None)
    assert order == [path, kept]
    assert HalfTyped(path).read() == MARKER.encode()
    assert whole(kept) == whole(path)


def test_a_copy_with_another_passphrase_stays_as_it_is_and_is_told(path):
    made(path, key())
    foreign = path.with_name("site.before-format-2.maturity")
    made(foreign, other_key())
    before = foreign.read_bytes()
    assert rekey(path, key(), None).left == (foreign,)
    assert foreign.read_bytes() == before


def test_who_has_it_open_is_not_disturbed(path):
    made(path)
    with closing(Store.open(path, "Ada")) as store:
        assert refused(rekey, path, None, key()) == "file.opened_readonly"
        fill_again = store.get(Member, "m1")
        assert fill_again is not None
    rekey(path, None, key())


def test_who_only_reads_it_is_told_that_another_took_its_place(path):
    made(path)
    with closing(Store.open(path, "Bea", readonly=True)) as reader:
        rekey(path, None, key())
        assert refused(reader.catch_up) == "file.replaced"


def test_with_a_wrong_passphrase_nothing_happens(path):
    made(path, key())
    before = path.read_bytes()
    assert refused(rekey, path, other_key(), None) == "file.wrong_passphrase"
    assert path.read_bytes() == before


@pytest.mark.skipif(os.name != "posix", reason="how other systems name a file twice is another matter")
def test_a_second_name_would_keep_it_readable(path):
    made(path)
    second = path.with_name("second.maturity")
    second.hardlink_to(path)
    assert refused(rekey, path, None, key()) == "file.second_name"
    assert shows(path.parent) == ["second.maturity", "site.maturity"]


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_a_link_to_it_stays_a_link(path):
    made(path)
    link = path.with_name("link.maturity")
    link.symlink_to(path)
    rekey(link, None, key())
    assert link.is_symlink()
    assert shows(path.parent) == []


def test_what_is_not_what_it_was_never_takes_its_place(path, monkeypatch):
    made(path)
    before = path.read_bytes()
    glances = iter((1, 2))
    monkeypatch.setattr(rekeying, "_glance", lambda _connection: next(glances))
    assert refused(rekey, path, None, key()) == "file.damaged"
    assert path.read_bytes() == before


def test_what_another_program_writes_meanwhile_is_not_lost(path, monkeypatch):
    made(path)
    glance = rekeying._glance

    def meanwhile(connection):
        os.utime(path, ns=(1, 1))
        return glance(connection)

    monkeypatch.setattr(rekeying, "_glance", meanwhile)
    assert refused(rekey, path, None, key()) == "file.locked"
    assert shows(path.parent) == [path.name]


def test_the_half_typed_line_of_a_plain_file_is_hidden_at_the_next_opening(path):
    made(path, key())
    HalfTyped(path).keep(MARKER.encode())
    assert half_typed_of(path, key()).read() == MARKER.encode()
    assert shows(path.parent) == []


def test_any_program_that_knows_sqlcipher_opens_it_with_the_passphrase(path, slow_keys):
    made(path)
    rekey(path, None, FileKey(PASSPHRASE))
    with closing(dbapi2.connect(path)) as connection:
        connection.execute(f"PRAGMA key = '{PASSPHRASE}'")
        assert connection.execute("SELECT name FROM member WHERE id = 'm1'").fetchone() == (MARKER,)


def test_the_order_of_changes_stays(path):
    made(path)
    with closing(Store.open(path, "Ada")) as store:
        for number in range(30):
            with store.step("member.add", name="x") as step:
                step.draft.put(Member, f"n{29 - number:02}", name=str(number), independence="far")
        told = [store.changes(step.id) for step in store.steps()]
    rekey(path, None, key())
    with closing(Store.open(path, "Ada", key=key())) as store:
        assert [store.changes(step.id) for step in store.steps()] == told
