from __future__ import annotations

from msgspec.structs import replace

from desktop.model.maturity import Link, Pack
from desktop.model.planning.crosswalk import Disagreement, bridges, bridges_from, disagreements, loans
from desktop.model.scoring.engine import score
from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.vocabulary import Characterisation, Fulfilment
from tests.builders import all_in_place, nothing_said, tiny_pack, with_practices
from tests.builders_schemes import no_levels, said_of, tiny_criteria, tiny_streams

STAGED = replace(
    tiny_pack(), crosswalk=(Link(origin="PLN", model="tiny-streams", to=("DSK",), why="Seen from the area."),)
)
STREAMS = tiny_streams(
    crosswalk=[
        Link(origin="DSK", model="tiny", to=("PLN", "STD"), why="Both take calls."),
        Link(origin="REQ", model="tiny", to=("PLN", "XXX"), why="Both plan."),
        Link(origin="REP", model="absent", to=("PLN",), why="Nobody is there."),
    ]
)
CRITERIA = tiny_criteria(
    caps=[],
    crosswalk=[
        Link(origin="tool", model="tiny", to=("PLN",), why="A tool for planning."),
        Link(origin="WRK-3-1", model="tiny", to=("DLV",), why="A part of it."),
    ],
)
PACKS = [STREAMS, STAGED, CRITERIA]


def test_links_lead_both_ways() -> None:
    found = {
        (each.here.model, each.here.part, each.there.model, each.there.part) for each in bridges([STREAMS, STAGED])
    }
    one_way = {("tiny-streams", "DSK", "tiny", "PLN"), ("tiny-streams", "DSK", "tiny", "STD"),
               ("tiny-streams", "REQ", "tiny", "PLN")}  # fmt: skip
    assert found == one_way | {(there, theirs, here, ours) for here, ours, there, theirs in one_way}


def test_a_pair_that_both_packs_name_is_told_once() -> None:
    (one,) = [each for each in bridges_from(PACKS, "tiny", "PLN") if each.there.part == "DSK"]
    assert (one.why, one.said_by) == ("Both take calls.", "tiny-streams")


def test_a_pack_alone_has_no_bridges() -> None:
    assert bridges([STREAMS]) == ()


def test_a_statement_s_links_belong_to_its_track() -> None:
    (bridge,) = bridges_from(PACKS, "tiny-criteria", "work")
    assert (bridge.here.part, bridge.here.place, bridge.here.is_place, bridge.there.part) == (
        "WRK-3-1",
        "work",
        False,
        "DLV",
    )


def results(**chosen: int) -> list[ModelResult]:
    weak = with_practices(all_in_place(STAGED), PLN_AC_1=Characterisation.NOT)
    return [score(STREAMS, no_levels(chosen=chosen)), score(STAGED, weak), score(CRITERIA, said_of(CRITERIA))]


def test_a_weak_area_borrows_from_linked_streams_and_says_where_from() -> None:
    found = loans(PACKS, results(DSK=2, REQ=5), "tiny", "PLN")
    assert [(each.proposal.origin, each.proposal.model, each.bridge.why) for each in found] == [
        ("cell:DSK-3", "tiny-streams", "Both take calls.")
    ]
    assert found[0].proposal.practices == ("DSK-3-P1", "DSK-3-P2")
    assert [measure.metric for measure in found[0].proposal.measures] == ["DSK-3-M1"]


def test_a_loan_of_several_links_is_told_by_the_first() -> None:
    pack = tiny_criteria(
        caps=[],
        crosswalk=[
            Link(origin="work", model="tiny-streams", to=("DSK",), why="Whose work it is."),
            Link(origin="WRK-3-1", model="tiny-streams", to=("DSK",), why="One part of it."),
        ],
    )
    given = [score(STREAMS, no_levels(chosen={"DSK": 2})), score(pack, said_of(pack))]
    (found,) = loans([STREAMS, pack], given, pack.id, "work")
    assert (found.bridge.here.part, found.bridge.why) == ("work", "Whose work it is.")


def test_a_place_without_links_or_results_borrows_nothing() -> None:
    assert loans(PACKS, results(), "tiny", "SUP") == ()
    assert loans(PACKS, results()[1:], "tiny", "PLN") == ()


def pairs(found: tuple[Disagreement, ...]) -> set[tuple[str, int | None, str, int | None]]:
    return {(each.strong.place, each.strong_level, each.weak.place, each.weak_level) for each in found}


def test_an_unsatisfied_area_disagrees_with_what_stands_at_3_or_above() -> None:
    assert pairs(disagreements(PACKS, results(DSK=3, REQ=2))) == {("DSK", 3, "PLN", None), ("tool", 4, "PLN", None)}


