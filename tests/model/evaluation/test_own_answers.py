from __future__ import annotations

import pytest

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.part_inputs import PartWord, SupportPiece
from tests.rulebooks import book_of, results, told, whole

NA = BlankReason.DOES_NOT_APPLY


def only(kind, word, **scale):
    book = book_of(
        {"model": {"combine": "min"}, "item": kind}, [{"id": "I1", "kind": "item"}], [scale] if scale else []
    )
    return results(book, I1=word)["I1"]


@pytest.mark.parametrize(("ticked", "value"), [(("a", "c"), 5), (("a",), 1), ((), 0), (("a", "a"), 1), ("b", -2)])
def test_several_ticks_are_added(ticked, value):
    choices = [{"id": "a", "value": 1}, {"id": "b", "value": -2}, {"id": "c", "value": 4}]
    found = only({"scale": "ticks"}, ticked, id="ticks", several=True, choices=choices)
    assert found.result.value == value
    assert (found.span.low.value, found.span.high.value) == (-2, 5)


@pytest.mark.parametrize("answer", [11, -1, 2.5, "three", ("a",)])
def test_numbers_outside_of_their_range_are_errors(answer):
    with pytest.raises(ValueError, match="not on the scale whole"):
        only({"scale": "whole"}, answer, id="whole", range={"low": 0, "high": 10, "whole": True})


@pytest.mark.parametrize(
    ("reason", "without", "blank"),
    [
        ("", "open", "reason_wanting"),
        (" ", "open", "reason_wanting"),
        ("None here.", "open", "does_not_apply"),
        ("", "accepted", "does_not_apply"),
        ("", "counts", "unanswered"),
        ("None here.", "counts", "does_not_apply"),
    ],
)
def test_reasons(reason, without, blank):
    found = only({"scale": "grades", "without_reason": without}, PartWord(answer=NA, reason=reason))
    assert told(found.result) == blank


PLAN, TALK = SupportPiece("document", "Plan"), SupportPiece("interview", "Talk")
FORM = SupportPiece("questionnaire", "Form")


@pytest.mark.parametrize(
    ("support", "counts"),
    [
        ((), False),
        ((PLAN,), False),
        ((PLAN, TALK), True),
        ((PLAN, SupportPiece("interview", " plan")), False),
        ((PLAN, FORM), True),
        ((FORM, SupportPiece("questionnaire", "Other form")), False),
    ],
)
def test_evidence(support, counts):
    kind = {"scale": "grades", "evidence": {"sources": 2, "beyond": ["questionnaire"]}}
    found = only(kind, PartWord(answer="PI", support=support))
    assert told(found.result) == ("PI" if counts else "evidence_wanting")
    assert told(only(kind, PartWord(support=support)).result) == "unanswered"


def test_one_source_need_not_go_beyond_anything():
    assert (
        told(only({"scale": "grades", "evidence": {"sources": 1}}, PartWord(answer="PI", support=(FORM,))).result)
        == "PI"
    )


@pytest.mark.parametrize(("answer", "counts"), [("NI", "LI"), ("LI", "LI"), ("FI", "FI")])
def test_an_accepted_alternative_lifts(answer, counts):
    kind = {"scale": "grades", "judged": {"alternative": "LI"}}
    assert told(only(kind, PartWord(answer=answer, alternative=True)).result) == counts
    assert told(only({"scale": "grades"}, PartWord(answer=answer, alternative=True)).result) == answer


def test_boxes_are_answered_once_one_beside_them_is():
    book = book_of(
        {"model": {"combine": "min"}, "item": {"scale": "box"}},
        [{"id": "I1", "kind": "item"}, {"id": "I2", "kind": "item"}],
        [{"id": "box", "grades": ["no", "yes"], "box": True}],
    )
    assert told(results(book)["I2"].result) == "unanswered"
    assert told(results(book, I1="yes")["I2"].result) == "no"
    assert whole(book, I1="yes").determined


def test_one_questionnaire_is_not_enough_where_something_must_go_beyond():
    kind = {"scale": "grades", "evidence": {"sources": 1, "beyond": ["questionnaire"]}}
    assert told(only(kind, PartWord(answer="PI", support=(FORM,))).result) == "evidence_wanting"


def test_all_questionnaires_are_one_source():
    other = SupportPiece("questionnaire", "Other form")
    answer = only({"scale": "grades"}, PartWord(answer="PI", support=(PLAN, FORM, other))).answer
    assert answer is not None
    assert answer.sources == 2


def test_an_alternative_is_told_only_where_it_lifts():
    kind = {"scale": "grades", "judged": {"alternative": "LI"}}
    codes = [
        [ground.code.value for ground in only(kind, PartWord(answer=answer, alternative=True)).result.grounds]
        for answer in ("PI", "LI")
    ]
    assert codes == [["part.alternative"], ["part.answered"]]


def test_what_does_not_apply_becomes_nothing_any_more():
    assert only({"scale": "grades"}, PartWord(answer=NA, reason="None here.")).result.could is None
    assert only({"scale": "grades"}, PartWord(answer=NA)).result.could is not None


def test_an_alternative_has_the_number_of_its_grade():
    scale = {"id": "tier", "choices": [{"id": "low", "value": 1}, {"id": "high", "value": 4}]}
    found = only(
        {"scale": "tier", "judged": {"alternative": "high"}}, PartWord(answer="low", alternative=True), **scale
    )
    assert found.result.value == 4


def test_what_is_no_box_begins_no_boxes():
    book = book_of(
        {"model": {"combine": "count", "count": {}}, "item": {"scale": "box"}, "other": {"scale": "grades"}},
        [{"id": "I1", "kind": "item"}, {"id": "I2", "kind": "other"}],
        [{"id": "box", "grades": ["no", "yes"], "box": True}],
    )
    assert told(results(book, I2="LI")["I1"].result) == "unanswered"


def test_an_answer_is_shaped_too():
    assert only({"scale": "numbers", "from": 10}, 3).result.value == 7
    assert only({"scale": "numbers", "round": {}}, 3.5).result.value == 4
    assert only({"scale": "numbers", "out": [0, 100]}, 3).result.value == 30
