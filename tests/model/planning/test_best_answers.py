"""Parts with the work on them done."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from desktop.model.evaluation.part_inputs import PartWord
from desktop.model.maturity.parts_pack import as_pack
from desktop.model.maturity.questionnaire import scales
from desktop.model.planning.suggestions import suggestions
from desktop.model.planning.what_if import what_if
from desktop.model.scoring.engine import score
from desktop.model.scoring.inputs import Given
from desktop.model.vetting.pack_examples import given_in
from tests.own_rules import own_rules


def begun(name, number=0, **words):
    pack = own_rules(name)
    said = dict(given_in(pack.rules, pack.rules.examples[number]).words) if number is not None else {}
    said.update(words)
    return pack, Given(scale=scales(pack)[0].id, asked=0, tallies={}, words=said)


def stands(result, part):
    return next(each.result for each in result.parts if each.id == part)


@pytest.mark.parametrize(
    ("name", "suggested"),
    [
        ("minimum-tiers", ["part:OTHERS"]),
        ("numbers-with-targets", ["part:GV.OC-01", "part:PR.AA-01", "part:GV.OC-02"]),
        ("cumulative-indicators", ["part:ASSET-1d"]),
        ("attributes-to-level", ["part:POUR-PA1.1", "part:BOIL-PA2.2"]),
        ("weighted-mean", []),
    ],
)
def test_what_falls_short_of_its_target_or_blocks_a_level_is_suggested(name, suggested):
    pack, given = begun(name)
    assert [found.origin for found in suggestions(pack, score(pack, given))] == suggested


def test_a_part_would_be_at_its_target_or_else_at_its_best():
    pack, given = begun("numbers-with-targets")
    after = what_if(pack, given, ["part:GV.OC-01", "part:GV"])
    assert stands(after, "GV.OC-01").value == 8
    assert stands(after, "GV").value == 7.5
    pack, given = begun("cumulative-indicators")
    assert stands(what_if(pack, given, ["part:ASSET-1d"]), "ASSET-1").value == 3
    assert what_if(pack, given, []) == score(pack, given)


def test_every_instance_would_be_done_and_supported():
    pack, given = begun("team-decides", None, **{"SP2.1": PartWord(instances={"a": "NI", "b": None})})
    assert stands(what_if(pack, given, ["part:SP2.1"]), "SP2.1").grade == "FI"


def test_where_less_is_better_the_least_is_the_best():
    book = own_rules("numbers-with-targets").rules
    kinds = tuple(replace(kind, better_down=True) if kind.id == "outcome" else kind for kind in book.kinds)
    pack = as_pack(replace(book, kinds=kinds))
    given = Given(scale=scales(pack)[0].id, asked=0, tallies={}, words={"GV.OC-01": PartWord(answer=4)})
    assert stands(what_if(pack, given, ["part:GV.OC-01"]), "GV.OC-01").value == 0
