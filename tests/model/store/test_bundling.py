from contextlib import closing

import pytest

from desktop.model.journal import StepId
from desktop.model.merging.reach import Reach
from desktop.model.records import Evidence, Member, Model
from desktop.model.store import bundling
from desktop.model.store.bundling import bundle_of
from desktop.model.store.cells import is_frozen
from desktop.model.store.engine import connected

PACK = b"pack"


@pytest.fixture
def connection(store, again):
    """Three steps by two openings: a model in use, a piece of evidence with a file, a member."""
    import hashlib

    digest = hashlib.sha256(PACK).hexdigest()
    store.add_pack(digest, PACK)
    with store.step("model.add") as step:
        step.draft.put(Model, "tiny", digest=digest)
    content = hashlib.sha256(b"file").hexdigest()
    store.content.put(content, 0, b"file")
    with store.step("evidence.add") as step:
        step.draft.put(Evidence, "e1", content=content)
        store.content.seal(content, 4)
    with again().step("member.add") as step:
        step.draft.put(Member, "m1", name="Ada")
    with closing(connected(store.path)) as found:
        yield found


def writers(connection):
    return [writer for (writer,) in connection.execute("SELECT writer FROM step ORDER BY clock")]


@pytest.mark.parametrize("few", [2_000, 0])
def test_steps_come_with_all_they_need(connection, monkeypatch, few):
    monkeypatch.setattr(bundling, "_FEW", few)
    one, _same, two = writers(connection)
    whole = bundle_of(connection, Reach())
    assert [(step.clock, step.writer) for step in whole.steps] == [(1, one), (2, one), (3, two)]
    assert {row[3] for row in whole.changes} == {"tiny", "e1", "m1"}
    assert [row.id for row in whole.writers] == sorted({one, two})
    assert ([is_frozen(json, digest) for digest, json in whole.packs.items()], [*whole.contents.values()]) == (
        [True],
        [4],
    )
    assert (whole.ground, whole.reach) == ([], {one: 2, two: 3})


def test_what_the_other_has_stays_here(connection):
    one, _same, two = writers(connection)
    found = bundle_of(connection, Reach({one: 1, "elsewhere": 99}))
    assert [(step.clock, step.writer) for step in found.steps] == [(2, one), (3, two)]
    assert [StepId(each.clock, each.writer) for each in found.ground] == [StepId(1, one)]
    assert (found.packs, len(found.contents)) == ({}, 1)
    last = bundle_of(connection, Reach({one: 2}))
    assert ([step.clock for step in last.steps], last.contents, [row.id for row in last.writers]) == ([3], {}, [two])
    nothing = bundle_of(connection, Reach({one: 2, two: 3}))
    assert (nothing.steps, nothing.changes, nothing.writers) == ([], [], [])
