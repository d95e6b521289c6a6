"""Two copies of a file and what they exchange; `tests/model/merging` tries what no one would think of."""

import shutil
from contextlib import closing

import pytest
from msgspec.structs import replace

from desktop.model.errors import RefusalError
from desktop.model.merging.bundle import packed, unpacked
from desktop.model.merging.cell_past import ConflictSort
from desktop.model.merging.reach import Reach
from desktop.model.records import Answer, Identity, Member, Narrative, NoteTag, Participant
from desktop.model.store.journal_reach import note_tip
from desktop.model.store.store import Store


@pytest.fixture
def pair(store, tmp_path):
    """A file with a member and an answer, and a copy of it by the file manager."""
    put(store, Member, "m1", name="Ada")
    put(store, Answer, "tiny", "p1", "Q1", choice="often")
    store.close()
    other = shutil.copyfile(store.path, tmp_path / "other.maturity")
    with closing(Store.open(store.path, "Ada")) as here, closing(Store.open(other, "Bea")) as there:
        yield here, there


def put(store, kind, *key, **cells):
    with store.step("x.set") as step:
        step.draft.put(kind, *key, **cells)


def remove(store, kind, *key):
    with store.step("x.remove") as step:
        step.draft.remove(kind, *key)


def over(source, target, name="other", *, undoable=True):
    """Hand over what another lacks, as bytes."""
    bundle = unpacked(packed(source.copies.bundle(target.copies.reach())))
    return target.copies.take_in(bundle, name, undoable=undoable)


def even(here, there):
    """Hand over both ways; then both are the same, and sound."""
    over(there, here, undoable=False)
    over(here, there, undoable=False)
    assert here.copies.reach() == there.copies.reach()
    assert state(here) == state(there)
    assert here.check() == there.check() == ()


def state(store):
    return store.whole().records, store.copies.conflicts()


def member(store):
    return store.get(Member, "m1")


def choice(store):
    return store.get(Answer, "tiny", "p1", "Q1").choice


def sorts(store):
    return [(each.kind, each.cell, each.sort) for each in store.copies.conflicts()]


def sides(store):
    """What was said apart of what is to be decided."""
    return [(said.change.cell, said) for _held, each in store.copies.sides(store.copies.conflicts()) for said in each]


def test_what_was_done_apart_comes_together(pair):
    here, there = pair
    put(here, Member, "m1", role="lead")
    put(there, Answer, "tiny", "p1", "Q1", choice="never")
    put(there, Member, "m2", name="Bea")
    arrived = over(there, here)
    assert [step.author for step in arrived.incoming.steps] == ["Bea", "Bea"]
    assert arrived.incoming.changed.kinds == {"answer", "member"}
    even(here, there)
    assert (member(there).role, choice(here), [each.name for each in here.all(Member)]) == (
        "lead",
        "never",
        ["Ada", "Bea"],
    )
    assert here.copies.conflicts() == []


def test_who_knew_of_the_other_counts_whatever_the_clocks_say(pair):
    here, there = pair
    for name in ("A", "B", "C", "D"):
        put(here, Member, "m1", name=name)
    over(here, there)
    put(there, Member, "m1", name="Bea's")
    even(here, there)
    assert (member(here).name, sorts(here)) == ("Bea's", [])


def test_what_was_said_in_two_ways_is_asked_until_somebody_settles_it(pair):
    here, there = pair
    put(here, Answer, "tiny", "p1", "Q1", choice="never")
    put(there, Answer, "tiny", "p1", "Q1", choice="half")
    even(here, there)
    assert sorts(here) == [("answer", "choice", ConflictSort.DIFFER)]
    assert choice(here) in ("never", "half")
    put(there, Answer, "tiny", "p1", "Q1", choice="usually")
    assert sorts(there) == []
    even(here, there)
    assert (choice(here), sorts(here)) == ("usually", [])


def test_the_same_said_by_both_is_no_conflict(pair):
    here, there = pair
    for store in pair:
        put(store, Answer, "tiny", "p1", "Q1", choice="never")
    even(here, there)
    assert sorts(here) == []


def test_taking_back_ones_own_is_nothing_against_a_change(pair):
    here, there = pair
    put(here, Answer, "tiny", "p1", "Q1", choice="never")
    here.undo()
    put(there, Answer, "tiny", "p1", "Q1", choice="half")
    even(here, there)
    assert (choice(here), sorts(here)) == ("half", [])


def test_taking_back_what_another_built_on_is_asked(pair):
    here, there = pair
    put(here, Answer, "tiny", "p1", "Q1", choice="never")
    over(here, there)
    put(there, Answer, "tiny", "p1", "Q1", choice="half")
    here.undo()
    even(here, there)
    assert sorts(here) == [("answer", "choice", ConflictSort.DIFFER)]


