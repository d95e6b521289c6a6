"""Packs of every scheme become sound rulebooks."""

from __future__ import annotations

import pytest

from desktop import resources
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.questionnaire import asked_by_id, scales
from desktop.model.maturity.reading import read_pack
from desktop.model.maturity.short_forms.expanding import expanded
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams

PACKS = [*(read_pack(path) for path in resources.model_packs()), tiny_pack(), tiny_streams(), tiny_criteria()]


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_every_id_leads_to_something(pack):
    book = expanded(pack, scales(pack)[0].id)
    assert book.root.id == WHOLE
    assert len(book.part_by_id) == len(book.parts)
    seen: set[str] = set()
    for part in book.parts:
        assert part.parent is None or part.parent in seen
        assert {*part.counts_in, *part.informs} <= book.part_by_id.keys()
        assert part.kind in book.kind_by_id
        book.scale_of(part)
        seen.add(part.id)
    assert pack.place_by_id.keys() <= seen


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_whatever_respondents_are_asked_is_a_part_that_is_asked(pack):
    scale = scales(pack)[0].id
    book = expanded(pack, scale)
    asked = {part.id for part in book.parts if book.kind_of(part).asked}
    assert asked == asked_by_id(pack, scale).keys()


def test_an_unknown_scale_is_an_error():
    with pytest.raises(KeyError):
        expanded(tiny_pack(), "no_such_scale")
