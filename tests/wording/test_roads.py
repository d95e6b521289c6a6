from __future__ import annotations

from desktop.model.evaluation.states import Point
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.questionnaire import scales
from desktop.model.planning.roads import RoadStep, road
from desktop.model.scoring.engine import score
from desktop.model.scoring.inputs import Given
from desktop.model.scoring.vocabulary import Fulfilment, Rating
from desktop.wording.roads import stands_of, step_place, step_text
from tests.builders import all_in_place, tiny_pack
from tests.builders_schemes import no_levels, said_of, tiny_criteria, tiny_streams
from tests.own_rules import own_rules

STAGED, STREAMS, CRITERIA = tiny_pack(), tiny_streams(), tiny_criteria(caps=[])


def test_the_steps_of_a_track_tell_what_is_to_be_met_and_judged() -> None:
    given = said_of(CRITERIA, WRK_3_1=Fulfilment.NOT_MET, WRK_3_2=Fulfilment.DONT_KNOW, TOL_2_1=Fulfilment.NOT_MET)
    result = score(CRITERIA, given)
    steps = road(CRITERIA, result)
    assert [(step_place(step, CRITERIA), step_text(step, CRITERIA, result)) for step in steps] == [
        ("Track work · Tiny criteria", "Level 3 “Level 3”: 1 statement to meet, 1 statement to judge"),
        ("Track tool · Tiny criteria", "Level 2 “Level 2”: 1 statement to meet"),
    ]
    assert stands_of("WRK-3-1", result) is Fulfilment.NOT_MET


def test_the_steps_of_levels_tell_how_much_is_there() -> None:
    result = score(STREAMS, no_levels(chosen={"DSK": 4, "REQ": 2}))
    assert [step_text(step, STREAMS, result) for step in road(STREAMS, result)][:2] == [
        "Level 2 “Level 2”: 2 of 3 streams there",
        "Level 3 “Level 3”: 1 of 3 streams there",
    ]
    assert (stands_of("DSK", result), stands_of("REP", result)) == ("level 4", "not rated")
    assert stands_of("PLN", score(STAGED, all_in_place(STAGED))) is Rating.SATISFIED


def test_a_part_goes_from_what_it_is_or_only_to_what_it_becomes() -> None:
    pack = own_rules("minimum-tiers")
    step = RoadStep(WHOLE, Point(None, "risk_informed"), ("PLAN", "PROCESS"), frozenset())
    result = score(pack, Given(asked=0, tallies={}, scale=scales(pack)[0].id))
    assert step_text(step, pack, result) == "To risk informed: 2 parts"
    assert stands_of("PLAN", result) == "not answered"
