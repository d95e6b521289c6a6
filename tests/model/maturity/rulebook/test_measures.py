"""How rules stand in files: under the words that authors write."""

from __future__ import annotations

import msgspec
import pytest

from desktop.model.maturity.rulebook import BlankRules, GradeBand, MeasureRule, Treatment


def test_keys_that_python_cannot_name():
    read = msgspec.convert(
        {
            "combine": "count",
            "count": {"below": 5},
            "from": 110,
            "out": [0, 5],
            "bands": [{"is": "low"}, {"from": 2, "is": "mid"}, {"above": 4, "is": "high"}],
        },
        MeasureRule,
    )
    assert read.counted is not None
    assert (read.start, read.out) == (110, (0, 5))
    assert read.bands == (GradeBand(grade="low"), GradeBand(grade="mid", reached=2), GradeBand(grade="high", passed=4))
    assert msgspec.to_builtins(read)["count"] == {"below": 5}


def test_blanks_are_treated_by_a_word_or_count_a_number():
    read = msgspec.convert({"unanswered": 0, "dont_know": "pass_up"}, BlankRules)
    assert (read.unanswered, read.dont_know, read.out_of_scope) == (0, Treatment.HAND_UP, Treatment.LEAVE_OUT)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"unanswered": "ignore"}, BlankRules)


@pytest.mark.parametrize(
    ("rule", "counts"),
    [
        ({}, False),
        ({"bands": [{"is": "low"}]}, False),
        ({"combine": "mean"}, True),
        ({"ladder": {"floor": 0, "top": 3}}, True),
        ({"choose": [{"is": "low"}]}, True),
    ],
)
def test_whether_it_follows_from_other_parts(rule, counts):
    assert msgspec.convert(rule, MeasureRule).counts is counts
