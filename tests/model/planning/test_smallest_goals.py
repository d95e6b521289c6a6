from __future__ import annotations

import pytest

from desktop.model.planning import smallest_goals as module
from desktop.model.planning.smallest_goals import smallest_goals
from desktop.model.scoring.inputs import AreaJudgement, GoalJudgement, StagedInput
from desktop.model.scoring.staged import score
from desktop.model.scoring.vocabulary import Characterisation
from tests.builders import all_in_place, tiny_area, tiny_pack, with_areas, with_goals, with_practices

PACK = tiny_pack([tiny_area("PLN", 2, goals=4)], levels=2)
GOOD = all_in_place(PACK)
NOT, PARTLY = Characterisation.NOT, Characterisation.PARTIALLY


def found(given: StagedInput) -> list[tuple[str, int]]:
    result = score(PACK, given)
    return smallest_goals(PACK, result.areas[0], {practice.id: practice for practice in result.practices})


def test_goals_that_wait_for_practices_of_their_own_are_all_needed() -> None:
    given = with_practices(GOOD, PLN_AC_1=NOT, PLN_AC_3=PARTLY)
    assert found(given) == [("goal:PLN-G1", 2), ("goal:PLN-G3", 1)]


def test_one_goal_stands_for_all_that_wait_for_the_same_practice() -> None:
    assert found(with_practices(GOOD, PLN_CO_1=NOT)) == [("goal:PLN-G1", 2)]
    assert found(with_practices(GOOD, PLN_CO_1=NOT, PLN_AC_3=PARTLY)) == [("goal:PLN-G3", 3)]


def test_a_goal_held_by_its_own_weaknesses_is_needed() -> None:
    given = with_goals(with_practices(GOOD, PLN_CO_1=NOT), PLN_G2=GoalJudgement(True, "All in all."))
    assert found(given) == [("goal:PLN-G2", 2)]


def test_an_area_out_of_scope_needs_at_least_one() -> None:
    assert found(with_areas(GOOD, PLN=AreaJudgement(in_scope=False))) == [("goal:PLN-G1", 0)]


def test_among_very_many_goals_none_is_kept_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SEARCHED", 0)
    assert found(with_practices(GOOD, PLN_CO_1=NOT, PLN_AC_3=PARTLY)) == [("goal:PLN-G3", 3)]
