from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.model.assessment.decimals import decimal_or_nothing, decimal_text, number
from desktop.model.errors import RefusalError


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("12", "12"),
        ("12.5", "12.5"),
        ("12,50", "12.50"),
        (" 7 ", "7"),
        ("-3,2", "-3.2"),
        ("−3", "-3"),
        ("+4", "4"),
        ("007", "7"),
        ("0", "0"),
        ("-0", "0"),
        ("-0,00", "0.00"),
        ("-0.5", "-0.5"),
        ("000.125", "0.125"),
        ("999999999999999.999999", "999999999999999.999999"),
    ],
)
def test_numbers_are_kept_with_a_point(typed, kept):
    assert decimal_text(typed) == kept


@pytest.mark.parametrize(
    "typed",
    ["", " ", "x", "12 %", "1 000", "1.000,5", "1,000,000", "1e3", "nan", "inf", ".5", "5.", "--5", "٣", "²",
     "1" * 16, "1.1234567", "1\n2"],
)  # fmt: skip
def test_what_is_no_number_or_could_be_two_is_refused(typed):
    with pytest.raises(RefusalError) as refusal:
        decimal_text(typed)
    assert refusal.value.code == "measure.not_a_number"
    assert len(str(refusal.value.facts["value"])) <= 40


@given(st.decimals(-(10**9), 10**9, places=3))
def test_every_decimal_survives(value):
    assert number(decimal_text(f"{value:f}")) == value
    assert decimal_text(f"{value:f}".replace(".", ",")) == decimal_text(f"{value:f}")


def test_nothing_stays_nothing():
    assert decimal_or_nothing("  ") == ""
    assert decimal_or_nothing("1,5") == "1.5"
    assert number("") is None
    assert number("1.50") == Decimal("1.5")
