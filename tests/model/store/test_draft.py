import pytest

from desktop.model.records import AreaRating, Member, MemberRole, Participant, PracticeRating
from desktop.model.scoring.vocabulary import Characterisation


def put(store, kind, *key, **cells):
    with store.step("test") as step:
        step.draft.put(kind, *key, **cells)
    return step


def cells_of(step):
    return {(change.row, change.cell): (change.before, change.after) for change in step.draft.changes}


def test_a_listed_record_comes_to_be(store):
    step = put(store, Member, "m1", name="Ada", role=MemberRole.LEAD)
    assert store.get(Member, "m1") == Member(id="m1", name="Ada", role=MemberRole.LEAD)
    assert cells_of(step) == {
        ("m1", "name"): (None, "Ada"),
        ("m1", "role"): (None, "lead"),
        ("m1", "present"): (None, True),
    }


def test_a_natural_record_is_always_there(store):
    assert store.get(AreaRating, "tiny", "PLN") == AreaRating(model="tiny", area="PLN")
    assert store.all(AreaRating) == []


def test_a_listed_record_nobody_made_is_not_there(store):
    assert store.get(Member, "m1") is None


def test_what_is_so_already_is_no_change(store):
    put(store, Member, "m1", name="Ada")
    step = put(store, Member, "m1", name="Ada")
    assert step.changed.step is None
    assert len(store.steps()) == 1


def test_saying_the_default_of_what_nobody_said_is_no_change(store):
    step = put(store, AreaRating, "tiny", "PLN", in_scope=True, rationale="")
    assert step.changed.step is None
    assert store.all(AreaRating) == []


def test_removing_keeps_the_cells(store):
    put(store, Member, "m1", name="Ada")
    with store.step("test") as step:
        step.draft.remove(Member, "m1")
    assert store.get(Member, "m1") is None
    assert store.any_removed(Member)
    put(store, Member, "m1")
    assert store.get(Member, "m1") == Member(id="m1", name="Ada")
    assert not store.any_removed(Member)


def test_removing_what_is_not_there_makes_it_absent_all_the_same(store):
    with store.step("test") as step:
        step.draft.remove(Member, "m1")
    assert store.get(Member, "m1") is None
    assert step.changed.rows == {("member", "m1")}


def test_the_last_word_on_a_cell_counts(store):
    with store.step("test") as step:
        step.draft.put(Member, "m1", name="Ada")
        step.draft.put(Member, "m1", name="Bea")
    assert store.get(Member, "m1").name == "Bea"
    store.undo()
    assert store.get(Member, "m1") is None
    store.redo()
    assert store.get(Member, "m1").name == "Bea"
    assert store.check() == ()


def test_many_records_in_one_step(store):
    count = 450
    wanted = [(("tiny", f"P-{number}"), {"value": Characterisation.FULLY}) for number in range(count)]
    with store.step("test") as step:
        step.draft.put_many(PracticeRating, wanted)
    assert len(store.all(PracticeRating)) == count
    assert len(step.changed.rows) == count
    with store.step("test") as step:
        step.draft.put_many(PracticeRating, [(key, {"value": Characterisation.LARGELY}) for key, _ in wanted[:300]])
    assert [change.before for change in step.draft.changes] == ["FI"] * 300
    values = [rating.value for rating in store.all(PracticeRating)]
    assert values.count(Characterisation.FULLY) == count - 300


def test_records_of_one_step_may_change_different_cells(store):
    put(store, Participant, "p1", number=1, role="manager")
    with store.step("test") as step:
        step.draft.put_many(Participant, [(("p1",), {"role": "lead"}), (("p2",), {"number": 2})])
    assert store.all(Participant) == [Participant(id="p1", number=1, role="lead"), Participant(id="p2", number=2)]
    assert {change.cell for change in step.draft.changes if change.row == "p1"} == {"role"}


@pytest.mark.parametrize("key", [("tiny", "A/B"), ("tiny", ""), ("tiny",), ("tiny", "A", "B"), ("tiny", 3)])
def test_keys_that_the_journal_could_not_take_apart_are_a_bug(store, key):
    with pytest.raises(ValueError, match="tiny"), store.step("test") as step:
        step.draft.put(AreaRating, *key, rationale="x")
    assert store.steps() == []
