import datetime as dt
from decimal import Decimal

import pytest

from desktop.model.planning.priorities import USED, Input, Quadrant, Weighable, weigh
from desktop.model.records import PriorityMethod
from desktop.wording import priorities

FULL = Weighable(
    "a", 1, dt.date(2026, 3, 2), blocks=True, importance=4, gap=1, effort=Decimal(6),
    impact=4, value=8, urgency=5, opportunity=1, size=3,
)  # fmt: skip


@pytest.mark.parametrize(
    ("method", "told"),
    [
        (PriorityMethod.FORMULA, "2 × importance 4 × gap 1 ÷ 6 days = 1.33"),
        (PriorityMethod.WSJF, "(value 8 + urgency 5 + opportunity 1) ÷ size 3 = 4.67"),
        (PriorityMethod.IMPACT_EFFORT, "Impact 4, 6 days: Quick win"),
    ],
)
def test_what_came_of_it_stands_with_every_input(method, told):
    assert priorities.reckoned(method, weigh(method, FULL)) == told


@pytest.mark.parametrize("method", PriorityMethod)
def test_what_is_missing_is_named(method):
    found = weigh(method, Weighable("a", 1))
    told = priorities.reckoned(method, found)
    assert told.count(",") == len(found.missing) - 1
    assert priorities.score_text(found) == "–"
    assert all(priorities.input_name(each) for each in USED[method])


def test_numbers_have_two_decimals_at_most():
    assert [priorities.plain(value) for value in (Decimal("2.50"), 1.005, Decimal(100))] == ["2.5", "1.01", "100"]
    assert priorities.input_text(weigh(PriorityMethod.FORMULA, FULL), Input.BLOCKS) == "yes"


def test_the_rule_names_what_divides_the_quadrants():
    assert "4 or more" in priorities.rule(PriorityMethod.IMPACT_EFFORT)
    assert len({priorities.quadrant_name(each) for each in Quadrant}) == 4
