from __future__ import annotations

from desktop.model.scoring.inputs import AreaJudgement, StagedInput
from desktop.model.scoring.staged import score
from desktop.model.scoring.vocabulary import Characterisation
from desktop.wording import outcome
from tests.builders import all_in_place, nothing_said, tiny_pack, with_areas, with_practices

PACK = tiny_pack()


def headline(given: StagedInput) -> str:
    return outcome.headline(score(PACK, given).level, PACK)


def test_headlines() -> None:
    assert headline(nothing_said()) == "Level 1 held; level 2 not determined"
    assert headline(all_in_place(PACK)) == "Level 3 held, the highest of Tiny model"
    weak = with_practices(all_in_place(PACK), STD_AC_1=Characterisation.NOT)
    assert headline(weak) == "Level 2 held; level 3 not reached"


def test_a_blocker_tells_its_area_goals_and_practices() -> None:
    weak = with_practices(all_in_place(PACK), STD_AC_1=Characterisation.NOT, STD_AC_2=None)
    (blocker,) = score(PACK, weak).level.blockers
    assert outcome.blocker_text(blocker, PACK) == (
        "Area STD (STD): unsatisfied; goals STD-G1, STD-G2; weak practices STD-AC-1; open practices STD-AC-2."
    )


def test_a_blocker_out_of_scope_tells_no_more() -> None:
    given = with_areas(all_in_place(PACK), STD=AreaJudgement(in_scope=False))
    (blocker,) = score(PACK, given).level.blockers
    assert outcome.blocker_text(blocker, PACK) == "Area STD (STD): out of scope."


def test_warnings_are_part_of_the_why() -> None:
    none = AreaJudgement(not_applicable=True, reason="No such work.")
    level = score(PACK, with_areas(all_in_place(PACK), PLN=none, SUP=none)).level
    assert "No area of level 2 applies" in outcome.why(level, PACK)


def test_steps() -> None:
    weak = with_practices(all_in_place(PACK), STD_AC_1=Characterisation.NOT)
    result = score(PACK, weak)
    assert [outcome.step_text(group, result.level) for group in result.levels] == ["held", "held", "1 of 2 areas"]
    open_ = score(PACK, nothing_said())
    assert [outcome.step_text(group, open_.level) for group in open_.levels] == ["held", "not rated", "not rated"]
    out = with_areas(nothing_said(), STD=AreaJudgement(in_scope=False), DLV=AreaJudgement(in_scope=False))
    assert outcome.step_text(score(PACK, out).levels[2], score(PACK, out).level) == "nothing to rate"
