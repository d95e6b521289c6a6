from __future__ import annotations

import pytest

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.part_inputs import PartWord
from tests.rulebooks import book_of, results, told

OUT = PartWord(in_scope=False)


def tree(**group):
    return book_of(
        {"model": {"combine": "mean"}, "group": {"combine": "mean", **group}, "item": {"scale": "numbers"}},
        [
            {"id": "G", "kind": "group"},
            {"id": "H", "kind": "group"},
            {"id": "G1", "kind": "item", "parent": "G"},
            {"id": "H1", "kind": "item", "parent": "H"},
        ],
    )


def test_what_takes_no_part_is_out_of_results_counts_and_what_is_missing():
    found = results(tree(), G=OUT, G1=2, H1=8)
    assert [told(found[id_].result) for id_ in ("G", "G1", "H", "ALL")] == ["out_of_scope", "out_of_scope", 8, 8]
    assert found["ALL"].counts == {"answered": 1}
    assert found["ALL"].result.determined
    assert results(tree(), G=OUT)["ALL"].missing == ("H1",)


@pytest.mark.parametrize(
    ("reason", "without", "blank"),
    [
        ("None here.", "open", "does_not_apply"),
        ("", "open", "reason_wanting"),
        ("", "accepted", "does_not_apply"),
        ("", "counts", 2),
    ],
)
def test_said_not_to_apply(reason, without, blank):
    away = PartWord(answer=BlankReason.DOES_NOT_APPLY, reason=reason)
    found = results(tree(without_reason=without), G=away, G1=2, H1=8)
    assert told(found["G"].result) == blank
    assert told(found["ALL"].result) == (5 if blank == 2 else 8)
    assert told(found["G1"].result) == ("does_not_apply" if blank == "does_not_apply" else 2)


def test_a_reason_that_is_wanting_is_missing():
    away = PartWord(answer=BlankReason.DOES_NOT_APPLY)
    assert results(tree(), G=away, G1=2, H1=8)["ALL"].missing == ("G",)


def test_out_of_scope_comes_first():
    both = PartWord(in_scope=False, answer=BlankReason.DOES_NOT_APPLY, reason="None here.")
    assert told(results(tree(), G=both)["G"].result) == "out_of_scope"


def test_everything_beneath_takes_no_part_however_deep():
    book = book_of(
        {"model": {"combine": "mean"}, "group": {"combine": "mean"}, "item": {"scale": "numbers"}},
        [
            {"id": "G", "kind": "group"},
            {"id": "H", "kind": "group", "parent": "G"},
            {"id": "I", "kind": "item", "parent": "H"},
        ],
    )
    found = results(book, G=OUT, I=4)
    assert [told(found[id_].result) for id_ in ("ALL", "G", "H", "I")] == ["out_of_scope"] * 4


def test_a_part_out_of_scope_can_stand_in_with_what_it_could_be():
    book = book_of(
        {
            "model": {"combine": "mean", "blanks": {"out_of_scope": "lowest"}},
            "group": {"combine": "mean"},
            "item": {"scale": "numbers"},
        },
        [
            {"id": "G", "kind": "group"},
            {"id": "H", "kind": "group"},
            {"id": "G1", "kind": "item", "parent": "G"},
            {"id": "H1", "kind": "item", "parent": "H"},
        ],
    )
    found = results(book, G=OUT, H1=8)["ALL"].result
    assert found.value == 4
    assert (found.could.low.value, found.could.high.value) == (4, 9)


def test_a_part_whose_reason_is_wanting_may_still_become_anything():
    found = results(tree(), G=PartWord(answer=BlankReason.DOES_NOT_APPLY), G1=2)["G"]
    assert found.result.could == found.span
