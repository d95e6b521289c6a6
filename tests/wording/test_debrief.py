from decimal import Decimal

import pytest

from desktop.model.assessment.debriefing import HoursSum
from desktop.model.assessment.organisation import BudgetSum
from desktop.wording.debrief import hours_text, lessons_text, money_text


def test_lessons_are_counted():
    assert [lessons_text(count) for count in (0, 1, 2)] == ["No lesson yet", "1 lesson", "2 lessons"]


@pytest.mark.parametrize(
    ("planned", "spent", "text"),
    [
        ("0", "0", "No hours yet"),
        ("0", "3", "Hours: 3 spent, none planned"),
        ("10", "10", "Hours: 10 planned, 10 spent"),
        ("10", "12.5", "Hours: 10 planned, 12.5 spent, 2.5 more than planned"),
        ("10", "9", "Hours: 10 planned, 9 spent, 1 fewer than planned"),
    ],
)
def test_hours_are_held_against_the_plan(planned, spent, text):
    assert hours_text(HoursSum(Decimal(planned), Decimal(spent))) == text


@pytest.mark.parametrize(
    ("planned", "spent", "text"),
    [
        ("0", "0", "The budget has no lines yet"),
        ("5", "4", "Cost: 5 planned, 4 spent EUR"),
        ("5", "7", "Cost: 5 planned, 7 spent EUR, 2 over"),
    ],
)
def test_so_is_money(planned, spent, text):
    assert money_text(BudgetSum(Decimal(planned), Decimal(spent)), "EUR") == text