def test_an_area_of_a_high_level_that_is_missed_does_not_disagree_with_what_stands_below_that_level() -> None:
    """An area of level 3 may be missed where a stream stands at 2, one of level 4 also where it stands at 3."""
    high = replace(STAGED, areas=tuple(replace(area, level=4) if area.id == "PLN" else area for area in STAGED.areas))
    weak = score(high, with_practices(all_in_place(high), PLN_AC_1=Characterisation.NOT))
    for level, told in ((3, set()), (4, {("DSK", 4, "PLN", None)})):
        streams = score(STREAMS, no_levels(chosen={"DSK": level}))
        assert pairs(disagreements([STREAMS, high], [weak, streams])) == told


def test_a_satisfied_area_disagrees_with_what_has_not_left_the_lowest_level() -> None:
    good = score(STAGED, all_in_place(STAGED))
    low = score(STREAMS, no_levels(chosen={"DSK": 1, "REQ": 2}))
    tool = score(CRITERIA, said_of(CRITERIA, TOL_2_1=Fulfilment.NOT_MET))
    assert pairs(disagreements(PACKS, [good, low, tool])) == {
        ("PLN", None, "DSK", 1),
        ("STD", None, "DSK", 1),
        ("PLN", None, "tool", 1),
    }


def test_a_satisfied_area_of_level_2_agrees_with_a_stream_at_level_2() -> None:
    """Both say that level 2 is reached."""
    good = [score(STAGED, all_in_place(STAGED)), score(STREAMS, no_levels(chosen={"DSK": 2, "REQ": 2}))]
    assert disagreements([STREAMS, STAGED], good) == ()


def test_a_satisfied_area_disagrees_with_what_stands_two_levels_below_it() -> None:
    high = replace(STAGED, areas=tuple(replace(area, level=4) if area.id == "PLN" else area for area in STAGED.areas))
    for level, told in ((2, {("PLN", None, "DSK", 2)}), (3, set())):
        streams = score(STREAMS, no_levels(chosen={"DSK": level}))
        found = disagreements([STREAMS, high], [score(high, all_in_place(high)), streams])
        assert {each for each in pairs(found) if each[0] == "PLN"} == told


def test_streams_and_tracks_disagree_when_two_levels_apart() -> None:
    linked = replace(CRITERIA, crosswalk=(Link(origin="tool", model="tiny-streams", to=("DSK",), why="The desk."),))
    track = score(linked, said_of(linked))
    assert track.tracks[-1].level == 4
    for level, told in ((3, set()), (2, {("tool", 4, "DSK", 2)})):
        found = disagreements([STREAMS, linked], [track, score(STREAMS, no_levels(chosen={"DSK": level}))])
        assert pairs(found) == told


def test_two_areas_disagree_where_the_satisfied_one_is_of_no_lower_level() -> None:
    for level, told in ((2, {("PLN", None, "PLN", None)}), (3, set())):
        areas = tuple(replace(area, level=level) if area.id == "PLN" else area for area in STAGED.areas)
        other = replace(
            STAGED, id="other", areas=areas, crosswalk=(Link(origin="PLN", model="tiny", to=("PLN",), why="The same."),)
        )
        weak = score(other, with_practices(all_in_place(other), PLN_AC_1=Characterisation.NOT))
        assert pairs(disagreements([STAGED, other], [score(STAGED, all_in_place(STAGED)), weak])) == told


def test_what_is_farthest_apart_is_told_first() -> None:
    found = disagreements(PACKS, results(DSK=3, REQ=5))
    assert [(each.strong.place, each.strong_level) for each in found] == [("REQ", 5), ("tool", 4), ("DSK", 3)]


def test_what_is_not_judged_disagrees_with_nothing() -> None:
    unknown = score(CRITERIA, said_of(CRITERIA, up_to=1))
    assert disagreements(PACKS, [score(STAGED, all_in_place(STAGED)), score(STREAMS, no_levels()), unknown]) == ()
    assert disagreements(PACKS, [score(STAGED, nothing_said()), *results(DSK=5)[::2]]) == ()


def test_a_statement_does_not_speak_for_its_track() -> None:
    weak = score(STAGED, with_practices(all_in_place(STAGED), DLV_AC_1=Characterisation.NOT))
    assert disagreements(PACKS, [weak, score(CRITERIA, said_of(CRITERIA))]) == ()


def test_every_pack_is_needed_once() -> None:
    twice: list[Pack] = [STREAMS, STAGED, STREAMS]
    assert bridges(twice) == bridges([STREAMS, STAGED])
