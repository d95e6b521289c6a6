"""What counts for a part without result."""

from __future__ import annotations

from fractions import Fraction

import pytest

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.part_inputs import PartWord
from tests.rulebooks import book_of, ends, flat, told, whole

OPEN = PartWord()
UNKNOWN = PartWord(answer=BlankReason.DONT_KNOW)
NA = PartWord(answer=BlankReason.DOES_NOT_APPLY, reason="None here.")
NO_REASON = PartWord(answer=BlankReason.DOES_NOT_APPLY)
OUT = PartWord(in_scope=False)


@pytest.mark.parametrize(
    ("word", "key"), [(OPEN, "unanswered"), (UNKNOWN, "dont_know"), (NA, "does_not_apply"), (OUT, "out_of_scope")]
)
@pytest.mark.parametrize(
    ("treatment", "now"),
    [("leave_out", 6), ("lowest", 3), ("highest", 8), (2, 4), ("target", 7), ("pass_up", None), ("bounds", None)],
)
def test_treatments(word, key, treatment, now):
    book = flat({"combine": "mean", "blanks": {key: treatment}}, {"scale": "numbers", "target": {"default": 8}}, 2)
    found = whole(book, I1=6, I2=word)
    assert found.value == now
    if key in ("unanswered", "dont_know"):
        assert ends(found) == ((0, 10) if treatment == "pass_up" else (3, 8))
        assert not found.determined
    if now is None and key in ("does_not_apply", "out_of_scope") and treatment == "pass_up":
        assert (told(found), found.could) == (key, None)


def test_a_target_that_nobody_set_is_left_out():
    assert (
        whole(flat({"combine": "mean", "blanks": {"unanswered": "target"}}, {"scale": "numbers"}, 2), I1=6).value == 6
    )


def test_out_of_scope_is_closed_only_when_it_is_left_out():
    def found(treatment):
        book = flat({"combine": "mean", "blanks": {"out_of_scope": treatment}}, {"scale": "numbers"}, 2)
        return whole(book, I1=6, I2=OUT)

    assert (found("leave_out").value, ends(found("leave_out"))) == (6, (6, 6))
    assert (found("lowest").value, ends(found("lowest"))) == (3, (3, 8))


def test_bounds_give_a_result_once_nothing_open_matters():
    table = {
        "grades": ["bad", "good"],
        "choose": [{"is": "bad", "when": [{"how_many": 1, "at_most": "PI"}]}, {"is": "good"}],
    }
    bounds = flat({**table, "blanks": {"unanswered": "bounds"}}, {"scale": "grades"}, 2)
    handed = flat({**table, "blanks": {"unanswered": "pass_up"}}, {"scale": "grades"}, 2)
    assert [told(whole(book, I1="PI")) for book in (bounds, handed)] == ["bad", "unanswered"]
    assert [told(whole(book, I1="LI")) for book in (bounds, handed)] == ["unanswered", "unanswered"]
    assert ends(whole(handed, I1="PI")) == ("bad", "good")


@pytest.mark.parametrize(
    ("words", "blank"),
    [
        ([NA, NA], "does_not_apply"),
        ([OUT, NA], "out_of_scope"),
        ([OUT, OPEN], "unanswered"),
        ([NO_REASON, NA], "unanswered"),
    ],
)
def test_when_everything_is_left_out(words, blank):
    book = flat({"combine": "mean"}, {"scale": "numbers"}, 2)
    assert told(whole(book, I1=words[0], I2=words[1])) == blank


def test_a_part_in_which_nothing_is_counted():
    assert told(whole(flat({"combine": "sum"}, {"scale": "numbers"}, 0))) == "nothing_counted"


def test_exactness():
    assert whole(flat({"combine": "mean"}, {"scale": "numbers"}, 3), I1=0.1, I2=0.2, I3=0.7).value == Fraction(1, 3)


TIERS = [
    {"id": "tier", "choices": [{"id": word, "value": n} for n, word in enumerate(("partial", "informed", "risen"), 1)]}
]


def tiers(**blanks):
    return book_of(
        {
            "model": {"combine": "min", "blanks": blanks},
            "group": {"combine": "min", "blanks": {"unanswered": "pass_up"}},
            "item": {"scale": "tier", "target": {"default": "informed"}},
        },
        [
            {"id": "G", "kind": "group"},
            {"id": "A", "kind": "item"},
            {"id": "B", "kind": "item", "parent": "G"},
        ],
        TIERS,
    )


@pytest.mark.parametrize(("number", "grade"), [(0, "partial"), (1, "partial"), (1.5, "partial"), (2, "informed")])
def test_a_number_that_stands_in_has_the_grade_that_it_reaches(number, grade):
    assert whole(tiers(unanswered=number), A="risen").grade == grade
    assert whole(tiers(unanswered=number), B="risen").grade == grade


def test_a_target_that_stands_in_has_its_number():
    found = whole(tiers(unanswered="target"), B="risen")
    assert (found.value, found.grade) == (2, "informed")


def test_of_a_part_in_which_nothing_is_counted_nothing_is_known():
    table = {
        "grades": ["bad", "good"],
        "choose": [{"is": "bad", "when": [{"how_many": 1, "at_most": "bad"}]}, {"is": "good"}],
        "blanks": {"unanswered": "bounds"},
    }
    book = book_of(
        {"model": table, "group": table, "other": {"combine": "sum"}},
        [{"id": "G", "kind": "group"}, {"id": "H", "kind": "group"}],
    )
    found = whole(book)
    assert (told(found), ends(found)) == ("unanswered", ("bad", "good"))
    number = book_of({"model": {"combine": "sum", "blanks": {"unanswered": 3}}, "group": {"combine": "sum"}},
                     [{"id": "G", "kind": "group"}])  # fmt: skip
    assert (whole(number).value, ends(whole(number))) == (3, (3, 3))
