"""The shipped tool ladder is whole: two tracks, and caps for what each state of the tool lets one show at most."""

from __future__ import annotations

import pytest

from desktop.model.maturity import shelf
from desktop.model.maturity.vocabulary import Scheme

TRACKS = {"process": [3, 3, 6, 5, 3], "tool": [2, 2, 9, 5, 2]}
"""Statements of each track, level by level."""


@pytest.fixture(scope="module")
def pack():
    return shelf.find("tool-ladder")


def test_the_five_levels(pack):
    names = [(level.number, level.name) for level in pack.levels]
    assert names == [(1, "Initial"), (2, "Repeatable"), (3, "Defined"), (4, "Managed"), (5, "Optimised")]


def test_both_tracks_have_statements_at_every_level(pack):
    assert pack.scheme is Scheme.CRITERIA
    counts = {track.id: [len(track.at(level.number)) for level in pack.levels] for track in pack.tracks}
    assert counts == TRACKS


def test_every_statement_says_what_to_look_for_and_where_it_comes_from(pack):
    assert not [s.id for _, s in pack.statement_by_id.values() if not (s.detail and s.source)]


@pytest.mark.parametrize(
    ("lacking", "at_most"),
    [
        ("TOL-2-1", 1),  # no tool
        ("TOL-3-1", 2),  # limited ticket types
        ("TOL-3-8", 2),  # a desk that stands alone, without time or project work
        ("TOL-3-3", 2),  # subclasses, but no enforced workflow
        ("TOL-3-5", 2),  # time booked in part
        ("TOL-3-7", 2),  # no agreed service levels in the tool
        ("TOL-4-3", 3),  # workflows that cannot be edited easily
        ("TOL-4-4", 3),  # analytics by hand
        ("PRC-5-1", 4),  # optimisation that nobody enforces
    ],
)
def test_what_lacks_holds_both_tracks_down(pack, lacking, at_most):
    caps = [cap for cap in pack.caps if lacking in cap.unless]
    assert [(cap.at_most, cap.tracks) for cap in caps] == [(at_most, ("process", "tool"))]
    assert caps[0].reason


def test_a_cap_holds_at_the_level_below_what_it_asks_for(pack):
    for cap in pack.caps:
        assert {pack.statement_by_id[statement][1].level for statement in cap.unless} == {cap.at_most + 1}, cap.id


def test_level_4_is_recommended_and_level_5_comes_with_a_warning(pack):
    assert pack.guidance.target == 4
    assert [warning.level for warning in pack.guidance.warnings] == [5]
    assert "expensive" in pack.guidance.warnings[0].text
