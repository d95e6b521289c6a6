import pytest
from msgspec.structs import replace

from desktop.model.scoring.inputs import AreaJudgement, GoalJudgement
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.staged import score
from desktop.model.scoring.vocabulary import Characterisation, Rating
from tests.builders import (
    all_in_place,
    answered,
    nothing_said,
    tiny_area,
    tiny_pack,
    with_areas,
    with_goals,
    with_practices,
)

PACK = tiny_pack()
LI, PI, NI, NY = (Characterisation(value) for value in ("LI", "PI", "NI", "NY"))
MET = all_in_place(PACK)
AWAY = AreaJudgement(not_applicable=True, reason="Not our work.")
OUT = AreaJudgement(in_scope=False)


def level(given, pack=PACK):
    return score(pack, given).level


def summary(found):
    return found.reached, found.determined, found.next, [(blocker.place, blocker.why) for blocker in found.blockers]


def test_everything_in_place_reaches_the_top():
    found = level(MET)
    assert summary(found) == (3, True, None, [])
    assert (found.trace.rule, found.warnings) == (Rule.LEVEL_HIGHEST, ())
    assert [part.facts["area"] for part in found.trace.parts] == ["PLN", "SUP", "STD", "DLV"]


@pytest.mark.parametrize("answers", [{}, {"dont_know": 10}, {"always": 10}])
def test_without_judgements_level_1_is_reached_and_2_not_determined(answers):
    found = level(answered(PACK, nothing_said(), answers))
    assert summary(found) == (1, False, 2, [("PLN", Rating.NOT_RATED), ("SUP", Rating.NOT_RATED)])
    assert found.trace.rule == Rule.LEVEL_NOT_DETERMINED


def test_one_area_not_rated_at_level_2_with_all_else_satisfied():
    found = level(with_practices(MET, PLN_AC_1=None))
    assert summary(found) == (1, False, 2, [("PLN", Rating.NOT_RATED)])
    assert found.blockers[0].goals == ("PLN-G1",)
    assert (found.blockers[0].weak, found.blockers[0].open, found.blockers[0].work) == ((), ("PLN-AC-1",), 1)


def test_not_yet_in_one_goal_only():
    found = level(with_practices(MET, SUP_AC_2=NY))
    assert summary(found) == (1, False, 2, [("SUP", Rating.NOT_RATED)])
    assert found.blockers[0].goals == ("SUP-G2",)


def test_an_unsatisfied_area_at_level_2_while_level_3_is_satisfied():
    found = level(with_practices(MET, PLN_AC_1=PI))
    assert summary(found) == (1, True, 2, [("PLN", Rating.UNSATISFIED)])
    assert (found.trace.rule, found.trace.facts["unsatisfied"]) == (Rule.LEVEL_STOPPED, ("PLN",))


def test_it_is_determined_as_soon_as_one_area_is_unsatisfied():
    found = level(with_practices(MET, PLN_AC_1=None, SUP_AC_1=NI))
    assert summary(found) == (1, True, 2, [("PLN", Rating.NOT_RATED), ("SUP", Rating.UNSATISFIED)])


def test_an_unsatisfied_area_above_the_next_level_determines_nothing():
    assert summary(level(with_practices(MET, PLN_AC_1=None, DLV_AC_1=NI)))[:3] == (1, False, 2)


def test_level_2_with_level_3_unsatisfied():
    found = level(with_practices(MET, STD_AC_1=NI, DLV_AC_2=NI))
    assert summary(found) == (2, True, 3, [("STD", Rating.UNSATISFIED), ("DLV", Rating.UNSATISFIED)])
    assert [part.facts["area"] for part in found.trace.parts] == ["PLN", "SUP", "STD", "DLV"]


def test_an_area_that_does_not_apply_stands_before_no_level():
    found = level(with_areas(MET, SUP=AWAY))
    assert summary(found) == (3, True, None, [])
    assert found.trace.facts["not_applicable"] == ("SUP",)


def test_without_its_reason_it_stands_before_the_level():
    found = level(with_areas(MET, SUP=AreaJudgement(not_applicable=True)))
    assert summary(found) == (1, False, 2, [("SUP", Rating.NOT_RATED)])


def test_out_of_scope_counts_like_not_rated():
    found = level(with_areas(MET, DLV=OUT))
    assert summary(found) == (2, False, 3, [("DLV", Rating.OUT_OF_SCOPE)])
    assert found.blockers[0].goals == ("DLV-G1", "DLV-G2")
    assert found.trace.facts["out_of_scope"] == ("DLV",)


