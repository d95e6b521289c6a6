from __future__ import annotations

import pytest

from desktop.model.maturity.faults import FaultCode
from desktop.model.maturity.findings import is_numbered, level_reference, reference, references

KNOWN = frozenset({"TEA-G1", "TEA-G2"})


def test_references_are_judged_one_by_one():
    found = references(("TEA-G1", "TEA-G1", "POT-G1", "TEA-G3"), KNOWN, ("goals",), "goals", frozenset({"POT-G1"}))
    assert [(one.place, one.code) for one in found] == [
        (("goals", 1), FaultCode.REFERENCE_TWICE),
        (("goals", 2), FaultCode.REFERENCE_FOREIGN),
        (("goals", 3), FaultCode.REFERENCE_DANGLING),
    ]


def test_a_dangling_reference_knows_what_could_have_been_meant():
    found = reference("TEA-G1X", KNOWN, ("goal",), "goals")
    assert (found.place, found.choices) == (("goal",), KNOWN)


def test_a_level_is_known_by_its_number(example, read_text):
    pack = read_text(example)
    assert list(level_reference(pack, 2, ("level",))) == []
    assert [found.facts["id"] for found in level_reference(pack, 3, ("level",))] == ["3"]


@pytest.mark.parametrize(
    ("part_id", "numbered"),
    [
        ("TEA-1-P1", True),
        ("TEA-1-P120", True),
        ("TEA-1-P", False),
        ("TEA-1-P0", False),
        ("TEA-1-P01", False),
        ("TEA-1-P1a", False),
        ("TEA-1-P٣", False),
        ("TEA-1-P²", False),
        ("TEA-1-P-1", False),
        ("1", False),
        ("POT-1-P1", False),
    ],
)
def test_an_id_ends_in_a_number_counted_from_one(part_id, numbered):
    assert is_numbered(part_id, "TEA-1-P") is numbered
