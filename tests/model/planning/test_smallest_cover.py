from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.model.planning.smallest_cover import SEARCHED, Candidate, by_solving, by_trying, smallest_cover
from tests.thoroughness import tries

LETTERS = "abcdefghijklm"
quick = tries(40)
some = st.lists(
    st.builds(
        Candidate,
        holds=st.frozensets(st.sampled_from(LETTERS), max_size=4),
        needed=st.sampled_from([False] * 6 + [True]),
        weight=st.integers(0, 5),
    ),
    min_size=1,
    max_size=9,
)


def of(*sets: str, weights: str = "") -> list[Candidate]:
    numbers = [int(each) for each in weights] or [1] * len(sets)
    return [Candidate(frozenset(each), needed=False, weight=weight) for each, weight in zip(sets, numbers, strict=True)]


def tried(candidates: list[Candidate]) -> tuple[int, ...]:
    """Every subset looked at, for what the module says: fewest, then lightest, then first."""
    wanted = frozenset[str]().union(*(each.holds for each in candidates))
    best: tuple[int, int, tuple[int, ...]] | None = None
    for bits in range(2 ** len(candidates)):
        places = tuple(place for place in range(len(candidates)) if bits >> place & 1)
        if any(each.needed and place not in places for place, each in enumerate(candidates)):
            continue
        if wanted <= frozenset[str]().union(*(candidates[place].holds for place in places)):
            found = (len(places), sum(candidates[place].weight for place in places), places)
            best = found if best is None else min(best, found)
    assert best is not None
    return best[2]


@quick
@given(some)
def test_it_is_what_trying_every_subset_finds(candidates: list[Candidate]) -> None:
    assert smallest_cover(candidates) == tried(candidates)


@quick
@given(some)
def test_the_solver_finds_what_trying_finds(candidates: list[Candidate]) -> None:
    wanted = frozenset[str]().union(*(each.holds for each in candidates))
    assert by_solving(candidates, wanted) == by_trying(candidates, wanted)


def test_greed_would_take_three_where_two_do() -> None:
    assert smallest_cover(of("abcd", "abe", "cdf", "ef")) == (0, 3)
    assert smallest_cover(of("bcde", "abc", "def", "a", "f")) == (1, 2)


@pytest.mark.parametrize("find", [by_trying, by_solving])
def test_among_equal_sizes_the_lightest_and_among_these_the_first(find: object) -> None:
    assert callable(find)
    assert find(of("ab", "cd", "ac", "bd", weights="5545"), frozenset("abcd")) == (2, 3)
    assert find(of("ab", "cd", "ac", "bd", weights="5555"), frozenset("abcd")) == (0, 1)


@pytest.mark.parametrize("find", [by_trying, by_solving])
def test_what_cannot_be_covered_is_said(find: object) -> None:
    assert callable(find)
    with pytest.raises(ValueError, match="no cover"):
        find(of("a"), frozenset("ab"))


def test_many_candidates_are_solved_exactly_and_always_alike() -> None:
    draw = Random(7)
    hidden = [frozenset(LETTERS[0:5]), frozenset(LETTERS[5:9]), frozenset(LETTERS[9:13])]
    others = [frozenset(draw.sample(LETTERS, 4)) for _ in range(20)]
    candidates = [Candidate(holds, needed=False, weight=3) for holds in (*others, *hidden)]
    found = smallest_cover(candidates)
    assert len(candidates) > SEARCHED
    assert len(found) == 3
    assert all(smallest_cover(candidates) == found for _ in range(3))
