from __future__ import annotations

from pathlib import Path

import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from desktop.exchange.deliverable import Deliverable, ModelPart, gather
from desktop.exchange.figures import FigureKind, table, track_data
from desktop.exchange.figures.figure_paper import PIXELS_PER_INCH, FigurePaper
from desktop.exchange.figures.tracks import draw_tracks
from desktop.exchange.tables.table import Parts
from desktop.exchange.tokens import tokens
from desktop.model.assessment import Assessment
from desktop.model.scoring.vocabulary import Fulfilment
from tests.builders_schemes import tiny_criteria


@pytest.fixture
def capped(tmp_path: Path) -> Deliverable:
    """All is met but for what would lift the cap: both tracks are held at level 2."""
    pack = tiny_criteria()
    with Assessment.create(tmp_path / "a.maturity", [pack], author="A") as assessment:
        assessment.statements.rate(pack.id, list(pack.statement_by_id), Fulfilment.MET)
        assessment.statements.rate(pack.id, "TOL-3-1", Fulfilment.NOT_MET)
        assessment.targets.set(pack.id, level=3)
        return gather(assessment)


def of(deliverable: Deliverable) -> ModelPart:
    return deliverable.part("tiny-criteria")


def test_the_table_has_every_level_of_every_track(every: Deliverable) -> None:
    found = table(FigureKind.TRACK_STAIRCASE, every, "tiny-criteria")
    tracks = of(every).result.tracks
    assert [row[0] for row in found.cells] == [
        f"{track.name}: {level.level} Level {level.level}" for track in tracks for level in track.levels
    ]
    assert [row[2] for row in found.cells] == [level.met for track in tracks for level in track.levels]
    stopped = [
        (row.track.name, row.level.level, cells[3].ids)
        for row, cells in zip(found.rows, found.cells, strict=True)
        if isinstance(cells[3], Parts)
    ]
    assert stopped == [(track.name, track.next, track.stopping) for track in tracks if track.stopping]


def test_bars_count_every_statement_once(every: Deliverable) -> None:
    found = table(FigureKind.STATEMENT_BARS, every, "tiny-criteria")
    tracks = of(every).pack.tracks
    assert [sum(count for count in row[1:] if isinstance(count, int)) for row in found.cells] == [
        len(track.at(level.number)) for track in tracks for level in of(every).pack.levels
    ]
    levels = [level for track in of(every).result.tracks for level in track.levels]
    assert [row[1:] for row in found.cells] == [
        (each.met, each.partly_met, each.not_met, each.dont_know, each.not_rated, each.not_applicable)
        for each in levels
    ]


def test_a_cap_is_told_with_its_reason(capped: Deliverable) -> None:
    work = track_data.tracks(capped, of(capped)).tracks[0]
    assert [stair.state for stair in work.stairs] == ["reached", "reached", "capped", "capped"]
    assert [(cap.id, cap.text, cap.state) for cap in work.caps] == [
        ("CAP-1", "The tool stands alone.", "not above level 2")
    ]
    assert [(stop.id, stop.state) for stop in work.stops] == [("TOL-3-1", "Not met; a cap asks for it")]
    assert (work.standing, work.next, work.target) == ("level 2", 3, 3)


@pytest.mark.parametrize(("width", "height"), [(1120, 720), (520, 460), (360, 300)])
def test_what_stops_a_track_is_written_beside_it(capped: Deliverable, width: float, height: float) -> None:
    figure = Figure(figsize=(width / PIXELS_PER_INCH, height / PIXELS_PER_INCH), dpi=PIXELS_PER_INCH)
    draw_tracks(FigurePaper(figure, tokens("light")), track_data.tracks(capped, of(capped)))
    found = [text for text in figure.axes[0].get_children() if isinstance(text, Text)]
    words = " ".join(text.get_text() for text in found)
    assert "TOL-3-1" in words or "more" in words
    for text in found:
        box = text.get_window_extent(figure.canvas.get_renderer())  # type: ignore[attr-defined]  # of the Agg canvas
        assert box.x0 >= -1
        assert box.x1 <= width + 1
        assert box.y0 >= -1
