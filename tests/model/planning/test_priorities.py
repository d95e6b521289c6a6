import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest

from desktop.model.planning.priorities import Input, Quadrant, Weighable, in_order, quadrant, weigh
from desktop.model.records import PriorityMethod

DAY = dt.date(2026, 3, 2)
FULL = Weighable(
    "a", 1, DAY, blocks=True, importance=4, gap=2, effort=Decimal("2.5"),
    impact=4, value=8, urgency=5, opportunity=1, size=3,
)  # fmt: skip


def other(**cells):
    return Weighable(**{**{name: getattr(FULL, name) for name in FULL.__struct_fields__}, **cells})


def order(method, *actions):
    return [found.of.action for found in in_order(method, actions)]


def test_the_formula_is_that_which_is_shown():
    assert weigh(PriorityMethod.FORMULA, FULL).score == Fraction(2 * 4 * 2) / Fraction("2.5")
    assert weigh(PriorityMethod.FORMULA, other(blocks=False)).score == Fraction(4 * 2) / Fraction("2.5")
    assert weigh(PriorityMethod.FORMULA, other(gap=0)).score == 0


def test_the_shortest_weighted_job_adds_what_waiting_costs():
    assert weigh(PriorityMethod.WSJF, FULL).score == Fraction(14, 3)


@pytest.mark.parametrize(
    ("impact", "effort", "where"),
    [
        (4, "10", Quadrant.QUICK_WIN),
        (5, "10.5", Quadrant.BIG_BET),
        (3, "10", Quadrant.FILL_IN),
        (3, "11", Quadrant.THINK_TWICE),
    ],
)
def test_impact_and_effort_make_four_quadrants(impact, effort, where):
    assert quadrant(impact, Decimal(effort)) is where
    assert weigh(PriorityMethod.IMPACT_EFFORT, other(impact=impact, effort=Decimal(effort))).quadrant is where


@pytest.mark.parametrize(
    ("method", "lacking", "missing"),
    [
        (PriorityMethod.FORMULA, {"importance": None, "effort": None}, (Input.IMPORTANCE, Input.EFFORT)),
        (PriorityMethod.FORMULA, {"effort": Decimal(0)}, (Input.EFFORT,)),
        (PriorityMethod.WSJF, {"size": None}, (Input.SIZE,)),
        (PriorityMethod.IMPACT_EFFORT, {"impact": None}, (Input.IMPACT,)),
    ],
)
def test_what_lacks_an_input_has_no_score_and_says_which(method, lacking, missing):
    found = weigh(method, other(**lacking))
    assert (found.score, found.quadrant, found.missing) == (None, None, missing)


@pytest.mark.parametrize("method", PriorityMethod)
def test_ties_go_by_the_earliest_due_date_then_by_number(method):
    later, undated = other(action="b", due=DAY + dt.timedelta(1)), other(action="c", due=None, number=1)
    twin = other(action="d", due=None, number=2)
    lacking = other(action="e", effort=None, size=None, due=dt.date(2020, 1, 1))
    assert order(method, lacking, twin, undated, later, FULL) == ["a", "b", "c", "d", "e"]


def test_the_higher_score_goes_first_and_quadrants_in_their_order():
    better = other(action="b", importance=5, value=13, due=None)
    assert order(PriorityMethod.FORMULA, FULL, better) == order(PriorityMethod.WSJF, FULL, better) == ["b", "a"]
    fill, bet, twice = (
        other(action=q, impact=i, effort=Decimal(e)) for q, i, e in (("f", 1, 1), ("g", 5, 30), ("h", 1, 30))
    )
    assert order(PriorityMethod.IMPACT_EFFORT, twice, fill, bet, FULL) == ["a", "g", "f", "h"]
