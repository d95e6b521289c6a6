import hashlib
import sqlite3
from contextlib import closing

import pytest

from desktop.model.bounds import ATTACHED_SLICE
from desktop.model.errors import RefusalError
from desktop.model.records import Evidence
from desktop.model.store.attached_content import read_content
from desktop.model.store.store import Store

CONTENT = bytes(range(256)) * (ATTACHED_SLICE // 256) + b"and some more " * 40000
DIGEST = hashlib.sha256(CONTENT).hexdigest()


def put(store, content=CONTENT, upto=None):
    digest = hashlib.sha256(content).hexdigest()
    cut = [content[start : start + ATTACHED_SLICE] for start in range(0, len(content), ATTACHED_SLICE)]
    for number, each in enumerate(cut[:upto]):
        store.content.put(digest, number, each)
    return digest


def attach(store, content=CONTENT):
    digest = put(store, content)
    with store.step("evidence.attach", session="Plan", file="plan.bin") as step:
        step.draft.put(Evidence, "e1", session="Plan", content=digest, file_name="plan.bin", file_size=len(content))
        store.content.seal(digest, len(content))
    return digest


def _seal(store):
    with store.step("evidence.attach", session="Plan") as step:
        step.draft.put(Evidence, "e1", session="Plan", content=DIGEST)
        store.content.seal(DIGEST, len(CONTENT))


def change(store, *statements):
    store.close()
    with closing(sqlite3.connect(store.path)) as connection:
        for statement in statements:
            connection.execute(*statement)
        connection.commit()
    return Store.open(store.path, "Bea")


def slices(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT count(*) FROM attachment_slice").fetchone()[0]


def test_content_comes_out_as_it_went_in(store):
    assert attach(store) == DIGEST
    assert store.content.sizes() == {DIGEST: len(CONTENT)}
    found = list(read_content(store.path, DIGEST))
    assert max(map(len, found)) == ATTACHED_SLICE
    assert b"".join(found) == CONTENT
    assert store.check() == ()


def test_the_same_content_is_kept_once(store):
    attach(store)
    before = slices(store.path)
    attach(store)
    assert slices(store.path) == before


def test_content_of_which_something_is_missing_is_not_sealed(store):
    put(store, upto=1)
    with pytest.raises(ValueError, match=DIGEST):
        _seal(store)
    assert store.content.sizes() == {}
    assert store.all(Evidence) == []


def test_what_was_left_goes_with_the_next_opening_that_writes(store):
    kept = attach(store, b"kept")
    put(store, upto=1)
    store.close()
    Store.open(store.path, "Bea", readonly=True).close()
    assert slices(store.path) == 2
    with closing(Store.open(store.path, "Bea")) as again:
        assert again.content.sizes() == {kept: 4}
        assert again.check() == ()
    assert slices(store.path) == 1


def test_what_was_left_can_go_slice_by_slice(store):
    put(store)
    for left in (2, 1, 0):
        assert store.content.forget_unsealed(1)
        assert slices(store.path) == left
    assert not store.content.forget_unsealed(1)


def test_undo_leaves_the_content(store):
    attach(store)
    store.undo()
    assert store.content.sizes() == {DIGEST: len(CONTENT)}
    store.redo()
    assert b"".join(read_content(store.path, DIGEST)) == CONTENT


@pytest.mark.parametrize(
    "lie",
    [
        "UPDATE attachment_slice SET bytes = x'00' WHERE number = 1",
        "DELETE FROM attachment_slice WHERE number = 0",
        "DELETE FROM attachment_slice",
        "UPDATE attachment_slice SET number = 9 WHERE number = 1",
        "UPDATE attachment SET size = 5",
    ],
)
def test_content_that_is_not_what_it_was_is_found_and_not_given(store, lie):
    attach(store)
    with closing(change(store, (lie,))) as altered:
        assert altered.check() == (f"attachment: {DIGEST}",)
        with pytest.raises(RefusalError) as caught:
            list(read_content(altered.path, DIGEST))
        assert caught.value.code == "file.damaged"


def test_content_that_is_not_there_is_told(store):
    with pytest.raises(RefusalError) as caught:
        list(read_content(store.path, DIGEST))
    assert caught.value.code == "content.missing"


def test_another_file_takes_over_what_is_sound(store, tmp_path):
    attach(store)
    other = attach(store, b"another")
    lie = ("UPDATE attachment_slice SET bytes = x'00' WHERE digest = ?", (other,))
    change(store, lie).close()
    with closing(Store.create(tmp_path / "copy.maturity", "Cy", {"id": "a1"})) as copy:
        assert copy.content.take_over(store.path) == [other]
        assert copy.content.sizes() == {DIGEST: len(CONTENT)}
        assert b"".join(read_content(copy.path, DIGEST)) == CONTENT
        assert copy.check() == ()
