from __future__ import annotations

import pytest

from desktop.model.maturity import Cap
from desktop.model.scoring.caps import holding, rate_cap
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
        (MET, MET, Rule.CAP_LIFTED, (), ()),
        (MET, PARTLY, Rule.CAP_HOLDS, ("TOL-2-2",), ()),
        (NOT, UNKNOWN, Rule.CAP_HOLDS, ("TOL-2-1", "TOL-2-2"), ("TOL-2-2",)),
        (MET, UNKNOWN, Rule.CAP_OPEN, ("TOL-2-2",), ("TOL-2-2",)),
        (NA, MET, Rule.CAP_HOLDS, ("TOL-2-1",), ()),
    ],
)
def test_a_cap_holds_until_all_its_statements_are_met(
    one: Fulfilment, other: Fulfilment, rule: Rule, missing: tuple[str, ...], open_: tuple[str, ...]
) -> None:
    result = score(PACK, said_of(PACK, TOL_2_1=one, TOL_2_2=other))
    cap = rate_cap(CAP, {each.id: each for each in result.statements})
    assert (cap.trace.rule, cap.missing, cap.open) == (rule, missing, open_)
    assert cap.holds == (rule is not Rule.CAP_LIFTED)


def test_a_cap_holds_below_the_levels_above_it_only() -> None:
    statements = {each.id: each for each in score(PACK, said_of(PACK, NOT)).statements}
    cap = rate_cap(CAP, statements)
    assert holding([cap], 1) == []
    assert holding([cap], 2) == [cap]


def test_the_cap_is_named_in_the_trace_of_the_track_it_holds() -> None:
    track = score(PACK, said_of(PACK, TOL_2_1=NOT)).tracks[0]
    assert track.trace.facts["caps"] == ("CAP-1",)
    assert track.trace.parts[0].facts["cap"] == "CAP-1"
    assert track.trace.parts[0].parts[0].facts["statement"] == "TOL-2-1"
