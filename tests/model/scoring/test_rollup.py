import pytest

from desktop.model.scoring.inputs import AreaJudgement
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.staged import score
from desktop.model.scoring.vocabulary import Characterisation
from tests.builders import (
    all_in_place,
    answered,
    nothing_said,
    tiny_pack,
    with_answers,
    with_areas,
    with_practices,
)

PACK = tiny_pack()
NI = Characterisation.NOT
MET = all_in_place(PACK)


def category(given, category_id):
    return next(group for group in score(PACK, given).categories if group.id == category_id)


def level(given, number):
    return next(group for group in score(PACK, given).levels if group.id == str(number))


def counts(group):
    return group.areas, group.satisfied, group.rated, group.progress_index, group.in_place_percent


def test_an_area_of_two_categories_counts_in_both():
    result = score(PACK, MET)
    assert [(group.id, group.areas) for group in result.categories] == [
        ("management", 3),
        ("enabling", 1),
        ("delivery", 1),
    ]


def test_a_level_takes_the_areas_it_asks_for_itself():
    result = score(PACK, MET)
    assert [(group.id, group.name, group.areas) for group in result.levels] == [
        ("1", "Level 1", 0),
        ("2", "Level 2", 2),
        ("3", "Level 3", 2),
    ]
    assert counts(result.levels[0]) == (0, 0, 0, None, None)
    assert result.levels[0].mean_percent is None


def test_progress_is_the_share_of_goals_satisfied():
    given = with_practices(MET, PLN_AC_1=NI, SUP_AC_1=None)
    assert counts(level(given, 2)) == (2, 0, 1, 50.0, 66.7)
    assert counts(category(given, "management")) == (3, 1, 2, 66.7, 77.8)


@pytest.mark.parametrize("judgement", [AreaJudgement(in_scope=False), AreaJudgement(not_applicable=True, reason="No.")])
def test_what_is_out_of_scope_or_does_not_apply_is_left_out(judgement):
    given = with_areas(with_practices(MET, PLN_AC_1=NI), SUP=judgement)
    assert counts(level(given, 2)) == (1, 0, 1, 50.0, 66.7)
    assert counts(category(with_areas(MET, DLV=judgement), "delivery")) == (0, 0, 0, None, None)


def test_the_mean_is_that_of_all_answers():
    given = with_answers(with_answers(nothing_said(), "PLN-Q1", {"always": 9}), "SUP-Q2", {"rarely": 1})
    assert level(given, 2).mean_percent == category(given, "management").mean_percent == 86.0
    assert category(given, "delivery").mean_percent is None


def test_the_mean_says_what_was_answered_whatever_the_team_decides():
    given = answered(PACK, nothing_said(), {"often": 3})
    out = with_areas(given, DLV=AreaJudgement(in_scope=False))
    assert category(out, "delivery").mean_percent == 75.0


def test_the_trace_names_the_rule_and_rests_on_the_areas():
    result = score(PACK, MET)
    assert {group.trace.rule for group in result.levels} == {Rule.ROLLUP_LEVEL}
    assert {group.trace.rule for group in result.categories} == {Rule.ROLLUP_CATEGORY}
    management = result.categories[0]
    assert management.trace.facts["progress_index"] == management.progress_index == 100.0
    assert [part.facts["area"] for part in management.trace.parts] == ["PLN", "SUP", "STD"]
