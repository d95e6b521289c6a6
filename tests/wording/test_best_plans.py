"""A plan within a budget, told."""

from __future__ import annotations

from fractions import Fraction

import pytest

from desktop.exchange.tables.best_plan import left_out_actions, planned_actions, unreached_places
from desktop.model.planning.budgeted.asked import Budget, ItemState, Pin
from desktop.model.planning.budgeted.told import Aim, LeftOut, LeftOutBecause, OpenAim
from desktop.wording.best_plans import (
    ToldPlan,
    amount,
    growth_line,
    head_line,
    levels_line,
    open_aim_text,
    spent_line,
    warnings,
    why_left_out,
    why_planned,
)
from tests.told_plans import item, told


@pytest.fixture(scope="module")
def plan() -> ToldPlan:
    items = [
        item("both goals", "PLN-G1", "PLN-G2"),
        item("one goal", "SUP-G1", cost=50, needs=("both goals",)),
        item("the other", "SUP-G2", cost=900, effort=None),
        item("nothing"),
    ]
    return told(items, Budget(2, cost=Fraction(200), effort=Fraction(12)))


def test_it_says_what_is_planned_and_reached(plan: ToldPlan) -> None:
    assert head_line(plan) == "2 of 4 open actions planned, 1 of 3 targets reached."
    assert spent_line(plan) == ("Cost 150 EUR of 200 EUR; Q2 2031: 12 of 12 person days; Q3 2031: 8 of 12 person days")
    assert levels_line(plan, "tiny") == "Tiny model: now 1; by the end of Q2 2031 1, Q3 2031 1"
    assert growth_line(plan) == "All that the actions can reach would cost 850 EUR more."


def test_each_action_says_why_it_is_there(plan: ToldPlan) -> None:
    first, second = (why_planned(plan, each) for each in plan.plan.planned)
    assert first == "Area PLN satisfied; needed by action 2", "its goals go without saying"
    assert second == "goal SUP-G1"


def test_or_why_it_is_not(plan: ToldPlan) -> None:
    assert [why_left_out(plan, each) for each in plan.plan.left_out] == [
        "Costs 700 EUR more than the budget leaves.",
        "Reaches no target that is still open, alone or with others.",
    ]
    left = LeftOut("one goal", LeftOutBecause.EFFORT, over=Fraction(5, 2))
    assert why_left_out(plan, left) == "Takes 2.5 person days more than there are by then."
    left = LeftOut("one goal", LeftOutBecause.NEEDS, needs=("both goals", "nothing"))
    assert why_left_out(plan, left) == "Needs actions 1, 4, which the plan leaves out."


def test_what_is_not_reached_says_what_it_lacks(plan: ToldPlan) -> None:
    rows = unreached_places(plan).cells
    assert rows[0][0] == "Tiny model"
    assert rows[0][2] == "Action 3 would bring it further, at a cost of 900 EUR and 0 person days."
    bare = told([item("one", "PLN-G1")], Budget(1))
    places = {row[0]: row[2] for row in unreached_places(bare).cells}
    assert places["Area PLN"] == "No action works on PLN-G2."
    assert places["Tiny model"] == "No action works on Area PLN, Area SUP."


def test_the_tables_have_a_row_for_each(plan: ToldPlan) -> None:
    assert planned_actions(plan).pick("number", "starts", "quarter", "effort", "cost").cells == (
        (1, "Q2 2031", "Q2 2031", 10, 100),
        (2, "Q2 2031", "Q3 2031", 10, 50),
    )
    assert left_out_actions(plan).pick("number", "effort").cells == ((3, None), (4, 10))


def test_what_one_has_to_know_is_told(plan: ToldPlan) -> None:
    assert list(warnings(plan)) == [
        "Nobody has said what effort action 3 takes; it counts as nothing.",
        "Nobody has said what action 4 improves in the models that the plan looks at.",
    ]
    going = item("going", "PLN-G1", cost=None, state=ItemState.UNDER_WAY)
    tight = told([going, item("late", "PLN-G2", pin=Pin.IN)], Budget(1, Fraction(0), Fraction(4)), "", ("late",))
    assert list(warnings(tight)) == [
        "What is under way takes 6 person days more than Q2 2031 has.",
        "Nobody has said what action 1 costs; it counts as nothing.",
        "The due date of action 2 has passed before the plan begins; it binds nothing.",
    ]
    assert why_planned(tight, tight.plan.planned[0]) == "goal PLN-G1; under way"
    assert growth_line(tight) == (
        "All that the actions can reach would cost 100 more, and take 16 person days more in each quarter."
    )


def test_what_is_not_proved_says_how_far_it_may_be_from_the_best(plan: ToldPlan) -> None:
    assert open_aim_text(plan, OpenAim(Aim.COST, Fraction(150), Fraction(100))) == (
        "Time was over before the best was proved: cost is 150 EUR here, and 100 EUR at best."
    )
    assert open_aim_text(plan, OpenAim(Aim.LEVELS, Fraction(1), None)) == (
        "Time was over before the best was looked for: levels of models (here 1)."
    )


def test_amounts_have_two_decimals_at_most() -> None:
    assert [amount(Fraction(value)) for value in ("3", "5/2", "1/3", "100")] == ["3", "2.5", "0.33", "100"]
