"""Groups beside each other."""

from __future__ import annotations

from fractions import Fraction

from desktop.model.maturity.questionnaire import asked_by_id
from desktop.model.scoring.group_answers import APART, FEW, GroupTally, farthest_apart, group_answers
from tests.builders import tiny_pack

PACK = tiny_pack()
SCALE = PACK.scales[0]
ASKED = [asked_by_id(PACK, SCALE.id)["PLN-Q1"]]
STRONGEST, WEAKEST = SCALE.answers[0].id, SCALE.answers[-1].id
DONT_KNOW = next(choice.id for choice in SCALE.blanks if choice.blank == "dont_know")


def group(name: str, replied: int = 8, **counts: int) -> GroupTally:
    return GroupTally(name, 10, replied, {"PLN-Q1": counts, "PLN-Q2": {STRONGEST: 9}})


def test_each_group_has_the_mean_of_its_own_answers_to_these_questions():
    (some,) = group_answers([group("Desk", **{STRONGEST: 3, WEAKEST: 1, DONT_KNOW: 2})], ASKED)
    assert (some.n, some.dont_know, some.mean) == (4, 2, Fraction(3 * 95 + 5, 4))
    (none,) = group_answers([GroupTally("Desk", 10, 0, {})], ASKED)
    assert (none.n, none.mean) == (0, None)


def test_groups_lie_apart_from_one_step_of_the_scale_on():
    low = group("Low", **{WEAKEST: 18})
    near = group("Near", **{STRONGEST: 4, WEAKEST: 14})
    high = group("High", **{STRONGEST: 5, WEAKEST: 13})
    found = group_answers([low, near, high, GroupTally("None", 1, 0, {})], ASKED)
    assert (found[2].mean or 0) - (found[0].mean or 0) == APART
    apart = farthest_apart(found)
    assert apart is not None
    assert [each.tally.group for each in apart] == ["High", "Low"]
    assert farthest_apart(found[:2]) is None
    assert farthest_apart(found[:1]) is None


def test_a_mean_of_few_people_is_marked():
    few, enough = group_answers([group("Few", FEW - 1), group("Enough", FEW)], ASKED)
    assert few.few
    assert not enough.few
