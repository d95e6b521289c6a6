from collections.abc import Iterator

import msgspec
import pytest

from desktop.model.scoring.inputs import AreaJudgement, Tally
from desktop.model.scoring.results import ModelResult, Trace
from desktop.model.scoring.rules import FACTS, Rule
from desktop.model.scoring.staged import score
from desktop.model.scoring.vocabulary import Agreement, Characterisation
from tests.builders import (
    all_in_place,
    nothing_said,
    tiny_pack,
    with_answers,
    with_areas,
    with_practices,
)

PACK = tiny_pack()
SOME = with_practices(
    with_answers(all_in_place(PACK), "PLN-Q1", {"always": 6, "dont_know": 2}),
    PLN_AC_1=Characterisation.NOT,
    SUP_AC_1=None,
)


def walk(trace: Trace) -> Iterator[Trace]:
    yield trace
    for part in trace.parts:
        yield from walk(part)


def test_every_part_of_the_pack_has_its_result_in_order():
    result = score(PACK, SOME)
    assert result.model == "tiny"
    assert [area.id for area in result.areas] == list(PACK.area_by_id)
    assert [goal.id for area in result.areas for goal in area.goals] == list(PACK.goal_by_id)
    assert [practice.id for practice in result.practices] == list(PACK.practice_by_id)
    assert [question.id for question in result.questions] == list(PACK.question_by_id)
    assert {practice.area for practice in result.practices} == set(PACK.area_by_id)


def test_a_question_without_a_tally_was_put_to_everybody_and_out_of_scope_to_nobody():
    result = score(PACK, with_areas(nothing_said(asked=7), DLV=AreaJudgement(in_scope=False)))
    unanswered = {question.id: question.answers.unanswered for question in result.questions}
    assert {id_: count for id_, count in unanswered.items() if count != 7} == {"DLV-Q1": 0, "DLV-Q2": 0, "DLV-Q3": 0}
    assert result.answers.asked == 63


def test_a_questions_own_number_of_respondents_counts():
    given = msgspec.structs.replace(nothing_said(asked=7), tallies={"PLN-Q1": Tally({"always": 2}, 3)})
    assert score(PACK, given).questions[0].answers.unanswered == 1


def test_all_answers_together():
    result = score(PACK, with_answers(SOME, "DLV-Q3", {"rarely": 6}))
    assert (result.answers.n, result.answers.dont_know, result.answers.mean_percent) == (12, 2, 50.0)
    assert (result.answers.consensus, result.answers.agreement) == (1.0, Agreement.AGREED)
    assert result.answers.ad_mean is None


def test_the_scale_in_use_must_be_the_packs():
    with pytest.raises(KeyError):
        score(PACK, nothing_said(scale="stars"))


def test_what_is_said_of_unknown_ids_is_left_aside():
    assert score(PACK, with_practices(SOME, XXX_AC_1=Characterisation.NOT)) == score(PACK, SOME)


def test_traces_nest_from_the_level_down_to_the_questions():
    trace = score(PACK, SOME).level.trace
    kinds = []
    while True:
        kinds.append(Rule(trace.rule).of)
        if not trace.parts:
            break
        trace = trace.parts[0]
    assert kinds == ["level", "area", "goal", "practice", "suggestion", "question"]


def test_results_share_their_traces():
    result = score(PACK, SOME)
    assert result.level.trace.parts[0] is result.areas[0].trace is result.categories[0].trace.parts[0]
    assert result.areas[0].trace.parts[0] is result.areas[0].goals[0].trace
    assert result.areas[0].goals[0].trace.parts[0] is result.practices[0].trace
    assert result.practices[1].trace.parts[0].parts[0] is result.questions[0].trace


def test_every_trace_holds_the_facts_of_its_kind():
    result = score(PACK, SOME)
    traces = [result.level.trace]
    for results in (result.levels, result.categories, result.areas, result.practices, result.questions):
        traces += [one.trace for one in results]
    seen = set()
    for top in traces:
        for trace in walk(top):
            kind = Rule(trace.rule).of
            assert tuple(trace.facts) == FACTS[kind]
            seen.add(kind)
    assert seen == {"level", "area", "goal", "practice", "suggestion", "question", "rollup"}


def test_a_result_goes_to_json_and_back():
    result = score(PACK, SOME)
    assert msgspec.json.decode(msgspec.json.encode(result), type=ModelResult) == result
