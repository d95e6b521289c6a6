"""Compacting takes what no step ever named, and nothing else."""

from __future__ import annotations

import shutil
from contextlib import closing
from hashlib import sha256

import pytest

from desktop.model.errors import RefusalError
from desktop.model.records import Details, Evidence, Model
from desktop.model.store.compacting import compact
from desktop.model.store.engine import connected
from desktop.model.store.store import Store
from tests.encrypted import MARKER, key


def _digest(content):
    return sha256(content).hexdigest()


@pytest.mark.parametrize("encrypted", [False, True])
def test_what_was_ever_named_stays(path, encrypted):
    opens = key() if encrypted else None
    with closing(Store.create(path, "Ada", {"id": "a1"}, key=opens)) as store:
        for json in (b'{"a": 1}', b'{"b": 2}', b'{"c": 3}'):
            store.add_pack(_digest(json), json)
        for digest in (_digest(b'{"a": 1}'), _digest(b'{"b": 2}')):
            with store.step("model.set") as step:
                step.draft.put(Model, "m", digest=digest)
        for content in (b"minutes", b"never"):
            store.content.put_whole(_digest(content), len(content), [content])
        store.content.put(_digest(b"half"), 0, b"ha")
        with store.step("evidence.add") as step:
            step.draft.put(Evidence, "e", content=_digest(b"minutes"))
        with store.step("details.set") as step:
            step.draft.put(Details, "assessment", organisation=MARKER)
        store.undo()
        store.undo()
        before = store.whole()
    found = compact(path, opens)
    assert (found.packs, found.attachments, found.slices) == (1, 1, 1)
    with closing(Store.open(path, "Eve", key=opens)) as store:
        after = store.whole()
        assert (after.journal, after.records, after.about) == (before.journal, before.records, before.about)
        assert sorted(after.packs) == sorted(map(_digest, (b'{"a": 1}', b'{"b": 2}')))
        assert store.content.whole(_digest(b"minutes"), 100) == b"minutes"
        assert store.check() == ()
        store.redo()
    assert (MARKER.encode() in path.read_bytes()) is not encrypted
    assert compact(path, opens).packs == 0


def test_what_steps_name_that_were_put_aside_or_wait_stays(store, path, tmp_path):
    with store.step("details.set") as step:
        step.draft.put(Details, "assessment", organisation="A")
    store.close()
    other = shutil.copyfile(path, tmp_path / "other.maturity")
    named, waits, pack = b"minutes", b"waits", b'{"a": 1}'
    with closing(Store.open(other, "Bea")) as there, closing(Store.open(path, "Ada")) as here:
        for each in (there, here):
            each.content.put_whole(_digest(named), len(named), [named])
        there.add_pack(_digest(pack), pack)
        with there.step("evidence.add") as step:
            step.draft.put(Evidence, "e", content=_digest(named))
            step.draft.put(Model, "m", digest=_digest(pack))
        here.copies.take_in(there.copies.bundle(here.copies.reach()), "Bea")
        here.undo()
        here.content.put_whole(_digest(waits), len(waits), [waits])
        here.copy_notes.keep_waiting("d" * 64, "Cem", b"steps that name it")
    assert compact(path).attachments == 0
    with closing(Store.open(path, "Ada")) as here:
        here.copy_notes.drop_waiting("d" * 64)
    found = compact(path)
    assert (found.packs, found.attachments) == (0, 1)
    with closing(Store.open(path, "Ada")) as here:
        here.redo()
        assert here.content.whole(_digest(named), 100) == named
    with closing(connected(path)) as connection:
        connection.execute("UPDATE arrival SET aside = x'00'")
    with closing(Store.open(path, "Ada")) as here:
        here.content.put_whole(_digest(waits), len(waits), [waits])
    assert compact(path).attachments == 0, "nobody can tell what it names"


def test_one_that_is_open_is_left_alone(store, path):
    before = path.read_bytes()
    with pytest.raises(RefusalError, match=r"file\.opened_readonly"):
        compact(path)
    assert path.read_bytes() == before
