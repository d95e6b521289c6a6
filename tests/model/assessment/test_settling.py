"""What stands before an area can be settled."""

from __future__ import annotations

import pytest

from desktop.model.assessment.settling import settling_of
from desktop.model.records import Member, Stance
from desktop.model.scoring.missing_parts import Missing, MissingKind

TEAM = (Member("m1", name="Cid"), Member("m2", name="Ada"), Member("m3", name="Bea"))
AGREED = dict.fromkeys(("m1", "m2", "m3"), Stance.AGREES)


def test_who_disagrees_and_who_is_silent_are_told_by_name_in_order():
    found = settling_of((), TEAM, {"m1": Stance.DISAGREES})
    assert (found.against, found.silent) == (("Cid",), ("Ada", "Bea"))
    assert not found.ready


@pytest.mark.parametrize(
    ("kind", "ready", "barred"),
    [
        (MissingKind.WEAKNESS, False, True),
        (MissingKind.EVIDENCE, False, False),
        (MissingKind.CHARACTERISATION, False, False),
        (MissingKind.NOT_DUE, True, False),
    ],
)
def test_what_is_missing_stands_before_it_and_a_weakness_whatever_the_reason(kind, ready, barred):
    found = settling_of((Missing(kind, ("PLN-1",)),), TEAM, AGREED)
    assert (found.ready, found.barred, found.lacking) == (ready, barred, not ready and not barred)
    assert found.weaknesses == (("PLN-1",) if barred else ())


def test_what_they_differed_on_alone_stands_before_it():
    assert settling_of((), TEAM, AGREED, differing=("PLN-1",)).lacking
    assert settling_of((), TEAM, AGREED, alone=True).barred


@pytest.mark.parametrize("stances", [{**AGREED, "m2": Stance.DISAGREES}, {"m1": Stance.AGREES}])
def test_one_who_does_not_agree_stands_before_it(stances):
    assert not settling_of((), TEAM, stances).ready


def test_where_all_agree_and_nothing_is_missing_it_can_be_settled():
    assert settling_of((), TEAM, AGREED).ready
