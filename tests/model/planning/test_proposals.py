import msgspec

from desktop.model.planning.proposals import NewMeasure, Proposal
from desktop.model.records import Action, Measure


def test_a_proposal_says_what_an_action_item_has_and_no_more():
    said = set(msgspec.structs.asdict(Proposal(title="Do"))) - {"measures", "effects"}
    assert said <= set(Action.__struct_fields__)
    assert set(Action.__struct_fields__) - said >= {"id", "number", "status", "closed", "percent", "dropped_because"}
    assert said <= set(Action.__struct_fields__)


def test_a_new_measure_says_what_a_measure_has_and_no_more():
    said = set(msgspec.structs.asdict(NewMeasure(name="Time")))
    assert set(Measure.__struct_fields__) - said == {"id", "action"}
    assert said <= set(Measure.__struct_fields__)
