import datetime as dt

import pytest

from desktop.model.assessment import Assessment
from desktop.model.assessment.tracked import ReturnedAction, ReturnedTracker, Tracked
from desktop.model.errors import RefusalError
from desktop.model.records import ActionStatus
from tests.builders import tiny_pack


@pytest.fixture
def assessment(tmp_path):
    with Assessment.create(tmp_path / "a.maturity", [tiny_pack()], author="Ada") as opened:
        opened.actions.add("First")
        opened.actions.add("Second")
        yield opened


def tracker(*rows):
    actions = [
        ReturnedAction("Actions", number, action, is_new=False, cells=cells, left=left[0] if left else {})
        for number, (action, cells, *left) in enumerate(rows, start=6)
    ]
    return ReturnedTracker("t.xlsx", actions=tuple(actions))


def test_changes_that_close_a_circle_without_the_others_are_refused_and_nothing_is_taken(assessment):
    first, second = (action.id for action in assessment.actions.all())
    assessment.action_links.need(first, second)
    waits = (first, {Tracked.NEEDS: ""}, {Tracked.NEEDS: second})
    returned = tracker((second, {Tracked.NEEDS: first, Tracked.OWNER: "Head"}), waits)
    changes = assessment.trackers.compare(returned).changes
    assert len(changes) == 3
    with pytest.raises(RefusalError) as caught:
        assessment.trackers.take(returned, [change for change in changes if change.subject == second])
    assert (caught.value.code, caught.value.facts["chain"]) == ("action.circle", "2 → 1 → 2")
    assert assessment.actions.all()[1].owner == ""
    assessment.trackers.take(returned, changes)
    assert assessment.action_links.needs() == {second: (first,)}


def test_what_follows_from_a_status_follows(assessment):
    first = assessment.actions.all()[0].id
    returned = tracker((first, {Tracked.STATUS: "done"}))
    assessment.trackers.take(returned, assessment.trackers.compare(returned).changes)
    done = assessment.actions.get(first)
    assert (done.status, done.percent, done.closed) == (ActionStatus.DONE, 100, dt.datetime.now().astimezone().date())
    again = tracker((first, {Tracked.STATUS: "in_progress"}))
    assessment.trackers.take(again, assessment.trackers.compare(again).changes)
    assert assessment.actions.get(first).closed is None


def test_one_step_that_undo_takes_back(assessment):
    first, second = (action.id for action in assessment.actions.all())
    returned = tracker(
        (first, {Tracked.OWNER: "Head", Tracked.COMMENT: "Begun."}), (second, {Tracked.DUE: "2026-06-30"})
    )
    before = len(assessment.history.steps())
    assessment.trackers.take(returned, assessment.trackers.compare(returned).changes)
    assert len(assessment.history.steps()) == before + 1
    assessment.history.undo()
    assert [(action.owner, action.due) for action in assessment.actions.all()] == [("", None), ("", None)]
    assert assessment.action_log.entries() == []


def test_the_state_it_was_made_from(assessment):
    step = assessment.history.steps(1)[0].id
    assert assessment.trackers.state() == step
    assert assessment.trackers.made_here(ReturnedTracker("t.xlsx", step=step))
    assert not assessment.trackers.made_here(ReturnedTracker("t.xlsx", step=step._replace(writer="other")))


def test_a_conflict_that_was_kept_is_not_asked_again_until_one_side_says_something_else(assessment):
    first = assessment.actions.all()[0].id
    assessment.actions.change(first, owner="Ours")

    def returned(text):
        left = {Tracked.OWNER: "As it was"}
        action = ReturnedAction("Actions", 6, first, is_new=False, cells={Tracked.OWNER: text}, left=left)
        return ReturnedTracker("t.xlsx", actions=(action,))

    found = assessment.trackers.compare(returned("Theirs"))
    assert (len(found.conflicts), len(found.settled)) == (1, 0)
    changed = assessment.trackers.take(returned("Theirs"), (), kept=found.conflicts)
    assert changed.step.label == "tracker.keep"
    again = assessment.trackers.compare(returned("Theirs"))
    assert (again.conflicts, [each.new for each in again.settled]) == ((), ["Theirs"])
    assert len(assessment.trackers.compare(returned("Somebody else")).conflicts) == 1
    assessment.actions.change(first, owner="Ours, later")
    assert len(assessment.trackers.compare(returned("Theirs")).conflicts) == 1
    assessment.history.undo()
    assessment.trackers.take(returned("Theirs"), again.settled)
    assert assessment.actions.get(first).owner == "Theirs"
