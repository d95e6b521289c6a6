"""Contradictions in packs of streams. Each names its line."""

from __future__ import annotations

import pytest

from desktop.model.maturity.checking_streams import streams
from desktop.model.maturity.faults import FaultCode, PackFaultsError

SECOND = "      - level: 2\n"
PRACTICE = "        practices:\n          - {id: BEA-1-P1, text: Find out how many beans a week takes.}\n"


@pytest.fixture
def example(examples):
    return examples["streams"]


@pytest.mark.parametrize(
    ("old", "new", "code", "at"),
    [
        (SECOND, "      - level: 1\n", FaultCode.CELL_TWICE, "- level: 1\n        text: Beans are"),
        (SECOND, "      - level: 1\n", FaultCode.CELL_MISSING, "    cells:"),
        (SECOND, "      - level: 3\n", FaultCode.REFERENCE_DANGLING, "- level: 3"),
        (SECOND, "      - level: 3\n", FaultCode.CELL_MISSING, "    cells:"),
        (PRACTICE, "        practices: []\n", FaultCode.LIST_EMPTY, "practices: []"),
        ("id: BEA-Q1", "id: BEA-1", FaultCode.ID_FORM, "id: BEA-1"),
        ("id: BEA-Q1", "id: TEA-Q1", FaultCode.ID_FORM, "id: TEA-Q1"),
        ("id: BEA-1-P1", "id: BEA-2-P3", FaultCode.ID_FORM, "id: BEA-2-P3"),
        ("id: BEA-1-P1", "id: BEA-1-O2", FaultCode.ID_FORM, "id: BEA-1-O2"),
        ("id: BEA-1-P1", "id: BEA-1-P", FaultCode.ID_FORM, "id: BEA-1-P,"),
        ("id: BEA-1-P1", "id: BEA-1-P01", FaultCode.ID_FORM, "id: BEA-1-P01"),
        ("id: BEA-1-O1", "id: BEA-1-P2", FaultCode.ID_FORM, "id: BEA-1-P2"),
        ("id: BEA-1-M1", "id: TEA-1-M1", FaultCode.ID_FORM, "id: TEA-1-M1"),
        ("id: BEA-2-P2", "id: BEA-2-P1", FaultCode.ID_TWICE, "BEA-2-P1, text: Keep"),
        ("\n  - {number: 2, name: Basic, summary: The machine is looked after.}", "", FaultCode.LEVEL_ALONE, "levels:"),
        ("  target: 2", "  target: 3", FaultCode.REFERENCE_DANGLING, "target: 3"),
        ("sources: []", "sources: [{note: N, about: [BEA-1-M1, BEA-1-M9]}]", FaultCode.REFERENCE_DANGLING, "BEA-1-M9"),
    ],
)
def test_a_contradiction_is_named_with_its_line(example, found_in, line_of, old, new, code, at):
    text = example.replace(old, new, 1)
    assert text != example
    assert (code, line_of(text, at)) in found_in(text)


def test_a_pack_of_streams_has_streams(example, found_in, line_of):
    start = example.index("streams:\n  -")
    text = f"{example[:start]}streams: []\n\n{example[example.index('guidance:') :]}"
    assert (FaultCode.LIST_EMPTY, line_of(text, "streams: []")) in found_in(text)


@pytest.mark.parametrize("key", ["outcomes", "metrics"])
def test_a_cell_may_have_no_outcomes_and_no_metrics(example, read_text, key):
    before, _key, after = example.rpartition(f"        {key}:\n")
    pack = read_text(f"{before}        {key}: []\n{after.partition('}')[2]}")
    assert getattr(pack.cell("BEA", 2), key) == ()


def test_the_form_of_an_id_is_shown(example, read_text):
    with pytest.raises(PackFaultsError) as caught:
        read_text(example.replace("BEA-2-M1", "BEA-2-X1"))
    assert caught.value.faults[0].facts == {"id": "BEA-2-X1", "form": "BEA-2-M1"}


def test_the_example_contradicts_nothing(example, read_text):
    assert list(streams(read_text(example))) == []
