from __future__ import annotations

import pytest

from desktop.model.maturity.parts import WHOLE
from desktop.model.scoring.inputs import TargetJudgement
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.streams import score
from desktop.model.scoring.targets import to_target, wanted_of_model
from tests.builders_schemes import no_levels, tiny_streams


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
    found = to_target("CTP", level, target, importance)
    assert (found.target, found.gap, found.weighted_gap) == (target, gap, weighted)
    assert [trace.rule for trace in found.parts] == [rule]


def test_without_a_target_there_is_no_gap() -> None:
    found = to_target("CTP", 1, None, 5)
    assert (found.target, found.importance, found.gap, found.weighted_gap, found.parts) == (None, 5, None, None, ())


def test_the_level_wanted_of_the_model_stands_in() -> None:
    targets = {WHOLE: TargetJudgement(3), "REQ": TargetJudgement(importance=2), "REP": TargetJudgement(5)}
    assert wanted_of_model(targets) == 3
    request, report = score(tiny_streams(), no_levels(targets=targets)).streams[1:]
    assert (request.target, request.weighted_gap) == (3, 4)
    assert (report.target, report.gap) == (5, 4)
