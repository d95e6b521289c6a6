import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.model.records import Answer, AreaRating, Member, MemberRole, Participant, PracticeRating
from desktop.model.scoring.vocabulary import Characterisation
from desktop.model.store.store import Store
from tests.thoroughness import tries


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
    assert store.get(AreaRating, "tiny", "PLN") == AreaRating(model="tiny", place="PLN")
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
    with pytest.raises(ValueError, match="AreaRating"), store.step("test") as step:
        step.draft.put(AreaRating, *key, rationale="x")
    assert store.steps() == []


ANSWERS = st.dictionaries(
    st.sampled_from(["Q1", "Q2", "Q3"]),
    st.tuples(st.sampled_from([None, "often", "seldom"]), st.sampled_from(["", "because", "=1"])),
)


@tries(10)
@given(rounds=st.lists(ANSWERS, min_size=1, max_size=4))
def test_many_alike_are_put_as_one_by_one(tmp_path_factory, rounds):
    told = []
    for way in (_alike, _one_by_one):
        store = Store.create(tmp_path_factory.mktemp("way") / "a.maturity", "Ada", {"id": "a1"})
        for said in rounds:
            with store.step("test") as step:
                way(step.draft, said)
        steps = [sorted(map(repr, store.changes(step.id))) for step in store.steps()]
        told.append((store.all(Answer), steps, store.check()))
        store.close()
    assert told[0] == told[1]


def _alike(draft, said):
    draft.put_alike(Answer, ("tiny", "p1"), ("choice", "comment"), said)


def _one_by_one(draft, said):
    cells = {question: {"choice": choice, "comment": comment} for question, (choice, comment) in said.items()}
    draft.put_many(Answer, (((*("tiny", "p1"), question), each) for question, each in cells.items()))


def test_those_alike_are_undone_as_one(store):
    with store.step("test") as step:
        step.draft.put_alike(Answer, ("tiny", "p1"), ("choice", "comment"), {"Q1": ("often", ""), "Q2": (None, "x")})
    store.undo()
    assert [(answer.choice, answer.comment) for answer in store.all(Answer)] in ([], [(None, ""), (None, "")])


@pytest.mark.parametrize(
    ("kind", "shared", "last"),
    [
        (Answer, ("tiny",), "Q1"),
        (Answer, ("tiny", ""), "Q1"),
        (Answer, ("tiny", "p1"), "Q/1"),
        (Answer, ("tiny", "p1"), ""),
        (Member, (), "m1"),
    ],
)
def test_what_cannot_be_a_key_is_no_key_of_many_either(store, kind, shared, last):
    with pytest.raises(ValueError), store.step("test") as step:
        step.draft.put_alike(kind, shared, ("choice",), {last: ("often",)})
    assert store.steps() == []
