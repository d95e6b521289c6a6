from __future__ import annotations

import pytest
from msgspec.structs import replace

from desktop.model.planning.gaps import Gap
from desktop.wording.verdict import how_levels_come_about, verdict
from tests.builders import tiny_pack
from tests.own_rules import own_rules


def at(level: int, target: int | None, *, rated: bool = True) -> Gap:
    gap = None if target is None else max(0, target - level)
    return Gap("m", "*", level, target, True, None, gap, gap, (), rated)


@pytest.mark.parametrize(
    ("standings", "told"),
    [
        ([("A", at(1, None))], "No target is set, so nothing says yet which level is enough."),
        ([("A", at(1, 3))], "A stands below its target, level 3: it is at level 1."),
        ([("A", at(3, 3))], "A has reached its target."),
        ([("A", at(3, 2)), ("B", at(2, 2))], "Both models with a target have reached it."),
        (
            [("A", at(1, 2)), ("B", at(1, 3)), ("C", at(2, None))],
            ("Both models with a target stand below it; farthest is B: level 1, target 3. No target is set for C."),
        ),
        ([(name, at(1, 2)) for name in "ABC"], "All 3 models with a target stand below it."),
        (
            [("A", at(1, 2)), ("B", at(3, 3)), ("C", at(2, 2))],
            "1 of 3 models with a target stands below it: A is at level 1, its target is 2.",
        ),
        (
            [("A", at(1, 2)), ("B", at(1, 2)), ("C", at(2, 2))],
            "2 of 3 models with a target stand below it.",
        ),
    ],
)
def test_the_verdict_counts_models_against_their_targets(standings: list[tuple[str, Gap]], told: str) -> None:
    assert verdict(standings) == told


def test_a_level_that_may_rise_is_told_as_open() -> None:
    told = verdict([("A", at(1, 2, rated=False)), ("B", at(2, 2))])
    assert told.endswith("Not everything is judged yet: A may turn out higher.")


def test_how_a_level_comes_about() -> None:
    assert how_levels_come_about([tiny_pack()]) == (
        "A model stands where its weakest part stands, however far the others are ahead."
    )


def test_a_result_that_is_wanting_is_no_verdict() -> None:
    blank = Gap("m", "*", 0, "high", own=True, importance=None, gap=None, weighted_gap=None, missing=(), rated=False)
    assert verdict([("A", blank)]) == "A is not rated yet, so nothing says whether its target is reached."
    assert verdict([("A", blank), ("B", at(2, 2))]) == "No model is known to stand below its target. Not rated yet: A."


def test_models_with_rules_of_their_own_are_said_to_have_them() -> None:
    own = replace(own_rules("team-decides"), name="Own")
    assert how_levels_come_about([own]) == "Own follows rules of its own."
    assert how_levels_come_about([tiny_pack(), own]).endswith("ahead. Own follows rules of its own.")