def test_removed_here_and_changed_there(pair):
    here, there = pair
    remove(here, Member, "m1")
    put(there, Member, "m1", role="lead")
    even(here, there)
    assert (here.all(Member), sorts(here)) == ([], [("member", "present", ConflictSort.REMOVED)])
    put(here, Member, "m1", name="Ada")
    even(here, there)
    assert (member(there).role, sorts(there)) == ("lead", [])


def test_a_removal_is_asked_again_once_bringing_it_back_with_another_change_is_undone(pair):
    here, there = pair
    remove(here, Member, "m1")
    put(there, Member, "m1", role="lead")
    over(there, here)
    held = state(here)
    put(here, Member, "m1", role="member")
    assert sorts(here) == []
    here.undo()
    assert state(here) == held
    assert [(cell, said.change.after) for cell, said in sides(here)] == [("present", False), ("role", "lead")]
    even(here, there)


def test_removed_with_the_change_in_view_is_no_conflict(pair):
    here, there = pair
    put(there, Member, "m1", role="lead")
    over(there, here)
    remove(here, Member, "m1")
    even(here, there)
    assert (there.all(Member), sorts(there)) == ([], [])


def test_undo_never_takes_back_what_a_colleague_did(pair):
    here, there = pair
    put(here, Member, "m1", name="Ann", role="lead")
    over(here, there)
    put(there, Member, "m1", name="Anna")
    over(there, here, undoable=False)
    assert here.next_undo().author == "Ada"
    changed = here.undo()
    assert (member(here).name, member(here).role, changed.left) == ("Anna", "member", {("member", "m1")})
    here.redo()
    assert (member(here).name, member(here).role) == ("Anna", "lead")
    put(here, Member, "m1", role="observer")
    even(here, there)
    there.undo()
    assert member(there).name == "Ann"
    even(here, there)
    assert member(here).role == "observer"


def test_nothing_of_ones_own_left_to_undo_is_told(pair):
    here, there = pair
    put(here, Member, "m1", name="Ann")
    over(here, there)
    put(there, Member, "m1", name="Anna")
    over(there, here, undoable=False)
    assert (here.undo().left, member(here).name) == ({("member", "m1")}, "Anna")
    even(here, there)


def test_twice_late_and_out_of_order(pair):
    here, there = pair
    put(there, Member, "m2", name="Bea")
    first = there.copies.bundle(here.copies.reach())
    second_ground = there.copies.reach()
    put(there, Member, "m3", name="Cy")
    second = there.copies.bundle(second_ground)
    (missing,) = here.copies.preview(second).missing
    assert (missing.author, missing.until) == ("Bea", first.steps[-1].at)
    with pytest.raises(RefusalError, match=r"bundle\.waiting"):
        here.copies.take_in(second, "second")
    here.copies.take_in(first, "first")
    assert here.copies.take_in(second, "second").arrival.number == 2
    before = state(here)
    assert here.copies.take_in(first, "again").arrival is None
    assert (state(here), len(here.copies.arrivals())) == (before, 2)


def test_a_look_before_changes_nothing(pair):
    here, there = pair
    put(here, Answer, "tiny", "p1", "Q1", choice="never")
    put(there, Answer, "tiny", "p1", "Q1", choice="half")
    before, steps = state(here), here.steps()
    seen = here.copies.preview(there.copies.bundle(here.copies.reach()))
    assert [each.sort for each in seen.conflicts] == [ConflictSort.DIFFER]
    assert (state(here), here.steps(), here.copies.arrivals()) == (before, steps, [])
    assert here.next_undo().author == "Ada"
    put(here, Member, "m5", name="E")
    assert here.check() == ()


def test_only_texts_and_yes_or_no_are_both(pair):
    here, there = pair
    put(here, NoteTag, "n1", "tiny", "PLN", tagged=True)
    put(there, NoteTag, "n1", "tiny", "PLN", tagged=True)
    put(here, Narrative, "summary", text="One.")
    put(there, Narrative, "summary", text="Two.")
    even(here, there)
    assert sorts(here) == [("narrative", "text", ConflictSort.DIFFER)]


