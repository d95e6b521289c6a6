"""The shipped service desk model is whole: two tracks side by side over five levels."""

from __future__ import annotations

import pytest

from desktop.model.maturity import shelf
from desktop.model.maturity.vocabulary import Scheme

TRACKS = {"process": [3, 4, 6, 9, 10], "tool": [3, 3, 3, 5, 8]}
"""Statements of each track, level by level."""


@pytest.fixture(scope="module")
def pack():
    return shelf.find("service-desk")


def test_the_five_levels(pack):
    names = [(level.number, level.name) for level in pack.levels]
    assert names == [(1, "Initial"), (2, "Repeatable"), (3, "Defined"), (4, "Managed"), (5, "Optimizing")]


def test_both_tracks_have_statements_at_every_level(pack):
    assert pack.scheme is Scheme.CRITERIA
    counts = {track.id: [len(track.at(level.number)) for level in pack.levels] for track in pack.tracks}
    assert counts == TRACKS


def test_every_statement_says_what_to_look_for_and_where_it_comes_from(pack):
    for _track, statement in pack.statement_by_id.values():
        assert statement.detail, statement.id
        assert f"level {statement.level}" in statement.source or statement.id == "PRC-2-4", statement.id


def test_statements_stand_in_the_order_of_their_levels(pack):
    for track in pack.tracks:
        levels = [statement.level for statement in track.statements]
        assert levels == sorted(levels)


def test_the_source_recommends_level_5_and_the_other_view_is_told(pack):
    assert pack.guidance.target == 5
    assert any("uneconomic" in note for note in pack.guidance.notes)


def test_nothing_caps_a_track(pack):
    assert pack.caps == ()
