"""Results of models with rules of their own, in words."""

from __future__ import annotations

import pytest

from desktop.model.evaluation.evaluate import evaluate
from desktop.model.maturity.questionnaire import scales
from desktop.model.scoring.engine import score
from desktop.model.scoring.inputs import Given
from desktop.model.vetting.pack_examples import given_in
from desktop.wording import part_results
from tests.own_rules import PACKS, own_rules


def scored(name, number=0):
    pack = own_rules(name)
    words = given_in(pack.rules, pack.rules.examples[number]).words
    return pack, score(pack, Given(scale=scales(pack)[0].id, asked=0, tallies={}, words=words))


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("weighted-mean", "Key care model: 3"),
        ("sum-of-levels", "Safe tea model: 1.06; it can still become 1.06 to 1.56"),
        ("minimum-tiers", "Bridge tiers: risk informed (2); average: 3"),
        ("mean-with-bands", "Corner shop check: advanced (3.25)"),
        ("numbers-with-targets", "Garden profile: 5; Below 5: 2"),
        ("team-decides", "Biscuit appraisal model: unsatisfied"),
    ],
)
def test_the_result_of_the_whole_in_one_line(name, line):
    pack, result = scored(name)
    assert part_results.standing(result, pack) == line


def test_every_part_is_a_line_below_the_one_it_stands_under():
    for path in PACKS:
        pack, result = scored(path.stem)
        lines = part_results.part_lines(pack, result)
        assert sorted(line.id for line in lines) == sorted(pack.place_by_id)
        depth = {line.id: line.depth for line in lines}
        parents = {part.id: part.parent for part in pack.rules.parts}
        assert all(depth[id_] == depth[parent] + 1 for id_, parent in parents.items() if parent)


def test_a_target_and_its_gap_are_told_in_the_part_s_own_units():
    _pack, result = scored("minimum-tiers")
    found = {part.id: part for part in result.parts}
    assert part_results.gap_text(found["ALL"]) == "risk informed (2), target repeatable: a gap of 1"
    assert part_results.gap_text(found["PROGRAMME"]) == "adaptive (4); the target of repeatable is reached"
    other = {part.id: part for part in scored("weighted-mean")[1].parts}
    assert part_results.gap_text(other["CAB"]) == "2; no target set"


def test_why_names_the_rule_and_what_the_result_waits_for():
    book = own_rules("team-decides").rules
    found = evaluate(book, given_in(book, book.examples[1]))
    assert part_results.why(found["SP1.1"], book) == [
        "Answers given: 2.",
        "There is no result: the team has not decided.",
    ]
    assert part_results.why(found["SG1"], book)[-1] == "It waits for 1 part: SP1.1."
    assert part_results.named(book, ("SG1", "SP1.1", "SP1.2"), most=2) == "SG1, SP1.1 and 1 more"


def test_answers_are_told_as_people_read_them():
    book = own_rules("attributes-to-level").rules
    scale = book.scale_by_id["achieved"]
    assert part_results.answer_text(scale, "86") == "86 per cent"
    assert part_results.answer_text(scale, "dont_know") == "Don't know"
    assert part_results.answer_text(scale, None) == ""
    tiers = own_rules("minimum-tiers").rules.scale_by_id["tier"]
    assert part_results.answer_text(tiers, "risk_informed") == "risk informed"


def test_shares_run_from_the_least_to_the_most_that_a_part_could_be():
    _pack, result = scored("mean-with-bands")
    found = {part.id: part for part in result.parts}
    assert part_results.share_of(found["PEOPLE"], found["PEOPLE"].result.point) == 0.375
    _pack, result = scored("team-decides")
    found = {part.id: part for part in result.parts}
    assert part_results.share_of(found["SG1"], found["SG1"].result.point) == 1.0
    assert part_results.share_of(found["SG1"], None) is None
