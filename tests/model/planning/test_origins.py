from __future__ import annotations

import pytest

from desktop.model.maturity import Pack
from desktop.model.planning.origins import (
    Origin,
    OriginKind,
    cell_origin,
    find,
    find_cell,
    goal_origin,
    statement_origin,
)
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams

STAGED, STREAMS, CRITERIA = tiny_pack(), tiny_streams(), tiny_criteria()


@pytest.mark.parametrize(
    ("pack", "origin", "found"),
    [
        (STAGED, goal_origin("STD-G2"), Origin(OriginKind.GOAL, "STD-G2", "STD", 3)),
        (STREAMS, cell_origin("DSK", 4), Origin(OriginKind.CELL, "DSK-4", "DSK", 4)),
        (CRITERIA, statement_origin("TOL-3-2"), Origin(OriginKind.STATEMENT, "TOL-3-2", "tool", 3)),
    ],
)
def test_what_an_origin_names(pack: Pack, origin: str, found: Origin) -> None:
    assert find(pack, origin) == found
    assert str(found) == origin


@pytest.mark.parametrize(
    "origin", ["", "cell", "cell:", "cell:DSK", "cell:DSK-9", "cell:DSK-x", "goal:DSK-1", "rung:DSK-1", "cell:XXX-1"]
)
def test_what_a_model_has_not(origin: str) -> None:
    assert find(STREAMS, origin) is None


def test_every_cell_is_found_by_its_id() -> None:
    for stream in STREAMS.streams:
        for cell in stream.cells:
            assert find_cell(STREAMS, f"{stream.id}-{cell.level}") == (stream, cell)
