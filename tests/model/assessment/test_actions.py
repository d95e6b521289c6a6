import datetime as dt

import pytest

from desktop.model.maturity import Direction
from desktop.model.maturity.refs import Ref
from desktop.model.planning.proposals import NewMeasure, Proposal
from desktop.model.records import ActionStatus, Priority


def test_actions_are_numbered_and_numbers_are_not_given_again(assessment):
    first = assessment.actions.add(" Write a plan ", owner="Head of desk", priority=Priority.HIGH)
    second = assessment.actions.add("Buy a tool")
    assessment.actions.remove(second)
    third = assessment.actions.add("Train people")
    assert [(action.id, action.number, action.title) for action in assessment.actions.all()] == [
        (first, 1, "Write a plan"),
        (third, 3, "Train people"),
    ]


def test_closing_notes_the_day_and_opening_again_clears_it(assessment):
    action = assessment.actions.add("Write a plan")
    assessment.actions.change(action, status=ActionStatus.DONE)
    assert assessment.actions.get(action).closed == dt.datetime.now().astimezone().date()
    assessment.actions.change(action, status=ActionStatus.DROPPED, dropped_because="Too dear")
    assert assessment.actions.get(action).closed is not None
    assessment.actions.change(action, status=ActionStatus.AGREED)
    assert assessment.actions.get(action).closed is None


def test_the_day_can_be_said(assessment):
    action = assessment.actions.add("Write a plan")
    assessment.actions.change(action, status=ActionStatus.DONE, closed=dt.date(2026, 4, 1))
    assert assessment.actions.get(action).closed == dt.date(2026, 4, 1)


def test_done_is_a_hundred_per_cent_and_open_again_is_told(assessment):
    action = assessment.actions.add("Write a plan", percent=40)
    assessment.actions.change(action, status=ActionStatus.DONE)
    assert assessment.actions.get(action).percent == 100
    assessment.actions.change(action, status=ActionStatus.IN_PROGRESS, percent=80)
    assert [step.label for step in assessment.history.steps(2)] == ["action.reopen", "action.done"]
    assert assessment.actions.get(action).percent == 80


@pytest.mark.parametrize("because", ["", "  "])
def test_what_is_dropped_says_why_until_it_is_taken_up_again(assessment, refused, because):
    it = assessment.actions
    action = it.add("Write a plan")
    assert refused(it.change, action, status=ActionStatus.DROPPED, dropped_because=because) == (
        "action.dropped_because_missing"
    )
    it.change(action, status=ActionStatus.DROPPED, dropped_because=" Too dear ")
    assert (it.get(action).dropped_because, assessment.history.steps(1)[0].label) == ("Too dear", "action.drop")
    assert refused(it.change, action, dropped_because=because) == "action.dropped_because_missing"
    it.change(action, owner="Head of desk")
    assert it.get(action).dropped_because == "Too dear"
    it.change(action, status=ActionStatus.WAITING)
    assert it.get(action).dropped_because == ""


def test_only_verification_makes_it_verified(assessment, refused):
    it = assessment.actions
    action = it.add("Write a plan")
    assert refused(it.change, action, status=ActionStatus.VERIFIED) == "action.unverified"


def test_several_change_in_one_step_or_none(assessment, refused):
    it = assessment.actions
    first, second, third = (it.add(title, due=dt.date(2026, 5, 1)) for title in ("One", "Two", "Three"))
    it.change(second, start=dt.date(2026, 4, 1))
    before = len(assessment.history.steps())
    assert refused(it.change_several, [first, second], due=dt.date(2026, 3, 1)) == "action.due_before_start"
    assert len(assessment.history.steps()) == before
    it.change_several([first, second, first], owner="Head", status=ActionStatus.DONE, tags={"#Quick  Win ": True})
    assert len(assessment.history.steps()) == before + 1
    assert [(each.owner, each.percent) for each in it.all()] == [("Head", 100), ("Head", 100), ("", 0)]
    assert assessment.action_links.tags() == {first: ("quick win",), second: ("quick win",)}
    it.change_several([first, third], tags={"quick win": False, "later": True})
    assert assessment.action_links.tags() == {first: ("later",), second: ("quick win",), third: ("later",)}
    assessment.history.undo()
    assessment.history.undo()
    assert assessment.action_links.tags() == {}
    assert {each.owner for each in it.all()} == {""}
    assert refused(it.change_several, [first], tags={" # ": True}) == "tag.empty"


