from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from desktop.model.maturity.questionnaire import FULFILMENT
from desktop.model.scoring import criteria, streams
from desktop.model.scoring.inputs import Given, Tally
from desktop.model.scoring.publication import (
    QUESTION_HIDDEN,
    STATEMENT_SURVEY_HIDDEN,
    STREAM_SURVEY_HIDDEN,
    SUGGESTION_HIDDEN,
    Published,
    Withheld,
    is_hidden,
    published,
)
from desktop.model.scoring.results import ModelResult, Trace
from desktop.model.scoring.staged import score
from tests.builders import nothing_said, tiny_area, tiny_pack
from tests.builders_schemes import no_levels, tiny_criteria, tiny_streams

PACK = tiny_pack([tiny_area("PLN", 2), tiny_area("STD", 3, categories=("delivery",))])


def given_of(answered: dict[str, int], asked: int = 20) -> Given:
    tallies = {question: Tally({"often": n}, asked) for question, n in answered.items()}
    return replace(nothing_said(asked=asked), tallies=tallies)


def result_of(answered: dict[str, int]) -> ModelResult:
    return score(PACK, given_of(answered))


def published_of(answered: dict[str, int]) -> Published:
    return published(PACK, given_of(answered), result_of(answered), 5)


ENOUGH = dict.fromkeys(PACK.question_by_id, 9)
SMALL = ENOUGH | {"PLN-Q1": 2, "PLN-Q2": 3, "PLN-Q3": 1}


def traces(result: ModelResult) -> Iterator[Trace]:
    waiting = [result.level.trace]
    waiting += [group.trace for group in (*result.levels, *result.categories)]
    waiting += [area.trace for area in result.areas]
    waiting += [practice.trace for practice in result.practices]
    waiting += [question.trace for question in result.questions]
    waiting += [goal.trace for area in result.areas for goal in area.goals]
    while waiting:
        trace = waiting.pop()
        yield trace
        waiting += trace.parts


def test_a_result_without_small_groups_is_published_as_it_is() -> None:
    given = given_of(ENOUGH)
    result = score(PACK, given)
    assert published(PACK, given, result, 5).result is result


def test_hidden_answers_keep_only_how_many_there_are() -> None:
    found = {question.id: question for question in published_of(SMALL).result.questions}
    answers = found["PLN-Q1"].answers
    assert is_hidden(answers)
    assert (answers.n, answers.asked, answers.unanswered) == (2, 20, 0)
    assert (answers.mean_percent, answers.median, answers.consensus) == (None, None, None)
    assert not is_hidden(found["STD-Q1"].answers)
    assert found["STD-Q1"].answers.mean_percent == 75.0


def test_an_unanswered_question_is_not_hidden() -> None:
    found = {each.id: each for each in published_of(SMALL | {"PLN-Q1": 0}).result.questions}
    assert not is_hidden(found["PLN-Q1"].answers)


def test_pools_are_those_of_the_questions_shown() -> None:
    result = published_of(SMALL).result
    assert is_hidden(result.areas[0].answers)
    assert (result.areas[0].answers.n, result.areas[0].answers.dont_know) == (6, 0)
    assert result.areas[1].answers == result_of(SMALL).areas[1].answers
    assert (result.answers.n, result.answers.mean_percent) == (27, 75.0)
    assert {group.id: group.mean_percent for group in result.levels} == {"1": None, "2": None, "3": 75.0}
    assert {group.id: group.mean_percent for group in result.categories} == {
        "management": None,
        "enabling": None,
        "delivery": 75.0,
    }
    assert all(practice.suggestion is None for practice in result.practices if practice.area == "PLN")
    assert all(practice.suggestion is not None for practice in result.practices if practice.area == "STD")


def test_a_pool_of_small_and_large_groups_leaves_the_small_ones_out() -> None:
    tallies = {question: Tally({"often": 9}, 20) for question in PACK.question_by_id}
    tallies["PLN-Q1"] = Tally({"rarely": 4}, 20)
    given = replace(nothing_said(asked=20), tallies=tallies)
    every = score(PACK, given)
    result = published(PACK, given, every, 5).result
    assert every.areas[0].answers.mean_percent is not None
    assert every.areas[0].answers.mean_percent < 75
    assert (result.areas[0].answers.n, result.areas[0].answers.asked) == (18, 40)
    assert (result.areas[0].answers.mean_percent, result.areas[0].answers.consensus) == (75.0, 1.0)
    assert {group.mean_percent for group in (*result.levels[1:], *result.categories)} <= {75.0, None}
    assert result.levels[1].trace.facts["mean_percent"] == 75.0


def test_no_trace_anywhere_says_what_is_hidden() -> None:
    found = published_of(SMALL)
    said = set()
    for trace in traces(found.result):
        said.add(trace.rule)
        about = str(trace.facts.get("question") or trace.facts.get("practice"))
        if about in found.withheld.hidden or (about.startswith("PLN") and "survey" in trace.facts):
            assert trace.facts["mean_percent"] is None
            assert trace.facts.get("consensus") is None
            assert trace.facts.get("survey") is None
        if "group" in trace.facts and trace.facts["group"] in {"2", "management"}:
            assert trace.facts["mean_percent"] is None
    assert {QUESTION_HIDDEN, SUGGESTION_HIDDEN} <= said


def test_ratings_stay() -> None:
    before, after = result_of(SMALL), published_of(SMALL).result
    assert [area.rating for area in before.areas] == [area.rating for area in after.areas]
    assert before.level.reached == after.level.reached


