"""Parts as places."""

from __future__ import annotations

from desktop.model.maturity.part_places import PartPlace
from tests.own_rules import own_rules


def test_the_whole_stands_under_nothing_and_what_has_no_level_has_none():
    places = own_rules("cumulative-indicators").place_by_id.values()
    whole, *rest = [place for place in places if isinstance(place, PartPlace)]
    assert (whole.parent, whole.level) == ("", 0)
    assert all(place.parent for place in rest)
    assert {place.id: place.level for place in rest}["ASSET-1d"] == 3
