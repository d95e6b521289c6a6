"""Plans within a budget of the open assessment."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from desktop.model.assessment.best_plans import Ambition
from desktop.model.errors import RefusalError
from desktop.model.maturity.parts import WHOLE
from desktop.model.planning.budgeted.asked import Budget, ItemState, Pin
from desktop.model.planning.budgeted.best_plan import best_plan
from desktop.model.planning.quarters import Quarter
from desktop.model.records import ActionStatus
from tests.own_rules import own_rules

TODAY = dt.date(2031, 5, 15)
STREAMS = "tiny-streams"


@pytest.fixture
def planned(several):
    """Five actions of three streams, of which level 2 is wanted."""
    several.targets.set(STREAMS, level=2)
    it = several.actions
    several.ids = {
        "dsk": it.add("dsk", model=STREAMS, aim="DSK-2", effort="10", cost="100"),
        "req": it.add("req", model=STREAMS, aim="REQ-2", effort="8", due=TODAY, status=ActionStatus.IN_PROGRESS),
        "rep": it.add("rep", model=STREAMS, aim="REP-2", due=dt.date(2031, 8, 1)),
        "late": it.add("late", due=dt.date(2031, 1, 1)),
        "dropped": it.add("dropped"),
    }
    it.change(several.ids["req"], percent=25)
    it.change(several.ids["dropped"], status=ActionStatus.DROPPED, dropped_because="Too dear.")
    several.action_links.need(several.ids["rep"], several.ids["dsk"])
    several.action_links.need(several.ids["rep"], several.ids["dropped"])
    return several


def test_it_asks_with_what_is_known_of_each_action(planned):
    ids = planned.ids
    asked = planned.best_plans.asked(Budget(4), Ambition(), TODAY, {ids["dsk"]: Pin.IN})
    items = {item.id: item for item in asked.items}
    assert asked.first == Quarter(2031, 2)
    assert ids["dropped"] not in items
    assert asked.overdue == (ids["late"],)
    dsk, req, rep, late = (items[ids[name]] for name in ("dsk", "req", "rep", "late"))
    assert (dsk.effort, dsk.cost, dsk.pin, dsk.due) == (Fraction(10), Fraction(100), Pin.IN, None)
    assert (req.state, req.effort, req.quarter) == (ItemState.UNDER_WAY, Fraction(6), 0), "a quarter of it is done"
    assert (rep.effort, rep.due, rep.needs) == (None, 1, (ids["dsk"],))
    assert (late.due, late.effects) == (None, ())
    assert [effect.origin for effect in dsk.effects] == ["cell:DSK-2"]
    free = planned.best_plans.asked(Budget(4), Ambition(), TODAY, keep_dates=False)
    assert all(item.due is None for item in free.items)


def test_a_plan_that_is_accepted_sets_dates_in_one_step_and_nothing_else(planned):
    ids = planned.ids
    asked = planned.best_plans.asked(Budget(4, effort=Fraction(8)), Ambition(), TODAY)
    plan = best_plan(asked.items, asked.models, asked.budget)
    assert plan is not None
    assert [(each.id, each.starts, each.quarter) for each in plan.planned] == [
        (ids["req"], 0, 0),
        (ids["dsk"], 0, 1),
        (ids["rep"], 1, 1),
    ]
    before = {action.id: action for action in planned.actions.all()}
    changed = planned.best_plans.accept(plan, asked.first, TODAY)
    after = {action.id: action for action in planned.actions.all()}
    assert changed is not None
    assert {id_ for id_ in ids.values() if before[id_] != after[id_]} == {ids["dsk"], ids["rep"]}
    dsk, rep = after[ids["dsk"]], after[ids["rep"]]
    assert (dsk.start, dsk.due) == (dt.date(2031, 6, 8), dt.date(2031, 9, 30)), "after the three quarters of the other"
    assert (rep.start, rep.due) == (dt.date(2031, 8, 1), dt.date(2031, 8, 1)), "its own day"
    assert after[ids["dsk"]].status is before[ids["dsk"]].status
    assert planned.best_plans.accept(plan, asked.first, TODAY) is None, "nothing changes any more"
    planned.history.undo()
    assert {action.id: action for action in planned.actions.all()} == before


def test_starts_and_milestones_bind_a_plan_unless_dates_are_let_go(planned):
    ids, it = planned.ids, planned.actions
    early, soon, gone = (
        planned.milestones.add(title, day)
        for title, day in (
            ("Early", dt.date(2031, 7, 20)),
            ("Soon", dt.date(2031, 9, 1)),
            ("Gone", dt.date(2031, 2, 1)),
        )
    )
    it.change(ids["dsk"], start=dt.date(2031, 7, 10), milestone=soon)
    it.change(ids["rep"], milestone=early, due=None)
    it.change(ids["late"], milestone=gone)

    def asked(**how):
        items = planned.best_plans.asked(Budget(4), Ambition(), TODAY, **how).items
        return {item.id: (item.start, item.due) for item in items}

    assert [asked()[ids[name]] for name in ("dsk", "rep", "late")] == [(1, 1), (0, 1), (0, None)]
    assert set(asked(keep_dates=False).values()) == {(0, None)}
    given = planned.best_plans.asked(Budget(4, effort=Fraction(40)), Ambition(), TODAY)
    plan = best_plan(given.items, given.models, given.budget)
    assert plan is not None
    planned.best_plans.accept(plan, given.first, TODAY)
    dsk = planned.actions.get(ids["dsk"])
    assert (dsk.start, dsk.due) == (dt.date(2031, 7, 10), dt.date(2031, 7, 24)), "its own start"
    late = planned.best_plans.asked(Budget(4, effort=Fraction(11)), Ambition(), TODAY, keep_dates=False)
    plan = best_plan(late.items, late.models, late.budget)
    assert plan is not None
    planned.best_plans.accept(plan, late.first, TODAY)
    assert planned.actions.get(ids["rep"]).due == dt.date(2031, 7, 20), "no later than its milestone"


def test_what_an_action_reaches_follows_what_the_plan_is_to_reach(planned):
    whole = planned.actions.add("all of it", model=STREAMS, aim="DSK")
    for level in ("2", "4"):
        asked = planned.best_plans.asked(Budget(1), Ambition(STREAMS, level), TODAY)
        (item,) = (item for item in asked.items if item.id == whole)
        assert [effect.origin for effect in item.effects] == [f"cell:DSK-{level}"]
    assert planned.targets.get(STREAMS).level == 2, "nothing is saved"


def test_a_level_is_all_that_is_wanted_then_but_how_important_places_are_stays(planned):
    planned.targets.set(STREAMS, "DSK", level=5, importance=4)
    (model,) = planned.best_plans.asked(Budget(1), Ambition(STREAMS, "3"), TODAY).models
    wanted = {place: (said.level, said.importance) for place, said in model.given.targets.items()}
    assert wanted == {WHOLE: (3, None), "DSK": (None, 4)}


def test_of_own_rules_a_number_or_grade_is_wanted(assessment):
    pack = own_rules("minimum-tiers")
    assessment.models.add(pack)
    action = assessment.actions.add("all", model=pack.id, aim=pack.rules.root.id)
    asked = assessment.best_plans.asked(Budget(1), Ambition(pack.id, "repeatable"), TODAY)
    plan = best_plan(asked.items, asked.models, asked.budget)
    assert plan is not None
    assert [each.id for each in plan.planned] == [action]
    with pytest.raises(RefusalError, match=r"target\.part_value"):
        assessment.best_plans.asked(Budget(1), Ambition(pack.id, "splendid"), TODAY)


@pytest.mark.parametrize(
    ("budget", "ambition", "code"),
    [
        (Budget(0), Ambition(), "plan.quarters"),
        (Budget(21), Ambition(), "plan.quarters"),
        (Budget(1, cost=Fraction(-1)), Ambition(), "plan.below_zero"),
        (Budget(1, effort=Fraction(-1)), Ambition(), "plan.below_zero"),
        (Budget(1), Ambition(STREAMS, "9"), "level.unknown"),
        (Budget(1), Ambition("other", "2"), "model.not_in_use"),
    ],
)
def test_what_makes_no_sense_is_refused(planned, budget, ambition, code):
    with pytest.raises(RefusalError, match=code):
        planned.best_plans.asked(budget, ambition, TODAY)


def test_without_actions_or_targets_there_is_nothing_to_plan(several):
    with pytest.raises(RefusalError, match=r"plan\.no_actions"):
        several.best_plans.asked(Budget(1), Ambition(), TODAY)
    several.actions.add("x")
    with pytest.raises(RefusalError, match=r"plan\.no_target"):
        several.best_plans.asked(Budget(1), Ambition(), TODAY)
