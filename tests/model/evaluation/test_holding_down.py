from __future__ import annotations

import pytest

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.part_inputs import PartWord
from tests.rulebooks import book_of, ends, flat, results, told, whole

NA = PartWord(answer=BlankReason.DOES_NOT_APPLY, reason="None here.")


def capped(fails=False, **rule):
    needs = {"of": ["I1"], "at_least": "LI", "not_applicable_fails": fails}
    return flat(
        {
            "combine": "max",
            **rule,
            "caps": [{"id": "CAP-1", "at_most": "PI", "unless": [needs], "reason": "So it is."}],
        },
        {"scale": "grades"},
        2,
    )


@pytest.mark.parametrize(
    ("first", "grade", "could"),
    [
        ("LI", "FI", ("FI", "FI")),
        ("PI", "PI", ("PI", "PI")),
        (PartWord(), "PI", ("PI", "FI")),
        (NA, "FI", ("FI", "FI")),
    ],
)
def test_a_cap_holds_until_it_is_surely_lifted(first, grade, could):
    found = whole(capped(), I1=first, I2="FI")
    assert (told(found), ends(found)) == (grade, could)


def test_what_does_not_apply_need_not_lift_a_cap():
    assert told(whole(capped(fails=True), I1=NA, I2="FI")) == "PI"


def test_a_cap_that_would_not_lower_is_not_told():
    assert "part.capped" in [ground.code for ground in whole(capped(), I1="NI", I2="LI").grounds]
    assert "part.capped" not in [ground.code for ground in whole(capped(), I1="NI", I2="PI").grounds]


def test_caps_hold_the_parts_they_name_and_read_what_takes_no_part():
    cap = {"id": "C", "at_most": 3, "unless": [{"of": ["B1"], "at_least": 5}], "reason": "So it is.", "on": ["A"]}
    book = book_of(
        {"model": {"combine": "sum"}, "group": {"combine": "sum", "caps": [cap]}, "item": {"scale": "numbers"}},
        [
            {"id": "A", "kind": "group"},
            {"id": "B", "kind": "group"},
            {"id": "A1", "kind": "item", "parent": "A"},
            {"id": "B1", "kind": "item", "parent": "B"},
        ],
    )
    found = results(book, A1=7, B1=4)
    assert (found["A"].result.value, found["B"].result.value) == (3, 4)
    out = results(book, A1=7, B1=5, B=PartWord(in_scope=False))
    assert (out["A"].result.value, out["B"].result.blank, out["B1"].result.blank) == (
        7,
        BlankReason.OUT_OF_SCOPE,
        BlankReason.OUT_OF_SCOPE,
    )


def test_a_cap_on_a_grade_leaves_the_number():
    cap = {"id": "C", "at_most": "low", "unless": [{"of": ["I1"], "at_least": 9}], "reason": "So it is."}
    rule = {"combine": "mean", "bands": [{"is": "low"}, {"from": 5, "is": "high"}], "caps": [cap]}
    found = whole(flat(rule, {"scale": "numbers"}, 2), I1=6, I2=6)
    assert (found.value, found.grade) == (6, "low")


def test_what_was_said_beneath_a_part_out_of_scope_holds_a_cap_too():
    cap = {"id": "C", "at_most": 3, "unless": [{"of": ["B1"], "at_least": 5}], "reason": "So it is.", "on": ["A"]}
    book = book_of(
        {"model": {"combine": "sum"}, "group": {"combine": "sum", "caps": [cap]}, "item": {"scale": "numbers"}},
        [
            {"id": "A", "kind": "group"},
            {"id": "B", "kind": "group"},
            {"id": "A1", "kind": "item", "parent": "A"},
            {"id": "B1", "kind": "item", "parent": "B"},
        ],
    )
    found = results(book, A1=7, B1=4, B=PartWord(in_scope=False))["A"]
    assert (found.result.value, found.uncapped.value) == (3, 7)
    assert [(force.id, force.at_most.value, force.before, force.open) for force in found.caps] == [
        ("C", 3, ("B1",), ())
    ]


