from __future__ import annotations

from fractions import Fraction

import pytest

from desktop.model.evaluation.part_inputs import PartWord
from tests.rulebooks import book_of, flat, results


def test_what_the_team_says_comes_first_then_what_the_kind_says():
    book = flat({"combine": "mean"}, {"scale": "numbers", "target": {"default": 6}}, 2)
    found = results(book, I1=PartWord(answer=4, target=9, importance=3), I2=4)
    assert (found["I1"].target.value, found["I1"].gap, found["I1"].importance) == (9, 5, 3)
    assert (found["I2"].target.value, found["I2"].gap, found["ALL"].target) == (6, 2, None)


def test_a_target_from_above():
    book = flat({"combine": "min"}, {"scale": "grades", "target": {"from_above": True}}, 2)
    found = results(book, ALL=PartWord(target="LI"), I1="NI", I2="FI")
    assert (found["I1"].gap, found["I2"].gap, found["ALL"].gap) == (2, 0, 2)


def test_targets_are_rolled_up_as_results_are():
    rule = {"combine": "mean", "weights": "given", "target": {"rolled_up": True}}
    book = flat(rule, {"scale": "numbers"}, 3, weight=(3, 1, 1))
    found = results(book, I1=PartWord(target=8), I2=PartWord(target=4), I3=10)["ALL"]
    assert found.target.value == 7
    assert results(book, I1=1)["ALL"].target is None


@pytest.mark.parametrize(("answer", "gap"), [(9, 4), (5, 0), (2, 0)])
def test_where_less_is_better(answer, gap):
    book = flat({"combine": "mean"}, {"scale": "numbers", "better_down": True}, 1)
    assert results(book, I1=PartWord(answer=answer, target=5))["I1"].gap == gap


def test_of_an_open_part_the_gap_is_from_the_lowest_and_of_an_excluded_one_there_is_none():
    book = flat({"combine": "mean"}, {"scale": "numbers"}, 1)
    assert results(book, I1=PartWord(target=5))["I1"].gap == 5
    out = results(book, I1=PartWord(target=5, in_scope=False))["I1"]
    assert (out.gap, out.target) == (None, None)


def test_a_target_that_is_none_of_the_part_is_an_error():
    book = flat({"combine": "min"}, {"scale": "grades"}, 1)
    with pytest.raises(ValueError, match="FI is no number"):
        results(book, I1=PartWord(answer="FI", target=3))


def test_a_target_may_be_a_grade_of_a_band():
    bands = [{"is": "low"}, {"from": 4, "is": "mid"}, {"from": 8, "is": "high"}]
    book = book_of(
        {"model": {"combine": "mean", "bands": bands}, "item": {"scale": "numbers"}}, [{"id": "A", "kind": "item"}]
    )
    found = results(book, ALL=PartWord(target="high"), A=2)["ALL"]
    assert (found.gap, found.result.value) == (2, Fraction(2))


def test_without_one_above_the_kind_says_what_is_wanted():
    book = flat({"combine": "min"}, {"scale": "numbers", "target": {"from_above": True, "default": 4}}, 1)
    assert results(book, I1=1)["I1"].target.value == 4
    assert results(book, I1=1, ALL=PartWord(target=9))["I1"].target.value == 9
