"""Contradictions in packs of the right form. Each names its line."""

from __future__ import annotations

import pytest

from desktop.model.maturity.faults import FaultCode, PackFaultsError
from desktop.model.maturity.reading import read_pack

LEVEL_2 = "  - {number: 2, name: Repeatable, summary: There is tea every day.}\n"
DONT_KNOW = "      - {id: unknown, name: Don't know, meaning: You cannot tell., blank: dont_know}\n"
SERVING = "      - id: TEA-AC-2\n        feature: AC\n        goals: [TEA-G2]\n"


@pytest.mark.parametrize(
    ("old", "new", "code", "at"),
    [
        ("informs: [TEA-G1]", "informs: [TEA-G7]", FaultCode.REFERENCE_DANGLING, "[TEA-G7]"),
        ("informs: [TEA-G1]", "informs: [\n TEA-G1,\n TEA-AC-9]", FaultCode.REFERENCE_DANGLING, "TEA-AC-9"),
        ("goals: [TEA-G1]", "goals: [TEA-G1, TEA-G3]", FaultCode.REFERENCE_DANGLING, "TEA-G3"),
        ("        feature: CO", "        feature: CA", FaultCode.REFERENCE_DANGLING, "feature: CA"),
        ("categories: [delivery]", "categories: [delivery, supply]", FaultCode.REFERENCE_DANGLING, "supply]"),
        ("about: [TEA-G2]", "about: [COFFEE]", FaultCode.REFERENCE_DANGLING, "[COFFEE]"),
        ("    level: 2", "    level: 3", FaultCode.REFERENCE_DANGLING, "    level: 3"),
        ("informs: [TEA-G1]", "informs: [TEA-G1, TEA-G1]", FaultCode.REFERENCE_TWICE, "TEA-G1, TEA-G1"),
        ("goals: [TEA-G1]", "goals: [TEA-G1, TEA-G1]", FaultCode.REFERENCE_TWICE, "TEA-G1, TEA-G1"),
        ("categories: [delivery]", "categories: [delivery, delivery]", FaultCode.REFERENCE_TWICE, "delivery, delivery"),
        ("id: TEA-Q2", "id: TEA-Q1", FaultCode.ID_TWICE, "TEA-Q1, text: \"Does"),
        ("id: TEA-Q2", "id: TEA-AC-1", FaultCode.ID_TWICE, "TEA-AC-1, text"),
        ("id: TEA-Q2", "id: TEA", FaultCode.ID_TWICE, "{id: TEA, text"),
        ("- id: yes_no", "- id: delivery", FaultCode.ID_TWICE, "- id: delivery"),
        ("about it.}", "about it.}\n  - {id: kitchen, phase: aftercare, text: Wash.}", FaultCode.ID_TWICE, "Wash"),
        ("{id: TEA-Q2", "{id: POT-Q2", FaultCode.ID_PREFIX, "POT-Q2"),
        ("{id: TEA-Q2", "{id: TEAQ-2", FaultCode.ID_PREFIX, "TEAQ-2"),
        ("number: 2,", "number: 3,", FaultCode.LEVEL_ORDER, "number: 3"),
        ("number: 1,", "number: 2,", FaultCode.LEVEL_ORDER, "number: 2, name: Initial"),
        ("    level: 2", "    level: 1", FaultCode.LEVEL_FIRST, "    level: 1"),
        ("kind: implementation", "kind: institutionalisation", FaultCode.FEATURE_NONE_IMPLEMENTING, "features:"),
        ('{id: "no", ', "{id: unsure, blank: dont_know, ", FaultCode.SCALE_ANSWERS, "choices:"),
        ('{id: "no"', '{id: "yes"', FaultCode.CHOICE_TWICE, '{id: "yes", name: "No"'),
        (", percent: 100}", "}", FaultCode.PERCENT_MISSING, '{id: "yes"'),
        ("blank: dont_know", "blank: dont_know, percent: 0", FaultCode.PERCENT_BLANK, "blank: dont_know, percent"),
        ("percent: 0}", "percent: 100}", FaultCode.PERCENT_ORDER, "not always., percent: 100"),
        ("percent: 100}", "percent: 0}", FaultCode.PERCENT_ORDER, "not always., percent: 0"),
        (DONT_KNOW, "", FaultCode.BLANK_MISSING, "choices:"),
        (
            "      - {id: unknown",
            "      - {id: not_sure, name: N, meaning: M, blank: dont_know}\n      - {id: unknown",
            FaultCode.BLANK_TWICE,
            "{id: unknown",
        ),
        (
            "      - {id: unknown",
            "      - {id: never, name: N, meaning: M, percent: -0}\n      - {id: unknown",
            FaultCode.BLANK_ORDER,
            "{id: never",
        ),
        (SERVING, SERVING.replace("G2", "G1"), FaultCode.GOAL_UNSERVED, "{id: TEA-G2"),
        (SERVING, SERVING.replace("feature: AC", "feature: CO"), FaultCode.GOAL_UNSERVED, "{id: TEA-G2"),
        ("informs: [TEA-G1]", "informs: []", FaultCode.LIST_EMPTY, "informs: []"),
        ("categories: [delivery]", "categories: []", FaultCode.LIST_EMPTY, "    categories: []"),
    ],
)  # fmt: skip
def test_a_contradiction_is_named_with_its_line(example, found_in, line_of, old, new, code, at):
    text = example.replace(old, new, 1)
    assert text != example
    assert (code, line_of(text, at)) in found_in(text)


