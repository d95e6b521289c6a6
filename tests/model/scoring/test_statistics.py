import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.model.scoring import indexes, rounding
from desktop.model.scoring.inputs import Tally
from desktop.model.scoring.statistics import agreement, answer_statistics
from desktop.model.scoring.vocabulary import Agreement
from tests.builders import FREQUENCY, YES_NO, scale_of
from tests.thoroughness import tries

ANSWERS = [choice.id for choice in FREQUENCY.answers]
BLANKS = [choice.id for choice in FREQUENCY.blanks]
LINEAR = scale_of("linear", five=100, four=75, three=50, two=25, one=0)

counts = st.dictionaries(st.sampled_from(ANSWERS + BLANKS), st.integers(0, 30))
tallies = st.lists(counts.map(lambda given_counts: Tally(given_counts, 200)), max_size=6)
quick = tries(50)


def of(asked: int = 20, **chosen: int):
    return answer_statistics(FREQUENCY, [Tally(chosen, asked)])


def test_one_question():
    found = of(asked=14, always=2, often=3, half=2, seldom=1, dont_know=2, does_not_apply=1)
    assert (found.asked, found.n, found.unanswered, found.does_not_apply, found.dont_know) == (14, 8, 3, 1, 2)
    assert found.counts == {
        "always": 2,
        "often": 3,
        "half": 2,
        "seldom": 1,
        "rarely": 0,
        "does_not_apply": 1,
        "dont_know": 2,
    }
    assert found.shares == {"always": 25.0, "often": 37.5, "half": 25.0, "seldom": 12.5, "rarely": 0.0}
    assert found.mean_percent == 67.5
    assert found.median == "often"
    assert found.consensus == 0.6513
    assert found.agreement is Agreement.MIXED
    assert (found.ad_mean, found.ad_median, found.r_wg, found.a_wg) == (0.8125, 0.75, 0.4643, 0.4545)
    assert not found.bimodal
    assert not found.coverage_weak


def test_the_mean_of_a_linear_scale_is_that_of_its_positions():
    assert answer_statistics(LINEAR, [Tally({"five": 4, "one": 1}, 5)]).mean_percent == (4.2 - 1) * 25


def test_the_mean_is_rounded_half_up_at_the_end():
    assert of(always=1, often=2, half=1).mean_percent == 73.8  # 73.75


def test_no_answers():
    for found in (of(), of(dont_know=4), answer_statistics(FREQUENCY, [])):
        assert found.n == 0
        assert found.mean_percent is found.median is found.consensus is found.ad_mean is found.a_wg is None
        assert found.agreement is Agreement.TOO_FEW
        assert not found.bimodal
        assert set(found.shares.values()) == {0.0}


def test_all_dont_know_is_weak_coverage():
    found = of(asked=4, dont_know=4)
    assert (found.dont_know, found.unanswered) == (4, 0)
    assert found.coverage_weak


def test_coverage_is_weak_above_30_percent_of_answers_and_dont_knows():
    assert not of(always=7, dont_know=3).coverage_weak
    assert of(always=6, dont_know=3).coverage_weak
    assert of(always=6, does_not_apply=50, dont_know=3).coverage_weak
    assert not of(asked=500, does_not_apply=5).coverage_weak


def test_whoever_answered_was_asked():
    found = of(asked=2, always=3, dont_know=1)
    assert (found.asked, found.unanswered) == (4, 0)


@pytest.mark.parametrize("wrong", [{"perhaps": 1}, {"always": -1}])
def test_a_tally_must_fit_its_scale(wrong):
    with pytest.raises(ValueError, match="do not fit the scale frequency_5"):
        of(**wrong)


