"""Pictures of an assessment that leaves out levels: only what is in scope has an axis, a row or a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.exchange import figures
from desktop.exchange.deliverable import Deliverable, gather
from desktop.exchange.figures import FigureKind, table, track_data
from desktop.exchange.figures.data import heat_map, radar_by_area, radar_by_category, staircase
from desktop.model.assessment import Assessment
from desktop.model.scoring.vocabulary import Rating
from desktop.wording import outcome
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria


@pytest.fixture(scope="module")
def deliverable(tmp_path_factory: pytest.TempPathFactory) -> Deliverable:
    """Level 3 is out of scope, and of level 2 the area SUP does not apply; so is one of two tracks."""
    path: Path = tmp_path_factory.mktemp("scope") / "a.maturity"
    with Assessment.create(path, [tiny_pack(), tiny_criteria()], author="A") as assessment:
        assessment.models.set_scope("tiny", ["STD", "DLV"], in_scope=False, reason="Up to level 2.")
        assessment.ratings.set_not_applicable("tiny", "SUP", not_applicable=True, reason="No suppliers.")
        assessment.models.set_scope("tiny-criteria", ["work"], in_scope=False, reason="Only the tool.")
        return gather(assessment)


def test_areas_out_of_scope_have_no_axis_and_no_line(deliverable: Deliverable) -> None:
    part = deliverable.part("tiny")
    assert [axis.id for axis in radar_by_area(deliverable, part).axes] == ["PLN", "SUP"]
    assert [row[0] for row in table(FigureKind.RADAR_BY_AREA, deliverable, "tiny").cells] == ["PLN", "SUP"]


def test_areas_out_of_scope_have_no_row_in_the_heat_map(deliverable: Deliverable) -> None:
    rows = heat_map(deliverable, deliverable.part("tiny")).rows
    assert [row.area.id for row in rows] == ["PLN", "SUP"]
    assert {row[1] for row in table(FigureKind.HEAT_MAP, deliverable, "tiny").cells} == {"Area PLN", "Area SUP"}


def test_categories_without_an_area_in_scope_are_left_out(deliverable: Deliverable) -> None:
    part = deliverable.part("tiny")
    inside = {
        category for area in part.result.areas if area.rating is not Rating.OUT_OF_SCOPE for category in area.categories
    }
    shown = [axis.id for axis in radar_by_category(deliverable, part).axes]
    assert shown == [group.id for group in part.result.categories if group.id in inside]
    assert len(table(FigureKind.RADAR_BY_CATEGORY, deliverable, "tiny").rows) == len(shown)


def test_levels_out_of_scope_stay_as_quiet_steps(deliverable: Deliverable) -> None:
    stairs = staircase(deliverable, deliverable.part("tiny")).stairs
    assert [(stair.number, stair.quiet) for stair in stairs if stair.number > 1] == [(2, False), (3, True)]
    assert stairs[-1].state == "out of scope"


def test_one_line_says_what_is_left_out(deliverable: Deliverable) -> None:
    for part in deliverable.models:
        for kind in figures.kinds(part):
            assert figures.as_file(kind, deliverable, "png", part.pack.id)
    assert heat_map(deliverable, deliverable.part("tiny")).subtitle.endswith("2 areas of level 3 are out of scope")


def test_tracks_out_of_scope_are_left_out(deliverable: Deliverable) -> None:
    part = deliverable.part("tiny-criteria")
    for kind in (FigureKind.TRACK_STAIRCASE, FigureKind.STATEMENT_BARS):
        assert {row.track.name for row in table(kind, deliverable, part.pack.id).rows} == {"Track tool"}
    assert [track.name for track in track_data.bars(deliverable, part).tracks] == ["Track tool"]
    assert outcome.left_out(part.result, part.pack) == "1 track is out of scope"
