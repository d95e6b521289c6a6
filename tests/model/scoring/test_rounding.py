from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.model.scoring import rounding
from tests.thoroughness import tries


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (0.15, 1, "0.2"),
        (0.25, 1, "0.3"),
        (2.5, 0, "3"),
        (1.005, 2, "1.01"),
        (Fraction(1, 8), 2, "0.13"),
        (Fraction(-1, 8), 2, "-0.13"),
        (Fraction(2, 3), 4, "0.6667"),
        (Decimal("0.45"), 1, "0.5"),
        (-0.25, 1, "-0.3"),
        (7, 1, "7.0"),
    ],
)
def test_a_tie_goes_away_from_zero(value, places, expected):
    assert rounding.half_up(value, places) == Decimal(expected)


def test_percents_have_one_decimal_and_indexes_four():
    assert rounding.percent(Fraction(200, 3)) == 66.7
    assert rounding.index(Fraction(2, 3)) == 0.6667


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("0.80", "0.80"),
        ("0.7996", "0.7996"),
        ("0.79996", "0.79996"),
        ("0.7949", "0.79"),
        ("0.8004", "0.80"),
        ("0.595", "0.595"),
        ("0.5949", "0.59"),
        ("0.4449", "0.44"),
        ("0.4451", "0.445"),
        ("0.4499", "0.4499"),
        ("1", "1.00"),
    ],
)
def test_digits_that_decide_are_shown_where_a_limit_is_reached(value, told):
    limits = (Decimal("0.45"), Decimal("0.60"), Decimal("0.80"))
    found = rounding.deciding(Decimal(value), 2, reached=limits)
    assert f"{found:f}" == told


@pytest.mark.parametrize(
    ("value", "told"), [("85", "85.0"), ("85.04", "85.04"), ("84.96", "85.0"), ("85.06", "85.1"), ("15.001", "15.001")]
)
def test_digits_that_decide_are_shown_where_a_limit_is_passed(value, told):
    found = rounding.deciding(Fraction(value), 1, passed=(Decimal(85), Decimal(15)))
    assert f"{found:f}" == told


@tries(200)
@given(st.decimals(0, 1, places=9), st.decimals(0, 1, places=2), st.integers(0, 4))
def test_what_is_told_never_contradicts_what_was_decided(value, limit, places):
    reached = rounding.deciding(value, places, reached=[limit])
    passed = rounding.deciding(value, places, passed=[limit])
    assert (reached >= limit) == (value >= limit)
    assert (passed > limit) == (value > limit)


def test_there_is_no_minus_zero():
    assert str(rounding.index(-0.00001)) == "0.0"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("nan")])
def test_only_finite_numbers_are_rounded(value):
    with pytest.raises(ValueError, match="not a finite number"):
        rounding.half_up(value, 1)


@tries(50)
@given(st.fractions(min_value=-1000, max_value=1000), st.integers(0, 5))
def test_a_fraction_moves_by_half_a_step_at_most(value, places):
    rounded = Fraction(rounding.half_up(value, places))
    assert abs(rounded - value) <= Fraction(1, 2 * 10**places)
    if abs(rounded - value) == Fraction(1, 2 * 10**places):
        assert abs(rounded) > abs(value)


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_share_is_the_percent_of_its_fraction(part, whole):
    assert rounding.share(part, whole) == rounding.percent(Fraction(100 * part, whole))
