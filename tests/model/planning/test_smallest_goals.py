from __future__ import annotations

from itertools import combinations

from hypothesis import given as drawn
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.model.maturity import Pack, Practice
from desktop.model.planning.smallest_goals import smallest_goals
from desktop.model.planning.what_if import smallest_set, what_if
from desktop.model.scoring.inputs import AreaJudgement, Given, GoalJudgement
from desktop.model.scoring.staged import score
from desktop.model.scoring.vocabulary import Characterisation, Rating
from tests.builders import all_in_place, tiny_area, tiny_pack, with_areas, with_goals, with_practices
from tests.thoroughness import tries

PACK = tiny_pack([tiny_area("PLN", 2, goals=4)], levels=2)
GOOD = all_in_place(PACK)
NOT, PARTLY = Characterisation.NOT, Characterisation.PARTIALLY


def found(given: Given) -> list[tuple[str, int]]:
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


NAMES = "123456789abcd"


def area_of(goals: int, *served: str) -> tuple[Pack, Given]:
    """An area whose weak activities PLN-AC-1.. serve these goals, named 1..9 and a..d; each has one more, in place."""
    bare = tiny_area("PLN", 2, goals=goals, activities=0, supports=0)
    ids = {NAMES[number]: goal.id for number, goal in enumerate(bare.goals)}
    practices = [
        Practice(id=f"PLN-AC-{number}", feature="AC", text=f"Work {number}.", goals=tuple(ids[each] for each in some))
        for number, some in enumerate((*served, *ids), start=1)
    ]
    pack = tiny_pack([replace(bare, practices=tuple(practices), questions=())], levels=2)
    weak = {f"PLN_AC_{number}": NOT for number in range(1, len(served) + 1)}
    return pack, with_practices(all_in_place(pack), **weak)


def test_thirteen_goals_of_which_three_do() -> None:
    """Dropping goals while the rest suffices, those with the fewest practices first, would leave more."""
    served = [NAMES[number % 3] + NAMES[3 + number % 10] for number in range(30)]
    pack, given = area_of(13, *served)
    assert smallest_set(pack, given, score(pack, given)) == ("goal:PLN-G1", "goal:PLN-G2", "goal:PLN-G3")


def test_among_sets_of_equal_size_the_one_with_the_least_work_is_taken() -> None:
    pack, given = area_of(4, "134", "234", "13", "24", "3")
    given = with_practices(given, PLN_AC_5=PARTLY)
    assert smallest_set(pack, given, score(pack, given)) == ("goal:PLN-G2", "goal:PLN-G3")


def test_among_sets_of_equal_work_the_one_whose_goals_come_first_is_taken() -> None:
    pack, given = area_of(4, "12", "34")
    assert smallest_set(pack, given, score(pack, given)) == ("goal:PLN-G1", "goal:PLN-G3")


goal_sets = st.lists(st.sets(st.sampled_from("123456789abc"), min_size=1, max_size=3), min_size=2, max_size=7)


@tries(25)
@drawn(goal_sets)
def test_nothing_smaller_reaches_the_next_level(sets: list[set[str]]) -> None:
    pack, given = area_of(12, *("".join(sorted(each)) for each in sets))
    result = score(pack, given)
    found = smallest_set(pack, given, result)
    assert what_if(pack, given, found).level.reached == 2
    unmet = [f"goal:{goal.id}" for goal in result.areas[0].goals if goal.rating is Rating.UNSATISFIED]
    for some in combinations(unmet, len(found) - 1):
        assert what_if(pack, given, some).level.reached == 1
