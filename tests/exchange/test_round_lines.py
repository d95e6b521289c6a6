"""What exports know of rounds that are over, and their levels as a table."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.exchange.deliverable import gather
from desktop.exchange.tables.levels import levels
from desktop.model.maturity.parts import WHOLE
from desktop.model.scoring.place_stands import PlaceStand
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.exchange.filled import filled


def test_rounds_with_the_level_of_each_model_and_how_places_stood(tmp_path: Path) -> None:
    day = dt.date(2026, 9, 1)
    with filled(tmp_path / "a.maturity", [tiny_streams(), tiny_criteria()], respondents=5) as assessment:
        assert gather(assessment, day=day).rounds == ()
        reached = {result.model: result.level.reached for result in assessment.results.all()}
        streams = {stream.id: stream.level for stream in assessment.results.of("tiny-streams").streams}
        assessment.rounds.begin("Autumn", last="Spring", day=day)
        first, second = (stream.id for stream in tiny_streams().streams[:2])
        assessment.streams.rate_stream("tiny-streams", first, streams[first] + 1)
        assessment.streams.rate_stream("tiny-streams", second, streams[second] - 1 or 1)
        found = gather(assessment, day=day + dt.timedelta(days=9))
    assert (found.subject.round, found.subject.began) == ("Autumn", day)
    assert [(each.name, each.began, each.closed) for each in found.rounds] == [("Spring", dt.date(2026, 3, 2), day)]
    (over,) = found.rounds
    told = over.of("tiny-streams")
    assert told is not None
    assert {each.model: each.whole.level for each in over.models} == reached
    assert {place: stand.level for place, stand in told.stands.items() if place != WHOLE} == streams
    assert (len(told.digest), over.of("other")) == (64, None)
    table = levels(found)
    assert [row[:5] for row in table.cells] == [
        ("Spring", day, "Tiny criteria", reached["tiny-criteria"], f"Level {reached['tiny-criteria']}"),
        ("Spring", day, "Tiny streams", reached["tiny-streams"], f"Level {reached['tiny-streams']}"),
        ("Autumn", day + dt.timedelta(days=9), "Tiny criteria", 1, "Level 1"),
        ("Autumn", day + dt.timedelta(days=9), "Tiny streams", 1, "Level 1"),
    ]
    assert table.rows[0].better is None
    assert (table.rows[3].better, table.rows[3].worse) == (1, int(streams[second] > 1))
    assert PlaceStand(level=reached["tiny-criteria"]) == table.rows[0].stand