def test_a_single_answer_has_a_mean_but_no_agreement():
    found = of(often=1)
    assert (found.mean_percent, found.median) == (75.0, "often")
    assert found.consensus is found.ad_mean is found.ad_median is found.r_wg is found.a_wg is None
    assert found.agreement is Agreement.TOO_FEW


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({"often": 4}, Agreement.TOO_FEW),
        ({"often": 5}, Agreement.AGREED),
        ({"always": 1, "often": 3, "half": 1}, Agreement.AGREED),  # .8340, more than chance gives five people
        ({"always": 2, "often": 3}, Agreement.MIXED),  # .8150, which is just what chance gives five people
        ({"always": 2, "often": 1, "half": 2}, Agreement.MIXED),
        ({"always": 1, "often": 1, "half": 1, "seldom": 1, "rarely": 1}, Agreement.SPLIT),
    ],
)
def test_agreement_of_small_groups(chosen, expected):
    assert of(**chosen).agreement is expected


def test_agreement_needs_the_practical_limit_and_more_than_chance():
    assert agreement(0.80, 10, 5) is Agreement.AGREED
    assert agreement(0.7999, 10, 5) is Agreement.MIXED
    assert agreement(0.81, 5, 5) is Agreement.MIXED  # chance gives five people .8151
    assert agreement(0.60, 10, 5) is Agreement.MIXED
    assert agreement(0.5999, 10, 5) is Agreement.SPLIT
    assert agreement(1.0, 4, 5) is Agreement.TOO_FEW
    assert agreement(None, 9, 5) is Agreement.TOO_FEW


def test_five_equal_answers_of_two_options_may_be_chance():
    assert answer_statistics(YES_NO, [Tally({"yes": 5}, 5)]).agreement is Agreement.MIXED
    assert answer_statistics(YES_NO, [Tally({"yes": 6}, 6)]).agreement is Agreement.AGREED


@pytest.mark.parametrize(
    ("agreed", "split", "consensus", "reading"),
    [(4, 1, 0.8, Agreement.AGREED), (3, 2, 0.6, Agreement.MIXED), (59, 41, 0.59, Agreement.SPLIT)],
)
def test_a_mean_that_is_exactly_a_limit_reaches_it(agreed, split, consensus, reading):
    alike, apart = Tally({"always": 30}, 30), Tally({"always": 15, "rarely": 15}, 30)
    found = answer_statistics(FREQUENCY, [alike] * agreed + [apart] * split)
    assert (found.consensus, found.agreement) == (consensus, reading)


def test_exactly_45_is_not_below_45():
    alike, apart = Tally({"always": 10}, 10), Tally({"always": 5, "rarely": 5}, 10)
    assert not answer_statistics(FREQUENCY, [alike] * 9 + [apart] * 11).bimodal
    found = answer_statistics(FREQUENCY, [alike] * 8 + [apart] * 12)
    assert (found.consensus, found.bimodal) == (0.4, True)


@tries(300)
@given(st.lists(st.lists(st.integers(0, 9), min_size=5, max_size=5), min_size=1, max_size=4))
def test_what_is_told_bears_out_how_it_is_read(rows):
    ids = [choice.id for choice in FREQUENCY.answers]
    found = answer_statistics(FREQUENCY, [Tally(dict(zip(ids, row, strict=True)), 60) for row in rows])
    if found.consensus is None or found.agreement is Agreement.TOO_FEW:
        return
    assert (found.consensus >= 0.6) == (found.agreement is not Agreement.SPLIT)
    if found.agreement is Agreement.AGREED:
        assert found.consensus >= 0.8
    if found.bimodal:
        assert found.consensus < 0.45


def test_don_t_knows_are_counted_among_answers_and_don_t_knows():
    assert of(always=6, dont_know=3, does_not_apply=50).dont_know_percent == 33.3
    assert of(asked=500, does_not_apply=5).dont_know_percent is None
    exact, above = of(always=700, dont_know=300), of(always=6999, dont_know=3001)
    assert (exact.dont_know_percent, exact.coverage_weak) == (30.0, False)
    assert (above.dont_know_percent, above.coverage_weak) == (30.01, True)


def test_a_mean_shows_on_which_side_of_a_band_it_lies():
    assert answer_statistics(YES_NO, [Tally({"yes": 8504, "no": 1496}, 10000)]).mean_percent == 85.04
    assert answer_statistics(YES_NO, [Tally({"yes": 8496, "no": 1504}, 10000)]).mean_percent == 85.0


