from __future__ import annotations

import pytest

from desktop.model.evaluation.part_results import CapInForce
from desktop.model.evaluation.states import to_point
from desktop.model.maturity import Cap
from desktop.model.scoring.caps import holding, rated_cap
from desktop.model.scoring.criteria import score
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.vocabulary import Fulfilment
from tests.builders_schemes import said_of, tiny_criteria

MET, PARTLY, NOT, NA, UNKNOWN = Fulfilment
CAP = Cap(id="CAP-1", unless=("TOL-2-1", "TOL-2-2"), at_most=1, tracks=("work", "tool"), reason="No desk.")
PACK = tiny_criteria(caps=[CAP])


@pytest.mark.parametrize(
    ("one", "other", "rule", "missing", "open_"),
    [
        (MET, PARTLY, Rule.CAP_HOLDS, ("TOL-2-2",), ()),
        (NOT, UNKNOWN, Rule.CAP_HOLDS, ("TOL-2-1", "TOL-2-2"), ("TOL-2-2",)),
        (MET, UNKNOWN, Rule.CAP_OPEN, ("TOL-2-2",), ("TOL-2-2",)),
        (NA, MET, Rule.CAP_HOLDS, ("TOL-2-1",), ()),
    ],
)
def test_a_cap_holds_until_all_its_statements_are_met(
    one: Fulfilment, other: Fulfilment, rule: Rule, missing: tuple[str, ...], open_: tuple[str, ...]
) -> None:
    track = score(PACK, said_of(PACK, TOL_2_1=one, TOL_2_2=other)).tracks[0]
    cap = track.trace.parts[0]
    assert (cap.rule, cap.facts["missing"], cap.facts["open"]) == (rule, missing, open_)
    assert track.level == 1


def test_a_cap_is_lifted_once_all_are() -> None:
    track = score(PACK, said_of(PACK)).tracks[0]
    assert (track.level, track.caps) == (4, ())
    assert not any("cap" in part.facts for part in track.trace.parts)


def test_a_cap_holds_below_the_levels_above_it_only() -> None:
    statements = {each.id: each for each in score(PACK, said_of(PACK, NOT)).statements}
    cap = rated_cap(CAP, CapInForce("CAP-1", to_point(1), CAP.unless, ()), statements)
    assert holding([cap], 1) == []
    assert holding([cap], 2) == [cap]


def test_the_cap_is_named_in_the_trace_of_the_track_it_holds() -> None:
    track = score(PACK, said_of(PACK, TOL_2_1=NOT)).tracks[0]
    assert track.trace.facts["caps"] == ("CAP-1",)
    assert track.trace.parts[0].facts["cap"] == "CAP-1"
    assert track.trace.parts[0].parts[0].facts["statement"] == "TOL-2-1"
