import pytest
from sqlalchemy.exc import DatabaseError

from desktop.model.errors import RefusalError
from desktop.model.journal import StepId, StepKind
from desktop.model.records import Member
from desktop.model.store.store import Store


def rename(store, name):
    with store.step("member.set", name=name) as step:
        step.draft.put(Member, "m1", name=name)
    return step.changed


def names(store):
    return [member.name for member in store.all(Member)]


def state(store):
    return names(store), store.steps(), store.writers(), store.in_effect(), store.next_undo(), store.next_redo()


def test_a_step_tells_all_about_itself(store):
    changed = rename(store, "Ada")
    (step,) = store.steps()
    assert changed.step == step
    assert (step.number, step.clock, step.kind, step.target) == (1, 1, StepKind.EDIT, None)
    assert (step.label, step.facts, step.author) == ("member.set", {"name": "Ada"}, "Ada")
    assert changed.kinds == {"member"}
    assert changed.rows == {("member", "m1")}


def test_reading_introduces_no_writer(store):
    store.all(Member)
    assert store.writers() == []


def test_clocks_rise_over_openings(store, again):
    for name in ("Ada", "Bea"):
        rename(store, name)
    later = again("Cy")
    rename(later, "Cy")
    later.undo()
    clocks = [step.clock for step in reversed(later.steps())]
    assert clocks == [1, 2, 3, 4]


def test_an_opening_tells_what_it_has_seen(store, again):
    rename(store, "Ada")
    rename(store, "Bea")
    second = again("Bea")
    rename(second, "Cy")
    third = again("Cy")
    rename(third, "Di")
    one, two, three = third.writers()
    assert (one.author, two.author, three.author) == ("Ada", "Bea", "Cy")
    assert one.seen == {}
    assert two.seen == {one.id: 2}
    assert three.seen == {two.id: 3}, "who knows the newest knows all that it knew"
    assert [each.after for each in (one, two, three)] == [None, StepId(2, one.id), StepId(3, two.id)]


def test_copies_have_seen_the_same_but_not_each_other(store, again, tmp_path):
    rename(store, "Ada")
    store.close()
    copy = tmp_path / "copy.maturity"
    copy.write_bytes(store.path.read_bytes())
    mine, theirs = Store.open(store.path, "Ada"), Store.open(copy, "Bea")
    rename(mine, "Mine")
    rename(theirs, "Theirs")
    (first, here), (_, there) = mine.writers(), theirs.writers()
    assert here.seen == there.seen == {first.id: 1}
    assert here.id != there.id
    mine.close()
    theirs.close()


def fail_after(store, *names):
    with store.several() as transaction:
        for name in names:
            with transaction.step("member.set", name=name) as step:
                step.draft.put(Member, "m1", name=name)
        raise RuntimeError


def fail_within(store, name):
    with store.step("member.set", name=name) as step:
        step.draft.put(Member, "m1", name=name)
        raise RuntimeError


def test_a_failed_step_leaves_no_trace(store):
    rename(store, "Ada")
    store.undo()
    before = state(store)
    with pytest.raises(RuntimeError):
        fail_within(store, "Bea")
    assert state(store) == before
    assert store.redo().step is not None


def test_a_failed_first_step_introduces_nobody(store):
    with pytest.raises(RuntimeError):
        fail_after(store, "Bea")
    assert store.writers() == []
    rename(store, "Ada")
    assert len(store.writers()) == 1
    assert store.steps()[0].clock == 1


def test_a_failure_takes_all_steps_of_its_transaction_along(store):
    rename(store, "Ada")
    before = state(store)
    with pytest.raises(RuntimeError):
        fail_after(store, "Bea", "Cy")
    assert state(store) == before
    store.undo()
    assert names(store) == []


def test_several_steps_are_undone_one_by_one(store):
    with store.several() as transaction:
        for name in ("Ada", "Bea"):
            with transaction.step("member.set", name=name) as step:
                step.draft.put(Member, "m1", name=name)
    assert len(store.steps()) == 2
    store.undo()
    assert names(store) == ["Ada"]


def test_a_commit_that_fails_leaves_no_trace(store):
    rename(store, "Ada")
    before = state(store)

    def refuse_commits(connection):
        connection.set_authorizer(lambda action, first, *_: 1 if (action, first) == (22, "COMMIT") else 0)

    raw = store._file.driver
    refuse_commits(raw)
    with pytest.raises((DatabaseError, RefusalError)):
        rename(store, "Bea")
    raw.set_authorizer(None)
    assert state(store) == before
    assert store.check() == ()
    rename(store, "Cy")
    assert names(store) == ["Cy"]


def test_an_empty_draft_leaves_no_trace(store):
    with store.step("member.set", name="nobody"):
        pass
    assert store.steps() == []
