from __future__ import annotations

import pytest

from desktop.model.maturity.parts import WHOLE
from desktop.model.scoring.inputs import TargetJudgement
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.targets import distance, wanted_of_model


@pytest.mark.parametrize(
    ("level", "target", "importance", "gap", "weighted", "rule"),
    [
        (2, 4, 3, 2, 6, Rule.GAP_OPEN),
        (2, 4, None, 2, 2, Rule.GAP_UNWEIGHTED),
        (4, 4, 5, 0, 0, Rule.GAP_CLOSED),
        (5, 2, 5, 0, 0, Rule.GAP_CLOSED),
    ],
)
def test_the_gap_is_never_below_0(
    level: int, target: int, importance: int | None, gap: int, weighted: int, rule: Rule
) -> None:
    found = distance({"CTP": TargetJudgement(target, importance)}, "CTP", level)
    assert (found.target, found.gap, found.weighted_gap) == (target, gap, weighted)
    assert [trace.rule for trace in found.parts] == [rule]


def test_without_a_target_there_is_no_gap() -> None:
    found = distance({"CTP": TargetJudgement(importance=5)}, "CTP", 1)
    assert (found.target, found.importance, found.gap, found.weighted_gap, found.parts) == (None, 5, None, None, ())


def test_the_level_wanted_of_the_model_stands_in() -> None:
    targets = {WHOLE: TargetJudgement(3), "CTP": TargetJudgement(importance=2), "COM": TargetJudgement(5)}
    assert wanted_of_model(targets) == 3
    assert distance(targets, "CTP", 1).weighted_gap == 4
    assert distance(targets, "COM", 1).gap == 4
