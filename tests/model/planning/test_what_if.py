from __future__ import annotations

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.model.maturity import Cap, Pack
from desktop.model.planning.what_if import smallest_set, what_if
from desktop.model.scoring.engine import score
from desktop.model.scoring.inputs import AreaJudgement, Given, GoalJudgement, PracticeJudgement
from desktop.model.scoring.survey import survey
from desktop.model.scoring.vocabulary import Characterisation, Fulfilment, Rating
from tests.builders import CORROBORATED, all_in_place, nothing_said, tiny_pack, with_areas, with_goals, with_practices
from tests.builders_schemes import no_levels, said_of, ticked, tiny_criteria, tiny_streams
from tests.thoroughness import tries

STAGED, STREAMS, CRITERIA = tiny_pack(), tiny_streams(), tiny_criteria()
NOT = Characterisation.NOT


def rating(given: Given, done: list[str], area: str) -> Rating:
    return next(each.rating for each in what_if(STAGED, given, done).areas if each.id == area)


def test_a_goal_reached_satisfies_its_area_and_moves_the_level() -> None:
    given = with_practices(all_in_place(STAGED), PLN_AC_1=NOT)
    assert score(STAGED, given).level.reached == 1
    assert what_if(STAGED, given, ["goal:PLN-G1"]).level.reached == 3


def test_what_is_given_stays_as_it_is() -> None:
    given = with_practices(all_in_place(STAGED), PLN_AC_1=NOT)
    before = score(STAGED, given)
    what_if(STAGED, given, ["goal:PLN-G1"])
    assert score(STAGED, given) == before


def test_nothing_done_changes_nothing() -> None:
    for pack, given in ((STAGED, nothing_said()), (STREAMS, no_levels()), (CRITERIA, said_of(CRITERIA, up_to=2))):
        assert what_if(pack, given, []) == what_if(pack, given, ["goal:XXX-G1", "cell:X-1"]) == score(pack, given)
        assert what_if(pack, given, [], survey(pack, given)) == score(pack, given)


def test_open_practices_significant_weaknesses_and_scope_are_settled_too() -> None:
    given = with_goals(all_in_place(STAGED), PLN_G2=GoalJudgement(True, "All in all."))
    given = replace(given, practices={**given.practices, "PLN-AC-1": PracticeJudgement(Characterisation.FULLY)})
    given = with_areas(given, SUP=AreaJudgement(in_scope=False), STD=AreaJudgement(not_applicable=True))
    assert rating(given, ["goal:PLN-G1"], "PLN") is Rating.UNSATISFIED
    assert rating(given, ["goal:PLN-G1", "goal:PLN-G2"], "PLN") is Rating.SATISFIED
    assert rating(given, ["goal:SUP-G1"], "SUP") is Rating.SATISFIED
    assert rating(given, ["goal:STD-G1"], "STD") is Rating.SATISFIED


def test_an_area_that_comes_into_scope_is_one_that_everybody_was_asked_about() -> None:
    given = with_areas(all_in_place(STAGED), SUP=AreaJudgement(in_scope=False))
    stale = survey(STAGED, given)
    assert stale.places["SUP"].asked == 0
    after = what_if(STAGED, given, ["goal:SUP-G1"], stale)
    assert next(area for area in after.areas if area.id == "SUP").answers.asked == 3 * given.asked
    assert after == what_if(STAGED, given, ["goal:SUP-G1"])


@pytest.mark.parametrize("value", [Characterisation.LARGELY, Characterisation.FULLY])
def test_what_is_in_place_keeps_its_characterisation(value: Characterisation) -> None:
    given = with_practices(all_in_place(STAGED, value), PLN_AC_1=NOT)
    after = {practice.id: practice.value for practice in what_if(STAGED, given, ["goal:PLN-G1"]).practices}
    assert (after["PLN-CO-1"], after["PLN-AC-1"]) == (value, Characterisation.FULLY)


def test_an_area_that_does_not_apply_stays_so() -> None:
    given = with_areas(all_in_place(STAGED), SUP=AreaJudgement(not_applicable=True, reason="No such work."))
    assert rating(given, ["goal:SUP-G1"], "SUP") is Rating.NOT_APPLICABLE


def test_a_cell_reached_brings_its_stream_to_its_level_and_never_down() -> None:
    given = no_levels(chosen={"DSK": 2, "REQ": 4}, ticks=ticked(STREAMS, REP=1))
    after = what_if(STREAMS, given, ["cell:DSK-3", "cell:REQ-2", "cell:REP-4"])
    assert [stream.level for stream in after.streams] == [3, 4, 4]


def test_a_statement_reached_lifts_a_cap() -> None:
    given = said_of(CRITERIA, TOL_3_1=Fulfilment.NOT_MET)
    assert what_if(CRITERIA, given, ["statement:TOL-3-1"]).level.reached == 4


def smallest(pack: Pack, given: Given) -> tuple[str, ...]:
    return smallest_set(pack, given, score(pack, given))


