from __future__ import annotations

from fractions import Fraction

import pytest

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.evaluate import evaluate
from desktop.model.evaluation.part_inputs import PartsInput, PartWord
from tests.rulebooks import ends, flat, results, told

NA, UNKNOWN, LATER = BlankReason.DOES_NOT_APPLY, BlankReason.DONT_KNOW, BlankReason.NOT_DUE


def sites(across, *said, scale="numbers"):
    book = flat({"combine": "min"}, {"scale": scale, "across": {"of": "sites", **across}}, 1)
    word = PartWord(instances={f"site {number}": answer for number, answer in enumerate(said)})
    return results(book, I1=word)["I1"].result


@pytest.mark.parametrize(("combine", "value"), [("mean", 4), ("min", 1), ("max", 9), ("median", 2), ("sum", 12)])
def test_numbers_of_sites(combine, value):
    assert sites({"combine": combine}, 9, 1, 2).value == value


def test_grades_of_sites():
    assert told(sites({"combine": "min"}, "FI", "PI", scale="grades")) == "PI"


@pytest.mark.parametrize("blank", [None, NA, UNKNOWN, LATER])
def test_sites_without_answer_are_left_out(blank):
    assert sites({"combine": "mean"}, 4, 6, blank).value == 5


@pytest.mark.parametrize(
    ("unanswered", "now"), [("leave_out", 8), ("lowest", 4), ("highest", 9), ("pass_up", None), ("bounds", None)]
)
def test_open_sites(unanswered, now):
    found = sites({"combine": "mean", "unanswered": unanswered}, 8, None)
    assert (found.value, ends(found)) == (now, (4, 9))


@pytest.mark.parametrize(
    ("said", "blank"),
    [((), "unanswered"), ((None, None), "unanswered"), ((UNKNOWN, UNKNOWN), "dont_know"), ((NA, None), "unanswered")],
)
def test_nothing_that_counts(said, blank):
    assert told(sites({"combine": "mean"}, *said)) == blank


def test_respondents_are_a_case_of_it():
    book = flat({"combine": "mean"}, {"scale": "grades", "across": {"combine": "median"}}, 1)
    book_numbers = {"I1": {"NI": 2, "FI": 1, "dont_know": 4}}
    with pytest.raises(ValueError, match="dont_know"):
        evaluate(book, PartsInput(tallies=book_numbers))
    found = evaluate(flat({"combine": "min"}, {"scale": "grades", "across": {"combine": "median"}}, 1),
                     PartsInput(tallies={"I1": {"NI": 2, "FI": 1}}))  # fmt: skip
    assert found["I1"].result.grade == "NI"


def test_means_are_exact():
    assert sites({"combine": "mean"}, 1, 1, 2).value == Fraction(4, 3)


def test_sites_that_are_all_answered_hand_nothing_up():
    assert sites({"combine": "mean", "unanswered": "pass_up"}, 8, 6).value == 7


def test_equal_answers_count_each():
    assert sites({"combine": "median"}, 1, 9, 9).value == 9
    assert sites({"combine": "mean"}, 1, 9, 9, 1, 5).value == 5
    assert sites({"combine": "sum"}, 2, 2, None).value == 4


def test_sites_count_rather_than_respondents_where_there_are_some():
    book = flat({"combine": "min"}, {"scale": "grades", "across": {"combine": "min"}}, 1)
    words = {"I1": PartWord(instances={"here": "LI"})}
    found = evaluate(book, PartsInput(words=words, tallies={"I1": {"NI": 5}}))
    assert found["I1"].result.grade == "LI"


def test_the_whole_may_not_apply_whatever_the_sites_say():
    book = flat({"combine": "min"}, {"scale": "numbers", "across": {"of": "sites", "combine": "mean"}}, 1)
    word = PartWord(answer=NA, reason="None here.", instances={"here": 4})
    assert told(results(book, I1=word)["I1"].result) == "does_not_apply"
