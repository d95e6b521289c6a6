from fractions import Fraction

import pytest

from desktop.model.scoring.distribution import distribute
from desktop.model.scoring.inputs import Tally
from desktop.model.scoring.suggestions import band, suggest
from desktop.model.scoring.vocabulary import Characterisation
from tests.builders import FREQUENCY

FI, LI, PI, NI = (Characterisation(value) for value in ("FI", "LI", "PI", "NI"))


def answers(**chosen: int):
    return distribute(FREQUENCY, Tally(chosen, 50))


@pytest.mark.parametrize(
    ("mean", "expected"),
    [
        (100, FI),
        (Fraction(85_0001, 10_000), FI),
        (85, LI),
        (Fraction(50_0001, 10_000), LI),
        (50, PI),
        (Fraction(15_0001, 10_000), PI),
        (15, NI),
        (0, NI),
    ],
)
def test_bands_take_the_unrounded_mean(mean, expected):
    assert band(mean) is expected


def test_a_mean_just_above_a_limit_is_told_with_the_decimals_that_decide():
    found = suggest([answers(always=501, often=499)], direct=True)
    assert found is not None
    assert (found.mean_percent, found.survey) == (85.02, FI)


def test_the_mean_is_that_of_all_answers_together():
    found = suggest([answers(always=9), answers(rarely=1, dont_know=5)], direct=True)
    assert found is not None
    assert (found.mean_percent, found.n, found.value) == (86.0, 10, FI)


@pytest.mark.parametrize(
    ("chosen", "survey", "value"),
    [("always", FI, PI), ("often", LI, PI), ("half", PI, PI), ("seldom", PI, PI), ("rarely", NI, NI)],
)
def test_without_a_direct_artifact_it_is_held_down_to_partially(chosen, survey, value):
    found = suggest([answers(**{chosen: 3})], direct=False)
    assert found is not None
    assert (found.survey, found.value, found.capped) == (survey, value, survey is not value)
    backed = suggest([answers(**{chosen: 3})], direct=True)
    assert backed is not None
    assert (backed.survey, backed.value, backed.capped) == (survey, survey, False)


@pytest.mark.parametrize("questions", [[], [answers()], [answers(dont_know=3, does_not_apply=2)]])
def test_no_answers_suggest_nothing(questions):
    assert suggest(questions, direct=True) is None
