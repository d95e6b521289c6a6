"""Agreement of raters, against published examples."""

from __future__ import annotations

from fractions import Fraction

import pytest

from desktop.model.scoring.rater_agreement import (
    KappaBand,
    NoKappa,
    band_of,
    cohen_kappa,
    fleiss_kappa,
    linear_kappa,
    rater_agreement,
    shared_pairs,
)


def table(*rows: tuple[int, ...]) -> list[tuple[int, int]]:
    """The pairs of ratings that a table of two raters counts."""
    return [(one, other) for one, row in enumerate(rows) for other, count in enumerate(row) for _ in range(count)]


FLEISS = (
    (0, 0, 0, 0, 14),
    (0, 2, 6, 4, 2),
    (0, 0, 3, 5, 6),
    (0, 3, 9, 2, 0),
    (2, 2, 8, 1, 1),
    (7, 7, 0, 0, 0),
    (3, 2, 6, 3, 0),
    (2, 5, 3, 2, 2),
    (6, 5, 2, 1, 0),
    (0, 2, 2, 3, 7),
)
"""Fourteen raters, ten things, five ratings: the worked example of the article "Fleiss' kappa" of Wikipedia."""


@pytest.mark.parametrize(
    ("counts", "kappa"),
    [
        # The worked examples of the article "Cohen's kappa" of Wikipedia.
        (((20, 5), (10, 15)), 0.4000),
        (((45, 15), (25, 15)), 0.1304),
        (((25, 35), (5, 35)), 0.2593),
        # Artstein and Poesio, Inter-Coder Agreement, 2008, as in the tests of scikit-learn.
        (((20, 20), (10, 50)), 0.348),
        (((46, 0, 0), (6, 32, 6), (0, 0, 10)), 0.8013),
    ],
)
def test_cohen(counts: tuple[tuple[int, ...], ...], kappa: float):
    pairs = table(*counts)
    found = cohen_kappa(pairs)
    assert found is not None
    assert float(found) == pytest.approx(kappa, abs=5e-4)
    assert found == cohen_kappa([(other, one) for one, other in pairs])


def test_cohen_is_exact():
    assert cohen_kappa(table((20, 5), (10, 15))) == Fraction(2, 5)


def test_linear_weights():
    """The example for weights in the tests of scikit-learn: plain .9315, linear .9412."""
    pairs = table((46, 0, 0), (4, 40, 0), (0, 0, 10))
    plain, linear = cohen_kappa(pairs), linear_kappa(pairs)
    assert plain is not None
    assert linear is not None
    assert float(plain) == pytest.approx(0.9315, abs=5e-5)
    assert float(linear) == pytest.approx(0.9412, abs=5e-5)


def test_linear_weights_are_cohens_where_there_are_two_ratings():
    pairs = table((20, 5), (10, 15))
    assert linear_kappa(pairs) == cohen_kappa(pairs)


def test_fleiss():
    rows = [[said for said, count in enumerate(row) for _ in range(count)] for row in FLEISS]
    kappa, shared = fleiss_kappa(rows), shared_pairs(rows)
    assert kappa is not None
    assert shared is not None
    assert float(shared) == pytest.approx(0.378, abs=5e-4)
    assert float(kappa) == pytest.approx(0.210, abs=5e-4)


@pytest.mark.parametrize(
    ("kappa", "band"),
    [
        (Fraction(-1, 100), KappaBand.POOR),
        (Fraction(0), KappaBand.SLIGHT),
        (Fraction(1, 5), KappaBand.SLIGHT),
        (Fraction(21, 100), KappaBand.FAIR),
        (Fraction(3, 5), KappaBand.MODERATE),
        (Fraction(601, 1000), KappaBand.SUBSTANTIAL),
        (Fraction(1), KappaBand.ALMOST_PERFECT),
    ],
)
def test_bands(kappa: Fraction, band: KappaBand):
    assert band_of(kappa) is band


def test_what_is_told_of_two_raters():
    rows: list[list[str | None]] = [["FI", "FI"], ["LI", "PI"], ["NI", "NI"], ["NA", "NA"], ["LI", None], ["FI", "NI"]]
    found = rater_agreement(rows, ("NI", "PI", "LI", "FI"))
    assert (found.raters, found.things, found.left_out, found.agreed, found.percent) == (2, 5, 1, 3, 60.0)
    assert found.kappa.value == 0.5  # (3/5 - 1/5) / (1 - 1/5)
    assert found.kappa.band is KappaBand.MODERATE
    assert found.weighted is not None
    assert found.weighted.things == 4
    assert found.weighted.few
    assert found.weighted.value == 0.38  # 1 - (4 * 4) / 26


def test_three_raters_have_no_weighted_kappa():
    found = rater_agreement([["a", "a", "b"], ["b", "b", "b"], ["a", "a", "a"]], ("a", "b", "c"))
    assert (found.raters, found.agreed, found.percent) == (3, 2, 77.8)
    assert found.weighted is None
    assert found.kappa.value == 0.55  # 7/9 and 41/81: (63 - 41) / (81 - 41)


@pytest.mark.parametrize(
    ("rows", "none", "percent"),
    [
        ([], NoKappa.NOTHING, None),
        ([["a"], ["b"]], NoKappa.NOTHING, None),
        ([["a", None], [None, "b"]], NoKappa.NOTHING, None),
        ([["a", "b"]], NoKappa.ONE_THING, 0.0),
        ([["a", "a"], ["a", "a"]], NoKappa.ALL_ALIKE, 100.0),
        ([["a", "a", "a"], ["a", "a", "a"]], NoKappa.ALL_ALIKE, 100.0),
    ],
)
def test_no_kappa(rows: list[list[str | None]], none: NoKappa, percent: float | None):
    found = rater_agreement(rows)
    assert found.kappa.value is None
    assert found.kappa.none is none
    assert found.percent == percent


def test_a_kappa_just_above_a_limit_is_told_with_the_decimals_that_bear_out_its_band():
    found = rater_agreement([["a", "a"]] * 301 + [["a", "b"], ["b", "a"]] * 100 + [["b", "b"]] * 300)
    assert found.kappa.band is KappaBand.MODERATE
    assert found.kappa.value is not None
    assert found.kappa.value > 0.4
