from contextlib import closing

import pytest

from desktop.model.journal import StepId, StepKind
from desktop.model.merging.bundle import Bundle, StepRow
from desktop.model.merging.reach import Reach
from desktop.model.records import Answer, Member
from desktop.model.store.arrivals import arrivals_in, note_arrival
from desktop.model.store.engine import connected
from desktop.model.store.salvage import salvage
from desktop.model.store.store import Store
from desktop.model.store.uniting import United
from tests.model.store.test_copies import choice, even, over, pair, put, sorts, state

__all__ = ["pair"]

STEP = StepRow(1, "a", "edit", None, None, "x", "{}", "Ada", "")


def test_what_is_noted_is_told(store):
    put(store, Member, "m1", name="Ada")
    reach = store.copies.reach()
    store.close()
    with closing(connected(store.path)) as connection:
        united = United(Reach({"a": 1}), reach, Bundle(2, "a1", steps=[STEP, STEP]), frozenset())
        first = note_arrival(connection, "bea.maturity", "Ada", united, StepId(1, "a"), undoable=True)
        second = note_arrival(connection, "a stick", "Bea", united, None, undoable=False)
        assert (first.number, second.number, first.source, second.author) == (1, 2, "bea.maturity", "Bea")
        assert (first.after, first.steps, first.tip, second.tip) == (reach, 2, StepId(1, "a"), None)
        assert arrivals_in(connection) == [first, second]
        assert (first.as_step.label, first.as_step.facts) == ("merge.arrive", {"source": "bea.maturity", "count": 2})


@pytest.fixture
def arrived(pair):
    """What Bea did came to Ada, who had done something else; one answer is a conflict."""
    here, there = pair
    put(here, Answer, "tiny", "p1", "Q1", choice="never")
    put(there, Answer, "tiny", "p1", "Q1", choice="half")
    put(there, Member, "m2", name="Bea")
    before = state(here)
    over(there, here, "bea.maturity")
    return here, there, before


def test_undo_takes_a_merge_back_whole_and_redo_brings_it_without_the_other_file(arrived):
    here, _there, before = arrived
    after = state(here)
    assert (here.next_undo().label, here.next_undo().facts["source"]) == ("merge.arrive", "bea.maturity")
    writers = here.writers()
    changed = here.undo()
    assert len(here.writers()) == len(writers) - 1
    assert (changed.step.kind, changed.kinds) == (StepKind.UNDO, {"answer", "member"})
    assert (state(here), here.check(), here.copies.arrivals()[0].is_aside) == (before, (), True)
    assert (here.next_redo().label, here.next_undo().author) == ("merge.arrive", "Ada")
    here.redo()
    assert (state(here), here.check(), here.copies.arrivals()[0].is_aside) == (after, (), False)
    here.undo()
    here.undo()
    assert choice(here) == "often"
    here.redo()
    here.redo()
    assert (state(here)[1], here.check()) == (after[1], ())


def test_ones_own_steps_since_are_undone_first_and_go_with_it(arrived):
    here, there, before = arrived
    put(here, Member, "m3", name="Cy")
    assert here.next_undo().label == "x.set"
    here.undo()
    assert here.next_undo().label == "merge.arrive"
    here.undo()
    assert state(here) == before
    put(here, Member, "m4", name="Di")
    assert here.next_redo() is None
    even(here, there)
    assert sorts(here) == [("answer", "choice", "differ")]


def test_merging_again_brings_it_back(arrived):
    here, there, _before = arrived
    after = state(here)
    put(here, Member, "m3", name="Cy")
    here.undo()
    here.undo()
    over(there, here)
    assert len(here.steps()) == len(there.steps()) + 1, "what nobody has of what was put aside stays there"
    even(here, there)
    assert state(here) == after
    assert [each.is_aside for each in here.copies.arrivals()] == [True, False]
    assert here.next_redo() is None


def test_ones_own_step_comes_back_from_a_colleague_with_its_undo(arrived):
    here, there, before = arrived
    put(here, Member, "m3", name="Cy")
    put(here, Member, "m4", name="Di")
    over(here, there)
    put(here, Member, "m5", name="Eve")
    for _step in range(3):
        here.undo()
    assert here.undo().step.label == "merge.arrive"
    assert state(here) == before
    assert ("member", "m5") in over(there, here).incoming.changed.rows
    assert here.copies.arrivals()[-1].after == here.copies.reach(), "what follows by rule is asked of all of it"
    assert [each.name for each in here.all(Member)] == ["Ada", "Bea"]
    even(here, there)
    here.undo()
    assert (state(here), here.check()) == (before, ())