@pytest.mark.parametrize(
    ("counts", "asked", "shown"),
    [
        ({"dont_know": 1, "does_not_apply": 1, "often": 2}, 20, (0, 0, 0)),
        ({"dont_know": 1, "does_not_apply": 2, "often": 2}, 20, (15, 2, 1)),
        ({"dont_know": 3, "does_not_apply": 1}, 20, (0, 0, 0)),
        ({"dont_know": 1}, 1, (0, 0, 0)),
        ({"dont_know": 1, "often": 9}, 20, (10, 0, 1)),
        ({}, 1, (1, 0, 0)),
    ],
)
def test_blanks_are_published_where_enough_people_said_anything(
    counts: dict[str, int], asked: int, shown: tuple[int, int, int]
) -> None:
    tallies = {question: Tally({"often": 9}, 20) for question in PACK.question_by_id} | {"PLN-Q1": Tally(counts, asked)}
    given = replace(nothing_said(asked=20), tallies=tallies)
    found = published(PACK, given, score(PACK, given), 5)
    question = found.result.questions[0]
    answers, facts = question.answers, question.trace.facts
    assert (answers.unanswered, answers.does_not_apply, answers.dont_know) == shown
    told = (facts["unanswered"], facts["does_not_apply"], facts["dont_know"])
    assert told == ((None, None, None) if "PLN-Q1" in found.withheld.blanks else shown)
    assert ("PLN-Q1" in found.withheld.blanks) == (0 < sum(counts.values()) < 5)
    blanks = found.result.areas[0].answers
    every = (blanks.unanswered, blanks.does_not_apply, blanks.dont_know)
    withheld = "PLN-Q1" in found.withheld.blanks | found.withheld.hidden
    assert every == ((22, 0, 0) if withheld else (22 + shown[0], shown[1], shown[2]))


def test_what_few_people_said_since_an_export_is_held_back() -> None:
    first = published_of(ENOUGH)
    shown = {question: [counts] for question, counts in first.counts.items()}
    later = given_of(ENOUGH)
    later = replace(later, tallies={**later.tallies, "PLN-Q1": Tally({"often": 9, "rarely": 1}, 20)})
    result = score(PACK, later)
    assert published(PACK, later, result, 5).result is result
    found = published(PACK, later, result, 5, shown)
    assert found.withheld == Withheld(held=frozenset({"PLN-Q1"}))
    assert found.result == first.result
    assert found.counts == first.counts


def test_what_enough_people_said_since_an_export_is_shown() -> None:
    shown = {question: [counts] for question, counts in published_of(ENOUGH).counts.items()}
    later = given_of(ENOUGH)
    later = replace(later, tallies={**later.tallies, "PLN-Q1": Tally({"often": 9, "rarely": 5}, 20)})
    result = score(PACK, later)
    assert published(PACK, later, result, 5, shown).result is result


STREAMS, CRITERIA = tiny_streams(), tiny_criteria()


def rules(trace: Trace) -> set[str]:
    return {trace.rule}.union(*map(rules, trace.parts))


def test_a_stream_with_few_answers_keeps_its_level_and_loses_what_they_say() -> None:
    counts = {"DSK-Q1": {"level_2": 3}, "REQ-Q1": {"level_3": 9}, "REP-Q1": {"level_3": 9}}
    tallies = {question: Tally(given, 20) for question, given in counts.items()}
    given = no_levels(tallies=tallies, chosen={"DSK": 4})
    found = published(STREAMS, given, streams.score(STREAMS, given), 5)
    small, large = found.result.streams[:2]
    assert (small.level, small.suggestion, is_hidden(small.answers)) == (4, None, True)
    assert large.suggestion is not None
    assert found.withheld.hidden == {"DSK-Q1"}
    assert found.result.answers.n == 18
    assert STREAM_SURVEY_HIDDEN in rules(small.trace)
    assert STREAM_SURVEY_HIDDEN in rules(found.result.level.trace)
    hidden = next(part for part in small.trace.parts if part.rule == STREAM_SURVEY_HIDDEN)
    assert (hidden.facts["n"], hidden.facts["level"], hidden.facts["mean_level"]) == (3, None, None)


def test_statements_with_few_answers_lose_what_is_suggested() -> None:
    tallies = {id_: Tally({"met": 9}, 20) for id_ in CRITERIA.statement_by_id}
    tallies |= {"WRK-2-1": Tally({"not_met": 2}, 20)}
    given = Given(scale=FULFILMENT, asked=20, tallies=tallies)
    found = published(CRITERIA, given, criteria.score(CRITERIA, given), 5)
    of = {each.id: each for each in found.result.statements}
    assert found.withheld.hidden == {"WRK-2-1"}
    assert of["WRK-2-1"].suggestion is None
    assert of["TOL-4-1"].suggestion is not None
    assert of["WRK-2-1"].trace.parts[0].rule == STATEMENT_SURVEY_HIDDEN
    assert of["WRK-2-1"].trace.parts[0].facts["met_percent"] is None
    assert not is_hidden(found.result.tracks[1].answers)
    levels = {level.level: level.trace for level in found.result.tracks[0].levels}
    (survey,) = levels[2].parts[0].parts
    assert (survey.rule, survey.facts["met_percent"], survey.facts["value"]) == (STATEMENT_SURVEY_HIDDEN, None, None)


def test_a_track_of_few_answers_is_hidden_as_a_whole() -> None:
    tallies = {id_: Tally({"met": 1 if id_.startswith("WRK") else 9}, 20) for id_ in CRITERIA.statement_by_id}
    given = Given(scale=FULFILMENT, asked=20, tallies=tallies)
    found = published(CRITERIA, given, criteria.score(CRITERIA, given), 5)
    assert [is_hidden(track.answers) for track in found.result.tracks] == [True, False]
    assert found.result.answers.n == found.result.tracks[1].answers.n
