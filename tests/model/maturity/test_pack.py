"""Finding one's way in a pack."""

from __future__ import annotations

import pytest

from desktop.model.maturity.pack import CONTENT


@pytest.fixture
def packs(examples, read_text):
    return {scheme: read_text(text) for scheme, text in examples.items()}


def test_the_parts_of_streams_are_found_by_id(packs):
    pack = packs["streams"]
    (stream,) = pack.streams
    assert pack.stream_by_id == {"BEA": stream}
    assert list(pack.item_by_id) == ["BEA-1-P1", "BEA-1-O1", "BEA-2-P1", "BEA-2-P2", "BEA-2-O1"]
    assert pack.item_by_id["BEA-2-P2"] == (stream, stream.cells[1], stream.cells[1].practices[1])
    assert list(pack.metric_by_id) == ["BEA-1-M1", "BEA-2-M1"]
    assert pack.metric_by_id["BEA-1-M1"] == (stream, stream.cells[0], stream.cells[0].metrics[0])
    assert pack.cell("BEA", 2) is stream.cells[1]


@pytest.mark.parametrize(("stream", "level"), [("BEA", 3), ("TEA", 1)])
def test_there_is_no_cell_beyond_the_streams_and_levels(packs, stream, level):
    with pytest.raises(KeyError):
        packs["streams"].cell(stream, level)


def test_the_parts_of_tracks_are_found_by_id(packs):
    pack = packs["criteria"]
    habits, tin = pack.tracks
    assert pack.track_by_id == {"habits": habits, "tin": tin}
    assert list(pack.statement_by_id) == ["HAB-1-1", "HAB-2-1", "HAB-3-1", "TIN-1-1", "TIN-2-1", "TIN-3-1"]
    assert pack.statement_by_id["TIN-2-1"] == (tin, tin.statements[1])
    assert pack.cap_by_id == {"CAP-1": pack.caps[0]}
    assert pack.caps_on("tin") == pack.caps
    assert pack.caps_on("lid") == ()


@pytest.mark.parametrize(
    ("scheme", "ids"), [("staged", ["TEA"]), ("streams", ["BEA"]), ("criteria", ["habits", "tin"])]
)
def test_places_are_areas_streams_or_tracks(packs, scheme, ids):
    assert list(packs[scheme].place_by_id) == ids


@pytest.mark.parametrize("scheme", ["staged", "streams", "criteria"])
def test_every_part_says_something(packs, scheme):
    pack = packs[scheme]
    said = {place.id: place.name for place in (*pack.areas, *pack.streams, *pack.tracks)}
    said |= {
        id_: found[-1].text
        for found_in in (pack.item_by_id, pack.statement_by_id, pack.practice_by_id)
        for id_, found in found_in.items()
    }
    said |= {
        id_: found[-1].name for found_in in (pack.goal_by_id, pack.metric_by_id) for id_, found in found_in.items()
    }
    said |= {cap.id: cap.reason for cap in pack.caps}
    assert pack.text_by_id == said | pack.question_texts


def test_schemes_share_none_of_their_content():
    keys = [key for content in CONTENT.each.values() for key in content.own]
    assert len(keys) == len(set(keys))
