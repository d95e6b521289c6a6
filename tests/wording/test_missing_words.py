"""What is still missing for a rating, in words."""

from __future__ import annotations

import pytest

from desktop.model.assessment.settling import Settling
from desktop.model.scoring.missing_parts import Missing, MissingKind
from desktop.wording.missing_words import missing_text, standing_before


@pytest.mark.parametrize("kind", MissingKind)
def test_everything_that_can_be_missing_has_its_words(kind):
    assert missing_text(Missing(kind, ("A",)))


def test_it_is_counted():
    assert missing_text(Missing(MissingKind.EVIDENCE, tuple("ABC"))) == "evidence missing for 3 practices"
    assert missing_text(Missing(MissingKind.WEAKNESS, ("G1",))) == "weakness to be described for 1 goal"


def test_all_that_stands_before_settling_is_told():
    missing = (Missing(MissingKind.WEAKNESS, ("G1", "G2")), Missing(MissingKind.EVIDENCE, ("P1",)))
    told = standing_before(Settling(missing, against=("Ada",), silent=("Bea", "Cid")))
    assert told == ("Describe the weaknesses of 2 goals. Ada disagrees. Bea, Cid have not said yet where they stand.")


def test_nothing_is_told_where_nothing_stands_before_it():
    assert not standing_before(Settling((Missing(MissingKind.EVIDENCE, ("P1",)),), (), ()))
