from __future__ import annotations

import pytest

from desktop.model.maturity import Direction, Pack
from desktop.model.maturity.questionnaire import FULFILMENT
from desktop.model.planning.origins import OriginKind
from desktop.model.planning.suggestions import proposal, suggestions
from desktop.model.scoring.engine import score
from desktop.model.scoring.inputs import Given
from desktop.model.scoring.vocabulary import Characterisation, Fulfilment
from tests.builders import all_in_place, nothing_said, tiny_pack, with_practices
from tests.builders_schemes import no_levels, said_of, ticked, tiny_criteria, tiny_streams

STAGED, STREAMS, CRITERIA = tiny_pack(), tiny_streams(), tiny_criteria()


def origins(pack: Pack, given: Given) -> list[str]:
    return [found.origin for found in suggestions(pack, score(pack, given))]


def test_a_stream_s_next_level_with_its_outcomes_and_measures() -> None:
    given = no_levels(ticks=ticked(STREAMS, DSK=2) | {"DSK-3-P1"})
    (found,) = suggestions(STREAMS, score(STREAMS, given))
    assert (found.origin, found.kind, found.place, found.part, found.level) == (
        "cell:DSK-3",
        OriginKind.CELL,
        "DSK",
        "DSK-3",
        3,
    )
    assert (found.practices, found.outcomes) == (("DSK-3-P2",), ("DSK-3-O1",))
    (measure,) = found.measures
    assert (measure.metric, measure.name, measure.unit) == ("DSK-3-M1", "Share of DSK at 3", "percent")
    assert (measure.direction, measure.how) == (Direction.UP, "Count DSK at 3.")


def test_the_weakest_streams_come_first_and_those_at_the_top_not_at_all() -> None:
    given = no_levels(chosen={"DSK": 4, "REQ": 5, "REP": 2})
    assert origins(STREAMS, given) == ["cell:REP-3", "cell:DSK-5"]


def test_unsatisfied_goals_with_their_weak_practices() -> None:
    given = with_practices(
        all_in_place(STAGED), STD_AC_1=Characterisation.NOT, STD_CO_1=Characterisation.PARTIALLY, DLV_AC_1=None
    )
    found = suggestions(STAGED, score(STAGED, given))
    assert [(each.origin, each.practices) for each in found] == [
        ("goal:STD-G1", ("STD-CO-1", "STD-AC-1")),
        ("goal:STD-G2", ("STD-CO-1",)),
    ]
    assert {each.kind for each in found} == {OriginKind.GOAL}


def test_what_stands_before_the_next_level_comes_first() -> None:
    given = with_practices(
        all_in_place(STAGED),
        STD_AC_1=Characterisation.PARTIALLY,
        PLN_CO_1=Characterisation.NOT,
        SUP_AC_2=Characterisation.NOT,
    )
    assert origins(STAGED, given) == ["goal:PLN-G1", "goal:PLN-G2", "goal:SUP-G2", "goal:STD-G1"]


def test_the_statements_that_stop_a_track_each_once() -> None:
    given = said_of(CRITERIA, TOL_3_1=Fulfilment.NOT_MET, TOL_4_1=Fulfilment.NOT_MET, WRK_3_2=Fulfilment.DONT_KNOW)
    found = suggestions(CRITERIA, score(CRITERIA, given))
    assert [(each.origin, each.place, each.level) for each in found] == [("statement:TOL-3-1", "tool", 3)]


@pytest.mark.parametrize(
    ("pack", "given"),
    [(STAGED, nothing_said()), (STREAMS, no_levels()), (CRITERIA, Given(scale=FULFILMENT, asked=0, tallies={}))],
)
def test_where_nothing_is_judged_nothing_is_suggested(pack: Pack, given: Given) -> None:
    assert suggestions(pack, score(pack, given)) == ()


def test_any_cell_can_be_proposed() -> None:
    result = score(STREAMS, no_levels(chosen={"DSK": 2}))
    assert proposal(STREAMS, result, "cell:DSK-5").practices == ("DSK-5-P1", "DSK-5-P2")
    with pytest.raises(KeyError):
        proposal(STREAMS, result, "cell:XXX-5")
