"""The team's word, kept where the scheme of the model has its place."""

from __future__ import annotations

import pytest

from desktop.model.assessment.blind_things import blind_things
from desktop.model.assessment.team_words import by_kind, has_reason, kept_word
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams


@pytest.mark.parametrize(
    ("pack", "place", "number", "value", "cells"),
    [
        (tiny_pack(), "PLN", 0, "LI", {"value": "LI", "reason": "So."}),
        (tiny_streams(), "DSK", 0, "3", {"level": 3, "reason": "So."}),
        (tiny_streams(), "DSK", 1, "done", {"done": True}),
        (tiny_streams(), "DSK", 1, "not_done", {"done": False}),
        (tiny_criteria(), "tool", 0, "partly_met", {"value": "partly_met", "note": "So."}),
    ],
)
def test_a_word_and_its_reason(pack, place, number, value, cells):
    thing = blind_things(pack, place)[number]
    word = kept_word(pack, thing, value, "So.")
    assert word.cells == cells
    assert word.key == (pack.id, thing.part)
    assert has_reason(pack, thing) is (len(cells) == 2)


def test_words_of_one_kind_are_kept_together():
    pack = tiny_streams()
    words = [kept_word(pack, thing, thing.order[-1]) for thing in blind_things(pack, "DSK")[:3]]
    assert [len(rows) for rows in by_kind(words).values()] == [1, 2]
