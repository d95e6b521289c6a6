from __future__ import annotations

from typing import Any

from desktop.model.scoring.engine import score as score_any
from desktop.model.scoring.inputs import AreaJudgement, Given
from desktop.model.scoring.staged import score
from desktop.model.scoring.vocabulary import Characterisation, Fulfilment
from desktop.wording import outcome
from tests.builders import all_in_place, nothing_said, tiny_pack, with_areas, with_practices
from tests.builders_schemes import no_levels, said_of, tiny_criteria, tiny_streams

PACK = tiny_pack()
STREAMS = tiny_streams()
CRITERIA = tiny_criteria()


def headline(given: Given) -> str:
    return outcome.headline(score(PACK, given).level, PACK)


def test_headlines() -> None:
    assert headline(nothing_said()) == "Level 1 reached; level 2 not determined"
    assert headline(all_in_place(PACK)) == "Level 3 reached, the highest of Tiny model"
    weak = with_practices(all_in_place(PACK), STD_AC_1=Characterisation.NOT)
    assert headline(weak) == "Level 2 reached; level 3 not yet reached"


def test_a_blocker_tells_its_area_goals_and_practices() -> None:
    weak = with_practices(all_in_place(PACK), STD_AC_1=Characterisation.NOT, STD_AC_2=None)
    (blocker,) = score(PACK, weak).level.blockers
    assert outcome.blocker_text(blocker, PACK) == (
        "Area STD: unsatisfied; goals “Goal STD-G1” and “Goal STD-G2”; 1 weak practice; 1 open practice."
    )


def test_a_blocker_out_of_scope_tells_no_more() -> None:
    given = with_areas(all_in_place(PACK), STD=AreaJudgement(in_scope=False))
    (blocker,) = score(PACK, given).level.blockers
    assert outcome.blocker_text(blocker, PACK) == "Area STD: out of scope."


def test_warnings_are_part_of_the_why() -> None:
    none = AreaJudgement(not_applicable=True, reason="No such work.")
    level = score(PACK, with_areas(all_in_place(PACK), PLN=none, SUP=none)).level
    assert "No area of level 2 applies" in outcome.why(level, PACK)


def test_steps() -> None:
    weak = with_practices(all_in_place(PACK), STD_AC_1=Characterisation.NOT)
    result = score(PACK, weak)
    assert [outcome.step_text(group, result.level) for group in result.levels] == [
        "reached",
        "reached",
        "1 of 2 satisfied",
    ]
    open_ = score(PACK, nothing_said())
    assert [outcome.step_text(group, open_.level) for group in open_.levels] == ["reached", "not rated", "not rated"]
    out = with_areas(nothing_said(), STD=AreaJudgement(in_scope=False), DLV=AreaJudgement(in_scope=False))
    assert outcome.step_text(score(PACK, out).levels[2], score(PACK, out).level) == "out of scope"
    none = AreaJudgement(not_applicable=True, reason="No such work.")
    gone = score(PACK, with_areas(nothing_said(), STD=none, DLV=none))
    assert outcome.step_text(gone.levels[2], gone.level) == "does not apply"
    assert outcome.state_text(gone.levels[0]) == "nothing to rate"


def of_streams(**chosen: int) -> str:
    return outcome.standing(score_any(STREAMS, no_levels(chosen=chosen)), STREAMS)


def of_tracks(**statements: Any) -> str:
    return outcome.standing(score_any(CRITERIA, said_of(CRITERIA, **statements)), CRITERIA)


def test_streams_in_one_line() -> None:
    assert of_streams() == "No stream is rated yet"
    assert of_streams(DSK=2, REQ=3, REP=3) == "Weakest stream: Stream DSK at level 2; mean 2.67 (an index)"
    assert of_streams(DSK=2, REQ=2, REP=3).startswith("Weakest streams: Stream DSK, Stream REQ at level 2;")
    assert of_streams(DSK=4, REQ=4, REP=4) == "3 streams at level 4"
    assert of_streams(DSK=4) == "1 stream at level 4 (1 of 3 rated)"


def test_tracks_in_one_line() -> None:
    assert of_tracks() == "Track work level 4, Track tool level 4"
    assert of_tracks(TOL_2_1=Fulfilment.NOT_MET) == "Track work level 4, Track tool level 1; lowest: Track tool"
    assert of_tracks(WRK_3_1=Fulfilment.DONT_KNOW, TOL_2_1=Fulfilment.NOT_MET) == (
        "Track work level 2 (the next not determined), Track tool level 1; lowest: Track tool"
    )


def test_areas_in_one_line() -> None:
    result = score(PACK, nothing_said())
    assert outcome.standing(result, PACK) == outcome.headline(result.level, PACK)


def test_the_level_of_every_scheme_has_a_headline_and_a_why() -> None:
    level = score_any(STREAMS, no_levels(chosen={"DSK": 2, "REQ": 3, "REP": 3})).level
    assert outcome.headline(level, STREAMS) == "Level 2 reached; level 3 not yet reached"
    assert outcome.why(level, STREAMS) == (
        "Level 2 is reached, that of the weakest: Stream DSK (DSK). Level 3 is not reached yet. "
        "Streams rated: 3 of 3; not rated: none. Mean level of those rated: 2.67 (an index, not a level)."
    )
    none = Fulfilment.NOT_APPLICABLE
    level = score_any(CRITERIA, said_of(CRITERIA, WRK_3_1=none, WRK_3_2=none)).level
    assert "no statement at level 3 that applies" in outcome.why(level, CRITERIA)


def test_blockers_of_every_scheme() -> None:
    (blocker,) = score_any(STREAMS, no_levels(chosen={"DSK": 2, "REQ": 3, "REP": 3})).level.blockers
    assert outcome.blocker_text(blocker, STREAMS) == "Stream DSK; 2 practices not ticked."
    given = said_of(CRITERIA, TOL_2_1=Fulfilment.NOT_MET, TOL_2_2=Fulfilment.DONT_KNOW)
    (blocker,) = score_any(CRITERIA, given).level.blockers
    assert outcome.blocker_text(blocker, CRITERIA) == ("Track tool; 1 statement not met; 1 open statement.")
