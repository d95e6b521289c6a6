"""`test_checking` has the faults of staged packs with their lines; here is what they depend on."""

from __future__ import annotations

from msgspec.structs import replace

from desktop.model.maturity.checking_staged import staged
from desktop.model.maturity.faults import FaultCode
from desktop.model.maturity.pack import Area, Pack


def change_area(pack: Pack, **fields: object) -> Pack:
    area: Area = replace(pack.areas[0], **fields)
    return replace(pack, areas=(area,))


def test_the_example_contradicts_nothing(example, read_text):
    assert list(staged(read_text(example))) == []


def test_a_goal_is_unserved_only_while_some_feature_implements(example, read_text):
    pack = read_text(example)
    idle = change_area(pack, practices=pack.areas[0].practices[:1], questions=())
    assert {found.code for found in staged(idle)} == {FaultCode.GOAL_UNSERVED}
    assert {found.code for found in staged(replace(idle, features=pack.features[:1]))} == {
        FaultCode.FEATURE_NONE_IMPLEMENTING
    }


def test_an_area_at_level_1_and_one_beyond_the_levels_are_different_faults(example, read_text):
    pack = read_text(example)
    assert [found.code for found in staged(change_area(pack, level=1))] == [FaultCode.LEVEL_FIRST]
    assert [found.code for found in staged(change_area(pack, level=3))] == [FaultCode.REFERENCE_DANGLING]
