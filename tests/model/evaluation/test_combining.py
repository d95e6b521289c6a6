from __future__ import annotations

from fractions import Fraction

import pytest

from tests.rulebooks import book_of, flat, told, whole


@pytest.mark.parametrize(
    ("combine", "value"), [("mean", 4), ("median", 2), ("sum", 16), ("min", 1), ("max", 11 - 2), ("count", 3)]
)
def test_numbers(combine, value):
    rule = {"combine": combine} | ({"count": {"at_most": 4}} if combine == "count" else {})
    assert whole(flat(rule, {"scale": "numbers"}, 4), I1=1, I2=4, I3=2, I4=9).value == value


@pytest.mark.parametrize(("combine", "grade"), [("min", "NI"), ("max", "FI"), ("median", "PI")])
def test_grades_stay_grades(combine, grade):
    book = flat({"combine": combine}, {"scale": "grades"}, 4)
    assert told(whole(book, I1="FI", I2="NI", I3="PI", I4="LI")) == grade


def test_grades_have_no_mean_but_their_shares_have():
    with pytest.raises(ValueError, match="I1 is a grade and no number"):
        whole(flat({"combine": "mean"}, {"scale": "grades"}, 2), I1="FI")
    assert whole(
        flat({"combine": "mean", "take": "share"}, {"scale": "grades"}, 2), I1="FI", I2="PI"
    ).value == Fraction(2, 3)


def test_weights():
    given = flat({"combine": "mean", "weights": "given"}, {"scale": "numbers"}, 3, weight=(5, 0, 0.5))
    assert whole(given, I1=2, I2=10, I3=8).value == Fraction(28, 11)
    idle = flat({"combine": "mean", "weights": "given"}, {"scale": "numbers"}, 1, weight=(0,))
    assert told(whole(idle, I1=2)) == "nothing_counted"


def test_a_part_with_more_points_weighs_more_by_its_span():
    book = book_of(
        {"model": {"combine": "mean", "take": "share", "weights": "span"}, "small": {"scale": "small"},
         "item": {"scale": "numbers"}},
        [{"id": "A", "kind": "item"}, {"id": "B", "kind": "small"}],
        [{"id": "small", "range": {"low": 1, "high": 3}}],
    )  # fmt: skip
    assert whole(book, A=10, B=1).value == Fraction(10, 12)


def test_a_share_of_a_span_without_length_is_left_out():
    book = book_of(
        {"model": {"combine": "mean", "take": "share"}, "one": {"scale": "one"}, "item": {"scale": "numbers"}},
        [{"id": "A", "kind": "item"}, {"id": "B", "kind": "one"}],
        [{"id": "one", "choices": [{"id": "only", "value": 3}]}],
    )
    assert whole(book, A=5, B="only").value == Fraction(1, 2)
    assert told(whole(book, B="only")) == "unanswered"


@pytest.mark.parametrize(("over", "value"), [("parts", 6), ("items", 5), ("item", 5)])
def test_what_is_counted(over, value):
    book = book_of(
        {"model": {"combine": "mean", "over": over}, "group": {"combine": "mean"}, "item": {"scale": "numbers"}},
        [
            {"id": "G1", "kind": "group"},
            {"id": "G2", "kind": "group"},
            {"id": "A", "kind": "item", "parent": "G1"},
            {"id": "B", "kind": "item", "parent": "G2"},
            {"id": "C", "kind": "item", "parent": "G2"},
        ],
    )
    assert whole(book, A=9, B=2, C=4).value == value


def test_parts_on_different_scales_give_a_number():
    book = book_of(
        {"model": {"combine": "min"}, "tier": {"scale": "tier"}, "item": {"scale": "numbers"}},
        [{"id": "A", "kind": "tier"}, {"id": "B", "kind": "item"}],
        [{"id": "tier", "choices": [{"id": "low", "value": 1}, {"id": "high", "value": 2}]}],
    )
    found = whole(book, A="high", B=7)
    assert (found.value, found.grade) == (2, None)


def test_counting_what_is_not_there_gives_0():
    book = flat({"combine": "count", "count": {"level": [9], "at_least": 5}}, {"scale": "numbers"}, 1)
    assert whole(book, I1=7).value == 0