def test_what_nothing_is_concluded_about_may_still_be_brought_down():
    cap = {"id": "C", "at_most": 3, "unless": [{"of": ["A"], "at_least": 9}], "reason": "So it is."}
    book = book_of(
        {"model": {"combine": "min", "caps": [cap], "blanks": {"unanswered": "pass_up"}}, "item": {"scale": "high"}},
        [{"id": "A", "kind": "item"}, {"id": "B", "kind": "item"}],
        [{"id": "high", "range": {"low": 5, "high": 10}}],
    )
    assert ends(whole(book, A=9)) == (3, 10)


def test_where_lowest_and_highest_meet_that_is_the_result_whatever_stands_in():
    book = book_of(
        {
            "model": {"combine": "sum", "blanks": {"unanswered": 3}},
            "group": {"combine": "min", "blanks": {"unanswered": "pass_up"}},
            "item": {"scale": "one"},
        },
        [{"id": "A", "kind": "group"}, {"id": "A1", "kind": "item", "parent": "A"}],
        [{"id": "one", "choices": [{"id": "only", "value": 2}]}],
    )
    found = whole(book)
    assert (found.value, ends(found)) == (2, (2, 2))


def test_a_part_that_follows_from_itself_is_an_error():
    cap = {"id": "C", "at_most": 1, "unless": [{"of": ["ALL"], "at_least": 5}], "reason": "So it is."}
    with pytest.raises(ValueError, match="ALL follows from itself"):
        whole(flat({"combine": "sum", "caps": [cap]}, {"scale": "numbers"}, 1), I1=2)


def test_what_a_cap_waits_for_is_missing():
    assert results(capped(), I2="FI")["ALL"].missing == ("I1",)
    beside = {"id": "C", "at_most": "PI", "unless": [{"of": ["I2"], "at_least": "LI"}], "reason": "So it is."}
    book = book_of(
        {"model": {"combine": "max"}, "group": {"combine": "max", "caps": [beside]}, "item": {"scale": "grades"}},
        [{"id": "G", "kind": "group"}, {"id": "I1", "kind": "item", "parent": "G"}, {"id": "I2", "kind": "item"}],
    )
    assert results(book, I1="FI")["G"].missing == ("I2",)
    assert results(book, I1="FI", I2="NI")["G"].missing == ()


def ladder_under(at_most):
    needs = {"of": ["I1"], "at_least": "FI"}
    cap = {"id": "C", "at_most": at_most, "unless": [needs], "reason": "So it is."}
    return flat({"ladder": {"floor": 1, "top": 4, "here": {"at_least": "LI"}}, "caps": [cap]}, {"scale": "grades"}, 4,
                level=(1, 2, 3, 4))  # fmt: skip


def test_a_cap_stands_before_the_levels_above_it_only():
    said = {"I1": "LI", "I2": "PI", "I3": "LI", "I4": "LI"}
    at_the_next = results(ladder_under(2), **said)["ALL"]
    assert (at_the_next.ahead.level, at_the_next.ahead.caps, at_the_next.ahead.before) == (2, (), ("I2",))
    below_it = results(ladder_under(1), **said)["ALL"]
    assert (below_it.ahead.caps, below_it.ahead.before) == (("C",), ("I2", "I1"))


def test_a_cap_on_the_number_brings_the_band_down_with_it():
    cap = {"id": "C", "at_most": 3, "unless": [{"of": ["I1"], "at_least": 9}], "reason": "So it is."}
    rule = {"combine": "mean", "bands": [{"is": "low"}, {"from": 5, "is": "high"}], "caps": [cap]}
    found = whole(flat(rule, {"scale": "numbers"}, 2), I1=6, I2=6)
    assert (found.value, found.grade) == (3, "low")
