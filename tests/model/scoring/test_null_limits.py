from collections.abc import Iterator
from decimal import Decimal
from math import comb, factorial, prod
from random import Random

import pytest

from desktop.model.scoring import indexes
from desktop.model.scoring.null_limits import (
    CONSENSUS_LIMITS,
    LARGEST_GROUP,
    LONG_SCALE_LIMITS,
    SMALLEST_GROUP,
    consensus_limit,
)
from desktop.model.scoring.statistics import agreement
from desktop.model.scoring.vocabulary import Agreement

CHEAP = [
    (options, n)
    for options, limits in CONSENSUS_LIMITS.items()
    for n in range(SMALLEST_GROUP, SMALLEST_GROUP + len(limits))
    if comb(n + options - 1, options - 1) <= 2500
]


def ways(options: int, n: int) -> Iterator[list[int]]:
    """Every way in which n answers can fall on the options."""
    if options == 1:
        yield [n]
        return
    for first in range(n + 1):
        for rest in ways(options - 1, n - first):
            yield [first, *rest]


def exact_limit(options: int, n: int) -> float:
    """The 95th percentile of the consensus of n answers, each option as likely as the next; in whole numbers."""
    weights: dict[float, int] = {}
    for counts in ways(options, n):
        value = float(round(indexes.consensus(counts) or Decimal(0), 10))
        weights[value] = weights.get(value, 0) + factorial(n) // prod(map(factorial, counts))
    seen = 0
    for value in sorted(weights):
        seen += weights[value]
        if 20 * seen >= 19 * options**n:
            return value
    raise AssertionError


def test_the_table_covers_scales_of_two_to_ten_options_and_groups_of_5_to_30():
    assert sorted(CONSENSUS_LIMITS) == [2, 3, 4, 5, 6, 7, 8, 9, 10]
    every = [*CONSENSUS_LIMITS.values(), LONG_SCALE_LIMITS]
    assert {len(limits) for limits in every} == {LARGEST_GROUP - SMALLEST_GROUP + 1}
    assert {options for options, _ in CHEAP} == set(CONSENSUS_LIMITS)


@pytest.mark.parametrize(("options", "n"), CHEAP)
def test_the_table_holds_the_exact_limits(options, n):
    assert 0 <= consensus_limit(options, n) - exact_limit(options, n) + 1e-9 <= 0.0001


@pytest.mark.parametrize(
    ("n", "simulated"), [(5, 0.82), (6, 0.73), (8, 0.70), (10, 0.66), (15, 0.61), (20, 0.58), (30, 0.55)]
)
def test_a_simulation_of_five_options_finds_the_same(n, simulated):
    assert consensus_limit(5, n) == pytest.approx(simulated, abs=0.02)


def test_large_groups_and_long_scales_use_the_last_limits():
    assert consensus_limit(5, 5000) == consensus_limit(5, 30)
    assert consensus_limit(11, 12) == consensus_limit(101, 12) == LONG_SCALE_LIMITS[7]


@pytest.mark.parametrize("n", range(SMALLEST_GROUP, LARGEST_GROUP + 1))
def test_the_limits_of_long_scales_are_on_the_safe_side(n):
    assert all(consensus_limit(options, n) < consensus_limit(11, n) for options in (8, 9, 10))


@pytest.mark.parametrize(("options", "n"), [(11, 5), (15, 5), (101, 5), (101, 8)])
def test_a_draw_of_long_scales_stays_within_their_limits(options, n):
    draw = Random(options * 1000 + n)
    groups = 4000
    above = 0
    for _ in range(groups):
        counts = [0] * options
        for _ in range(n):
            counts[draw.randrange(options)] += 1
        above += (indexes.consensus(counts) or 0) > Decimal(repr(consensus_limit(options, n)))
    assert 0.02 <= above / groups <= 0.06


def test_five_people_on_eight_options_need_more_than_on_seven():
    assert agreement(0.81, 5, 7) is Agreement.AGREED
    assert agreement(0.81, 5, 8) is Agreement.MIXED
    assert agreement(0.83, 5, 12) is Agreement.MIXED
    assert agreement(0.84, 5, 12) is Agreement.AGREED


@pytest.mark.parametrize(("options", "n"), [(5, 4), (1, 10)])
def test_too_few_have_no_limit(options, n):
    with pytest.raises(ValueError, match="no limit"):
        consensus_limit(options, n)