def test_what_is_of_another_assessment_or_makes_no_sense_is_refused(pair, tmp_path):
    here, there = pair
    put(there, Member, "m2", name="Bea")
    sound = there.copies.bundle(here.copies.reach())
    step, (writer,), first = sound.steps[0], sound.writers, here.steps()[-1]
    put(here, Member, "m4", name="Di")
    (own,) = {each.writer for each in here.steps()} - {first.writer}
    before = state(here)
    for code, bundle in [
        ("bundle.other_assessment", replace(sound, assessment="other")),
        ("bundle.newer", replace(sound, format=99)),
        ("bundle.older", replace(sound, format=1)),
        ("bundle.spoilt", replace(sound, writers=[])),
        ("bundle.spoilt", replace(sound, writers=[replace(sound.writers[0], seen='{"nobody": 3}')])),
        ("bundle.spoilt", replace(sound, writers=[replace(writer, seen='{"nobody": 1}')])),
        ("bundle.spoilt", replace(sound, writers=[replace(writer, seen=f'{{"{own}": {step.clock}}}')])),
        (
            "bundle.spoilt",
            replace(sound, steps=[replace(step, kind="redo", target_clock=1, target_writer=first.writer)]),
        ),
        ("bundle.spoilt", replace(sound, steps=[replace(step, facts="[")])),
        ("bundle.spoilt", replace(sound, steps=[replace(step, kind="unheard")])),
        ("bundle.spoilt", replace(sound, changes=[(*sound.changes[0][:6], "9")])),
        ("bundle.spoilt", replace(sound, changes=[(*sound.changes[0][:3], "a/b", *sound.changes[0][4:])])),
        ("bundle.spoilt", replace(sound, steps=[replace(step, kind="undo")])),
        ("bundle.spoilt", replace(sound, steps=[replace(step, kind="undo", target_clock=77, target_writer="x")])),
        ("bundle.spoilt", replace(sound, steps=[replace(step, at="noon")])),
        ("bundle.spoilt", replace(sound, steps=[step, step])),
        ("bundle.spoilt", replace(sound, changes=[(*sound.changes[0][:4], "unheard", None, None)])),
        ("bundle.spoilt", replace(sound, changes=[(99, *sound.changes[0][1:])])),
        ("bundle.spoilt", replace(sound, packs={"0" * 64: b"no pack"})),
        *(
            (
                "bundle.spoilt",
                replace(sound, steps=[replace(step, clock=clock)], changes=[(clock, *sound.changes[0][1:])]),
            )
            for clock in (2**20, 2**63 - 1)
        ),
    ]:
        with pytest.raises(RefusalError, match=code.replace(".", r"\.")):
            here.copies.take_in(bundle, "bad")
        assert state(here) == before
    with pytest.raises(RefusalError, match=r"bundle\.spoilt"):
        unpacked(b"no bundle")
    here.copies.take_in(sound, "good")
    assert here.check() == ()


def test_all_of_a_file_is_a_bundle_beyond_nothing(pair):
    here, _there = pair
    assert len(here.copies.bundle(Reach()).steps) == len(here.steps())
    assert not here.copies.bundle(here.copies.reach())


def test_a_copy_without_names_undoes_the_rest_of_a_step(pair):
    here, there = pair
    with here.step("x") as step:
        step.draft.put(Participant, "p9", number=9)
        step.draft.put(Identity, "p9", name="Wilhelmina")
    made = here.copies.bundle(there.copies.reach())
    poorer = replace(made, changes=[row for row in made.changes if row[2] != "identity"])
    there.copies.take_in(poorer, "here", undoable=False)
    note_tip(there._file.driver, made.steps[0].writer)  # as in a copy that was made of it
    there.close()
    with closing(Store.open(there.path, "Bea")) as copy:
        copy.undo()
        assert copy.check() == ()
        over(copy, here)
    assert (here.all(Participant), here.get(Identity, "p9").name, here.check()) == ([], "Wilhelmina", ())


def test_a_copy_never_undoes_what_the_original_did_after_it_was_made(store, tmp_path):
    """Not even where it has written nothing yet, and the original goes on in the same opening."""
    put(store, Member, "m1", name="Ada")
    other = shutil.copyfile(store.path, tmp_path / "other.maturity")
    put(store, Member, "m2", name="Bea")
    with closing(Store.open(other, "Cy")) as copy:
        over(store, copy, undoable=False)
        assert getattr(copy.next_undo(), "clock", 0) == 1
    with closing(Store.open(other, "Cy")) as again:
        assert getattr(again.next_undo(), "clock", 0) == 1
        again.undo()
        assert ([each.name for each in again.all(Member)], again.next_undo(), again.check()) == (["Bea"], None, ())
        even(store, again)


def test_undo_lets_be_what_is_still_to_be_decided_even_where_ones_own_stands(pair):
    here, there = pair
    put(here, Member, "m5", name="E")
    put(here, Answer, "tiny", "p1", "Q1", choice="never")
    put(there, Answer, "tiny", "p1", "Q1", choice="half")
    over(there, here, undoable=False)
    assert choice(here) == "never"
    assert here.undo().left == {("answer", "tiny/p1/Q1")}
    assert (choice(here), len(sorts(here))) == ("never", 1)
    even(here, there)
