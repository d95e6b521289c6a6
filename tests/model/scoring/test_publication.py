from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from desktop.model.scoring import criteria, streams
from desktop.model.scoring.inputs import CriteriaInput, Tally
from desktop.model.scoring.publication import (
    QUESTION_HIDDEN,
    STATEMENT_SURVEY_HIDDEN,
    STREAM_SURVEY_HIDDEN,
    SUGGESTION_HIDDEN,
    is_hidden,
    published,
)
from desktop.model.scoring.results import ModelResult, Trace
from desktop.model.scoring.staged import score
from tests.builders import nothing_said, tiny_area, tiny_pack
from tests.builders_schemes import no_levels, tiny_criteria, tiny_streams

PACK = tiny_pack([tiny_area("PLN", 2), tiny_area("STD", 3, categories=("delivery",))])


def result_of(answered: dict[str, int], asked: int = 20) -> ModelResult:
    tallies = {question: Tally({"often": n}, asked) for question, n in answered.items()}
    return score(PACK, replace(nothing_said(asked=asked), tallies=tallies))


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
    result = result_of(ENOUGH)
    assert published(PACK, result, 5).result is result


def test_hidden_answers_keep_only_how_many_there_are() -> None:
    found = {question.id: question for question in published(PACK, result_of(SMALL), 5).result.questions}
    answers = found["PLN-Q1"].answers
    assert is_hidden(answers)
    assert (answers.n, answers.asked, answers.unanswered) == (2, 20, 18)
    assert (answers.mean_percent, answers.median, answers.consensus) == (None, None, None)
    assert not is_hidden(found["STD-Q1"].answers)
    assert found["STD-Q1"].answers.mean_percent == 75.0


def test_an_unanswered_question_is_not_hidden() -> None:
    found = {each.id: each for each in published(PACK, result_of(SMALL | {"PLN-Q1": 0}), 5).result.questions}
    assert not is_hidden(found["PLN-Q1"].answers)


def test_pools_of_small_groups_are_hidden_with_them() -> None:
    result = published(PACK, result_of(SMALL), 5).result
    assert is_hidden(result.areas[0].answers)
    assert not is_hidden(result.areas[1].answers)
    assert is_hidden(result.answers)
    assert {group.id: group.mean_percent for group in result.levels}["2"] is None
    assert {group.id: group.mean_percent for group in result.categories} == {
        "management": None,
        "enabling": None,
        "delivery": 75.0,
    }
    assert all(practice.suggestion is None for practice in result.practices if practice.area == "PLN")


def test_no_trace_anywhere_says_what_is_hidden() -> None:
    found = published(PACK, result_of(SMALL), 5)
    rules = set()
    for trace in traces(found.result):
        rules.add(trace.rule)
        about = trace.facts.get("question") or trace.facts.get("practice")
        if about in found.hidden.questions or (about in found.hidden.practices and "survey" in trace.facts):
            assert trace.facts["mean_percent"] is None
            assert trace.facts.get("consensus") is None
            assert trace.facts.get("survey") is None
        if "group" in trace.facts and trace.facts["group"] in {"2", "management"}:
            assert trace.facts["mean_percent"] is None
    assert {QUESTION_HIDDEN, SUGGESTION_HIDDEN} <= rules


def test_ratings_stay() -> None:
    before, after = result_of(SMALL), published(PACK, result_of(SMALL), 5).result
    assert [area.rating for area in before.areas] == [area.rating for area in after.areas]
    assert before.level.reached == after.level.reached


def test_blanks_are_not_published_where_few_were_asked() -> None:
    tallies = {question: Tally({"dont_know": 1, "often": 2}, 4) for question in PACK.question_by_id}
    result = score(PACK, replace(nothing_said(asked=4), tallies=tallies))
    found = published(PACK, result, 5)
    assert found.hidden.blanks
    for question in found.result.questions:
        assert question.answers.dont_know == 0
        assert question.trace.facts["dont_know"] is None


STREAMS, CRITERIA = tiny_streams(), tiny_criteria()


def rules(trace: Trace) -> set[str]:
    return {trace.rule}.union(*map(rules, trace.parts))


def test_a_stream_with_few_answers_keeps_its_level_and_loses_what_they_say() -> None:
    counts = {"DSK-Q1": {"level_2": 3}, "REQ-Q1": {"level_3": 9}, "REP-Q1": {"level_3": 9}}
    tallies = {question: Tally(given, 20) for question, given in counts.items()}
    result = streams.score(STREAMS, no_levels(tallies=tallies, chosen={"DSK": 4}))
    found = published(STREAMS, result, 5)
    small, large = found.result.streams[:2]
    assert (small.level, small.suggestion, is_hidden(small.answers)) == (4, None, True)
    assert large.suggestion is not None
    assert found.hidden.areas == found.hidden.practices == {"DSK"}
    assert is_hidden(found.result.answers) == found.hidden.model
    assert STREAM_SURVEY_HIDDEN in rules(small.trace)
    assert STREAM_SURVEY_HIDDEN in rules(found.result.level.trace)
    hidden = next(part for part in small.trace.parts if part.rule == STREAM_SURVEY_HIDDEN)
    assert (hidden.facts["n"], hidden.facts["level"], hidden.facts["mean_level"]) == (3, None, None)


def test_statements_with_few_answers_lose_what_is_suggested() -> None:
    tallies = {id_: Tally({"met": 9}, 20) for id_ in CRITERIA.statement_by_id}
    tallies |= {"WRK-2-1": Tally({"not_met": 2}, 20)}
    found = published(CRITERIA, criteria.score(CRITERIA, CriteriaInput(asked=20, tallies=tallies)), 5)
    of = {each.id: each for each in found.result.statements}
    assert found.hidden.questions == found.hidden.practices
    assert "WRK-2-1" in found.hidden.questions
    assert of["WRK-2-1"].suggestion is None
    assert of["TOL-4-1"].suggestion is not None
    assert of["WRK-2-1"].trace.parts[0].rule == STATEMENT_SURVEY_HIDDEN
    assert of["WRK-2-1"].trace.parts[0].facts["met_percent"] is None
    assert not is_hidden(found.result.tracks[1].answers)


def test_a_track_of_few_answers_is_hidden_as_a_whole() -> None:
    tallies = {id_: Tally({"met": 1 if id_.startswith("WRK") else 9}, 20) for id_ in CRITERIA.statement_by_id}
    found = published(CRITERIA, criteria.score(CRITERIA, CriteriaInput(asked=20, tallies=tallies)), 5)
    assert [is_hidden(track.answers) for track in found.result.tracks] == [True, False]
    assert found.hidden.model
    assert is_hidden(found.result.answers)
