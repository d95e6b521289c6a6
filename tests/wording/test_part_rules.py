"""The rules of kinds in words."""

from __future__ import annotations

from desktop.model.maturity.rulebook.values import Combiner
from desktop.wording.part_rules import COMBINED, rule_lines
from tests.own_rules import PACKS, own_rules


def lines(name, kind):
    return rule_lines(own_rules(name).rules.kind_by_id[kind])


def test_each_rule_has_its_sentence():
    assert lines("weighted-mean", "module") == [
        "The mean of what is counted in it.",
        "Each part counts by its weight.",
        "Rounded to 0 decimals.",
    ]
    assert lines("mean-with-bands", "subject")[-1] == "Bands: foundation, advanced from 2.5, expert above 4."
    assert lines("minimum-tiers", "model") == [
        "The lowest of what is counted in it.",
        "Beside it, “average”: The mean of what is counted in it.",
    ]
    assert lines("team-decides", "practice") == [
        "Its own answer.",
        "It is answered for several projects; their answers become one.",
        "Different sources that an answer needs to count: 2.",
    ]
    assert lines("attributes-to-level", "process")[0].startswith("The highest level, from 0 to 3,")


def test_every_way_of_combining_has_its_sentence():
    assert set(COMBINED) == set(Combiner)


def test_no_kind_of_the_eight_is_without_words():
    for path in PACKS:
        assert all(rule_lines(kind) for kind in own_rules(path.stem).rules.kinds)
