"""What the team says, as the engine for rulebooks takes it."""

from __future__ import annotations

from msgspec.structs import replace

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.questionnaire import LEVELS
from desktop.model.scoring.inputs import AreaJudgement, Given, GoalJudgement, PracticeJudgement, Tally, TargetJudgement
from desktop.model.scoring.part_words import parts_input
from desktop.model.scoring.vocabulary import Characterisation
from tests.builders import (
    CORROBORATED,
    judged,
    nothing_said,
    tiny_pack,
    with_answers,
    with_areas,
    with_goals,
    with_practices,
)
from tests.builders_schemes import tiny_stream, tiny_streams

PACK = tiny_pack()


def test_blanks_of_practices_are_no_grades():
    said = with_practices(nothing_said(), PLN_AC_1=judged(Characterisation.NOT_YET), PLN_AC_2=Characterisation.LARGELY)
    words = parts_input(PACK, said).words
    assert (words["PLN-AC-1"].answer, words["PLN-AC-2"].answer) == (BlankReason.NOT_DUE, "LI")


def test_weaknesses_that_are_significant_are_the_teams_word_over_the_rules():
    given = with_goals(nothing_said(), PLN_G1=GoalJudgement(weaknesses_significant=True), PLN_G2=GoalJudgement())
    words = parts_input(PACK, given).words
    assert (words["PLN-G1"].says, words["PLN-G2"].says) == ("unsatisfied", None)


def test_of_an_area_no_level_is_wanted():
    wanted = {"PLN": TargetJudgement(1, 4), WHOLE: TargetJudgement(3, 5)}
    given = replace(with_areas(nothing_said(), PLN=AreaJudgement(in_scope=False)), targets=wanted)
    words = parts_input(PACK, given).words
    assert (words["PLN"].in_scope, words["PLN"].target) == (False, None)
    assert (words[WHOLE].target, words[WHOLE].importance) == (3, 5)


def test_what_is_said_of_an_area_is_not_taken_for_what_is_said_of_a_practice():
    said = with_practices(nothing_said(), PLN_AC_1=Characterisation.LARGELY)
    words = parts_input(PACK, replace(said, areas={"PLN-AC-1": AreaJudgement(in_scope=False)})).words
    assert (words["PLN-AC-1"].answer, words["PLN-AC-1"].in_scope) == ("LI", True)


def test_sources_of_an_area_leave_what_is_said_of_it():
    said = with_areas(nothing_said(), PLN=AreaJudgement(in_scope=False))
    words = parts_input(PACK, replace(said, practices={"PLN": PracticeJudgement(sources=CORROBORATED)})).words
    assert not words["PLN"].in_scope


def test_what_is_said_as_before_is_taken_from_there():
    first = with_practices(nothing_said(), PLN_AC_1=Characterisation.LARGELY, PLN_AC_2=Characterisation.FULLY)
    before = parts_input(PACK, first)
    filed = judged(Characterisation.FULLY, sources=())
    second = with_practices(first, PLN_AC_2=filed)
    now = parts_input(PACK, second, (first, before))
    assert now == parts_input(PACK, second)
    assert now.words["PLN-AC-1"] is before.words["PLN-AC-1"]
    assert (len(before.words["PLN-AC-2"].support), len(now.words["PLN-AC-2"].support)) == (2, 0)


def test_blanks_of_respondents_are_left_out():
    given = with_answers(nothing_said(), "PLN-Q1", {"always": 2, "dont_know": 3})
    assert parts_input(PACK, given).tallies["PLN-Q1"] == {"always": 2}


def test_a_level_that_the_model_has_not_is_left_aside():
    pack = tiny_streams([tiny_stream("S1"), tiny_stream("S2")])
    given = Given(scale=LEVELS, asked=0, tallies={"NONE": Tally({}, 1)}, chosen={"S1": 9, "S2": 2})
    found = parts_input(pack, given)
    assert "S1" not in found.words
    assert found.words["S2"].says == 2
    assert not found.tallies
