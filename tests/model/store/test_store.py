import hashlib
from contextlib import closing

import pytest

from desktop.model.errors import RefusalError
from desktop.model.journal import StepKind
from desktop.model.records import AreaRating, Member, Participant
from desktop.model.store.store import Store


def say(store, rationale, area="PLN"):
    with store.step("area.rationale", area=area) as step:
        step.draft.put(AreaRating, "tiny", area, rationale=rationale)
    return step.changed


def rationale(store, area="PLN"):
    return store.get(AreaRating, "tiny", area).rationale


def test_undo_and_redo_are_steps_that_name_their_target(store):
    said = say(store, "weak").step
    undone = store.undo().step
    redone = store.redo().step
    assert (undone.kind, undone.target, undone.label, undone.facts) == (
        StepKind.UNDO,
        said.id,
        "area.rationale",
        {"area": "PLN"},
    )
    assert (redone.kind, redone.target) == (StepKind.REDO, said.id)
    assert rationale(store) == "weak"


def test_with_nothing_to_undo_or_redo_nothing_happens(store):
    assert store.undo().step is None
    assert store.redo().step is None
    assert store.next_undo() is None
    assert store.next_redo() is None
    assert store.steps() == []


def test_undo_and_redo_survive_closing(store, again):
    say(store, "one")
    say(store, "two")
    store.undo()
    opened = again()
    assert (opened.next_undo().number, opened.next_redo().number) == (1, 2)
    opened.redo()
    assert rationale(opened) == "two"
    opened = again()
    opened.undo()
    opened.undo()
    assert rationale(opened) == ""
    assert opened.in_effect() == frozenset()


def test_a_new_edit_ends_redo(store):
    say(store, "one")
    store.undo()
    say(store, "two")
    assert store.next_redo() is None
    store.undo()
    assert rationale(store) == ""


def test_undo_to_a_step_undoes_all_after_it_and_can_be_redone(store):
    numbers = [say(store, text).step.number for text in ("one", "two", "three")]
    changed = store.undo(until=numbers[0])
    assert rationale(store) == "one"
    assert changed.rows == {("area_rating", "tiny/PLN")}
    assert {edit.clock for edit in store.in_effect()} == {numbers[0]}
    store.redo()
    store.redo()
    assert rationale(store) == "three"
    store.undo(until=0)
    assert rationale(store) == ""


def test_numbers_of_steps_are_not_used_again(store):
    say(store, "one")
    store.undo()
    say(store, "two")
    assert [step.number for step in store.steps()] == [3, 2, 1]


def test_all_narrows_by_field(store):
    with store.step("participant.add", number=1) as step:
        step.draft.put(Participant, "p1", number=1, role="manager")
        step.draft.put(Participant, "p2", number=2, role="practitioner")
    assert [one.id for one in store.all(Participant, role="manager")] == ["p1"]


def test_packs_are_kept_once_and_must_be_what_they_were(store):
    json = b'{"a": 1}'
    digest = hashlib.sha256(json).hexdigest()
    store.add_pack(digest, json)
    store.add_pack(digest, json)
    assert store.pack(digest) == json
    with pytest.raises(RefusalError) as refusal:
        store.pack("0" * 64)
    assert refusal.value.code == "file.damaged"


def test_a_closed_file_leaves_nothing_beside_it(store):
    say(store, "one")
    store.close()
    assert [path.name for path in store.path.parent.iterdir()] == [store.path.name]


def test_a_draft_that_is_not_finished_is_gone(tmp_path):
    def fail():
        with Store.drafted(tmp_path / "a.maturity", "Ada", {"id": "a1"}) as draft:
            say(draft, "one")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_a_draft_gets_its_name_with_all_that_was_entered(tmp_path):
    with Store.drafted(tmp_path / "a.maturity", "Ada", {"id": "a1"}) as draft:
        say(draft, "one")
        assert not (tmp_path / "a.maturity").exists()
    with closing(Store.open(tmp_path / "a.maturity", "Bea")) as store:
        assert [step.author for step in store.steps()] == ["Ada"]
    assert [path.name for path in tmp_path.iterdir()] == ["a.maturity"]


def test_members_with_one_name_are_two(store):
    with store.step("member.add", name="Ada") as step:
        step.draft.put(Member, "m1", name="Ada")
        step.draft.put(Member, "m2", name="Ada")
    assert [member.id for member in store.all(Member)] == ["m1", "m2"]


def test_what_is_no_text_never_reaches_the_file(tmp_path):
    half = b"\xfc".decode(errors="surrogateescape")
    with closing(Store.create(tmp_path / "a.maturity", f"Ada{half}\x1b\n", {"id": "a1"})) as store:
        with store.step("member.add", name=f"B\ud83dea{half}") as step:
            step.draft.put(Member, "m1", name=f"B\x00ea{half}")
        assert store.all(Member)[0].name == "Bea"
        assert [(one.author, one.facts) for one in store.steps()] == [("Ada ", {"name": "Bea"})]
        assert store.check() == ()
