"""That conflicts are listed and settled; see `test_merging` for how they come about."""

import datetime as dt

import pytest

from desktop.model.merging.cell_past import ConflictSort
from desktop.model.records import PracticeRating
from desktop.model.scoring.vocabulary import Characterisation
from tests.builders import tiny_pack
from tests.model.assessment.copied import copies, even, hand_over

PRACTICE = tiny_pack().area_by_id["PLN"].practices[0].id
FULL, NOT, LARGELY = Characterisation.FULLY, Characterisation.NOT, Characterisation.LARGELY


def rate(assessment, value):
    assessment.ratings.characterise_all("tiny", {PRACTICE: value})


def rating(assessment):
    return assessment.ratings.practices("tiny")[PRACTICE].value


@pytest.fixture
def pair(assessment):
    """Two copies that rated a practice in two ways, and know of each other."""
    with copies(assessment, "Bea") as (here, there):
        rate(here, FULL)
        rate(there, NOT)
        for source, target in ((here, there), (there, here)):
            bundle = source.merging.bundle(target.merging.reach())
            target.merging.take_in(bundle, "by itself", undoable=False)
        yield here, there


def test_without_copies_there_is_none(assessment):
    assert (assessment.conflicts.all(), assessment.conflicts.count()) == ([], 0)


def test_of_two_texts_both_stand_and_each_is_shown(assessment):
    action = assessment.actions.add("Do it", model="tiny", aim="PLN")
    with copies(assessment, "Bea") as (here, there):
        here.actions.change(action, description="Here.")
        there.actions.change(action, description="There.")
        hand_over(there, here)
        (open_,) = here.conflicts.all()
        assert sorted(side.value for side in open_.sides) == ["Here.", "There."]
        assert open_.standing in {side.value for side in open_.sides} | {"Here.\nThere."}
        here.conflicts.settle(open_.conflict, "Both.")
        assert (here.actions.get(action).description, here.conflicts.count()) == ("Both.", 0)
        assert here.history.next_undo().label == "conflict.settle"
        here.history.undo()
        assert here.conflicts.all() == [open_]


@pytest.mark.parametrize("otherwise", [False, True])
def test_undoing_what_settled_a_conflict_asks_again_in_every_copy(pair, otherwise):
    here, there = pair
    (open_,) = here.conflicts.all()
    value = LARGELY if otherwise else open_.standing
    here.conflicts.settle(open_.conflict, value)
    even(here, there)
    here.history.undo()
    assert (here.conflicts.all(), rating(here)) == ([open_], open_.standing)
    even(here, there)
    assert there.conflicts.all() == [open_]
    here.history.redo()
    assert (here.conflicts.count(), rating(here)) == (0, value)
    even(here, there)
    assert (there.conflicts.count(), rating(there)) == (0, value)
    here.history.undo()
    even(here, there)
    assert there.conflicts.all() == [open_]


def test_an_edit_settles_as_well_and_undoing_it_asks_again(pair):
    here, there = pair
    (open_,) = here.conflicts.all()
    for value in (LARGELY, FULL):
        rate(here, value)
    here.history.undo()
    assert here.conflicts.count() == 0
    here.history.undo()
    assert here.conflicts.all() == [open_]
    changed = here.history.undo()
    assert (changed.left, here.conflicts.all()) == ({("practice_rating", f"tiny/{PRACTICE}")}, [open_])
    even(here, there)


def test_a_step_that_changes_a_cell_and_changes_it_back_settles_as_well_until_it_is_undone(pair):
    here, there = pair
    (open_,) = here.conflicts.all()
    with here._desk.step("practice.characterise", practice=PRACTICE, value="") as step:
        for value in (LARGELY, open_.standing):
            step.draft.put(PracticeRating, "tiny", PRACTICE, value=value)
    assert here.conflicts.count() == 0
    for taken_in in (False, True):
        here.history.undo()
        assert here.conflicts.all() == [open_]
        if taken_in:
            even(here, there)
            assert there.conflicts.all() == [open_]
        else:
            here.history.redo()
            assert here.conflicts.count() == 0
    assert here.check() == ()


def test_undone_here_and_built_upon_there_is_asked(pair):
    here, there = pair
    (open_,) = here.conflicts.all()
    here.conflicts.settle(open_.conflict, FULL)
    hand_over(here, there)
    rate(there, LARGELY)
    here.history.undo()
    even(here, there)
    (asked,) = here.conflicts.all()
    assert sorted(side.value for side in asked.sides) == sorted([open_.standing, LARGELY])


@pytest.mark.parametrize("back", [True, False])
def test_undoing_what_settled_a_removal_asks_again(assessment, back):
    action = assessment.actions.add("Do it", model="tiny", aim="PLN")
    with copies(assessment, "Bea") as (here, there):
        here.actions.remove(action)
        there.actions.change(action, due=dt.date(2026, 5, 1))
        even(here, there)
        (open_,) = here.conflicts.all()
        here.conflicts.settle(open_.conflict, back)
        even(here, there)
        here.history.undo()
        assert here.conflicts.all() == [open_]
        even(here, there)
        assert [each.conflict.sort for each in there.conflicts.all()] == [ConflictSort.REMOVED]


def test_a_change_that_built_on_what_brought_a_record_back_is_not_lost_with_it(assessment):
    action = assessment.actions.add("Do it", model="tiny", aim="PLN")
    with copies(assessment, "Bea") as (here, there):
        here.actions.remove(action)
        there.actions.change(action, due=dt.date(2026, 5, 1))
        even(here, there)
        here.conflicts.settle(here.conflicts.all()[0].conflict, value=True)
        even(here, there)
        there.actions.change(action, due=dt.date(2026, 6, 1))
        here.history.undo()
        even(here, there)
        (open_,) = here.conflicts.all()
        assert [side.value for side in open_.sides if side.cell == "due"] == ["2026-06-01"]
        here.conflicts.settle(open_.conflict, value=False)
        here.history.undo()
        assert here.conflicts.all() == [open_]


def test_two_that_undo_the_same_step_apart_have_undone_it(pair):
    """Two files that were copied by the file manager go on from one step, and both may undo it."""
    here, _there = pair
    (open_,) = here.conflicts.all()
    here.conflicts.settle(open_.conflict, LARGELY)
    with copies(here, "Cy") as (one, twin):
        one.history.undo()
        twin.history.undo()
        even(one, twin)
        assert one.conflicts.all() == twin.conflicts.all() == [open_]
