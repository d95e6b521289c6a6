from __future__ import annotations

from fractions import Fraction

import msgspec
import pytest

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.conditions import Truth, compared
from desktop.model.evaluation.part_inputs import PartWord
from desktop.model.evaluation.states import Extent, Point
from desktop.model.maturity.rulebook import PartNeeds
from tests.rulebooks import book_of, flat, told, whole

_NA = BlankReason.DOES_NOT_APPLY
SURE, POSSIBLE, NO = (
    Truth(sure=True, possible=True),
    Truth(sure=False, possible=True),
    Truth(sure=False, possible=False),
)


@pytest.mark.parametrize(
    ("needs", "low", "high", "truth"),
    [
        ({"at_least": 3}, 3, 3, SURE),
        ({"at_least": 3}, 2, 3, POSSIBLE),
        ({"at_least": 3}, 2, 2, NO),
        ({"at_most": 3}, 3, 3, SURE),
        ({"at_most": 3}, 3, 4, POSSIBLE),
        ({"at_most": 3}, 4, 4, NO),
        ({"below": 3}, 2, 2, SURE),
        ({"below": 3}, 2, 3, POSSIBLE),
        ({"below": 3}, 3, 3, NO),
        ({"at_least": 2, "at_most": 4}, 2, 4, SURE),
        ({"at_least": 2, "at_most": 4}, 0, 9, POSSIBLE),
        ({"at_least": 2, "at_most": 4}, 5, 9, NO),
    ],
)
def test_extents_and_limits(needs, low, high, truth):
    extent = Extent(Point(Fraction(low)), Point(Fraction(high)))
    assert compared(msgspec.convert(needs, PartNeeds), extent, ()) == truth


def table(when, count=4):
    rows = [{"is": "yes", "when": [when]}, {"is": "no"}]
    return flat(
        {"grades": ["no", "yes"], "choose": rows, "blanks": {"unanswered": "bounds"}},
        {"scale": "grades", "without_reason": "accepted"},
        count,
    )


@pytest.mark.parametrize(
    ("how_many", "answers", "result"),
    [
        (None, "LI LI LI LI", "yes"),
        (None, "LI LI LI PI", "no"),
        (2, "LI PI LI PI", "yes"),
        (2, "LI PI PI PI", "no"),
        ("75%", "LI LI LI PI", "yes"),
        ("75%", "LI LI PI PI", "no"),
        ("80%", "LI LI LI PI", "no"),
        ("80%", "LI LI LI NA", "yes"),
        (3, "LI LI NA NA", "no"),
        (None, "LI NA NA NA", "yes"),
    ],
)
def test_how_many(how_many, answers, result):
    needs = {"at_least": "LI"} | ({} if how_many is None else {"how_many": how_many})
    said = {f"I{n}": PartWord(answer=_NA) if word == "NA" else word for n, word in enumerate(answers.split(), start=1)}
    assert told(whole(table(needs), **said)) == result


def test_a_part_that_does_not_apply_may_stand_in_the_way():
    book = table({"at_least": "LI", "not_applicable_fails": True}, count=2)
    assert told(whole(book, I1="LI", I2=PartWord(answer=_NA))) == "no"


def test_conditions_pick_parts_by_level_kind_and_id():
    def result(**when):
        book = book_of(
            {
                "model": {"grades": ["no", "yes"], "choose": [{"is": "yes", "when": [when]}, {"is": "no"}]},
                "item": {"scale": "grades"},
                "other": {"scale": "grades"},
                "group": {"combine": "min"},
            },
            [
                {"id": "A", "kind": "item", "level": 1},
                {"id": "B", "kind": "other", "level": 2},
                {"id": "G", "kind": "group", "level": 3},
                {"id": "C", "kind": "item", "parent": "G"},
            ],
        )
        return told(whole(book, A="FI", B="NI", C="LI"))

    assert result(at_least="LI", level=[1]) == "yes"
    assert result(at_least="LI", level=[1, 2]) == "no"
    assert result(at_least="LI", kind="item") == "yes"
    assert result(at_least="LI", kind="other") == "no"
    assert result(at_least="LI", of=["A", "C"]) == "yes"
    assert result(at_least="FI", of=["C"]) == "no"
    assert result(at_least="LI") == "no"


def test_conditions_compare_further_measures():
    book = book_of(
        {
            "model": {"grades": ["no", "yes"], "choose": [
                {"is": "yes", "when": [{"measure": "weak", "at_most": 1}]}, {"is": "no"}]},
            "group": {"combine": "mean", "also": [{"id": "weak", "combine": "count", "count": {"below": 5}}]},
            "item": {"scale": "numbers"},
        },
        [{"id": "G", "kind": "group"}, *({"id": id_, "kind": "item", "parent": "G"} for id_ in "ABC")],
    )  # fmt: skip
    assert told(whole(book, A=4, B=5, C=9)) == "yes"
    assert told(whole(book, A=4, B=4.9, C=9)) == "no"
