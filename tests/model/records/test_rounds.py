"""What is told of a round that is over."""

from __future__ import annotations

from desktop.model.records import Privacy, Round, RoundResult, cell_rules
from desktop.model.scoring.place_stands import PlaceStand


def test_a_result_holds_how_a_place_stood_and_by_which_pack() -> None:
    cells = [name for name in RoundResult.__struct_fields__ if name not in RoundResult.keys]
    assert cells == ["digest", *PlaceStand.__struct_fields__]


def test_what_was_said_in_a_round_leaves_the_team_by_no_cell_of_it() -> None:
    told = {name for name, rule in cell_rules(Round).items() if rule.privacy is Privacy.SPONSOR}
    assert told - {"id"} == {"number", "name", "began", "closed"}
