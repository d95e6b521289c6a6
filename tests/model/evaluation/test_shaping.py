from __future__ import annotations

from fractions import Fraction

import msgspec
import pytest

from desktop.model.evaluation.shaping import rounded
from desktop.model.evaluation.states import band_of
from desktop.model.maturity.rulebook import GradeBand, RoundingRule
from tests.rulebooks import book_of, ends, flat, whole


@pytest.mark.parametrize(
    ("how", "places", "value", "result"),
    [
        ("half_up", 0, 2.5, 3),
        ("half_up", 0, -2.5, -3),
        ("half_up", 0, 2.4999, 2),
        ("half_up", 1, 5.25, 5.3),
        ("down", 0, 2.99, 2),
        ("down", 0, -0.1, -1),
        ("down", 1, 76.29, 76.2),
        ("up", 0, 2.01, 3),
        ("up", 0, 2, 2),
    ],
)
def test_rounding(how, places, value, result):
    rule = msgspec.convert({"how": how, "places": places}, RoundingRule)
    assert rounded(rule, Fraction(str(value))) == Fraction(str(result))


@pytest.mark.parametrize(("value", "grade"), [(1, "low"), (2, "mid"), (4, "mid"), (Fraction(401, 100), "high")])
def test_bands(value, grade):
    bands = (GradeBand(grade="low"), GradeBand(grade="mid", reached=2), GradeBand(grade="high", passed=4))
    assert band_of(bands, Fraction(value)) == grade


def test_the_steps_follow_one_another():
    book = flat(
        {
            "combine": "sum",
            "from": 20,
            "out": [0, 100],
            "round": {},
            "bands": [{"is": "low"}, {"from": 63, "is": "high"}],
        },
        {"scale": "numbers"},
        2,
    )
    found = whole(book, I1=2.5, I2=5)
    assert (found.value, found.grade) == (63, "high")
    assert ends(whole(book, I1=2.5)) == ("low", "high")
    assert whole(book, I1=2.5, I2=5.1).value == 62


def test_a_span_without_length_cannot_be_stretched():
    book = flat({"combine": "sum", "out": [0, 5]}, {"scale": "grades", "bands": []}, 0)
    assert whole(book).blank == "nothing_counted"


def test_what_can_only_be_one_number_cannot_be_stretched():
    book = book_of(
        {"model": {"combine": "sum", "out": [0, 5]}, "item": {"scale": "one"}},
        [{"id": "A", "kind": "item"}],
        [{"id": "one", "choices": [{"id": "only", "value": 2}]}],
    )
    assert whole(book, A="only").blank == "nothing_counted"