def test_an_area_out_of_scope_takes_all_the_work_that_is_left_to_judge():
    (blocker,) = level(with_areas(with_practices(MET, DLV_AC_1=None, DLV_AC_2=NI), DLV=OUT)).blockers
    assert (blocker.weak, blocker.open, blocker.work) == (("DLV-AC-2",), ("DLV-AC-1",), 3)


@pytest.mark.parametrize(("away", "reached"), [(("PLN", "SUP"), 1), (("STD", "DLV"), 2)])
def test_a_level_none_of_whose_areas_applies_is_refused(away, reached):
    found = level(with_areas(MET, **dict.fromkeys(away, AWAY)))
    assert summary(found) == (reached, True, reached + 1, [])
    assert found.warnings == (Rule.LEVEL_ALL_NOT_APPLICABLE,)
    assert found.trace.rule == "level.all_not_applicable"


def test_a_level_whose_only_area_does_not_apply_is_refused_for_good():
    pack = tiny_pack([tiny_area("PLN", 2), tiny_area("STD", 3)])
    found = level(with_areas(all_in_place(pack), STD=AWAY), pack)
    assert summary(found) == (2, True, 3, [])
    found = level(with_areas(all_in_place(pack), STD=OUT), pack)
    assert summary(found) == (2, False, 3, [("STD", Rating.OUT_OF_SCOPE)])


def test_an_area_that_does_not_apply_determines_nothing_beside_one_not_rated():
    found = level(with_areas(with_practices(MET, PLN_AC_1=None), SUP=AWAY))
    assert summary(found) == (1, False, 2, [("PLN", Rating.NOT_RATED)])


def test_a_level_without_areas_adds_no_demand():
    pack = tiny_pack([tiny_area("STD", 3)])
    assert summary(level(nothing_said(), pack)) == (2, False, 3, [("STD", Rating.NOT_RATED)])
    found = level(all_in_place(pack), pack)
    assert (summary(found), found.warnings) == ((3, True, None, []), ())


def test_nor_does_one_between_others_or_at_the_top():
    pack = tiny_pack([tiny_area("PLN", 2), tiny_area("STD", 4)], levels=5)
    assert summary(level(all_in_place(pack), pack)) == (5, True, None, [])
    found = level(with_practices(all_in_place(pack), STD_AC_1=NI), pack)
    assert summary(found) == (3, True, 4, [("STD", Rating.UNSATISFIED)])


def test_areas_of_the_lowest_level_block_nothing():
    pack = tiny_pack([tiny_area("LOW", 1), tiny_area("PLN", 2)], levels=2)
    given = with_practices(all_in_place(pack), LOW_AC_1=NI, PLN_AC_1=PI)
    found = level(given, pack)
    assert summary(found) == (1, True, 2, [("PLN", Rating.UNSATISFIED)])
    assert found.trace.facts["unsatisfied"] == ("PLN",)
    assert summary(level(with_practices(given, PLN_AC_1=LI), pack)) == (2, True, None, [])


def test_blockers_stand_in_order_of_work_and_reach_up_to_the_next_level():
    pack = tiny_pack(
        [tiny_area(name, 2, activities=2) for name in ("ONE", "TWO", "SIX", "TEN")] + [tiny_area("TOP", 3)]
    )
    given = with_practices(
        all_in_place(pack), ONE_AC_1=NI, ONE_AC_2=PI, TWO_AC_1=PI, SIX_AC_1=None, TEN_AC_1=NI, TOP_AC_1=NI
    )
    blockers = level(given, pack).blockers
    assert [(blocker.place, blocker.work) for blocker in blockers] == [("TWO", 1), ("SIX", 1), ("TEN", 2), ("ONE", 3)]
    assert blockers[3].weak == ("ONE-AC-1", "ONE-AC-2")


def test_significant_weaknesses_block_without_a_weak_practice():
    (blocker,) = level(with_goals(MET, PLN_G2=GoalJudgement(weaknesses_significant=True))).blockers
    assert (blocker.goals, blocker.weak, blocker.open, blocker.work) == (("PLN-G2",), (), (), 0)


@pytest.mark.parametrize("top", [2, 3, 4, 7])
def test_the_levels_are_the_packs(top):
    pack = tiny_pack([tiny_area(f"L{number}", number) for number in range(2, top + 1)], levels=top)
    assert level(all_in_place(pack, LI), pack).reached == top
    assert level(all_in_place(pack, PI), pack).reached == 1


def test_the_order_of_levels_and_areas_in_the_pack_does_not_matter():
    turned = replace(PACK, levels=PACK.levels[::-1], areas=PACK.areas[::-1])
    given = with_practices(MET, DLV_AC_1=NI)
    assert summary(level(given, turned)) == summary(level(given)) == (2, True, 3, [("DLV", Rating.UNSATISFIED)])
    assert [group.id for group in score(turned, given).levels] == ["1", "2", "3"]
