from __future__ import annotations

import pytest

from desktop.model.scoring.criteria import score
from desktop.model.scoring.inputs import Given
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.vocabulary import Fulfilment
from tests.builders_schemes import said_of, tiny_criteria

MET, PARTLY, NOT, NA, UNKNOWN = Fulfilment
PLAIN = tiny_criteria(caps=[])
PACK = tiny_criteria()
LOW, HELD, CAPPED, STOPPED, OPEN, WAITING, NONE = (
    Rule.TRACK_LEVEL_LOWEST,
    Rule.TRACK_LEVEL_HELD,
    Rule.TRACK_LEVEL_CAPPED,
    Rule.TRACK_LEVEL_STOPPED,
    Rule.TRACK_LEVEL_OPEN,
    Rule.TRACK_LEVEL_WAITING,
    Rule.TRACK_LEVEL_NOT_APPLICABLE,
)


@pytest.mark.parametrize(
    ("given", "rules"),
    [
        (said_of(PLAIN), [LOW, HELD, HELD, HELD]),
        (said_of(PLAIN, WRK_2_1=NOT), [LOW, STOPPED, WAITING, WAITING]),
        (said_of(PLAIN, WRK_2_1=PARTLY, WRK_3_1=UNKNOWN), [LOW, STOPPED, OPEN, WAITING]),
        (said_of(PLAIN, WRK_3_1=NA, WRK_3_2=NA), [LOW, HELD, NONE, WAITING]),
        (said_of(PLAIN, WRK_1_1=NOT), [LOW, WAITING, WAITING, WAITING]),
    ],
)
def test_each_level_says_why_it_is_held_or_not(given: Given, rules: list[Rule]) -> None:
    track = score(PLAIN, given).tracks[0]
    assert [level.trace.rule for level in track.levels] == rules
    assert [level.trace.facts["level"] for level in track.levels] == [1, 2, 3, 4]


def test_a_level_that_a_cap_holds_down_names_the_cap() -> None:
    track = score(PACK, said_of(PACK, TOL_3_1=NOT)).tracks[0]
    assert [level.trace.rule for level in track.levels] == [LOW, HELD, CAPPED, CAPPED]
    assert [level.trace.facts["caps"] for level in track.levels] == [(), (), ("CAP-1",), ("CAP-1",)]


def test_it_rests_on_its_own_statements() -> None:
    track = score(PLAIN, said_of(PLAIN, WRK_3_2=NOT, WRK_3_1=NA)).tracks[0]
    third = track.levels[2].trace
    assert (third.facts["met"], third.facts["statements"], third.facts["unmet"]) == (0, 1, ("WRK-3-2",))
    assert [part.facts["statement"] for part in third.parts] == ["WRK-3-1", "WRK-3-2"]
