"""Groups beside each other."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

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
    (some,) = group_answers([group("Desk", **{STRONGEST: 3, WEAKEST: 1, DONT_KNOW: 2})], ASKED, 4)
    assert (some.n, some.mean) == (4, Fraction(3 * 95 + 5, 4))
    (none,) = group_answers([GroupTally("Desk", 10, 0, {})], ASKED, 4)
    assert (none.n, none.mean, none.hidden) == (0, None, False)


def test_groups_lie_apart_from_one_step_of_the_scale_on():
    low = group("Low", **{WEAKEST: 18})
    near = group("Near", **{STRONGEST: 4, WEAKEST: 14})
    high = group("High", **{STRONGEST: 5, WEAKEST: 13})
    found = group_answers([low, near, high, GroupTally("None", 1, 0, {})], ASKED, 5)
    assert (found[2].mean or 0) - (found[0].mean or 0) == APART
    apart = farthest_apart(found)
    assert apart is not None
    assert [each.tally.group for each in apart] == ["High", "Low"]
    assert farthest_apart(found[:2]) is None
    assert farthest_apart(found[:1]) is None


def test_a_mean_of_few_people_is_marked():
    few, enough = group_answers([group("Few", FEW - 1), group("Enough", FEW)], ASKED, 5)
    assert few.few
    assert not enough.few


def test_a_small_group_is_hidden_and_so_is_another_that_would_give_it_away():
    small, other, large = (
        group("Small", **{WEAKEST: 3}),
        group("Other", **{STRONGEST: 6}),
        group("Large", **{WEAKEST: 9}),
    )
    found = group_answers([small, other, large], ASKED, 5)
    assert [each.hidden for each in found] == [True, True, False]
    assert [each.mean for each in found] == [None, None, 5]


def test_a_hidden_question_has_no_part_in_what_a_group_says_to_several():
    """Nor can it be worked out from the mean over both and that of the other one."""
    asked = [asked_by_id(PACK, SCALE.id)[each] for each in ("PLN-Q1", "PLN-Q2")]
    found = [
        group_answers([group("Small", **{choice: 3}), group("Large")], asked, 5) for choice in (STRONGEST, WEAKEST)
    ]
    assert found[0][0].n == 9, "the second question alone"
    assert [[(each.n, each.mean) for each in one] for one in found[:1]] == [
        [(each.n, each.mean) for each in one] for one in found[1:]
    ]


@given(st.lists(st.lists(st.sampled_from([STRONGEST, WEAKEST]), max_size=9), min_size=2, max_size=5), st.data())
def test_nobody_can_tell_which_hidden_group_said_what(said: list[list[str]], data: st.DataObject):
    """The answers of all hidden groups, dealt out anew, show the same; and they are of enough people together."""
    before = told(said)
    hidden = [place for place, each in enumerate(before) if each.hidden]
    pool = data.draw(st.permutations([choice for place in hidden for choice in said[place]]))
    dealt, rest = [*said], [*pool]
    for place in hidden:
        dealt[place], rest = rest[: len(said[place])], rest[len(said[place]) :]
    after = told(dealt)
    assert [(each.n, each.mean, each.hidden) for each in before] == [(each.n, each.mean, each.hidden) for each in after]
    assert not hidden or len(pool) >= 5 or all(each.hidden or not each.n for each in before)


def told(said: list[list[str]]):
    return group_answers([group(str(place), **Counter(each)) for place, each in enumerate(said)], ASKED, 5)
