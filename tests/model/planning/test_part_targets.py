"""What one can want of a part."""

from __future__ import annotations

import pytest

from desktop.model.evaluation.evaluate import evaluate
from desktop.model.evaluation.part_inputs import PartsInput
from desktop.model.planning.part_targets import offered_targets, stepped_target, target_by_digit
from tests.own_rules import own_rules


def result_of(name, part):
    pack = own_rules(name)
    return evaluate(pack.rules, PartsInput())[part]


@pytest.mark.parametrize(
    ("name", "part", "offered"),
    [
        ("minimum-tiers", "ALL", ("partial", "risk_informed", "repeatable", "adaptive")),
        ("attributes-to-level", "BOIL", ("0", "1", "2", "3")),
        ("numbers-with-targets", "GV", tuple(map(str, range(11)))),
        ("sum-of-levels", "BREW-W-1", ("0", "1")),
        ("mean-with-bands", "TILL", ("foundation", "advanced", "expert")),
    ],
)
def test_grades_are_offered_or_numbers_over_the_span(name, part, offered):
    assert offered_targets(result_of(name, part)) == offered


def test_keys_step_through_what_is_offered_and_choose_by_place_or_number():
    tier, number = result_of("minimum-tiers", "ALL"), result_of("numbers-with-targets", "GV")
    assert [stepped_target(tier, "", 1), stepped_target(tier, "", -1)] == ["adaptive", ""]
    assert stepped_target(tier, "partial", 1) == "risk_informed"
    assert stepped_target(tier, "partial", -1) == ""
    assert stepped_target(tier, "adaptive", 1) == "adaptive"
    assert [target_by_digit(tier, digit) for digit in (0, 1, 4, 5)] == ["", "partial", "adaptive", ""]
    assert [target_by_digit(number, digit) for digit in (1, 8)] == ["1", "8"]
