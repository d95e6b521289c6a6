from __future__ import annotations

from msgspec.structs import replace

from desktop.model.maturity import Pack
from desktop.model.maturity.parts import WHOLE
from desktop.model.planning.gaps import Gap, gaps, largest_first, whole
from desktop.model.scoring.engine import score
from desktop.model.scoring.inputs import AreaJudgement, Given, TargetJudgement
from desktop.model.scoring.vocabulary import Characterisation, Fulfilment, Rating
from tests.builders import all_in_place, nothing_said, tiny_pack, with_areas, with_practices
from tests.builders_schemes import no_levels, said_of, ticked, tiny_criteria, tiny_streams

STAGED, STREAMS, CRITERIA = tiny_pack(), tiny_streams(), tiny_criteria(caps=[])


def found(pack: Pack, given: Given) -> dict[str, Gap]:
    return {gap.place: gap for gap in gaps(given, score(pack, given))}


def test_every_place_has_its_gap() -> None:
    for pack, given in ((STAGED, nothing_said()), (STREAMS, no_levels()), (CRITERIA, said_of(CRITERIA))):
        assert found(pack, given).keys() == pack.place_by_id.keys()


def test_an_area_is_to_be_satisfied_or_not() -> None:
    given = with_practices(all_in_place(STAGED), PLN_AC_1=Characterisation.NOT, STD_AC_2=Characterisation.PARTIALLY)
    given = replace(given, targets={"PLN": TargetJudgement(1, 4), "SUP": TargetJudgement(1), "STD": TargetJudgement(0)})
    by_place = found(STAGED, given)
    pln, sup, std, dlv = (by_place[area] for area in ("PLN", "SUP", "STD", "DLV"))
    assert (pln.level, pln.target, pln.gap, pln.weighted_gap, pln.missing) == (0, 1, 1, 4, ("PLN-G1",))
    assert (sup.gap, sup.missing, sup.rating) == (0, (), Rating.SATISFIED)
    assert (std.level, std.target, std.gap, std.missing) == (0, 0, 0, ())
    assert (dlv.target, dlv.gap, dlv.own) == (None, None, False)


def test_the_level_wanted_of_the_model_asks_for_its_areas() -> None:
    given = replace(nothing_said(), targets={WHOLE: TargetJudgement(2), "SUP": TargetJudgement(importance=3)})
    by_place = found(STAGED, given)
    assert {place for place, gap in by_place.items() if gap.target} == {"PLN", "SUP"}
    assert (by_place["SUP"].weighted_gap, by_place["SUP"].own, by_place["SUP"].rated) == (3, False, False)


def test_areas_out_of_scope_are_left_out_unless_wanted() -> None:
    given = with_areas(nothing_said(), STD=AreaJudgement(in_scope=False), DLV=AreaJudgement(in_scope=False))
    assert found(STAGED, replace(given, targets={"DLV": TargetJudgement(1)})).keys() == {"PLN", "SUP", "DLV"}


def test_what_a_stream_misses_up_to_its_target() -> None:
    given = no_levels(ticks=ticked(STREAMS, DSK=2) | {"DSK-4-P1"}, chosen={"REQ": 2, "REP": 4})
    given = replace(given, targets={WHOLE: TargetJudgement(4), "DSK": TargetJudgement(4, 5)})
    by_place = found(STREAMS, given)
    assert (by_place["DSK"].gap, by_place["DSK"].weighted_gap) == (2, 10)
    assert by_place["DSK"].missing == ("DSK-3-P1", "DSK-3-P2", "DSK-4-P2")
    assert by_place["REQ"].missing == ("REQ-3-P1", "REQ-3-P2", "REQ-4-P1", "REQ-4-P2")
    assert (by_place["REP"].gap, by_place["REP"].missing) == (0, ())


def test_without_a_target_the_next_level_is_what_is_missing() -> None:
    assert found(STREAMS, no_levels(chosen={"DSK": 2}))["DSK"].missing == ("DSK-3-P1", "DSK-3-P2")
    given = said_of(CRITERIA, WRK_3_1=Fulfilment.NOT_MET, WRK_4_1=Fulfilment.NOT_MET)
    assert found(CRITERIA, given)["work"].missing == ("WRK-3-1",)


def test_what_a_track_misses_up_to_its_target() -> None:
    given = said_of(CRITERIA, WRK_3_1=Fulfilment.NOT_MET, WRK_4_1=Fulfilment.DONT_KNOW)
    wanted = {"work": TargetJudgement(4, 2), "tool": TargetJudgement(4)}
    by_place = found(CRITERIA, replace(given, targets=wanted))
    assert (by_place["work"].gap, by_place["work"].weighted_gap) == (2, 4)
    assert by_place["work"].missing == ("WRK-3-1", "WRK-4-1")
    assert (by_place["tool"].gap, by_place["tool"].missing) == (0, ())


def test_the_largest_weighted_gap_comes_first_and_no_target_last() -> None:
    targets = {"REQ": TargetJudgement(3, 2), "REP": TargetJudgement(2, 5)}
    given = no_levels(targets=targets)
    ordered = gaps(given, score(STREAMS, given))
    assert [(gap.place, gap.weighted_gap) for gap in ordered] == [("REP", 5), ("REQ", 4), ("DSK", None)]
    assert largest_first(reversed(ordered)) == ordered


def test_without_targets_the_lowest_come_first() -> None:
    given = no_levels(chosen={"DSK": 3, "REQ": 1, "REP": 2})
    assert [gap.place for gap in gaps(given, score(STREAMS, given))] == ["REQ", "REP", "DSK"]


def test_the_gap_of_the_whole_model() -> None:
    given = no_levels(chosen={"DSK": 2, "REQ": 3, "REP": 3}, targets={WHOLE: TargetJudgement(4, 2)})
    gap = whole(given, score(STREAMS, given))
    assert (gap.place, gap.level, gap.target, gap.gap, gap.weighted_gap) == (WHOLE, 2, 4, 2, 4)
    assert (gap.missing, gap.rated) == (("DSK",), True)
    assert whole(no_levels(), score(STREAMS, no_levels())).gap is None
