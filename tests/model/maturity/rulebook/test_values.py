"""Exact numbers, and the values that rulebooks take."""

from __future__ import annotations

from fractions import Fraction

import msgspec
import pytest

from desktop.model.maturity.rulebook.values import GradeWord, HowMany, PartId, exact


@pytest.mark.parametrize(
    ("number", "fraction"),
    [(0.1, Fraction(1, 10)), (3, Fraction(3)), (-2.55, Fraction(-51, 20)), (1e-7, Fraction(1, 10**7)), (0.0, 0)],
)
def test_a_number_is_the_decimal_that_people_read(number, fraction):
    assert exact(number) == fraction


@pytest.mark.parametrize("id_", ["GV.OC-01", "ASSET-1a", "SM1.1", "1.1", "tool", "about_half", "SCM-AC-1"])
def test_ids_stand_as_models_have_them(id_):
    assert msgspec.convert(id_, PartId) == id_


@pytest.mark.parametrize("id_", ["", "*", "A--1", "A.", "-A", "A 1", "a/b", "x" * 41])
def test_what_is_no_id(id_):
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(id_, PartId)


@pytest.mark.parametrize("grade", ["N", "P+", "L-", "not yet", "partly_met"])
def test_grades_are_words(grade):
    assert msgspec.convert(grade, GradeWord) == grade


@pytest.mark.parametrize("how_many", [3, "80%", "100%", "12.5 %"])
def test_how_many_is_a_number_or_a_share(how_many):
    assert msgspec.convert(how_many, HowMany) == how_many


@pytest.mark.parametrize("how_many", ["80", "101%", "all", 1.5])
def test_what_does_not_say_how_many(how_many):
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(how_many, HowMany)
