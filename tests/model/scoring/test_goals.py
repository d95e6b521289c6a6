import pytest

from desktop.model.scoring.inputs import AreaJudgement, GoalJudgement, PracticeJudgement
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.staged import score
from desktop.model.scoring.vocabulary import Characterisation, Rating
from tests.builders import (
    all_in_place,
    judged,
    nothing_said,
    tiny_area,
    tiny_pack,
    with_areas,
    with_goals,
    with_practices,
)

PACK = tiny_pack()
FI, LI, PI, NI, NY, NA = (Characterisation(value) for value in ("FI", "LI", "PI", "NI", "NY", "NA"))
MET = all_in_place(PACK)
NOT_HERE = PracticeJudgement(NA, reason="Nobody does this here.")


def goal(given, goal_id="PLN-G1", pack=PACK):
    return next(goal for area in score(pack, given).areas for goal in area.goals if goal.id == goal_id)


def test_nothing_said_is_not_rated():
    found = goal(nothing_said())
    assert (found.rating, found.trace.rule) == (Rating.NOT_RATED, Rule.GOAL_NOT_RATED)
    assert found.open == ("PLN-CO-1", "PLN-AC-1")
    assert (found.weak, found.in_place, found.practices) == ((), 0, 2)


@pytest.mark.parametrize("value", [FI, LI, judged(PI, alternative=True), judged(NI, alternative=True)])
def test_satisfied_when_all_practices_are_in_place(value):
    found = goal(with_practices(MET, PLN_AC_1=value))
    assert (found.rating, found.trace.rule, found.in_place) == (Rating.SATISFIED, Rule.GOAL_SATISFIED, 2)
    assert not found.weakness_missing


def test_a_practice_that_does_not_apply_is_left_out_of_the_count():
    found = goal(with_practices(MET, PLN_AC_1=NOT_HERE))
    assert (found.rating, found.in_place, found.practices) == (Rating.SATISFIED, 1, 1)
    assert (found.trace.facts["in_place"], found.trace.facts["practices"]) == (1, 1)


@pytest.mark.parametrize("value", [PI, NI])
def test_unsatisfied_by_a_weak_practice(value):
    found = goal(with_practices(MET, PLN_AC_1=value))
    assert (found.rating, found.trace.rule) == (Rating.UNSATISFIED, Rule.GOAL_WEAK_PRACTICES)
    assert (found.weak, found.open, found.in_place) == (("PLN-AC-1",), (), 1)
    assert found.weakness_missing


def test_unsatisfied_by_significant_weaknesses():
    found = goal(with_goals(MET, PLN_G1=GoalJudgement(weaknesses_significant=True, weakness=" ")))
    assert (found.rating, found.trace.rule) == (Rating.UNSATISFIED, Rule.GOAL_SIGNIFICANT_WEAKNESS)
    assert found.weakness_missing
    stated = goal(with_goals(MET, PLN_G1=GoalJudgement(weaknesses_significant=True, weakness="Plans are ignored.")))
    assert not stated.weakness_missing


def test_a_stated_weakness_alone_does_not_matter():
    assert goal(with_goals(MET, PLN_G1=GoalJudgement(weakness="Plans are late."))).rating is Rating.SATISFIED


@pytest.mark.parametrize("value", [None, NY, judged(FI, sources=()), judged(NA)])
def test_an_open_practice_comes_before_a_weak_one(value):
    found = goal(with_practices(MET, PLN_CO_1=NI, PLN_AC_1=value))
    assert (found.rating, found.trace.rule) == (Rating.NOT_RATED, Rule.GOAL_NOT_RATED)
    assert (found.weak, found.open) == (("PLN-CO-1",), ("PLN-AC-1",))
    assert not found.weakness_missing


def test_an_open_practice_comes_before_significant_weaknesses():
    given = with_goals(with_practices(MET, PLN_AC_1=None), PLN_G1=GoalJudgement(weaknesses_significant=True))
    assert goal(given).rating is Rating.NOT_RATED


def test_not_yet_keeps_only_its_own_goals_from_being_rated():
    given = with_practices(MET, PLN_AC_1=NY)
    assert goal(given, "PLN-G1").rating is Rating.NOT_RATED
    assert goal(given, "PLN-G2").rating is Rating.SATISFIED


def test_a_practice_that_names_no_goal_serves_all():
    given = with_practices(MET, PLN_CO_1=PI)
    assert [goal(given, name).rating for name in ("PLN-G1", "PLN-G2")] == [Rating.UNSATISFIED] * 2


def test_not_applicable_when_none_of_its_practices_applies():
    found = goal(with_practices(MET, PLN_CO_1=NOT_HERE, PLN_AC_1=NOT_HERE))
    assert (found.rating, found.trace.rule) == (Rating.NOT_APPLICABLE, Rule.GOAL_NOT_APPLICABLE)


def test_a_practice_that_does_not_apply_needs_no_corroboration_but_a_reason():
    assert goal(with_practices(MET, PLN_AC_1=NOT_HERE)).rating is Rating.SATISFIED
    assert goal(with_practices(MET, PLN_AC_1=PracticeJudgement(NA))).rating is Rating.NOT_RATED


def test_a_goal_without_practices_is_an_error_of_the_model():
    pack = tiny_pack([tiny_area("PLN", 2), tiny_area("BAD", 3, activities=0, supports=0)])
    found = goal(all_in_place(pack), "BAD-G1", pack)
    assert (found.rating, found.trace.rule) == (Rating.NOT_RATED, Rule.GOAL_WITHOUT_PRACTICES)
    assert (found.practices, found.in_place) == (0, 0)


@pytest.mark.parametrize(
    ("judgement", "rating", "rule"),
    [
        (AreaJudgement(in_scope=False), Rating.OUT_OF_SCOPE, Rule.GOAL_AREA_OUT_OF_SCOPE),
        (AreaJudgement(not_applicable=True, reason="None."), Rating.NOT_APPLICABLE, Rule.GOAL_AREA_NOT_APPLICABLE),
    ],
)
def test_a_goal_goes_out_with_its_area(judgement, rating, rule):
    found = goal(with_areas(with_practices(MET, PLN_AC_1=NI, PLN_CO_1=None), PLN=judgement))
    assert (found.rating, found.trace.rule, found.trace.parts) == (rating, rule, ())
    assert (found.weak, found.open, found.weakness_missing) == ((), (), False)
