"""Which parts stand under which, and which are counted where."""

from __future__ import annotations

import msgspec
import pytest

from desktop.model.maturity.rulebook import MeasureRule, Rulebook

BOOK = msgspec.convert(
    {
        "scales": [{"id": "yes_no", "grades": ["no", "yes"]}, {"id": "often", "grades": ["never", "always"]}],
        "kinds": [{"id": "practice", "scale": "yes_no"}, {"id": "goal"}, {"id": "area"}, {"id": "model"}],
        "parts": [
            {"id": "ALL", "kind": "model"},
            {"id": "A", "kind": "area", "parent": "ALL"},
            {"id": "A-G1", "kind": "goal", "parent": "A"},
            {"id": "A-G2", "kind": "goal", "parent": "A"},
            {"id": "A-P1", "kind": "practice", "parent": "A", "counts_in": ["A-G1", "A-G2"]},
            {"id": "A-P2", "kind": "practice", "parent": "A", "counts_in": ["A-G2"], "scale": "often"},
            {"id": "A-Q1", "kind": "goal", "parent": "A", "informs": ["A-P2"]},
        ],
    },
    Rulebook,
)


def ids(parts):
    return [part.id for part in parts]


def test_a_part_is_counted_where_it_says_or_else_in_its_parent():
    assert ids(BOOK.counted["A"]) == ["A-G1", "A-G2"]
    assert ids(BOOK.counted["A-G1"]) == ["A-P1"]
    assert ids(BOOK.counted["A-G2"]) == ["A-P1", "A-P2"]
    assert ids(BOOK.children["A"]) == ["A-G1", "A-G2", "A-P1", "A-P2", "A-Q1"]
    assert ids(BOOK.informants["A-P2"]) == ["A-Q1"]
    assert BOOK.root.id == "ALL"


@pytest.mark.parametrize(
    ("over", "found"),
    [("parts", ["A"]), ("items", ["A-P1", "A-P2"]), ("goal", ["A-G1", "A-G2", "A-Q1"]), ("practice", ["A-P1", "A-P2"])],
)
def test_what_a_measure_is_taken_over(over, found):
    assert ids(BOOK.taken("ALL", MeasureRule(over=over))) == found


def test_a_part_may_have_a_scale_of_its_own():
    assert BOOK.scale_of(BOOK.part_by_id["A-P1"]) is BOOK.scale_by_id["yes_no"]
    assert BOOK.scale_of(BOOK.part_by_id["A-P2"]) is BOOK.scale_by_id["often"]
    assert BOOK.scale_of(BOOK.root) is None


def test_a_rulebook_comes_back_from_json():
    text = msgspec.json.encode(BOOK, order="sorted")
    assert msgspec.json.decode(text, type=Rulebook) == BOOK
