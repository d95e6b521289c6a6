"""Packs that say their rules themselves: what is refused, and that nothing else is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desktop.model.maturity.faults import Fault, FaultCode
from desktop.model.maturity.rulebook import Rulebook
from desktop.model.vetting.vetted_packs import VettedPack, contradictions, vet
from desktop.wording.pack_faults import sentence

PACKS = sorted((Path(__file__).parent / "packs").glob("*.yaml"))
GRADES = {"id": "grades", "grades": ["NI", "PI", "LI", "FI"]}
NUMBERS = {"id": "numbers", "range": {"low": 0, "high": 10}}
ITEM = {"id": "item", "scale": "numbers"}
WORD = {"id": "item", "scale": "grades"}
LEAST = {"id": "model", "combine": "min"}
MEAN = {"id": "model", "combine": "mean"}
COUNT = {"id": "model", "combine": "count"}
FALLING = [{"is": "a"}, {"is": "b", "from": 5}, {"is": "c", "from": 4}]
LADDER = {"floor": 0, "top": 2, "here": {"at_least": "LI"}}
CAP = {"id": "C", "at_most": 5, "reason": "No tool.", "unless": [{"of": ["I2"], "at_least": 3}]}


def items(count: int = 2, **more: Sequence[Any]) -> list[dict[str, Any]]:
    """Parts I1, I2, …, with further keys from lists."""
    return [
        {"id": f"I{at + 1}", "kind": "item", "parent": "ALL", **{key: values[at] for key, values in more.items()}}
        for at in range(count)
    ]


def found(
    kinds: Sequence[Mapping[str, Any]],
    parts: Sequence[Mapping[str, Any]] | None = None,
    scales: Sequence[Mapping[str, Any]] | None = None,
    levels: Sequence[Mapping[str, Any]] = (),
) -> list[str]:
    """The codes of what is wrong with a model of items. Each sentence is written out, to see that its facts suffice."""
    rows = [{"id": "ALL", "kind": "model"}, *(items() if parts is None else parts)]
    used = {kind.get("scale") for kind in kinds} | {part.get("scale") for part in rows}
    chosen = [scale for scale in (GRADES, NUMBERS) if scale["id"] in used] if scales is None else scales
    book = msgspec.convert({"scales": chosen, "kinds": kinds, "parts": rows, "levels": levels}, Rulebook)
    listed = list(contradictions(book))
    for one in listed:
        assert "{" not in sentence(Fault(1, one.code, one.facts))
    return [one.code.value for one in listed]


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_a_pack_by_a_public_rule_gives_what_the_rule_gives(path):
    vetted = vet(path)
    assert isinstance(vetted, VettedPack)
    assert vetted.examples
    assert [miss for run in vetted.examples for miss in run.misses] == []


def test_there_is_a_pack_for_each_kind_of_rule():
    assert len(PACKS) == 8


@pytest.mark.parametrize(
    "kinds",
    [
        [MEAN, ITEM],
        [LEAST, WORD],
        [{"id": "model", "combine": "mean", "take": "share", "out": [0, 5]}, WORD],
        [{"id": "model", "combine": "count", "count": {"below": 5}, "better_down": True}, ITEM],
        [{"id": "model", "combine": "sum", "from": 110}, {**ITEM, "better_down": True}],
        [{**MEAN, "caps": [CAP]}, ITEM],
    ],
)
def test_nothing_is_wrong_with_what_is_right(kinds):
    assert found(kinds) == []


def choose(*rows: Mapping[str, Any], **more: Any) -> list[Mapping[str, Any]]:
    return [{"id": "model", "grades": ["bad", "good"], "choose": rows, **more}, WORD]


def rows(*table: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**WORD, "across": {"choose": table}}


BAD = {"is": "bad", "when": [{"how_many": 1, "at_most": "PI"}]}
GOOD = {"is": "good"}
TAGGED = items(2, level=[1, 2])

REFUSED: list[tuple[FaultCode, dict[str, Any]]] = [
    (FaultCode.LIST_EMPTY, {"kinds": [MEAN, ITEM], "scales": []}),
    (FaultCode.NAME_TWICE, {"kinds": [MEAN, ITEM, ITEM]}),
    (FaultCode.NAME_TWICE, {"kinds": [MEAN, ITEM], "parts": [*items(), *items(1)]}),
    (FaultCode.NAME_TWICE, {"kinds": [MEAN, ITEM], "scales": [NUMBERS, NUMBERS]}),
    (FaultCode.NAME_TWICE, {"kinds": [{**MEAN, "also": [{"id": "x", "combine": "min"}] * 2}, ITEM]}),
    (FaultCode.NAME_TWICE, {"kinds": [{**MEAN, "caps": [CAP, CAP]}, ITEM]}),
    (FaultCode.NAME_TWICE, {"kinds": [MEAN, ITEM], "levels": [{"number": 1, "name": "a"}] * 2}),
    (FaultCode.ROOT_TWICE, {"kinds": [MEAN, ITEM], "parts": [*items(), {"id": "B", "kind": "model"}]}),
    (FaultCode.PARENT_LATER, {"kinds": [MEAN, ITEM], "parts": [{"id": "J", "kind": "item", "parent": "I1"}, *items()]}),
    (FaultCode.REFERENCE_DANGLING, {"kinds": [MEAN, ITEM], "parts": [{**items(1)[0], "kind": "items"}]}),
    (FaultCode.REFERENCE_DANGLING, {"kinds": [MEAN, ITEM], "parts": [{**items(1)[0], "parent": "AL"}]}),
    (FaultCode.REFERENCE_DANGLING, {"kinds": [MEAN, ITEM], "parts": [{**items(1)[0], "scale": "numberz"}]}),
    (FaultCode.REFERENCE_DANGLING, {"kinds": [MEAN, ITEM], "parts": [{**items(1)[0], "counts_in": ["X"]}]}),
    (FaultCode.REFERENCE_DANGLING, {"kinds": [MEAN, ITEM], "parts": [{**items(1)[0], "informs": ["X"]}]}),
    (FaultCode.REFERENCE_DANGLING, {"kinds": [MEAN, {**ITEM, "scale": "numberz"}], "scales": [NUMBERS]}),
    (FaultCode.REFERENCE_DANGLING, {"kinds": [{**MEAN, "over": "itms"}, ITEM]}),
    (FaultCode.REFERENCE_DANGLING, {"kinds": [{**MEAN, "caps": [{**CAP, "on": ["X"]}]}, ITEM]}),
    (FaultCode.REFERENCE_DANGLING, {"kinds": [MEAN, {**ITEM, "evidence": {"beyond": ["hearsay"]}}]}),
    (FaultCode.REFERENCE_DANGLING, {"kinds": [MEAN, {**ITEM, "suggest": {"unless_shown": ["hearsay"]}}]}),
    (FaultCode.REFERENCE_DANGLING, {"kinds": choose({"is": "bad", "when": [{"of": ["X"], "at_most": "PI"}]}, GOOD)}),
    (FaultCode.REFERENCE_DANGLING, {"kinds": choose({"is": "bad", "when": [{"kind": "x", "at_most": "PI"}]}, GOOD)}),
    (FaultCode.REFERENCE_DANGLING, {"kinds": choose({"is": "bad", "when": [{"measure": "x", "at_most": "PI"}]}, GOOD)}),
    (FaultCode.REFERENCE_DANGLING, {"kinds": choose({"is": "bad", "when": [{"at_most": "PU"}]}, GOOD)}),
    (FaultCode.REFERENCE_DANGLING, {"kinds": choose({**BAD, "is": "bda"}, GOOD)}),
    (FaultCode.REFERENCE_DANGLING, {"kinds": [LEAST, {**WORD, "judged": {"lowest": "X"}}]}),
    (FaultCode.REFERENCE_DANGLING, {"kinds": [LEAST, {**WORD, "target": {"default": "X"}}]}),
    (FaultCode.REFERENCE_DANGLING, {"kinds": [LEAST, {**WORD, "suggest": {"at_most": "X"}}]}),
    (
        FaultCode.REFERENCE_DANGLING,
        {"kinds": [LEAST, {**WORD, "across": {"choose": [{"is": "X"}]}}]},
    ),
    (
        FaultCode.REFERENCE_DANGLING,
        {
            "kinds": [
                LEAST,
                {**WORD, "across": {"choose": [{"is": "FI", "when": [{"at_least": "X"}]}, {"is": "NI"}]}},
            ]
        },
    ),
    (
        FaultCode.PART_CIRCLE,
        {"kinds": [MEAN, ITEM], "parts": [{"id": "A", "kind": "model", "parent": "ALL", "counts_in": ["A"]}, *items()]},
    ),
    (
        FaultCode.PART_CIRCLE,
        {
            "kinds": [MEAN, {"id": "box", "combine": "mean"}, ITEM],
            "parts": [
                {"id": "A", "kind": "box", "parent": "ALL", "counts_in": ["B"]},
                {"id": "B", "kind": "box", "parent": "ALL", "counts_in": ["A"]},
                *items(),
            ],
        },
    ),
    (
        FaultCode.ACROSS_PARTS,
        {
            "kinds": [
                LEAST,
                rows({"is": "FI", "when": [{"level": [1], "at_least": "FI"}]}, {"is": "NI"}),
            ]
        },
    ),
    (FaultCode.ACROSS_RULE, {"kinds": [MEAN, {**ITEM, "across": {"of": "sites"}}]}),
    (FaultCode.ACROSS_RULE, {"kinds": [MEAN, {**ITEM, "across": {"combine": "count"}}]}),
    (FaultCode.SCALE_FORM, {"kinds": [MEAN, ITEM], "scales": [{**NUMBERS, "grades": ["N", "P"]}]}),
    (FaultCode.SCALE_FORM, {"kinds": [MEAN, ITEM], "scales": [{"id": "numbers"}]}),
    (FaultCode.SCALE_FEW, {"kinds": [MEAN, ITEM], "scales": [{"id": "numbers", "choices": [{"id": "a", "value": 1}]}]}),
    (FaultCode.RANGE_ORDER, {"kinds": [MEAN, ITEM], "scales": [{"id": "numbers", "range": {"low": 5, "high": 5}}]}),
    (FaultCode.CHOICE_TWICE, {"kinds": [MEAN, WORD], "scales": [{"id": "grades", "grades": ["N", "N"]}]}),
    (
        FaultCode.VALUES_PARTLY,
        {"kinds": [MEAN, ITEM], "scales": [{"id": "numbers", "choices": [{"id": "a", "value": 1}, {"id": "b"}]}]},
    ),
    (FaultCode.VALUES_PARTLY, {"kinds": [MEAN, WORD], "scales": [{**GRADES, "several": True}]}),
    (FaultCode.RULE_TWICE, {"kinds": [{**MEAN, "ladder": LADDER}, WORD]}),
    (FaultCode.COUNT_RULE, {"kinds": [{**MEAN, "combine": "count"}, ITEM]}),
    (FaultCode.COUNT_RULE, {"kinds": [{**MEAN, "count": {"at_least": 1}}, ITEM]}),
    (FaultCode.OUT_ORDER, {"kinds": [{**MEAN, "out": [5, 0]}, ITEM]}),
    (FaultCode.BAND_FIRST, {"kinds": [{**MEAN, "bands": [{"is": "a", "from": 0}, {"is": "b", "from": 5}]}, ITEM]}),
    (FaultCode.BAND_BEGIN, {"kinds": [{**MEAN, "bands": [{"is": "a"}, {"is": "b"}]}, ITEM]}),
    (FaultCode.BAND_BEGIN, {"kinds": [{**MEAN, "bands": [{"is": "a"}, {"is": "b", "from": 5, "above": 5}]}, ITEM]}),
    (
        FaultCode.BAND_ORDER,
        {"kinds": [{**MEAN, "bands": [{"is": "a"}, {"is": "b", "from": 5}, {"is": "c", "from": 5}]}, ITEM]},
    ),
    (
        FaultCode.BAND_ORDER,
        {"kinds": [MEAN, {**ITEM, "suggest": {"bands": FALLING}}]},
    ),
    (FaultCode.BAND_UNREACHED, {"kinds": [{**MEAN, "bands": [{"is": "a"}, {"is": "b", "above": 10}]}, ITEM]}),
    (FaultCode.BAND_UNREACHED, {"kinds": [{**MEAN, "bands": [{"is": "a"}, {"is": "b", "from": 0}]}, ITEM]}),
    (FaultCode.GRADES_MISSING, {"kinds": [{"id": "model", "choose": [BAD, GOOD]}, WORD]}),
    (FaultCode.GRADES_IDLE, {"kinds": [{**MEAN, "grades": ["a", "b"]}, ITEM]}),
    (FaultCode.GRADES_COMBINED, {"kinds": [MEAN, WORD]}),
    (FaultCode.GRADES_COMBINED, {"kinds": [{**MEAN, "combine": "sum"}, WORD]}),
    (FaultCode.GRADES_COMBINED, {"kinds": [LEAST, {**WORD, "across": {"combine": "mean"}}]}),
    (FaultCode.GRADES_SHAPED, {"kinds": [LEAST, {**WORD, "round": {}}]}),
    (FaultCode.LADDER_ORDER, {"kinds": [{"id": "model", "ladder": {**LADDER, "floor": 2}}, WORD], "parts": TAGGED}),
    (FaultCode.LADDER_FORM, {"kinds": [{"id": "model", "ladder": {"floor": 0, "top": 2}}, WORD], "parts": TAGGED}),
    (
        FaultCode.LADDER_STEP,
        {"kinds": [{"id": "model", "ladder": {"floor": 1, "top": 2, "levels": [{"level": 1, "needs": []}]}}, WORD]},
    ),
    (FaultCode.CHOOSE_OPEN, {"kinds": choose(BAD, {**BAD, "is": "good"})}),
    (FaultCode.CHOOSE_EARLY, {"kinds": choose(GOOD, {"is": "bad"})}),
    (FaultCode.CHOOSE_ASK, {"kinds": choose(BAD, {"is": "ask"})}),
    (FaultCode.CHOOSE_NEVER, {"kinds": choose(BAD, {"is": "bad", "when": [{"at_most": "PI"}]}, GOOD)}),
    (FaultCode.CHOOSE_NEVER, {"kinds": choose({**BAD, "when": [{"how_many": 3, "at_most": "PI"}]}, GOOD)}),
    (FaultCode.CHOOSE_FALLS, {"kinds": choose({"is": "bad", "when": [{"how_many": 1, "at_least": "LI"}]}, GOOD)}),
    (FaultCode.CHOOSE_FALLS, {"kinds": choose(BAD, GOOD, better_down=True)}),
    (
        FaultCode.CHOOSE_FALLS,
        {
            "kinds": [
                LEAST,
                rows({"is": "NI", "when": [{"how_many": 2, "at_least": "FI"}]}, {"is": "FI"}),
            ]
        },
    ),
    (FaultCode.NEEDS_NOTHING, {"kinds": choose({"is": "bad", "when": [{"how_many": 1}]}, GOOD)}),
    (FaultCode.NEEDS_NONE, {"kinds": choose({"is": "bad", "when": [{"how_many": 0, "at_most": "PI"}]}, GOOD)}),
    (FaultCode.NEEDS_NEVER, {"kinds": [{**MEAN, "combine": "count", "count": {"at_least": 11}}, ITEM]}),
    (FaultCode.LIMIT_GRADE, {"kinds": [{**MEAN, "combine": "count", "count": {"at_least": "LI"}}, ITEM]}),
    (FaultCode.LIMIT_GRADE, {"kinds": [{**MEAN, "caps": [{**CAP, "at_most": "LI"}]}, ITEM]}),
    (FaultCode.LIMIT_NUMBER, {"kinds": choose({"is": "bad", "when": [{"at_most": 2}]}, GOOD)}),
    (
        FaultCode.LIMIT_NUMBER,
        {
            "kinds": [
                LEAST,
                {**WORD, "across": {"choose": [{"is": "FI", "when": [{"at_least": 3}]}, {"is": "NI"}]}},
            ]
        },
    ),
    (FaultCode.KIND_UNUSED, {"kinds": [MEAN, ITEM, {"id": "other", "combine": "min"}]}),
    (FaultCode.SCALE_UNUSED, {"kinds": [MEAN, ITEM], "scales": [NUMBERS, GRADES]}),
    (FaultCode.LEVEL_UNUSED, {"kinds": [MEAN, ITEM], "levels": [{"number": 3, "name": "a"}]}),
    (
        FaultCode.LEVEL_UNREACHED,
        {"kinds": [{"id": "model", "ladder": {**LADDER, "here": {"at_least": 11}}}, ITEM], "parts": TAGGED},
    ),
    (FaultCode.LEVEL_EMPTY, {"kinds": [{"id": "model", "ladder": {**LADDER, "top": 3}}, WORD], "parts": TAGGED}),
    (FaultCode.PART_MUTE, {"kinds": [MEAN, {"id": "item"}], "scales": [NUMBERS]}),
    (FaultCode.PART_EMPTY, {"kinds": [MEAN, ITEM], "parts": [*items(), {"id": "B", "kind": "model", "parent": "ALL"}]}),
    (
        FaultCode.PART_IDLE,
        {"kinds": [MEAN, ITEM], "parts": [*items(), {"id": "B", "kind": "item", "parent": "I1"}]},
    ),
    (
        FaultCode.PART_NO_LEVEL,
        {"kinds": [{"id": "model", "ladder": LADDER}, WORD], "parts": [*TAGGED, {**items(3)[2], "level": 3}]},
    ),
    (FaultCode.PART_NO_LEVEL, {"kinds": [{"id": "model", "ladder": LADDER}, WORD], "parts": [*TAGGED, items(3)[2]]}),
    (FaultCode.WEIGHTS_UNUSED, {"kinds": [{"id": "model", "combine": "min", "weights": "given"}, ITEM]}),
    (FaultCode.WEIGHTS_ZERO, {"kinds": [{**MEAN, "weights": "given"}, ITEM], "parts": items(2, weight=[0, 0])}),
    (FaultCode.WEIGHTS_ALIKE, {"kinds": [{**MEAN, "weights": "given"}, ITEM], "parts": items(2, weight=[5, 5])}),
    (FaultCode.WEIGHTS_ALIKE, {"kinds": [{**MEAN, "combine": "sum", "weights": "given"}, ITEM]}),
    (FaultCode.WEIGHTS_SPAN, {"kinds": [{**MEAN, "weights": "span"}, ITEM]}),
    (FaultCode.WEIGHT_UNASKED, {"kinds": [MEAN, ITEM], "parts": items(2, weight=[1, 2])}),
    (
        FaultCode.OUT_UNREACHED,
        {
            "kinds": [{**MEAN, "out": [0, 5]}, ITEM],
            "scales": [{"id": "numbers", "choices": [{"id": "a", "value": 1}, {"id": "b", "value": 1}]}],
        },
    ),
    (FaultCode.CAP_NEVER, {"kinds": [{**MEAN, "caps": [{**CAP, "unless": []}]}, ITEM]}),
    (FaultCode.CAP_NEVER, {"kinds": [{**MEAN, "caps": [{**CAP, "unless": [{"of": ["I2"], "at_least": 0}]}]}, ITEM]}),
    (FaultCode.CAP_ALWAYS, {"kinds": [{**MEAN, "caps": [{**CAP, "unless": [{"of": ["I2"], "at_least": 11}]}]}, ITEM]}),
    (FaultCode.CAP_NOTHING, {"kinds": [{**MEAN, "caps": [{**CAP, "at_most": 10}]}, ITEM]}),
    (
        FaultCode.DIRECTION_MIXED,
        {
            "kinds": [MEAN, ITEM, {**ITEM, "id": "fault", "better_down": True}],
            "parts": [*items(), {"id": "F", "kind": "fault", "parent": "ALL"}],
        },
    ),
    (FaultCode.DIRECTION_DOWN, {"kinds": [{**MEAN, "better_down": True}, ITEM]}),
    (FaultCode.DIRECTION_DOWN, {"kinds": [{**COUNT, "count": {"at_least": 5}, "better_down": True}, ITEM]}),
    (FaultCode.DIRECTION_UP, {"kinds": [MEAN, {**ITEM, "better_down": True}]}),
    (FaultCode.DIRECTION_UP, {"kinds": [{**MEAN, "from": 110}, ITEM]}),
    (FaultCode.DIRECTION_UP, {"kinds": [{**MEAN, "combine": "count", "count": {"below": 5}}, ITEM]}),
]  # fmt: skip


@pytest.mark.parametrize(("code", "given"), REFUSED, ids=lambda value: getattr(value, "value", ""))
def test_what_makes_no_sense_is_refused(code, given):
    assert code.value in found(**given)


def test_a_model_needs_one_part_without_parent():
    book = msgspec.convert(
        {"scales": [NUMBERS], "kinds": [MEAN, ITEM], "parts": [{"id": "A", "kind": "item", "parent": "B"}]}, Rulebook
    )
    assert FaultCode.ROOT_NONE in [one.code for one in contradictions(book)]


def test_a_table_that_falls_is_shown_with_two_mixes():
    kinds = choose({"is": "bad", "when": [{"how_many": 1, "at_least": "LI"}]}, GOOD)
    book = msgspec.convert(
        {"scales": [GRADES], "kinds": kinds, "parts": [{"id": "ALL", "kind": "model"}, *items()]}, Rulebook
    )
    (fall,) = contradictions(book)
    assert (fall.facts["worse"], fall.facts["gives"]) == (("NI", "PI"), "good")
    assert (fall.facts["better"], fall.facts["then"]) == (("NI", "LI"), "bad")


@pytest.mark.parametrize(
    "kinds", [choose(BAD, GOOD), choose({"is": "bad", "when": [{"of": ["I1", "I2"], "at_most": "PI"}]}, GOOD)]
)
def test_a_table_that_rises_is_taken(kinds):
    assert found(kinds) == []


def test_a_number_counts_for_a_blank_where_parts_have_numbers_or_shares():
    assert found([{**LEAST, "blanks": {"unanswered": 0}}, WORD]) == [FaultCode.LIMIT_NUMBER]
    assert found([{**MEAN, "take": "share", "blanks": {"unanswered": 0}}, WORD]) == []
    assert found([{**MEAN, "blanks": {"unanswered": 0}}, ITEM]) == []


def test_parts_that_gather_what_is_counted_higher_up_are_not_idle():
    kinds = [{**MEAN, "over": "item"}, {"id": "box", "combine": "mean"}, ITEM]
    parts = [{"id": "B", "kind": "box", "parent": "ALL"}, {"id": "J", "kind": "item", "parent": "B"}]
    assert found(kinds, parts) == []


def test_a_part_that_a_cap_names_is_asked_for_although_no_level_asks_for_it():
    cap = {"id": "C", "at_most": 1, "reason": "No tool.", "unless": [{"of": ["I3"], "at_least": "FI"}]}
    assert found([{"id": "model", "ladder": LADDER, "caps": [cap]}, WORD], [*TAGGED, items(3)[2]]) == []