def test_redo_brings_what_was_taken_back_last_though_it_had_been_taken_back_before(arrived):
    here, there, _before = arrived
    after = state(here)
    here.undo()
    put(there, Member, "m2", role="lead")
    over(there, here, "once more")
    more = state(here)
    here.undo()
    assert here.next_redo().facts["source"] == "once more"
    here.redo()
    assert state(here) == more != after
    assert here.next_redo() is None
    here.undo()
    assert here.next_redo().facts["source"] == "once more"


def test_what_was_shown_outside_since_is_not_taken_back(arrived):
    here, there, _before = arrived
    with here.step("x.shown", kind=StepKind.NOTE) as step:
        step.draft.put(Member, "m1", role="lead")
    assert here.next_undo().label == "x.set"
    here.undo()
    assert choice(here) in ("never", "half")
    even(here, there)


def test_what_was_shown_outside_before_or_by_a_colleague_forbids_nothing(pair):
    here, there = pair
    for store, role in ((here, "lead"), (there, "member")):
        with store.step("x.shown", kind=StepKind.NOTE) as step:
            step.draft.put(Member, "m1", role=role, name=role)
    before = state(here)
    over(there, here)
    assert here.next_undo().label == "merge.arrive"
    here.undo()
    assert state(here) == before


def test_all_that_is_later_than_a_step_goes_with_what_came_in(arrived):
    here, _there, _before = arrived
    put(here, Member, "m3", name="Cy")
    here.undo(until=1)
    assert (choice(here), [each.name for each in here.all(Member)]) == (None, ["Ada"])
    assert here.check() == ()


def test_what_came_by_itself_is_not_what_undo_means(pair):
    here, there = pair
    put(here, Member, "m1", role="lead")
    put(there, Member, "m2", name="Bea")
    over(there, here, undoable=False)
    assert here.next_undo().author == "Ada"
    here.undo()
    assert ([each.name for each in here.all(Member)], here.get(Member, "m1").role) == (["Ada", "Bea"], "member")
    even(here, there)


def test_it_is_so_after_closing(arrived):
    here, _there, before = arrived
    here.close()
    with closing(Store.open(here.path, "Ada")) as again:
        again.undo()
        assert state(again) == before
        again.close()
    with closing(Store.open(here.path, "Ada")) as again:
        assert [each.is_aside for each in again.copies.arrivals()] == [True]
        again.redo()
        assert sorts(again) == [("answer", "choice", "differ")]


def test_one_after_the_other(arrived):
    here, there, before = arrived
    between = state(here)
    put(there, Member, "m2", role="lead")
    over(there, here, "once more")
    after = state(here)
    here.undo()
    assert state(here) == between
    here.undo()
    assert state(here) == before
    here.redo()
    assert state(here) == between
    here.redo()
    assert state(here) == after


@pytest.mark.parametrize("spoilt", ["before = '['", "after = '[]'", "at = 'noon'"])
def test_one_that_cannot_be_read_is_named_and_never_taken_back(arrived, spoilt):
    here, _there, _before = arrived
    here.close()
    with closing(connected(here.path)) as connection:
        connection.execute(f"UPDATE arrival SET {spoilt}")
    with closing(Store.open(here.path, "Ada")) as again:
        assert (again.copies.arrivals(), again.check()) == ([], ("arrival: 1",))
        again.undo()
        assert sorts(again) == [("answer", "choice", "differ")]


def test_what_cannot_be_a_conflict_is_named_and_not_shown(arrived):
    here, _there, _before = arrived
    here.close()
    with closing(connected(here.path)) as connection:
        connection.execute("INSERT INTO conflict VALUES ('unheard', 'x', 'y', 'differ'), ('member', 'm1', 'name', 'z')")
    with closing(Store.open(here.path, "Ada")) as again:
        assert sorts(again) == [("answer", "choice", "differ")]
        assert again.check() == ("conflict: member/m1/name", "conflict: unheard/x/y")


def test_a_repaired_copy_of_a_merged_file_is_sound(arrived, tmp_path):
    here, _there, _before = arrived
    held = state(here)
    here.close()
    with closing(connected(here.path)) as connection:
        connection.execute("UPDATE step SET facts = '{' WHERE clock = 1")
    whole, repaired = salvage(here.path, "Ada")
    with closing(Store.create(tmp_path / "sound.maturity", "Ada", {}, whole)) as sound:
        assert (sound.check(), 1 in repaired.steps) == ((), True)
        assert sound.whole().records == held[0]
