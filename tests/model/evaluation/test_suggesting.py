from __future__ import annotations

from fractions import Fraction

import pytest

from desktop.model.evaluation.evaluate import evaluate
from desktop.model.evaluation.part_inputs import PartsInput, PartWord, SupportPiece
from tests.rulebooks import book_of, told

BANDS = [{"is": "NI"}, {"above": 15, "is": "PI"}, {"above": 50, "is": "LI"}, {"above": 85, "is": "FI"}]
OFTEN = {
    "id": "often",
    "choices": [{"id": "never", "value": 0}, {"id": "half", "value": 50}, {"id": "always", "value": 100}],
}


def suggestion(suggest, tallies, *support):
    book = book_of(
        {
            "model": {"combine": "min"},
            "practice": {"scale": "grades", "suggest": suggest, "evidence": {"sources": 1}},
            "question": {"scale": "often", "asked": True, "across": {"combine": "mean"}},
        },
        [
            {"id": "P", "kind": "practice"},
            {"id": "Q1", "kind": "question", "informs": ["P"]},
            {"id": "Q2", "kind": "question", "informs": ["P"]},
        ],
        [OFTEN],
    )
    word = PartWord(answer="FI", support=tuple(SupportPiece(kind, kind) for kind in support))
    return evaluate(book, PartsInput(words={"P": word}, tallies=tallies))["P"]


def test_all_answers_are_taken_together():
    found = suggestion({"bands": BANDS}, {"Q1": {"always": 4}, "Q2": {"never": 1}}).suggestion
    assert found is not None
    assert (found.value, found.answers, found.grade, found.n) == (80, "LI", "LI", 5)


def test_without_an_answer_nothing_is_suggested():
    assert suggestion({"bands": BANDS}, {"Q1": {"always": 0}}).suggestion is None


def test_the_middle_answer_is_the_lower_of_two():
    found = suggestion({"combine": "median"}, {"Q1": {"always": 1, "half": 1}}).suggestion
    assert found is not None
    assert (found.value, found.answers, found.grade) == (Fraction(50), None, None)


@pytest.mark.parametrize(
    ("support", "grade"), [((), "PI"), (("interview",), "PI"), (("document",), "FI"), (("interview", "document"), "FI")]
)
def test_words_alone_suggest_so_much_and_no_more(support, grade):
    rule = {"bands": BANDS, "at_most": "PI", "unless_shown": ["document", "demonstration"]}
    found = suggestion(rule, {"Q1": {"always": 5}}, *support).suggestion
    assert found is not None
    assert (found.answers, found.grade) == ("FI", grade)
    lower = suggestion(rule, {"Q1": {"never": 5}}, *support).suggestion
    assert lower is not None
    assert lower.grade == "NI"


def test_answers_of_respondents_are_a_source():
    assert told(suggestion({"bands": BANDS}, {"Q1": {"always": 1}}).result) == "FI"
    assert told(suggestion({"bands": BANDS}, {"Q1": {"always": 0}}).result) == "evidence_wanting"


def test_a_part_may_be_asked_about_itself():
    book = book_of({"model": {"combine": "min"}, "item": {"scale": "often", "suggest": {"bands": BANDS}}},
                   [{"id": "I1", "kind": "item"}], [OFTEN])  # fmt: skip
    found = evaluate(book, PartsInput(tallies={"I1": {"half": 3}}))["I1"]
    assert found.suggestion is not None
    assert (found.suggestion.grade, told(found.result)) == ("PI", "unanswered")