@pytest.mark.parametrize("key", ["levels", "categories", "features", "scales", "areas"])
def test_a_pack_needs_at_least_one_of_each_list(example, found_in, line_of, key):
    start = example.index(f"\n{key}:\n") + 1
    end = example.find("\n\n", start) if key != "areas" else len(example)
    text = f"{example[:start]}{key}: []{example[end:]}"
    assert (FaultCode.LIST_EMPTY, line_of(text, f"{key}: []")) in found_in(text)


def test_an_area_needs_goals(example, found_in, line_of):
    start, end = example.index("    goals:\n"), example.index("    practices:\n")
    text = f"{example[:start]}    goals: []\n{example[end:]}"
    assert (FaultCode.LIST_EMPTY, line_of(text, "    goals: []")) in found_in(text)


def test_goals_and_practices_of_another_area_are_out_of_reach(example, found_in, line_of):
    start = example.index("  - id: TEA\n")
    second = example[start:].replace("TEA", "POT").replace("goals: [POT-G1]", "goals: [POT-G1, TEA-G1]")
    second = second.replace("informs: [POT-CO-1]", "informs: [TEA-CO-1]")
    text = example + second
    assert found_in(text) == [
        (FaultCode.REFERENCE_FOREIGN, line_of(text, "POT-G1, TEA-G1")),
        (FaultCode.REFERENCE_FOREIGN, line_of(text, "{id: POT-Q3")),
    ]


def test_all_contradictions_are_found_at_once_in_the_order_of_lines(example, found_in, line_of):
    text = (
        example.replace("informs: [TEA-G2]", "informs: []")
        .replace("percent: 0}", "percent: 100}")
        .replace("    level: 2", "    level: 1")
    )
    assert found_in(text) == [
        (FaultCode.PERCENT_ORDER, line_of(text, "not always., percent: 100")),
        (FaultCode.LEVEL_FIRST, line_of(text, "    level: 1")),
        (FaultCode.LIST_EMPTY, line_of(text, "informs: []")),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("informs: [TEA-CO-1]", "informs: [TEA-G1]"),
        ("goals: [TEA-G2]", "goals: []"),
        ("about: [TEA-G2]", "about: [TEA, TEA-G1, TEA-AC-1, TEA-Q1, delivery, yes_no, AC]"),
        (LEVEL_2, f"{LEVEL_2}  - {{number: 3, name: Defined, summary: No area asks for it.}}\n"),
    ],
    ids=[
        "a practice that no question informs",
        "a practice for all goals",
        "notes about anything",
        "a level without areas",
    ],
)
def test_what_is_no_fault(example, tmp_path, old, new):
    path = tmp_path / "pack.yaml"
    path.write_text(example.replace(old, new, 1), encoding="utf-8")
    assert example != path.read_text(encoding="utf-8")
    assert read_pack(path).id == "tea-kitchen"


def test_the_nearest_id_is_suggested(example, tmp_path):
    path = tmp_path / "pack.yaml"
    path.write_text(example.replace("informs: [TEA-CO-1]", "informs: [TEA-C0-1]"), encoding="utf-8")
    with pytest.raises(PackFaultsError) as caught:
        read_pack(path)
    assert caught.value.faults[0].facts["nearest"] == "TEA-CO-1"
