from __future__ import annotations

import pytest

from desktop.model.evaluation.part_inputs import PartWord
from tests.rulebooks import ends, flat, told, whole


def judged(says, rule, **said):
    book = flat({"combine": "min", "judged": rule}, {"scale": "grades"}, 2)
    return whole(book, ALL=PartWord(says=says), **said)


@pytest.mark.parametrize(
    ("says", "rule", "grade", "code"),
    [
        ("FI", {"may_set": True}, "FI", "part.set"),
        ("NI", {"may_set": True}, "NI", "part.set"),
        ("NI", {"may_lower": True}, "NI", "part.lowered"),
        ("FI", {"may_lower": True}, "LI", "part.not_allowed"),
        ("NI", {}, "LI", "part.not_allowed"),
        ("LI", {}, "LI", None),
        ("FI", {"may_set": True, "highest": "LI"}, "LI", "part.not_allowed"),
        ("NI", {"may_set": True, "lowest": "PI"}, "LI", "part.not_allowed"),
        ("XX", {"may_set": True}, "LI", "part.not_allowed"),
        (2, {"may_set": True}, "LI", "part.not_allowed"),
    ],
)
def test_how_far_it_goes(says, rule, grade, code):
    found = judged(says, rule, I1="LI", I2="FI")
    assert told(found) == grade
    assert (code in [ground.code for ground in found.grounds]) is (code is not None)
    assert found.determined


def test_nothing_is_lowered_before_there_is_a_result():
    found = judged("NI", {"may_lower": True})
    assert (told(found), ends(found)) == ("unanswered", ("NI", "FI"))
    assert told(judged("NI", {"may_set": True})) == "NI"


def test_what_is_lowered_can_still_become_no_higher():
    found = judged("PI", {"may_lower": True}, I1="FI")
    assert (told(found), ends(found)) == ("PI", ("NI", "PI"))


def test_a_number_that_is_set_falls_into_its_band():
    rule = {"combine": "mean", "bands": [{"is": "low"}, {"from": 5, "is": "high"}], "judged": {"may_set": True}}
    found = whole(flat(rule, {"scale": "numbers"}, 1), I1=2, ALL=PartWord(says=7))
    assert (found.value, found.grade) == (7, "high")
    out = whole(flat(rule, {"scale": "numbers"}, 1), I1=2, ALL=PartWord(says=11))
    assert (out.value, out.grade) == (2, "low")
