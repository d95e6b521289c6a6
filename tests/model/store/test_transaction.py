import pytest

from desktop.model.records import Member
from desktop.model.store.transaction import Transaction


def name(store, *said):
    for text in said:
        with store.step("member.set", name=text) as step:
            step.draft.put(Member, "m1", name=text)


def test_undo_to_a_step_that_failed_midway_undoes_nothing(store, monkeypatch):
    name(store, "one", "two", "three")
    before = store.steps()
    walk, written = Transaction.walk, []

    def fail_at_the_second(*arguments):
        written.append(1)
        if len(written) == 2:
            raise RuntimeError
        return walk(*arguments)

    monkeypatch.setattr(Transaction, "walk", fail_at_the_second)
    with pytest.raises(RuntimeError):
        store.undo(until=0)
    assert store.steps() == before
    assert [member.name for member in store.all(Member)] == ["three"]
    assert {edit.clock for edit in store.in_effect()} == {1, 2, 3}


def test_a_pack_is_frozen_once(store):
    with store.several() as transaction:
        for _time in range(2):
            transaction.keep_pack("digest", b"pack")
    assert [*store.whole().packs] == ["digest"]
