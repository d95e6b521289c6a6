from __future__ import annotations

from msgspec.structs import replace

from desktop.model.scoring.engine import score
from desktop.model.scoring.vocabulary import Characterisation, Fulfilment, Rating
from desktop.wording.place_reasons import of_area, of_stream, of_track
from tests.builders import all_in_place, nothing_said, tiny_pack, with_practices
from tests.builders_schemes import no_levels, said_of, ticked, tiny_criteria, tiny_streams

STAGED, STREAMS, CAPPED = tiny_pack(), tiny_streams(), tiny_criteria()
CRITERIA = tiny_criteria(caps=[])


def test_areas_name_their_goals_where_they_are_all_alike() -> None:
    met = score(STAGED, all_in_place(STAGED)).areas[0]
    assert of_area(met, STAGED) == "It meets its goals “Goal PLN-G1” and “Goal PLN-G2”."
    one, other = met.goals
    unfit = replace(met, goals=(one, replace(other, rating=Rating.NOT_APPLICABLE)))
    assert of_area(unfit, STAGED) == "It meets its goal “Goal PLN-G1”."
    waiting = score(STAGED, nothing_said()).areas[0]
    assert of_area(waiting, STAGED) == "Its goals “Goal PLN-G1” and “Goal PLN-G2” have not been rated yet."
    assert of_area(replace(waiting, goals=(one, waiting.goals[1])), STAGED) == ""
    weak = score(STAGED, with_practices(all_in_place(STAGED), PLN_AC_1=Characterisation.NOT)).areas[0]
    assert of_area(weak, STAGED) == ""


def test_streams_tell_how_they_came_to_their_level() -> None:
    chosen, ticks, nothing = score(STREAMS, no_levels(chosen={"DSK": 3}, ticks=ticked(STREAMS, REQ=2))).streams
    assert of_stream(chosen) == "The team chose the text of level 3 as the one that fits best."
    assert of_stream(ticks) == "All that the model asks for up to level 2 is done."
    assert of_stream(nothing) == "The team has not chosen a level yet."
    begun = score(STREAMS, no_levels(ticks=frozenset({"DSK-1-P1"}))).streams[0]
    assert of_stream(begun) == "Not all that level 1 asks for is done, but nothing stands lower."


def test_tracks_tell_what_their_next_level_asks_for() -> None:
    tool = 1
    low = score(CRITERIA, said_of(CRITERIA, TOL_2_1=Fulfilment.NOT_MET)).tracks[tool]
    assert of_track(low, CRITERIA) == "All that it asks for up to level 1 is met. Level 2 asks for 1 thing more."
    two = score(CRITERIA, said_of(CRITERIA, TOL_2_1=Fulfilment.NOT_MET, TOL_2_2=Fulfilment.PARTLY_MET)).tracks[tool]
    assert of_track(two, CRITERIA).endswith("Level 2 asks for 2 things more.")
    open_ = score(CRITERIA, said_of(CRITERIA, up_to=2)).tracks[tool]
    assert of_track(open_, CRITERIA) == (
        "All that it asks for up to level 2 is met. Whether level 3 is has not been judged yet."
    )
    held = score(CAPPED, said_of(CAPPED, TOL_3_1=Fulfilment.NOT_MET)).tracks[0]
    assert of_track(held, CAPPED) == (
        "What it asks for would give level 4, but it is capped at level 2: The tool stands alone."
    )
    assert of_track(score(CRITERIA, said_of(CRITERIA)).tracks[tool], CRITERIA) == "All that it asks for is met."
    nothing_fits = said_of(CRITERIA, TOL_4_1=Fulfilment.NOT_APPLICABLE, TOL_4_2=Fulfilment.NOT_APPLICABLE)
    assert of_track(score(CRITERIA, nothing_fits).tracks[tool], CRITERIA) == ""
