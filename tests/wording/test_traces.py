from __future__ import annotations

from string import Formatter

import pytest
from msgspec.structs import replace

from desktop.model.scoring.coverage import Spoken, Voice
from desktop.model.scoring.inputs import AreaJudgement, Given
from desktop.model.scoring.publication import HIDDEN, published
from desktop.model.scoring.results import Trace
from desktop.model.scoring.rules import FACTS, Rule
from desktop.model.scoring.staged import score
from desktop.model.scoring.vocabulary import Characterisation, SourceKind
from desktop.wording import traces
from desktop.wording.setting_words import practice_limits, statement_limits
from tests.builders import (
    all_in_place,
    answered,
    coverage_of,
    nothing_said,
    tiny_pack,
    with_answers,
    with_areas,
    with_practices,
)

PACK = tiny_pack()


@pytest.mark.parametrize("rule", [*Rule, *HIDDEN])
def test_every_rule_has_a_sentence_that_names_only_facts_it_is_given(rule: str) -> None:
    template = traces.SENTENCES[rule]
    named = {name for _, name, _, _ in Formatter().parse(template) if name}
    assert named
    assert named <= {*FACTS[rule.partition(".")[0]], *traces.SETTINGS}


def test_no_sentence_is_left_over() -> None:
    assert set(traces.SENTENCES) == {*Rule, *HIDDEN}


def test_the_bands_told_are_the_bands_used() -> None:
    assert practice_limits(None) == "above 85 % fully, above 50 % largely, above 15 % partially"
    assert statement_limits(None) == "above 85 % met, above 15 % partly met"


def test_names_stand_beside_ids_where_the_model_is_known() -> None:
    trace = score(PACK, all_in_place(PACK)).areas[0].trace
    assert traces.sentence(trace) == "PLN is satisfied. Goals satisfied: 2 of 2; none is unsatisfied or not rated."
    assert traces.sentence(trace, PACK).startswith("Area PLN (PLN) is satisfied")


def test_what_a_sentence_lists_is_named_where_the_model_is_known() -> None:
    result = score(PACK, with_practices(all_in_place(PACK), PLN_AC_1=Characterisation.NOT))
    assert "unsatisfied: Area PLN (PLN)" in traces.sentence(result.level.trace, PACK)
    assert "unsatisfied: PLN-G1 “Goal PLN-G1”" in traces.sentence(result.areas[0].trace, PACK)


def test_a_suggestion_tells_its_numbers() -> None:
    given = answered(PACK, nothing_said(), {"always": 4, "often": 1})
    suggestion = score(PACK, given).practices[0].trace.parts[0]
    assert traces.sentence(suggestion) == (
        "The survey alone would suggest “Fully in place”: the answers to PLN-Q3 (n = 5) have a mean of 91.0 %. "
        "No document or demonstration shows the work, so the suggestion stays at “Partially in place”."
    )


def test_reasons_are_indented_and_spelled_out_once() -> None:
    result = score(PACK, with_practices(all_in_place(PACK), PLN_AC_1=Characterisation.NOT))
    told = traces.lines(result.areas[0].trace, 3, PACK)
    assert [indent for indent, _ in told[:4]] == [0, 1, 2, 3]
    assert (
        told[1][1] == "Goal PLN-G1 “Goal PLN-G1” is unsatisfied. Practices in place: 1 of 2 that apply; weak: PLN-AC-1."
    )
    support = [(indent, text) for indent, text in told if text.startswith("PLN-CO-1 ")]
    assert len(support) == 2
    assert support[1][1].endswith("(Its reasons are listed above.)")


def test_depth_0_gives_the_sentence_alone() -> None:
    trace = score(PACK, nothing_said()).level.trace
    assert traces.lines(trace, 0) == [(0, traces.sentence(trace))]


SITUATIONS = [
    nothing_said(),
    nothing_said(asked=0),
    all_in_place(PACK),
    answered(PACK, nothing_said(), {"dont_know": 9}),
    with_answers(all_in_place(PACK), "PLN-Q1", {"often": 2}),
    with_answers(answered(PACK, nothing_said(), {"half": 9}), "PLN-Q1", {"often": 2}),
    with_areas(all_in_place(PACK), SUP=AreaJudgement(in_scope=False), STD=AreaJudgement(not_applicable=True)),
    *(all_in_place(PACK, value) for value in Characterisation),
    replace(all_in_place(PACK), practices={}),
]


@pytest.mark.parametrize("given", SITUATIONS)
def test_every_trace_of_a_result_can_be_told(given: Given) -> None:
    result = published(PACK, given, score(PACK, given), 5).result
    whole = Trace(
        result.level.trace.rule,
        result.level.trace.facts,
        (
            *(group.trace for group in (*result.levels, *result.categories)),
            *(question.trace for question in result.questions),
        ),
    )
    for _, text in traces.lines(whole, 9, PACK):
        assert "{" not in text
        assert "None" not in text


def test_reasons_go_on_from_practices_to_their_sources() -> None:
    given = all_in_place(PACK)
    spoken = Spoken.of((Voice(SourceKind.INTERVIEW, "Interview 1", "Manager"), Voice(SourceKind.DOCUMENT, "Plan")))
    covered = coverage_of(PACK, given, {"PLN-AC-1": spoken})
    trace = score(PACK, given).areas[0].trace
    told = traces.lines(trace, 3, PACK, covered=covered)
    place = next(number for number, (_indent, text) in enumerate(told) if text.startswith("PLN-AC-1 is in place"))
    (indent, _text), (deeper, sources) = told[place : place + 2]
    assert deeper == indent + 1
    assert sources.startswith("What speaks of it: Interview · Manager: 1; Document: 1.")
    assert sum(text.startswith("What speaks of it: Interview") for _indent, text in told) == 1
    assert not any(text.startswith("What speaks") for _indent, text in traces.lines(trace, 2, PACK, covered=covered))
