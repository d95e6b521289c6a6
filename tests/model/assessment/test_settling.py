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
    ("kind", "ready"), [(MissingKind.WEAKNESS, False), (MissingKind.EVIDENCE, True), (MissingKind.NOT_DUE, True)]
)
def test_only_a_weakness_stands_before_it(kind, ready):
    found = settling_of((Missing(kind, ("PLN-1",)),), TEAM, AGREED)
    assert found.ready is ready
    assert found.weaknesses == (() if ready else ("PLN-1",))


@pytest.mark.parametrize("stances", [{**AGREED, "m2": Stance.DISAGREES}, {"m1": Stance.AGREES}])
def test_one_who_does_not_agree_stands_before_it(stances):
    assert not settling_of((), TEAM, stances).ready


def test_where_all_agree_and_nothing_is_missing_it_can_be_settled():
    assert settling_of((), TEAM, AGREED).ready