def test_two_camps_are_bimodal():
    assert of(always=3, rarely=3).bimodal
    assert of(always=2, half=3, rarely=2).bimodal  # .4355
    assert not of(always=1, often=1, half=1, seldom=1, rarely=1).bimodal  # a fifth at each end
    assert not of(always=2, rarely=2).bimodal  # too few to judge


def test_several_questions_are_pooled():
    found = answer_statistics(
        FREQUENCY,
        [
            Tally({"always": 3, "often": 2, "dont_know": 1}, 8),
            Tally({"rarely": 6}, 8),
            Tally({"half": 1, "does_not_apply": 2}, 8),
        ],
    )
    assert (found.asked, found.n, found.unanswered, found.does_not_apply, found.dont_know) == (24, 12, 9, 2, 1)
    assert found.mean_percent == 42.9  # (3 * 95 + 2 * 75 + 6 * 5 + 50) / 12
    assert found.shares["rarely"] == 50.0
    assert found.median == "rarely"


def test_the_consensus_of_several_is_the_mean_of_those_with_two_answers():
    first, second = {"always": 5, "often": 1}, {"rarely": 5, "seldom": 2}
    found = answer_statistics(FREQUENCY, [Tally(first, 8), Tally(second, 8), Tally({"half": 1}, 8), Tally({}, 8)])
    one, two = indexes.consensus([0, 0, 0, 1, 5]), indexes.consensus([5, 2, 0, 0, 0])
    assert one is not None
    assert two is not None
    assert found.consensus == rounding.index((one + two) / 2)
    assert found.agreement is Agreement.AGREED
    assert found.ad_mean is found.ad_median is found.r_wg is found.a_wg is None


def test_the_smallest_question_decides_whether_several_can_be_judged():
    found = answer_statistics(FREQUENCY, [Tally({"always": 30}, 30), Tally({"always": 4}, 30)])
    assert found.consensus == 1.0
    assert found.agreement is Agreement.TOO_FEW


def test_camps_on_different_questions_are_not_camps():
    found = answer_statistics(FREQUENCY, [Tally({"always": 6}, 6), Tally({"rarely": 6}, 6)])
    assert not found.bimodal


@quick
@given(tallies, st.randoms(use_true_random=False))
def test_the_order_of_tallies_and_counts_never_matters(given_tallies, random):
    shuffled = [
        Tally(dict(random.sample(list(tally.counts.items()), len(tally.counts))), tally.asked)
        for tally in random.sample(given_tallies, len(given_tallies))
    ]
    assert answer_statistics(FREQUENCY, shuffled) == answer_statistics(FREQUENCY, given_tallies)


@quick
@given(counts, st.integers(0, 90), st.integers(0, 90), st.integers(0, 400))
def test_blanks_move_no_mean_and_no_index(chosen, does_not_apply, dont_know, asked):
    bare = answer_statistics(FREQUENCY, [Tally({key: chosen[key] for key in chosen if key in ANSWERS}, 200)])
    blank = answer_statistics(
        FREQUENCY, [Tally({**chosen, "does_not_apply": does_not_apply, "dont_know": dont_know}, asked)]
    )
    assert (blank.does_not_apply, blank.dont_know) == (does_not_apply, dont_know)
    assert (
        replace(
            blank,
            asked=bare.asked,
            unanswered=bare.unanswered,
            does_not_apply=bare.does_not_apply,
            dont_know=bare.dont_know,
            counts=bare.counts,
            coverage_weak=bare.coverage_weak,
            dont_know_percent=bare.dont_know_percent,
        )
        == bare
    )


@quick
@given(tallies)
def test_the_three_blanks_and_the_answers_are_all_that_was_asked(given_tallies):
    found = answer_statistics(FREQUENCY, given_tallies)
    assert found.asked == found.n + found.unanswered + found.does_not_apply + found.dont_know
    assert sum(found.counts.values()) == found.asked - found.unanswered
