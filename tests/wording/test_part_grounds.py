"""Every ground has its sentence."""

from __future__ import annotations

from fractions import Fraction

import pytest

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.part_inputs import PartWord
from desktop.model.evaluation.part_results import GroundCode
from desktop.model.maturity.rulebook.values import Combiner, Turn
from desktop.wording import part_grounds
from tests.rulebooks import flat, results


def test_every_code_and_every_blank_has_its_words():
    assert set(part_grounds.SENTENCES) == set(GroundCode)
    assert set(part_grounds.BLANKS) == set(BlankReason)
    assert set(part_grounds.COMBINERS) == set(Combiner)
    assert set(part_grounds.TURNS) == set(Turn)


def said(book, part="ALL", **words):
    return part_grounds.sentences(results(book, **words)[part].result.grounds)


def test_a_weighted_mean_rounded_down():
    book = flat(
        {"combine": "mean", "weights": "given", "round": {"how": "down"}}, {"scale": "numbers"}, 4, weight=(5, 4, 2, 3)
    )
    assert said(book, I1=3, I2=2, I3=1, I4=2) == [
        "The mean of 4 parts, weighted 5, 4, 2, 3, is 2.21.",
        "Rounded down: 2.",
    ]


def test_a_ladder_under_a_cap():
    cap = {"id": "CAP-1", "at_most": 1, "unless": [{"of": ["I3"], "at_least": "LI"}], "reason": "So it is."}
    book = flat(
        {"ladder": {"floor": 0, "top": 3, "here": {"at_least": "LI"}}, "blanks": {"unanswered": "lowest"},
         "caps": [cap]},
        {"scale": "grades"},
        3,
        level=(1, 2, 3),
    )  # fmt: skip
    assert said(book, I1="LI", I2="FI", I3="PI") == [
        "Capped at 1 by CAP-1.",
        "Level 1. Level 2 is blocked by I3; open: none.",
    ]
    assert said(book, I1="LI", I2="FI", I3="LI") == ["Level 3, the highest there is."]


def test_blanks():
    book = flat({"combine": "mean", "blanks": {"unanswered": "bounds"}}, {"scale": "numbers"}, 2)
    assert said(book, I1=4) == ["It can still become anything from 2 to 7."]
    assert said(book, part="I2", I1=4) == ["There is no result: not answered."]
    out = PartWord(in_scope=False)
    assert said(book, ALL=out) == ["It takes no part: it is out of scope."]
    assert said(book, part="I1", ALL=out) == ["It takes no part, because ALL does not: it is out of scope."]


@pytest.mark.parametrize(
    ("value", "text"),
    [(Fraction(31, 14), "2.21"), (Fraction(5), "5"), (Fraction(1, 10), "0.1"), (Fraction(100), "100")],
)
def test_numbers(value, text):
    assert part_grounds.number(value) == text
