from typing import get_args

import pytest

from desktop.model.records import KINDS, Privacy, typed_cells
from desktop.model.records.merge_rule import MergeRule
from desktop.model.records.record import CellRule


@pytest.mark.parametrize("name", ["OfParticipant", "OfMember", "OfEvidence", "OfAction", "OfMeasure", "OfModel"])
def test_a_type_that_names_a_record_names_one_there_is(name):
    (kind,) = (rule.names for rule in get_args(getattr(typed_cells, name)) if isinstance(rule, CellRule))
    assert kind in KINDS
    assert name == f"Of{KINDS[kind].__name__}"


def test_notes_stay_in_the_team_and_none_is_lost():
    (rule,) = (rule for rule in get_args(typed_cells.TeamText) if isinstance(rule, CellRule))
    assert (rule.merge, rule.privacy) == (MergeRule.BOTH, Privacy.TEAM)
