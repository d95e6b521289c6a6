from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.model.scoring.anonymity import FLOOR, Counts, Disclosure, apart, disclose, shown_groups
from desktop.model.scoring.inputs import Tally
from desktop.model.scoring.statistics import answer_statistics
from tests.builders import scale_of

SCALE = scale_of("three", often=100, half=50, never=0)
BLANKS = {choice.id for choice in SCALE.choices if choice.blank is not None}
CHOICES = [choice.id for choice in SCALE.choices]
counts = st.dictionaries(st.sampled_from(CHOICES), st.integers(0, 12))


def disclosed(said: Counts, *earlier: Counts, threshold: int = 5, asked: int = 40) -> Disclosure:
    return disclose(answer_statistics(SCALE, [Tally(said, asked)]), BLANKS, earlier, threshold)


def whole(said: Counts) -> dict[str, int]:
    return {choice: said.get(choice, 0) for choice in CHOICES}


def test_answers_are_shown_from_the_threshold_on() -> None:
    assert disclosed({"often": 5}) == Disclosure(whole({"often": 5}), answers=True, blanks=True)
    few = disclosed({"often": 4})
    assert (few.counts, few.answers, few.blanks) == ({}, False, False)


def test_nobodys_answers_are_no_secret() -> None:
    assert disclosed({}).counts == whole({})


def test_blanks_are_shown_where_answers_are_hidden_if_enough_people_said_anything() -> None:
    said = disclosed({"often": 2, "dont_know": 3})
    assert (said.answers, said.blanks) == (False, True)
    assert said.counts == {"does_not_apply": 0, "dont_know": 3}


def test_blanks_of_few_people_are_hidden_where_nobody_answered() -> None:
    said = disclosed({"dont_know": 4})
    assert (said.answers, said.blanks) == (True, False)
    assert said.counts == {"often": 0, "half": 0, "never": 0}


@pytest.mark.parametrize("threshold", [-1, 0, 1, 2, FLOOR])
def test_no_threshold_is_below_the_floor(threshold: int) -> None:
    assert not disclosed({"often": FLOOR - 1}, threshold=threshold).answers
    assert disclosed({"often": FLOOR}, threshold=threshold).answers


@pytest.mark.parametrize(
    ("before", "now", "held"),
    [
        ({"often": 6}, {"often": 6}, False),
        ({"often": 6}, {"often": 7}, True),
        ({"often": 6}, {"often": 10}, True),
        ({"often": 6}, {"often": 11}, False),
        ({"often": 6, "half": 6}, {"often": 5, "half": 7}, True),
        ({"often": 6, "half": 6}, {"often": 1, "half": 11}, False),
        ({"often": 12}, {"often": 11}, True),
        ({"often": 12}, {"often": 7}, False),
        ({"often": 6}, {"often": 11, "dont_know": 1}, False),
        ({"often": 6}, {"often": 6, "dont_know": 1}, True),
        ({"often": 6, "half": 1}, {"often": 12}, True),
    ],
)
def test_a_difference_of_few_people_is_held_back(before: Counts, now: Counts, held: bool) -> None:
    found = disclosed(now, whole(before))
    assert found.held == held
    assert found.counts == whole(before if held else now)


def test_every_earlier_export_counts_and_the_latest_is_shown_again() -> None:
    first, second = whole({"often": 6}), whole({"often": 12})
    assert disclosed({"often": 8}, first, second) == Disclosure(second, answers=True, blanks=True, held=True)
    assert disclosed({"often": 17}, first, second).counts == whole({"often": 17})
    assert disclosed({"often": 6}, first, second).counts == first


def test_what_was_shown_below_a_threshold_of_today_is_not_shown_again() -> None:
    assert disclosed({"often": 8}, whole({"often": 6}), threshold=8).counts == {}
    assert disclosed({"often": 6}, whole({"often": 6}), threshold=8).counts == {}


@given(counts, st.lists(counts, max_size=3), st.integers(FLOOR, 8))
def test_no_pair_of_exports_differs_by_few_people(said: Counts, earlier: list[Counts], threshold: int) -> None:
    """One export after the other, each compared with those before it."""
    shown: list[Counts] = []
    for cut in (*earlier, said):
        found = disclosed(whole(cut), *shown, threshold=threshold, asked=100)
        people = sum(count for choice, count in found.counts.items() if choice not in BLANKS)
        assert people == 0 or people >= threshold
        assert all(apart(found.counts, before, threshold) for before in shown) or found.counts in shown
        if found.counts and found.counts not in shown:
            shown.append(found.counts)


@given(counts, counts)
def test_whether_answers_are_shown_depends_on_how_many_there_are_alone(one: Counts, other: Counts) -> None:
    first, second = disclosed(whole(one), asked=100), disclosed(whole(other), asked=100)
    sizes = [
        (sum(n for c, n in cut.items() if c not in BLANKS), sum(n for c, n in cut.items() if c in BLANKS))
        for cut in (whole(one), whole(other))
    ]
    if sizes[0] == sizes[1]:
        assert (first.answers, first.blanks) == (second.answers, second.blanks)


@pytest.mark.parametrize(
    ("answered", "shown"),
    [
        ([9, 6], {0, 1}),
        ([9, 6, 0], {0, 1, 2}),
        ([3, 6], set()),
        ([3, 6, 9], {2}),
        ([3, 2, 9], {2}),
        ([4], set()),
        ([3, 9, 9], {2}),
    ],
)
def test_hidden_groups_are_enough_people_together_or_one_more_is_hidden(answered: list[int], shown: set[int]) -> None:
    assert shown_groups(answered, 5) == shown
