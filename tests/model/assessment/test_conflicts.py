"""That conflicts are listed and settled; see `test_merging` for how they come about."""

from tests.model.assessment.copied import copies, hand_over


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
        assert here.actions.get(action).description == open_.standing
