"""Rulebooks that would take for ever, or lead deeper than the engine goes, are refused before they are worked out."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import msgspec
import pytest

from desktop.model import bounds
from desktop.model.evaluation.evaluate import evaluate
from desktop.model.evaluation.part_inputs import PartsInput
from desktop.model.maturity.faults import Fault, FaultCode, PackFaultsError
from desktop.model.maturity.rulebook import Rulebook
from desktop.model.vetting import tried_tables
from desktop.model.vetting.rule_effort import laborious
from desktop.model.vetting.thawed_packs import unsafe
from desktop.model.vetting.vetted_packs import contradictions, vet
from desktop.wording.pack_faults import sentence
from tests.own_rules import PACKS, own_rules

GRADES = {"id": "grades", "grades": ["no", "yes"]}
ITEM = {"id": "item", "scale": "grades"}
BOX = {"id": "box", "combine": "min"}
ROOT = {"id": "ALL", "kind": "box"}


def book(parts: list[dict[str, Any]], *kinds: dict[str, Any]) -> Rulebook:
    """A rulebook of boxes and items."""
    given = {"scales": [GRADES], "kinds": [*(kinds or [BOX]), ITEM], "parts": [ROOT, *parts]}
    return msgspec.convert(given, Rulebook)


def below(depth: int) -> Rulebook:
    """An item so far below the whole."""
    ids = ["ALL", *(f"B{number}" for number in range(1, depth))]
    boxes = [{"id": id_, "kind": "box", "parent": parent} for parent, id_ in pairwise(ids)]
    return book([*boxes, {"id": "I", "kind": "item", "parent": ids[-1]}])


def behind(length: int) -> Rulebook:
    """Boxes that all stand in the whole, each counted in the one before it; at the end of them an item."""
    boxes = [
        {"id": f"B{number}", "kind": "box", "parent": "ALL", "counts_in": [f"B{number - 1}" if number > 1 else "ALL"]}
        for number in range(1, length)
    ]
    return book([*boxes, {"id": "I", "kind": "item", "parent": "ALL", "counts_in": [f"B{length - 1}"]}])


def counted_below(depth: int) -> Rulebook:
    """The same, where each box counts all items however far below it they are."""
    return book([msgspec.to_builtins(part) for part in below(depth).parts[1:]], BOX | {"over": "item"})


@pytest.mark.parametrize("made", [below, behind, counted_below])
def test_what_leads_deeper_than_the_engine_goes_is_refused(made):
    deepest, deeper = made(bounds.PACK_DEPTH), made(bounds.PACK_DEPTH + 1)
    assert list(contradictions(deepest)) == []
    assert list(unsafe(deepest)) == []
    assert len(evaluate(deepest, PartsInput())) == bounds.PACK_DEPTH + 1
    for asked in (contradictions, unsafe):
        for one in (deeper, made(3_000)):
            (fault,) = asked(one)
            assert fault.code is FaultCode.PART_DEEP
            assert "more than 40 parts" in sentence(Fault(1, fault.code, fault.facts))


def test_rules_that_look_at_too_many_parts_are_refused(monkeypatch):
    """Each of ten boxes looks at its item, and in its cap at eight items."""
    cap = {"id": "C", "at_most": "no", "unless": [{"of": [f"I{at}" for at in range(8)], "at_least": "yes"}]}
    parts: list[dict[str, Any]] = []
    for at in range(10):
        parts += [
            {"id": f"B{at}", "kind": "capped", "parent": "ALL"},
            {"id": f"I{at}", "kind": "item", "parent": f"B{at}"},
        ]
    made = book(parts, BOX, {**BOX, "id": "capped", "caps": [{**cap, "reason": "No tool."}]})
    own, boxes, caps = 21, 10 + 10, 10 * (8 + 1)
    monkeypatch.setattr(bounds, "PACK_LOOKS", own + boxes + caps)
    assert list(laborious(made)) == []
    monkeypatch.setattr(bounds, "PACK_LOOKS", own + boxes + caps - 1)
    for asked in (contradictions, unsafe):
        (fault,) = asked(made)
        assert (fault.code, fault.facts) == (FaultCode.LOOKS_MANY, {"number": own + boxes + caps, "limit": 130})
        assert "too many parts: 131 in all, and at most 130" in sentence(Fault(1, fault.code, fault.facts))


def test_examples_that_are_too_many_for_so_many_parts_are_refused(monkeypatch):
    rules = own_rules("weighted-mean").rules
    assert len(rules.examples) == 2
    assert list(laborious(rules)) == []
    monkeypatch.setattr(bounds, "PACK_EXAMPLE_LOOKS", 17 * 2 - 1)
    (fault,) = laborious(rules)
    assert (fault.code, fault.facts) == (FaultCode.EXAMPLES_MANY, {"number": 2, "limit": 1})
    assert "parts: 2, and at most 1" in sentence(Fault(1, fault.code, fault.facts))
    with pytest.raises(PackFaultsError):
        vet(next(path for path in PACKS if path.stem == "weighted-mean"))


def test_tables_are_tried_until_that_takes_too_long(monkeypatch):
    """The second table falls, which only trying tells."""
    falls: dict[str, Any] = {
        "grades": ["no", "yes"],
        "choose": [{"is": "no", "when": [{"at_least": "yes"}]}, {"is": "yes"}],
    }
    rises: dict[str, Any] = {
        "grades": ["no", "yes"],
        "choose": [{"is": "yes", "when": [{"at_least": "yes"}]}, {"is": "no"}],
    }
    kinds = [BOX, {"id": "first", **rises}, {"id": "second", **falls}]
    parts = [
        {"id": "A", "kind": "first", "parent": "ALL"},
        {"id": "A1", "kind": "item", "parent": "A"},
        {"id": "B", "kind": "second", "parent": "ALL"},
        {"id": "B1", "kind": "item", "parent": "B"},
    ]
    made = book(parts, *kinds)
    assert [fault.code for fault in contradictions(made)] == [FaultCode.CHOOSE_FALLS]
    monkeypatch.setattr(tried_tables, "MOST_TRIED", 3)
    assert list(contradictions(made)) == []
