"""The levels still to reach, with the actions that serve each."""

from __future__ import annotations

import pytest

from desktop.model.assessment import Assessment
from desktop.model.maturity.parts import WHOLE
from desktop.model.planning.roads import road_steps
from desktop.model.records import ActionStatus
from desktop.model.scoring.vocabulary import Fulfilment
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams

PACKS = {pack.id: pack for pack in (tiny_pack(), tiny_streams(), tiny_criteria(caps=[]))}
STAGED, STREAMS, CRITERIA = PACKS


@pytest.fixture
def assessment(tmp_path):
    with Assessment.create(tmp_path / "a.maturity", list(PACKS.values()), author="A") as made:
        yield made


def steps(assessment: Assessment, model: str) -> list[tuple[str, int, list[str]]]:
    found = road_steps(PACKS[model], assessment.results.of(model), assessment.actions.all())
    return [(step.place, step.level, [action.title for action in step.actions]) for step in found]


def test_an_action_stands_at_the_level_of_its_area_or_goal(assessment):
    assessment.actions.add("Area", model=STAGED, aim="STD")
    assessment.actions.add("Goal", model=STAGED, aim="PLN-G1")
    assessment.actions.add("Elsewhere", model=STREAMS, aim="DSK")
    assessment.actions.add("Nowhere")
    assert steps(assessment, STAGED) == [(WHOLE, 2, ["Goal"]), (WHOLE, 3, ["Area"])]


def test_dropped_actions_serve_nothing_and_done_ones_do(assessment):
    for status in ActionStatus:
        action = assessment.actions.add(status, model=STAGED, aim="PLN")
        assessment.actions.change(action, status=status)
    (_place, _level, titles), *_rest = steps(assessment, STAGED)
    assert titles == [status for status in ActionStatus if status is not ActionStatus.DROPPED]


def test_levels_out_of_scope_are_no_step(assessment):
    assessment.models.set_scope(STAGED, ["STD", "DLV"], in_scope=False, reason="Up to level 2.")
    assert [level for _place, level, _titles in steps(assessment, STAGED)] == [2]


def test_an_action_of_a_stream_stands_at_its_cell_or_else_at_the_next_level(assessment):
    assessment.streams.rate_stream(STREAMS, "DSK", 2)
    assessment.actions.add("Cell", model=STREAMS, aim="DSK-4")
    assessment.actions.add("Stream", model=STREAMS, aim="DSK")
    found = {level: titles for _place, level, titles in steps(assessment, STREAMS)}
    assert (found[3], found[4]) == (["Stream"], ["Cell"])


def test_an_action_of_a_track_stands_at_its_statement_or_else_at_the_next_level(assessment):
    statements = list(PACKS[CRITERIA].statement_by_id)
    assessment.statements.rate(CRITERIA, statements, Fulfilment.MET)
    for statement in ("TOL-2-1", "TOL-3-1"):
        assessment.statements.rate(CRITERIA, statement, Fulfilment.NOT_MET)
    assessment.actions.add("Track", model=CRITERIA, aim="tool")
    assessment.actions.add("Statement", model=CRITERIA, aim="TOL-3-1")
    assert steps(assessment, CRITERIA) == [("tool", 2, ["Track"]), ("tool", 3, ["Statement"])]
