from decimal import Context, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.model.scoring import indexes
from tests.thoroughness import tries

COUNTS = st.lists(st.integers(0, 40), min_size=2, max_size=7)
quick = tries(50)


def counts_of(answers: str) -> list[int]:
    given_answers = [int(answer) for answer in answers.split()]
    return [given_answers.count(position) for position in range(1, 6)]


@pytest.mark.parametrize(
    ("answers", "mean", "r_wg", "ad_mean", "ad_median", "a_wg", "consensus", "leik"),
    [
        ("4 4 4 4 4", 4.000, 1, 0, 0, 1, 1, 0),
        ("3 4 4 4 5", 4.000, 0.7500, 0.4000, 0.4000, 0.7333, 0.8340, 0.2000),
        ("1 2 3 4 5", 3.000, 0, 1.2000, 1.2000, 0, 0.4340, 0.6000),
        ("1 1 1 5 5 5", 3.000, 0, 2.0, 2.0, -1, 0, 1),
        ("2 3 3 4 4 4 5 5", 3.750, 0.4643, 0.8125, 0.7500, 0.4545, 0.6513, 0.3750),
        ("5 5 5 5 1", 4.200, 0, 1.2800, 0.8000, -1, 0.2781, 0.4000),
    ],
)
def test_vectors(answers, mean, r_wg, ad_mean, ad_median, a_wg, consensus, leik):
    counts = counts_of(answers)
    n, total = sum(counts), sum(position * count for position, count in enumerate(counts, start=1))
    assert total / n == pytest.approx(mean)
    found = [
        indexes.r_wg(counts),
        indexes.mean_deviation(counts),
        indexes.median_deviation(counts),
        indexes.a_wg(counts),
        indexes.consensus(counts),
        indexes.leik_d(counts),
    ]
    assert [float(value) for value in found if value is not None] == pytest.approx(
        [r_wg, ad_mean, ad_median, a_wg, consensus, leik], abs=0.00005
    )


def test_the_published_consensus_is_reproduced():
    found = indexes.consensus([30, 40, 210, 130, 530, 50, 10])
    assert found is not None
    assert float(found) == pytest.approx(0.7256876, abs=5e-8)


def test_the_consensus_is_exact_where_it_is_a_plain_number():
    assert indexes.consensus([0, 0, 5, 0, 0]) == 1
    assert indexes.consensus([7, 0, 0, 0, 7]) == 0
    assert indexes.consensus([3, 0, 0, 3]) == 0


@pytest.mark.parametrize(
    ("agreed", "split", "mean"), [(4, 1, "0.8"), (9, 11, "0.45"), (3, 2, "0.6"), (1, 2, "0.33333")]
)
def test_a_mean_of_consensuses_is_exact(agreed, split, mean):
    found = indexes.mean_consensus([Decimal(1)] * agreed + [Decimal(0)] * split)
    assert found == Decimal(mean) or found.quantize(Decimal("0.00001")) == Decimal(mean)


@pytest.mark.parametrize(
    ("one", "other"),
    [((8, 4), (6, 3)), ((3, 1), (4, 2)), ((10, 4), (8, 5)), ((6, 2), (5, 3)), ((4, 1), (6, 4)), ((8, 2), (7, 5)),
     ((5, 1), (8, 6)), ((10, 2), (9, 7)), ((6, 1), (10, 8))],
)  # fmt: skip
def test_logarithms_that_cancel_leave_the_plain_number(one, other):
    """Two answers so many steps apart on so many options: the logarithms of 5/7 and 7/10 add up to that of 1/2."""
    found = []
    for options, apart in (one, other):
        counts = [0] * options
        counts[0] = counts[apart] = 1
        consensus = indexes.consensus(counts)
        assert consensus is not None
        found.append(consensus)
    assert indexes.mean_consensus(found) == Decimal("0.5")


def test_decimals_that_cannot_be_trusted_decide_nothing():
    just_below = Decimal("0.7" + 39 * "9")
    assert just_below < Decimal("0.8")
    assert indexes.mean_consensus([just_below]) == Decimal("0.8")
    assert indexes.mean_consensus([Decimal("0.44" + 38 * "9"), Decimal("0.45")]) == Decimal("0.45")


def test_a_mean_of_long_decimals_that_is_a_plain_number_is_that_number():
    long = [indexes.consensus(counts) for counts in ([1, 2, 3], [0, 1, 4], [3, 3, 1], [5, 0, 1], [2, 2, 2], [2, 0, 1])]
    known = [each for each in long if each is not None]
    with localcontext(Context(prec=60)):
        rest = Decimal("4.2") - sum(known)
    assert indexes.mean_consensus([*known, rest]) == Decimal("0.6")


@pytest.mark.parametrize("counts", [[0, 0, 0, 0, 0], [0, 1, 0, 0, 0], []])
def test_one_answer_agrees_with_nobody(counts):
    for index in (
        indexes.consensus,
        indexes.mean_deviation,
        indexes.median_deviation,
        indexes.r_wg,
        indexes.a_wg,
        indexes.leik_d,
    ):
        assert index(counts) is None


@pytest.mark.parametrize(
    ("counts", "position"),
    [([1, 0, 0, 0, 1], 1), ([0, 1, 1, 1, 0], 3), ([0, 2, 0, 2, 0], 2), ([0, 0, 0, 0, 3], 5), ([0, 0], None)],
)
def test_the_median_is_the_lower_of_two_middles(counts, position):
    assert indexes.median_position(counts) == position


def test_a_wg_is_not_defined_next_to_an_end_of_the_scale():
    assert indexes.a_wg([9, 1, 0, 0, 0]) is None  # mean 1.1, below (9 + 5) / 10
    assert indexes.a_wg([0, 0, 0, 1, 9]) is None
    assert indexes.a_wg([0, 0, 0, 0, 10]) == 1
    assert indexes.a_wg([10, 0, 0, 0, 0]) == 1


def test_a_wg_needs_one_answer_less_than_options():
    assert indexes.a_wg([0, 0, 3, 0, 0]) is None
    assert indexes.a_wg([0, 0, 4, 0, 0]) == 1


@quick
@given(COUNTS)
def test_turning_the_scale_round_changes_no_index(counts):
    turned = counts[::-1]
    for index in (indexes.consensus, indexes.mean_deviation, indexes.r_wg, indexes.a_wg, indexes.leik_d):
        assert index(counts) == pytest.approx(index(turned))


@quick
@given(COUNTS)
def test_indexes_keep_to_their_ranges(counts):
    for index, low, high in (
        (indexes.consensus, 0, 1),
        (indexes.r_wg, 0, 1),
        (indexes.a_wg, -1, 1),
        (indexes.leik_d, 0, 1),
        (indexes.median_deviation, 0, len(counts) / 2),
    ):
        value = index(counts)
        assert value is None or low <= value <= high
