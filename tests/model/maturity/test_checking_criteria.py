"""Contradictions in packs of criteria. Each names its line."""

from __future__ import annotations

import pytest

from desktop.model.maturity.checking_criteria import criteria
from desktop.model.maturity.faults import FaultCode, PackFaultsError

TOP = "      - {id: TIN-3-1, level: 3, text: The tin shows from outside how full it is.}\n"


@pytest.fixture
def example(examples):
    return examples["criteria"]


@pytest.mark.parametrize(
    ("old", "new", "code", "at"),
    [
        (TOP, "", FaultCode.STATEMENT_NONE, "statements:\n      - {id: TIN-1-1"),
        ("HAB-3-1, level: 3", "HAB-3-1, level: 2", FaultCode.STATEMENT_NONE, "statements:\n      - {id: HAB"),
        ("HAB-3-1, level: 3", "HAB-3-1, level: 2", FaultCode.ID_FORM, "HAB-3-1, level: 2"),
        ("HAB-3-1, level: 3", "HAB-4-1, level: 4", FaultCode.REFERENCE_DANGLING, "HAB-4-1"),
        ("id: HAB-1-1", "id: HAB-1", FaultCode.ID_FORM, "id: HAB-1,"),
        ("id: HAB-1-1", "id: HAB-1-0", FaultCode.ID_FORM, "id: HAB-1-0"),
        ("id: HAB-1-1", "id: HUB-1-1", FaultCode.ID_FORM, "id: HUB-1-1"),
        ("id: TIN-2-1", "id: TIN-1-1", FaultCode.ID_TWICE, "TIN-1-1, level: 2"),
        ("  - id: tin\n", "  - id: habits\n", FaultCode.ID_TWICE, "- id: habits\n    name: Tin"),
        ("unless: [TIN-2-1]", "unless: [TIN-2-2]", FaultCode.REFERENCE_DANGLING, "TIN-2-2"),
        ("unless: [TIN-2-1]", "unless: [TIN-2-1, TIN-2-1]", FaultCode.REFERENCE_TWICE, "TIN-2-1, TIN-2-1"),
        ("unless: [TIN-2-1]", "unless: []", FaultCode.LIST_EMPTY, "unless: []"),
        ("[habits, tin]", "[habits, tins]", FaultCode.REFERENCE_DANGLING, "tins"),
        ("[habits, tin]", "[]", FaultCode.LIST_EMPTY, "tracks: []"),
        ("at_most: 1", "at_most: 4", FaultCode.REFERENCE_DANGLING, "at_most: 4"),
        ("at_most: 1", "at_most: 3", FaultCode.CAP_IDLE, "at_most: 3"),
        ("  warnings:\n    - {level: 3", "  warnings:\n    - {level: 4", FaultCode.REFERENCE_DANGLING, "- {level: 4"),
        ("notes:\n    - Start with the tin.", "notes: []", FaultCode.LIST_EMPTY, "notes: []"),
        ("from: HAB-3-1", "from: HAB-3-2", FaultCode.REFERENCE_DANGLING, "from: HAB-3-2"),
        ("from: HAB-3-1", "from: CAP-1", FaultCode.REFERENCE_DANGLING, "from: CAP-1"),
        ("model: tea-kitchen", "model: biscuit-tin", FaultCode.LINK_SELF, "model: biscuit-tin"),
        ("to: [TEA]", "to: []", FaultCode.LIST_EMPTY, "to: []"),
        ("to: [TEA]", "to: [TEA, TEA]", FaultCode.REFERENCE_TWICE, "TEA, TEA"),
    ],
)
def test_a_contradiction_is_named_with_its_line(example, found_in, line_of, old, new, code, at):
    text = example.replace(old, new, 1)
    assert text != example
    assert (code, line_of(text, at)) in found_in(text)


def test_each_track_has_a_prefix_of_its_own(example, found_in, line_of):
    text = example.replace("TIN-1-1", "HAB-1-2").replace("TIN-2-1", "HAB-2-2").replace("TIN-3-1", "HAB-3-2")
    assert found_in(text) == [(FaultCode.PREFIX_TWICE, line_of(text, "- id: tin"))]


def test_a_single_odd_prefix_is_the_fault_not_all_others(example, found_in, line_of):
    text = example.replace("HAB-1-1", "HUB-1-1")
    assert found_in(text) == [(FaultCode.ID_FORM, line_of(text, "HUB-1-1"))]


def test_no_two_links_lead_from_the_same_part_to_the_same_model(example, found_in, line_of):
    start = example.index("  - from: HAB-3-1")
    text = example + example[start:].replace("[TEA]", "[TEAPOT]")
    assert found_in(text) == [
        (FaultCode.LINK_TWICE, line_of(text, "  - from: HAB-3-1\n    model: tea-kitchen\n    to: [TEAPOT]"))
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("from: HAB-3-1", "from: habits"),
        ("to: [TEA]", "to: [TEA, process, TEA-1-1]"),
        ("sources: []", "sources: [{note: N, about: [tin, TIN-1-1, CAP-1]}]"),
        ("[habits, tin]", "[habits]"),
    ],
    ids=["a link from a track", "a link to parts of any kind", "notes about anything", "a cap on another track alone"],
)
def test_what_is_no_fault(example, read_text, old, new):
    text = example.replace(old, new, 1)
    assert text != example
    assert not list(criteria(read_text(text)))


def test_a_pack_of_criteria_has_tracks_but_needs_no_caps(example, found_in, line_of, read_text):
    text = example.replace(example[example.index("caps:") : example.index("guidance:")], "caps: []\n\n")
    assert read_text(text).caps == ()
    text = text.replace(text[text.index("tracks:") : text.index("caps:")], "tracks: []\n\n")
    assert (FaultCode.LIST_EMPTY, line_of(text, "tracks: []")) in found_in(text)


def test_the_nearest_statement_is_suggested(example, read_text):
    with pytest.raises(PackFaultsError) as caught:
        read_text(example.replace("unless: [TIN-2-1]", "unless: [TIM-2-1]"))
    assert caught.value.faults[0].facts["nearest"] == "TIN-2-1"
