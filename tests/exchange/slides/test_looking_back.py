"""What a deck tells of the rounds before."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.round_lines import RoundLine, RoundModel
from desktop.exchange.slides.looking_back import since
from desktop.exchange.slides.slide import Grid
from desktop.model.maturity.parts import WHOLE
from desktop.model.scoring.place_stands import PlaceStand, place_stands


def later(every: Deliverable) -> Deliverable:
    """A year after a round in which the streams were one level lower, and the areas as they are."""
    stands = {part.pack.id: dict(place_stands(part.result)) for part in every.models}
    streams = stands["tiny-streams"]
    for place, stand in streams.items():
        if place != WHOLE and stand.level:
            streams[place] = PlaceStand(level=stand.level - 1)
    streams[WHOLE] = PlaceStand(level=0)
    models = tuple(RoundModel(model, "", found) for model, found in stands.items())
    return replace(every, rounds=(RoundLine("Spring", None, dt.date(2025, 3, 31), models),))


def test_nothing_is_told_in_the_first_round(every: Deliverable) -> None:
    assert [*since(every)] == []


def test_each_model_then_and_now(every: Deliverable) -> None:
    found = later(every)
    (slide,) = since(found)
    assert isinstance(slide.content, Grid)
    assert slide.content.headings[:2] == ("Model", "Spring")
    assert len(slide.content.rows) == len(found.models)
    now = found.part("tiny-streams").result
    better = sum(bool(each.level) and each.excluded is None and each.rated for each in now.streams)
    assert slide.title == f"Since “Spring”: {better} better, nothing worse"
    (row,) = [row for row in slide.content.rows if row[0] == found.part("tiny-streams").pack.name]
    moved = "better: Stream DSK, Stream REQ and Stream REP"
    assert row[1:] == ("Level 0", f"Level {now.level.reached}", moved)
