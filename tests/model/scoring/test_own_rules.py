"""Models with rules of their own: results, what respondents say, and what of that leaves the team."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from desktop.model.evaluation.part_inputs import PartWord, SupportPiece
from desktop.model.maturity.parts_pack import as_pack
from desktop.model.maturity.questionnaire import scales
from desktop.model.maturity.rulebook import AcrossRule, Combiner, EvidenceRule, SuggestionRule
from desktop.model.scoring.engine import score
from desktop.model.scoring.inputs import Given, Tally
from desktop.model.scoring.publication import published
from desktop.model.scoring.rules import Rule
from tests.own_rules import own_rules


def asked_across(name, kind):
    """One of the eight with respondents whose answers become one."""
    book = own_rules(name).rules
    kinds = tuple(
        replace(each, across=AcrossRule(combine=Combiner.MEAN), suggest=SuggestionRule()) if each.id == kind else each
        for each in book.kinds
    )
    return as_pack(replace(book, kinds=kinds))


def given(pack, tallies, **words):
    return Given(scale=scales(pack)[0].id, asked=9, tallies=tallies, words=words)


def test_the_whole_comes_first_and_its_trace_tells_how_it_came_about():
    pack = own_rules("weighted-mean")
    answers = {"CAB.1": "basic", "CAB.2": "advanced", "CAB.3": "advanced", "CAB.4": "initial"}
    result = score(pack, given(pack, {}, **{id_: PartWord(answer=answer) for id_, answer in answers.items()}))
    assert [part.id for part in result.parts[:3]] == ["ALL", "CAB", "CAB.1"]
    assert result.whole is result.parts[0]
    assert result.level.trace.rule == Rule.OWN_RULES
    assert result.level.trace.facts == {"part": "ALL", "value": 2, "grade": None, "blank": None}
    assert [ground.rule for ground in result.level.trace.parts] == ["part.left_out", "part.combined", "part.rounded"]


def test_numbers_of_respondents_count_as_numbers():
    pack = asked_across("numbers-with-targets", "outcome")
    result = score(pack, given(pack, {"GV.OC-01": Tally({"number_4": 1, "number_7": 1, "dont_know": 1}, 9)}))
    part = next(part for part in result.parts if part.id == "GV.OC-01")
    assert part.result.value == Fraction(11, 2)
    assert part.suggestion is not None
    assert (part.suggestion.value, part.suggestion.n) == (Fraction(11, 2), 2)
    assert next(question.answers.mean_percent for question in result.questions if question.id == part.id) == 55.0


def test_hidden_answers_still_are_a_source_of_evidence():
    book = own_rules("numbers-with-targets").rules
    kinds = tuple(
        replace(kind, evidence=EvidenceRule(sources=2)) if kind.id == "outcome" else kind for kind in book.kinds
    )
    pack = as_pack(replace(book, kinds=kinds))
    word = PartWord(answer=4, support=(SupportPiece("document", "Plan"),))
    said = given(pack, {"GV.OC-01": Tally({"number_4": 2}, 9)}, **{"GV.OC-01": word})
    result = score(pack, said)
    shown = published(pack, said, result, 5).result
    assert [part.result.point for part in shown.parts] == [part.result.point for part in result.parts]
    assert next(part for part in shown.parts if part.id == "GV.OC-01").result.value == 4


def test_no_result_that_leaves_the_team_tells_what_a_few_respondents_said():
    pack = asked_across("numbers-with-targets", "outcome")
    few, many = Tally({"number_4": 2}, 9), Tally({"number_7": 6}, 9)
    said = given(pack, {"GV.OC-01": few, "GV.OC-02": many})
    shown = {part.id: part for part in published(pack, said, score(pack, said), 5).result.parts}
    assert shown["GV.OC-01"].result.point is None
    assert shown["GV.OC-01"].suggestion is None
    assert shown["GV.OC-02"].result.value == 7
    assert shown["GV"].result.value == 7