@pytest.mark.parametrize("title", ["", "  "])
def test_a_title_is_needed(assessment, refused, title):
    action = assessment.actions.add("Write a plan")
    assert refused(assessment.actions.add, title) == "action.title_missing"
    assert refused(assessment.actions.change, action, title=title) == "action.title_missing"


def test_unknown_actions_are_refused(assessment, refused):
    gone = assessment.actions.add("x")
    assessment.actions.remove(gone)
    for ask in (assessment.actions.get, assessment.actions.remove, assessment.actions.change):
        assert refused(ask, gone) == "action.unknown"


@pytest.mark.parametrize(
    ("model", "aim"),
    [
        ("tiny", "PLN-G1"),
        ("tiny", "PLN"),
        ("tiny-streams", "DSK"),
        ("tiny-streams", "DSK-3"),
        ("tiny-criteria", "tool"),
        ("tiny-criteria", "TOL-3-1"),
        ("", ""),
    ],
)
def test_it_improves_a_part_of_any_scheme(several, model, aim):
    action = several.actions.add("x", model=model, aim=aim)
    assert (several.actions.get(action).model, several.actions.get(action).aim) == (model, aim)


@pytest.mark.parametrize(
    ("model", "aim", "code"),
    [
        ("tiny-streams", "PLN", "part.unknown"),
        ("tiny-streams", "DSK-3-P1", "part.unknown"),
        ("tiny-streams", "DSK-6", "part.unknown"),
        ("tiny-criteria", "DSK-3", "part.unknown"),
        ("unused", "PLN", "model.not_in_use"),
    ],
)
def test_what_is_not_in_the_model_or_cannot_be_reached_is_refused(several, refused, model, aim, code):
    assert refused(several.actions.add, "x", model=model, aim=aim) == code
    action = several.actions.add("y", model="tiny", aim="PLN")
    assert refused(several.actions.change, action, model=model, aim=aim) == code


def proposals():
    measures = (
        NewMeasure(name="In time", unit="percent", direction=Direction.UP, target="90,5", metric="DSK-2-M1"),
        NewMeasure(name="Cost"),
    )
    wider = (Ref("tiny-streams", "REQ-2"), Ref("tiny-streams", "DSK-2"))
    return [
        Proposal(
            title=" Take up 2 ", model="tiny-streams", aim="DSK-2", effort="3,5", measures=measures, effects=wider
        ),
        Proposal(title="Write it down", priority=Priority.HIGH),
    ]


def test_proposals_are_taken_up_with_their_measures_in_one_step(several):
    steps = len(several.history.steps())
    first, second = several.actions.add_proposed(proposals())
    assert [(action.id, action.number, action.title, action.aim) for action in several.actions.all()] == [
        (first, 1, "Take up 2", "DSK-2"),
        (second, 2, "Write it down", ""),
    ]
    assert [(found.measure.name, found.measure.target) for found in several.measures.of(first)] == [
        ("Cost", ""),
        ("In time", "90.5"),
    ]
    assert several.measures.of(second) == []
    assert several.actions.get(first).effort == "3.5"
    assert several.action_links.effects() == {first: (Ref("tiny-streams", "DSK-2"), Ref("tiny-streams", "REQ-2"))}
    assert len(several.history.steps()) == steps + 1
    several.history.undo()
    assert (several.actions.all(), several.measures.all()) == ([], [])
    several.history.redo()
    assert len(several.measures.all()) == 2


def test_a_suggestion_taken_is_known_by_what_it_improves(several):
    first, _ = several.actions.add_proposed(proposals())
    assert several.actions.taken("tiny-streams") == {"DSK-2": several.actions.get(first)}
    assert several.actions.taken("tiny") == {}
    several.actions.remove(first)
    assert several.actions.taken("tiny-streams") == {}


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (Proposal(title=" "), "action.title_missing"),
        (Proposal(title="x", model="tiny-streams", aim="REQ-9"), "part.unknown"),
        (Proposal(title="x", measures=(NewMeasure(name=""),)), "measure.name_missing"),
        (Proposal(title="x", measures=(NewMeasure(name="y", target="many"),)), "measure.not_a_number"),
    ],
)
def test_one_refused_proposal_keeps_all_out(several, refused, wrong, code):
    steps = several.history.steps()
    assert refused(several.actions.add_proposed, [*proposals(), wrong]) == code
    assert several.actions.add_proposed([]) == ()
    assert several.history.steps() == steps