def test_the_smallest_set_comes_with_the_least_work_first() -> None:
    given = with_practices(
        all_in_place(STAGED), PLN_CO_1=NOT, SUP_AC_2=Characterisation.PARTIALLY, STD_AC_1=Characterisation.NOT
    )
    assert smallest(STAGED, given) == ("goal:SUP-G2", "goal:PLN-G1")
    of_streams = no_levels(ticks=ticked(STREAMS, DSK=2, REQ=2, REP=3) | {"REQ-3-P1"})
    assert smallest(STREAMS, of_streams) == ("cell:REQ-3", "cell:DSK-3")
    of_criteria = said_of(CRITERIA, TOL_3_1=Fulfilment.NOT_MET, WRK_3_2=Fulfilment.PARTLY_MET)
    assert smallest(CRITERIA, of_criteria) == ("statement:WRK-3-2", "statement:TOL-3-1")


def test_at_the_top_nothing_is_needed() -> None:
    assert smallest(STAGED, all_in_place(STAGED)) == ()
    assert smallest(STREAMS, no_levels(chosen=dict.fromkeys(STREAMS.stream_by_id, 5))) == ()
    assert smallest(CRITERIA, said_of(CRITERIA)) == ()


def test_a_level_that_nothing_can_reach_needs_nothing() -> None:
    none = AreaJudgement(not_applicable=True, reason="No such work.")
    assert smallest(STAGED, with_areas(all_in_place(STAGED), PLN=none, SUP=none)) == ()
    away = Fulfilment.NOT_APPLICABLE
    given = said_of(CRITERIA, WRK_1_1=Fulfilment.NOT_MET, WRK_2_1=away, WRK_2_2=away)
    assert smallest(CRITERIA, given) == ()


quick = tries(30)
judged = st.builds(
    PracticeJudgement,
    value=st.none() | st.sampled_from(Characterisation),
    alternative=st.booleans(),
    reason=st.sampled_from(["", "Because."]),
    sources=st.sampled_from([(), CORROBORATED, CORROBORATED]),
)
of_stages = st.builds(
    lambda practices, goals, areas: replace(
        all_in_place(STAGED),
        practices={**all_in_place(STAGED).practices, **practices},
        goals=goals,
        areas=areas,
    ),
    st.dictionaries(st.sampled_from(sorted(STAGED.practice_by_id)), judged, max_size=5),
    st.dictionaries(st.sampled_from(sorted(STAGED.goal_by_id)), st.builds(GoalJudgement, st.booleans()), max_size=2),
    st.dictionaries(
        st.sampled_from(sorted(STAGED.area_by_id)),
        st.builds(AreaJudgement, st.booleans(), st.booleans(), st.sampled_from(["", "Because."])),
        max_size=1,
    ),
)
of_streams = st.builds(
    lambda chosen, ticks: no_levels(chosen=chosen, ticks=frozenset(ticks)),
    st.dictionaries(st.sampled_from(sorted(STREAMS.stream_by_id)), st.integers(1, 5)),
    st.sets(st.sampled_from(sorted(item for item in STREAMS.item_by_id if "-P" in item))),
)
CAPPED = tiny_criteria(
    caps=[
        Cap(id="CAP-1", unless=("TOL-2-1", "WRK-2-1"), at_most=1, tracks=("work",), reason="No desk."),
        Cap(id="CAP-2", unless=("TOL-3-1",), at_most=2, tracks=("work", "tool"), reason="Alone."),
    ]
)
of_criteria = st.builds(
    lambda few: replace(said_of(CAPPED), statements={**said_of(CAPPED).statements, **few}),
    st.dictionaries(st.sampled_from(sorted(CAPPED.statement_by_id)), st.sampled_from(Fulfilment), max_size=5),
)


@pytest.mark.parametrize(
    ("pack", "givens"),
    [(STAGED, of_stages), (STREAMS, of_streams), (CAPPED, of_criteria)],
    ids=["staged", "streams", "criteria"],
)
@quick
@drawn(data=st.data())
def test_the_smallest_set_reaches_the_next_level_and_nothing_less_does(
    pack: Pack, givens: st.SearchStrategy[Given | Given | Given], data: st.DataObject
) -> None:
    given = data.draw(givens)
    result = score(pack, given)
    needed = smallest_set(pack, given, result)
    if not needed:
        return
    assert result.level.next is not None
    assert what_if(pack, given, needed).level.reached >= result.level.next
    for one in needed:
        less = [other for other in needed if other != one]
        assert what_if(pack, given, less).level.reached == result.level.reached


@pytest.mark.parametrize(
    ("pack", "givens"),
    [(STAGED, of_stages), (STREAMS, of_streams), (CAPPED, of_criteria)],
    ids=["staged", "streams", "criteria"],
)
@quick
@drawn(data=st.data())
def test_work_done_lowers_nothing(
    pack: Pack, givens: st.SearchStrategy[Given | Given | Given], data: st.DataObject
) -> None:
    given = data.draw(givens)
    every = [f"goal:{goal}" for goal in pack.goal_by_id]
    every += [f"cell:{stream.id}-{cell.level}" for stream in pack.streams for cell in stream.cells]
    every += [f"statement:{statement}" for statement in pack.statement_by_id]
    done = data.draw(st.lists(st.sampled_from(every), max_size=4))
    before, after = score(pack, given), what_if(pack, given, done)
    assert after.level.reached >= before.level.reached
    for one, other in zip(before.streams, after.streams, strict=True):
        assert other.level >= one.level
    for track, better in zip(before.tracks, after.tracks, strict=True):
        assert better.level >= track.level
