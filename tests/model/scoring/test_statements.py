from __future__ import annotations

import pytest

from desktop.model.maturity.questionnaire import FULFILMENT
from desktop.model.scoring.criteria import score
from desktop.model.scoring.inputs import Given, Tally
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.statements import RULES, WORK
from desktop.model.scoring.vocabulary import Fulfilment
from tests.builders_schemes import said_of, tiny_criteria

PACK = tiny_criteria()


def test_every_word_has_its_rule_and_its_work() -> None:
    assert set(RULES) == {*Fulfilment, None}
    assert set(RULES.values()) == {rule for rule in Rule if rule.of == "statement"}
    assert set(WORK) == {*Fulfilment, None} - {Fulfilment.MET}


@pytest.mark.parametrize("value", [*Fulfilment, None])
def test_a_statement_says_what_the_team_says(value: Fulfilment | None) -> None:
    given = Given(scale=FULFILMENT, asked=0, tallies={}, statements={"WRK-2-1": value} if value else {})
    found = {each.id: each for each in score(PACK, given).statements}["WRK-2-1"]
    assert (found.value, found.track, found.level) == (value, "work", 2)
    assert found.trace.rule == RULES[value]


@pytest.mark.parametrize(
    ("counts", "value", "met_percent"),
    [
        ({"met": 9, "partly_met": 1}, Fulfilment.MET, 90.0),
        ({"met": 7, "not_met": 3}, Fulfilment.PARTLY_MET, 70.0),
        ({"met": 1, "not_met": 8}, Fulfilment.NOT_MET, 11.1),
        ({"not_met": 3, "dont_know": 9}, Fulfilment.NOT_MET, 0.0),
    ],
)
def test_the_survey_suggests_by_the_share_that_says_met(
    counts: dict[str, int], value: Fulfilment, met_percent: float
) -> None:
    given = Given(scale=FULFILMENT, asked=20, tallies={"WRK-2-1": Tally(counts, 20)})
    found = {each.id: each for each in score(PACK, given).statements}["WRK-2-1"].suggestion
    assert found is not None
    assert (found.value, found.met_percent) == (value, met_percent)


def test_the_survey_never_judges() -> None:
    tallies = {id_: Tally({"met": 10}, 10) for id_ in PACK.statement_by_id}
    result = score(PACK, Given(scale=FULFILMENT, asked=10, tallies=tallies))
    assert all(each.value is None and each.suggestion for each in result.statements)
    assert result.level.reached == 1


def test_without_answers_nothing_is_suggested() -> None:
    assert all(each.suggestion is None for each in score(PACK, said_of(PACK)).statements)


@pytest.mark.parametrize(
    ("counts", "rule", "n"),
    [
        ({}, Rule.STATEMENT_SURVEY_NO_ANSWERS, 0),
        ({"dont_know": 3, "does_not_apply": 2}, Rule.STATEMENT_SURVEY_NO_ANSWERS, 0),
        ({"met": 1}, Rule.STATEMENT_SURVEY_ANSWERED, 1),
    ],
)
def test_the_trace_says_whether_anybody_answered(counts: dict[str, int], rule: Rule, n: int) -> None:
    given = Given(scale=FULFILMENT, asked=20, tallies={"WRK-2-1": Tally(counts, 20)})
    found = {each.id: each for each in score(PACK, given).statements}["WRK-2-1"]
    (said,) = found.trace.parts
    assert (said.rule, said.facts["n"], said.facts["value"]) == (rule, n, "met" if n else None)
