import pytest
from msgspec.structs import replace

from desktop.model.scoring.inputs import AreaJudgement, GoalJudgement, PracticeJudgement
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.staged import score
from desktop.model.scoring.vocabulary import Agreement, Characterisation, Rating
from tests.builders import (
    all_in_place,
    nothing_said,
    tiny_area,
    tiny_pack,
    with_answers,
    with_areas,
    with_goals,
    with_practices,
)

PACK = tiny_pack()
PI, NI, NA = Characterisation.PARTIALLY, Characterisation.NOT, Characterisation.NOT_APPLICABLE
MET = all_in_place(PACK)


def area(given, area_id="PLN", pack=PACK):
    return next(area for area in score(pack, given).areas if area.id == area_id)


def test_satisfied_when_all_goals_are():
    found = area(MET)
    assert (found.rating, found.trace.rule) == (Rating.SATISFIED, Rule.AREA_SATISFIED)
    assert (found.satisfied_goals, found.in_place_percent) == (2, 100.0)
    assert (found.name, found.level, found.categories) == ("Area PLN", 2, ("management",))


def test_an_unsatisfied_goal_decides_even_when_another_is_not_rated():
    found = area(with_practices(MET, PLN_AC_1=PI, PLN_AC_2=None))
    assert (found.rating, found.trace.rule) == (Rating.UNSATISFIED, Rule.AREA_UNSATISFIED)
    assert found.trace.facts == {
        "area": "PLN",
        "goals": 2,
        "satisfied": 0,
        "unsatisfied": ("PLN-G1",),
        "not_rated": ("PLN-G2",),
    }
    assert found.in_place_percent == 33.3


def test_not_rated_when_no_goal_is_unsatisfied_but_one_is_not_rated():
    found = area(with_practices(MET, PLN_AC_2=None))
    assert (found.rating, found.trace.rule) == (Rating.NOT_RATED, Rule.AREA_NOT_RATED)
    assert found.satisfied_goals == 1


def test_a_goal_that_does_not_apply_is_left_out():
    away = PracticeJudgement(NA, reason="Not here.")
    pack = tiny_pack([tiny_area("PLN", 2, supports=0)])
    assert area(with_practices(all_in_place(pack), PLN_AC_1=away), pack=pack).rating is Rating.SATISFIED
    none_left = area(with_practices(all_in_place(pack), PLN_AC_1=away, PLN_AC_2=away), pack=pack)
    assert (none_left.rating, none_left.trace.rule) == (Rating.NOT_APPLICABLE, Rule.AREA_GOALS_NOT_APPLICABLE)
    assert none_left.in_place_percent is None


@pytest.mark.parametrize("area_id", ["SUP", "PLN"])
def test_declared_not_applicable_with_a_reason(area_id):
    judgement = AreaJudgement(not_applicable=True, reason="There are no subcontractors.")
    found = area(with_areas(nothing_said(), **{area_id: judgement}), area_id)
    assert (found.rating, found.trace.rule) == (Rating.NOT_APPLICABLE, Rule.AREA_NOT_APPLICABLE)
    assert (found.in_place_percent, found.satisfied_goals, found.trace.parts) == (None, 0, ())


@pytest.mark.parametrize("given", [nothing_said(), MET, with_practices(MET, SUP_AC_1=NI)])
def test_declared_not_applicable_without_a_reason_stays_not_rated(given):
    found = area(with_areas(given, SUP=AreaJudgement(not_applicable=True, reason=" ")), "SUP")
    assert (found.rating, found.trace.rule) == (Rating.NOT_RATED, Rule.AREA_REASON_MISSING)


@pytest.mark.parametrize("not_applicable", [False, True])
def test_out_of_scope_comes_before_everything(not_applicable):
    judgement = AreaJudgement(in_scope=False, not_applicable=not_applicable)
    found = area(with_areas(MET, PLN=judgement))
    assert (found.rating, found.trace.rule) == (Rating.OUT_OF_SCOPE, Rule.AREA_OUT_OF_SCOPE)
    assert found.in_place_percent is None


def test_an_area_without_goals_is_an_error_of_the_model():
    pack = tiny_pack([replace(tiny_area("PLN", 2), goals=(), practices=(), questions=())])
    found = area(nothing_said(), pack=pack)
    assert (found.rating, found.trace.rule) == (Rating.NOT_RATED, Rule.AREA_WITHOUT_GOALS)
    assert found.in_place_percent is None


def test_significant_weaknesses_of_one_goal_fail_the_area():
    found = area(with_goals(MET, PLN_G2=GoalJudgement(weaknesses_significant=True)))
    assert (found.rating, found.satisfied_goals, found.in_place_percent) == (Rating.UNSATISFIED, 1, 100.0)


def test_the_answers_to_all_its_questions_come_together():
    given = with_answers(with_answers(nothing_said(), "PLN-Q1", {"always": 8}), "PLN-Q2", {"rarely": 8, "dont_know": 1})
    found = area(with_answers(given, "STD-Q1", {"half": 5})).answers
    assert (found.asked, found.n, found.unanswered, found.dont_know) == (30, 16, 13, 1)
    assert (found.mean_percent, found.consensus, found.agreement) == (50.0, 1.0, Agreement.AGREED)
    assert not found.bimodal
