"""A stream or track that takes no part is out of every number, and is shown as such."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop.cli.scores import model_content
from desktop.exchange import figures
from desktop.exchange.deliverable import Deliverable, gather
from desktop.exchange.figures import FigureKind, stream_data, table, track_data
from desktop.exchange.tables.streams import streams
from desktop.exchange.tables.tracks import tracks
from desktop.exchange.workbook import write_workbook
from desktop.model.assessment import Assessment
from desktop.model.scoring.vocabulary import Fulfilment
from desktop.wording import outcome
from tests.builders_schemes import tiny_criteria, tiny_streams

STREAMS, CRITERIA = "tiny-streams", "tiny-criteria"


@pytest.fixture(scope="module")
def deliverable(tmp_path_factory: pytest.TempPathFactory) -> Deliverable:
    """DSK is out of scope although it was placed lowest; the track work does not apply although it stops at 2."""
    path: Path = tmp_path_factory.mktemp("excluded") / "a.maturity"
    criteria = tiny_criteria(caps=[])
    with Assessment.create(path, [tiny_streams(), criteria], author="A") as assessment:
        for stream, level in (("DSK", 1), ("REQ", 3), ("REP", 4)):
            assessment.streams.rate_stream(STREAMS, stream, level)
        assessment.targets.set(STREAMS, level=5)
        assessment.models.set_scope(STREAMS, ["DSK"], in_scope=False, reason="Sold.")
        assessment.statements.rate(CRITERIA, list(criteria.statement_by_id), Fulfilment.MET)
        assessment.statements.rate(CRITERIA, "WRK-2-1", Fulfilment.NOT_MET)
        assessment.targets.set(CRITERIA, level=4)
        assessment.ratings.set_not_applicable(CRITERIA, "work", not_applicable=True, reason="Bought in.")
        return gather(assessment)


def test_it_is_out_of_the_line_that_tells_the_result(deliverable: Deliverable) -> None:
    part = deliverable.part(STREAMS)
    assert outcome.standing(part.result, part.pack) == "Weakest stream: Stream REQ at level 3; mean 3.50 (an index)"
    part = deliverable.part(CRITERIA)
    assert outcome.standing(part.result, part.pack) == "Track tool level 4"
    assert part.result.level.reached == 4


def test_it_is_out_of_the_gaps(deliverable: Deliverable) -> None:
    assert [gap.place for gap in deliverable.part(STREAMS).gaps] == ["REQ", "REP"]
    assert [gap.place for gap in deliverable.part(CRITERIA).gaps] == ["tool"]


def test_pictures_and_their_tables_show_it_as_such(deliverable: Deliverable) -> None:
    assert [row[2] for row in table(FigureKind.STREAM_RADAR, deliverable, STREAMS).cells] == [3, 4]
    assert [row[2] for row in table(FigureKind.STREAM_MATRIX, deliverable, STREAMS).cells] == [3, 4]
    radar = stream_data.radar(deliverable, deliverable.part(STREAMS))
    assert [axis.id for axis in radar.axes] == ["REQ", "REP"]
    assert radar.subtitle.endswith("1 stream is out of scope")
    states = [row[1] for row in table(FigureKind.TRACK_STAIRCASE, deliverable, CRITERIA).cells]
    assert states == ["not applicable"] * 4 + ["reached"] * 4
    work, tool = track_data.tracks(deliverable, deliverable.part(CRITERIA)).tracks
    assert (work.standing, [stair.held for stair in work.stairs]) == ("not applicable", [False] * 4)
    assert tool.standing == "level 4, the highest"


@pytest.mark.parametrize("kind", [FigureKind.STREAM_RADAR, FigureKind.TRACK_STAIRCASE, FigureKind.STATEMENT_BARS])
def test_pictures_are_drawn(deliverable: Deliverable, kind: FigureKind) -> None:
    model = STREAMS if kind is FigureKind.STREAM_RADAR else CRITERIA
    assert figures.as_file(kind, deliverable, "png", model)


def test_the_workbook_shows_it_as_such(deliverable: Deliverable) -> None:
    assert next(row[2:5] for row in streams(deliverable.part(STREAMS)).cells) == (None, "out of scope", None)
    assert [row[1:5] for row in tracks(deliverable.part(CRITERIA)).cells] == [
        ("not applicable", None, "not applicable", None),
        (4, 4, True, None),
    ]


def test_the_results_workbook_shows_it_as_such(deliverable: Deliverable, tmp_path: Path) -> None:
    write_workbook(deliverable, tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx", data_only=True)
    rows = {row[0]: row for row in book["Tiny streams"].iter_rows(values_only=True)}
    assert (rows["Stream DSK"][1], rows["Stream DSK"][5]) == (None, "out of scope")
    rows = {row[0]: row for row in book["Tiny criteria"].iter_rows(values_only=True)}
    assert (rows["Track work"][1], rows["Track tool"][1]) == ("not applicable", 4)
    summary = {row[0]: row[1:3] for row in book["Summary"].iter_rows(values_only=True, max_row=10)}
    assert summary["Tiny streams"] == (
        "Level 3 of 5 (Level 3). Stream REQ is the weakest stream; the other stands at level 4.",
        3,
    )
    assert summary["Tiny criteria"] == ("Level 4 of 4 (Level 4).", 4)
    told = " ".join(str(row[1]) for row in book["Summary"].iter_rows(values_only=True))
    assert "Out of scope: Stream DSK." in told
    assert "Does not apply here: Track work." in told


def test_a_stream_that_nobody_rated_has_no_level_in_the_workbook(tmp_path: Path) -> None:
    with Assessment.create(tmp_path / "a.maturity", [tiny_streams()], author="A") as assessment:
        assessment.streams.rate_stream(STREAMS, "REQ", 1)
        part = gather(assessment).part(STREAMS)
    assert [row[2:4] for row in streams(part).cells] == [
        (None, "not rated"),
        (1, "chosen text"),
        (None, "not rated"),
    ]


def test_json_shows_it_as_such(deliverable: Deliverable) -> None:
    told: dict[str, str | None] = {}
    for part in deliverable.models:
        content = model_content(part)
        told |= {place["id"]: place["excluded"] for place in (*content["streams"], *content["tracks"])}
    assert told == {"DSK": "out_of_scope", "REQ": None, "REP": None, "work": "not_applicable", "tool": None}
