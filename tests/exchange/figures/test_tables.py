"""Every line of a picture's table knows what it stands for."""

from __future__ import annotations

import pytest

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.figures import FigureKind, kinds, table
from desktop.exchange.figures.data import Line
from desktop.model.maturity.parts import WHOLE

MODELS = ("tiny", "tiny-streams", "tiny-criteria")
STANDS_FOR = {
    FigureKind.RADAR_BY_AREA: "area",
    FigureKind.RADAR_BY_CATEGORY: "group",
    FigureKind.STAIRCASE: "group",
    FigureKind.HEAT_MAP: "goal",
    FigureKind.STREAM_RADAR: "stream",
    FigureKind.STREAM_MATRIX: "stream",
    FigureKind.TRACK_STAIRCASE: "track",
    FigureKind.STATEMENT_BARS: "track",
    FigureKind.PART_RADAR: "part",
    FigureKind.PART_TREE: "part",
}


def lines(every: Deliverable, kind: FigureKind) -> tuple[Line, ...]:
    model = next(part.pack.id for part in every.models if kind in kinds(part))
    return table(kind, every, model).lines


@pytest.mark.parametrize("kind", FigureKind)
def test_a_line_has_the_reason_of_what_it_stands_for(every: Deliverable, kind: FigureKind) -> None:
    found = lines(every, kind)
    assert found
    for line in found:
        about = str(line.level) if line.place == WHOLE else line.part
        assert line.trace.facts[STANDS_FOR[kind]] == about
    assert len({(line.place, line.part, line.level) for line in found}) == len(found)


@pytest.mark.parametrize("kind", [FigureKind.TRACK_STAIRCASE, FigureKind.STATEMENT_BARS])
def test_the_levels_of_a_track_have_each_their_own_reason(every: Deliverable, kind: FigureKind) -> None:
    for line in lines(every, kind):
        assert line.trace.facts["level"] == line.level == line.cells[1]


def test_a_line_is_found_by_its_place_or_part(every: Deliverable) -> None:
    of_goals = lines(every, FigureKind.HEAT_MAP)
    assert [line.part for line in of_goals if line.is_about("PLN")] == ["PLN-G1", "PLN-G2"]
    assert [line.part for line in of_goals if line.is_about("PLN-G2")] == ["PLN-G2"]
    assert [line.cells[0] for line in lines(every, FigureKind.STAIRCASE) if line.is_about("3")] == [3]
    assert not any(line.is_about("3") for line in lines(every, FigureKind.TRACK_STAIRCASE))
