from __future__ import annotations

from desktop.model.maturity.short_forms import common_words
from tests.builders import tiny_pack


def test_the_ends_are_those_of_the_levels():
    assert common_words.ends_of(tiny_pack(levels=4)) == (1, 4)
    assert [name.number for name in common_words.level_names(tiny_pack(levels=3))] == [1, 2, 3]
