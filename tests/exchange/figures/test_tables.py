"""Every line of a picture's table knows what it stands for."""

from __future__ import annotations

import pytest

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.figures import PLAN_KINDS, FigureKind, kinds, table
from desktop.exchange.tables.table import AnyTable

MODELS = ("tiny", "tiny-streams", "tiny-criteria")
STANDS_FOR = {
    FigureKind.RADAR_BY_AREA: "area",
    FigureKind.RADAR_BY_CATEGORY: "group",
    FigureKind.STAIRCASE: "group",
    FigureKind.HEAT_MAP: "goal",
    FigureKind.STREAM_RADAR: "stream",
    FigureKind.STREAM_MATRIX: "stream",
    FigureKind.TRACK_STAIRCASE: "track",
    FigureKind.TRACK_RADAR: "track",
    FigureKind.STATEMENT_BARS: "track",
    FigureKind.DISTRIBUTION: "question",
    FigureKind.PART_RADAR: "part",
    FigureKind.PART_TREE: "part",
}


def found(every: Deliverable, kind: FigureKind) -> AnyTable:
    return table(kind, every, next(part.pack.id for part in every.models if kind in kinds(part)))


@pytest.mark.parametrize("kind", [kind for kind in FigureKind if kind not in PLAN_KINDS])
def test_a_line_has_the_reason_of_what_it_stands_for(every: Deliverable, kind: FigureKind) -> None:
    shown = found(every, kind)
    assert shown.rows
    assert shown.trace is not None
    for row in shown.rows:
        assert shown.trace(row).facts[STANDS_FOR[kind]] == shown.ref(row).part


@pytest.mark.parametrize("kind", [FigureKind.TRACK_STAIRCASE, FigureKind.STATEMENT_BARS])
def test_the_levels_of_a_track_have_each_their_own_reason(every: Deliverable, kind: FigureKind) -> None:
    shown = found(every, kind)
    assert shown.trace is not None
    for row in shown.rows:
        assert shown.trace(row).facts["level"] == row.level.level
