"""What every scale has in common."""

from __future__ import annotations

from desktop.model.maturity.asked import BLANKS
from desktop.model.maturity.vocabulary import BlankKind


def test_both_blanks_can_be_chosen_and_count_nothing():
    assert [choice.blank for choice in BLANKS] == list(BlankKind)
    assert [choice.id for choice in BLANKS] == [kind.value for kind in BlankKind]
    assert {choice.percent for choice in BLANKS} == {None}
