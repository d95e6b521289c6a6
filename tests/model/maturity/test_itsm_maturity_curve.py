"""The shipped maturity curve is whole: characteristics, activities and platform over five stages."""

from __future__ import annotations

import pytest

from desktop.model.maturity import shelf
from desktop.model.maturity.vocabulary import Scheme

TRACKS = {"characteristics": [3, 3, 6, 2, 4], "activities": [3, 4, 6, 4, 3], "platform": [2, 5, 6, 3, 3]}
"""Statements of each track, stage by stage."""


@pytest.fixture(scope="module")
def pack():
    return shelf.find("itsm-maturity-curve")


def test_the_five_stages(pack):
    assert [(level.number, level.name) for level in pack.levels] == [
        (1, "Cost centre"),
        (2, "IT service desk"),
        (3, "Service fulfilment"),
        (4, "Service alignment"),
        (5, "Strategic service partner"),
    ]


def test_all_three_tracks_have_statements_at_every_stage(pack):
    assert pack.scheme is Scheme.CRITERIA
    counts = {track.id: [len(track.at(level.number)) for level in pack.levels] for track in pack.tracks}
    assert counts == TRACKS


def test_every_statement_says_what_to_look_for_and_where_it_comes_from(pack):
    assert not [s.id for _, s in pack.statement_by_id.values() if not (s.detail and s.source)]


def test_without_a_ticketing_system_an_organisation_stays_a_cost_centre(pack):
    assert [(cap.unless, cap.at_most) for cap in pack.caps] == [(("PLT-2-1",), 1)]
    assert pack.caps[0].tracks == tuple(TRACKS)


def test_the_source_sets_no_target(pack):
    assert pack.guidance.target is None
    assert len(pack.guidance.notes) >= 3
