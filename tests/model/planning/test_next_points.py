"""What a part by rules of its own becomes next, of each kind of rule, and which parts stand before that."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from desktop.model.assessment import Assessment
from desktop.model.evaluation.states import Point
from desktop.model.maturity.parts import WHOLE
from desktop.model.planning.next_points import next_of, standing_before
from desktop.model.planning.roads import road
from tests.own_rules import own_rules, say
from tests.rulebooks import book_of, results


def numbered(value: int) -> Point:
    return Point(Fraction(value))


OWN = [
    (
        "attributes-to-level",  # the next level of what climbs, and of the least of these
        [
            (WHOLE, numbered(2), ("POUR",)),
            ("BOIL", numbered(3), ("BOIL-PA2.2",)),
            ("POUR", numbered(2), ("POUR-PA1.1",)),
        ],
    ),
    (
        "weighted-mean",  # what stands below the next whole number
        [(WHOLE, numbered(4), ("CAB",)), ("CAB", numbered(3), ("CAB.1", "CAB.4")), ("DOOR", numbered(5), ("DOOR.2",))],
    ),
    (
        "mean-with-bands",  # a grade beside numbers: whatever could be better
        [
            (WHOLE, Point(None, "expert"), ("PEOPLE", "TILL")),
            ("PEOPLE", Point(None, "expert"), ("P1", "P2")),
            ("TILL", Point(None, "expert"), ("T2", "T3")),
        ],
    ),
    ("minimum-tiers", [(WHOLE, Point(None, "repeatable"), ("OTHERS",))]),  # up to the target
    (
        "numbers-with-targets",  # parts with targets of their own: those below them
        [
            (WHOLE, Point(Fraction("6.2")), ("GV.OC-01", "GV.OC-02", "PR.AA-01")),
            ("GV", numbered(8), ("GV.OC-01", "GV.OC-02")),
            ("PR", numbered(5), ("PR.AA-01",)),
        ],
    ),
    ("team-decides", [(WHOLE, Point(None, "satisfied"), ("SG2",)), ("SG2", Point(None, "satisfied"), ("SP2.1",))]),
]


@pytest.mark.parametrize(("name", "wanted"), OWN, ids=[name for name, _wanted in OWN])
def test_what_parts_become_next_and_what_stands_before_it(tmp_path, name, wanted):
    pack = own_rules(name)
    with Assessment.create(tmp_path / "own.maturity", [pack], author="A") as assessment:
        say(assessment, pack.rules, pack.rules.examples[0])
        result = assessment.results.of(pack.id)
        known = {part.id: part for part in result.parts}
        for id_, following, before in wanted:
            part = known.get(id_, result.whole)
            assert part is not None
            assert (next_of(pack.rules, part), standing_before(pack.rules, part, known)) == (following, before), id_
        steps = road(pack, result)
        assert [(step.place, step.wanted, step.asks) for step in steps] == wanted, "and nothing else is on its road"


def test_nothing_follows_the_highest_grade_though_the_number_can_still_rise(tmp_path):
    pack = own_rules("mean-with-bands")
    with Assessment.create(tmp_path / "a.maturity", [pack], author="Ada") as assessment:
        for part in ("P1", "P2", "T1", "T2"):
            assessment.parts.answer(pack.id, part, "wholly")
        assessment.parts.answer(pack.id, "T3", "mostly")
        result = assessment.results.of(pack.id)
        assert result.whole is not None
        assert result.whole.result.grade == "expert"
        assert next_of(pack.rules, result.whole) is None
        assert standing_before(pack.rules, result.whole, {part.id: part for part in result.parts}) == ()


def test_what_a_cap_asks_for_stands_before_it_too():
    cap = {"id": "CAP-1", "at_most": 3, "unless": [{"of": ["I3"], "at_least": 5}], "reason": "So it is."}
    kinds: dict[str, dict[str, Any]] = {
        "model": {"combine": "mean", "over": "high", "caps": [cap]},
        "high": {"scale": "numbers"},
    }
    book = book_of({**kinds, "low": {"scale": "numbers"}}, [
        {"id": "I1", "kind": "high"}, {"id": "I2", "kind": "high"}, {"id": "I3", "kind": "low"},
    ])  # fmt: skip
    known = results(book, I1=9, I2=4, I3=1)
    assert (next_of(book, known["ALL"]), standing_before(book, known["ALL"], known)) == (numbered(4), ("I3",))
    free = results(book, I1=9, I2=4, I3=5)
    assert (next_of(book, free["ALL"]), standing_before(book, free["ALL"], free)) == (numbered(7), ("I2",))
