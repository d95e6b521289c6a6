"""What is rated alone, by the scheme of the model."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from desktop.model.assessment.blind_things import blind_places, blind_things, place_of
from desktop.model.maturity.scheme_settings import SchemeSettings, TeamSetting
from desktop.model.records import ONCE, Instance
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.own_rules import PACKS, own_rules


@pytest.mark.parametrize(
    "pack", [tiny_pack(), tiny_streams(), tiny_criteria(), *map(own_rules, [p.stem for p in PACKS])]
)
def test_everything_that_is_rated_belongs_to_its_place_and_takes_its_own_words(pack):
    sorts = [] if not hasattr(pack, "rules") else [kind.across.of for kind in pack.rules.kinds if kind.across]
    instances = [Instance(id=f"i{number}", of=of, name=of) for number, of in enumerate(sorts)]
    for place in blind_places(pack):
        things = blind_things(pack, place, instances)
        assert len({thing.key for thing in things}) == len(things)
        for thing in things:
            assert place_of(pack, thing.part) == place
            assert all(thing.takes(word) for word in (*thing.order, *thing.besides)), thing
            assert not thing.takes("nothing of the kind")


def test_the_level_of_a_stream_comes_first_where_the_team_may_choose_it():
    pack = tiny_streams()
    assert [thing.part for thing in blind_things(pack, "DSK")][:2] == ["DSK", "DSK-1-P1"]
    ticked = replace(pack, settings=SchemeSettings(team=TeamSetting(may_set=False)))
    assert next(thing.part for thing in blind_things(ticked, "DSK")) == "DSK-1-P1"
    assert "DSK-1-O1" not in {thing.part for thing in blind_things(pack, "DSK")}, "outcomes are expected, not done"


def test_practices_stand_in_the_order_of_their_features():
    pack = tiny_pack()
    things = blind_things(pack, "PLN")
    assert {thing.part for thing in things} == {practice.id for practice in pack.area_by_id["PLN"].practices}
    assert things[0].order == ("NI", "PI", "LI", "FI")
    assert things[0].instance == ONCE
