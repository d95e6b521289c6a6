"""The levels still to reach, with the actions that serve each."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.model.assessment import Assessment
from desktop.model.maturity import Pack
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.questionnaire import FULFILMENT
from desktop.model.planning.roads import road, serving
from desktop.model.records import ActionStatus
from desktop.model.scoring.engine import score
from desktop.model.scoring.inputs import Given, TargetJudgement
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind, Fulfilment
from tests.builders import all_in_place, tiny_pack, with_practices
from tests.builders_schemes import no_levels, said_of, tiny_criteria, tiny_streams
from tests.own_rules import own_rules, say

PACKS = {pack.id: pack for pack in (tiny_pack(), tiny_streams(), tiny_criteria(caps=[]))}
STAGED, STREAMS, CRITERIA = PACKS


@pytest.fixture
def assessment(tmp_path):
    with Assessment.create(tmp_path / "a.maturity", list(PACKS.values()), author="A") as made:
        yield made


def steps(assessment: Assessment, model: str) -> list[tuple[str, object, list[str]]]:
    result = assessment.results.of(model)
    found = road(PACKS[model], result)
    served = serving(PACKS[model], result, found, assessment.actions.all())
    return [
        (step.place, step.wanted, [action.title for action in actions])
        for step, actions in zip(found, served, strict=True)
    ]


def asked(pack: Pack, given: Given) -> list[tuple[str, object, tuple[str, ...], set[str]]]:
    return [(step.place, step.wanted, step.asks, set(step.open)) for step in road(pack, score(pack, given))]


def test_an_action_stands_at_the_level_of_its_area_or_goal(assessment):
    assessment.actions.add("Area", model=STAGED, aim="STD")
    assessment.actions.add("Goal", model=STAGED, aim="PLN-G1")
    assessment.actions.add("Elsewhere", model=STREAMS, aim="DSK")
    assessment.actions.add("Nowhere")
    assert steps(assessment, STAGED) == [(WHOLE, 2, ["Goal"]), (WHOLE, 3, ["Area"])]


def test_dropped_actions_serve_nothing_and_done_ones_do(assessment):
    for status in ActionStatus:
        action = assessment.actions.add(status, model=STAGED, aim="PLN")
        if status is ActionStatus.VERIFIED:
            assessment.actions.change(action, status=ActionStatus.DONE)
            shown = assessment.evidence.add(EvidenceKind.DOCUMENT, "Plans")
            assessment.verifying.verify(action, dt.date(2100, 1, 1), "Assessor", shown, although="As an example")
        else:
            assessment.actions.change(action, status=status, dropped_because="Too dear")
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


def test_a_level_asks_for_its_areas_that_are_not_satisfied():
    given = with_practices(all_in_place(PACKS[STAGED]), PLN_AC_1=Characterisation.NOT, STD_AC_1=None)
    assert asked(PACKS[STAGED], given) == [(WHOLE, 2, ("PLN",), set()), (WHOLE, 3, ("STD",), {"STD"})]


def test_a_level_asks_for_the_streams_of_which_it_is_the_next():
    given = no_levels(chosen={"DSK": 4, "REQ": 2})
    assert asked(PACKS[STREAMS], given) == [
        (WHOLE, 2, ("REP",), {"REP"}),
        (WHOLE, 3, ("REQ",), set()),
        (WHOLE, 4, (), set()),
        (WHOLE, 5, ("DSK",), set()),
    ]


def test_a_track_goes_level_by_level():
    given = said_of(
        PACKS[CRITERIA], WRK_2_1=Fulfilment.PARTLY_MET, WRK_4_2=Fulfilment.DONT_KNOW, TOL_1_1=Fulfilment.NOT_APPLICABLE
    )
    assert asked(PACKS[CRITERIA], given) == [
        ("work", 2, ("WRK-2-1",), set()),
        ("work", 4, ("WRK-4-2",), {"WRK-4-2"}),
    ]


def test_a_track_ends_at_its_target():
    given = Given(scale=FULFILMENT, asked=0, tallies={}, targets={"tool": TargetJudgement(2)})
    found = asked(PACKS[CRITERIA], given)
    assert [level for place, level, *_more in found if place == "tool"] == [1, 2]
    assert [level for place, level, *_more in found if place == "work"] == [1, 2, 3, 4]


def test_an_action_of_a_part_stands_where_it_is_asked_for_or_else_above_it(tmp_path):
    pack = own_rules("cumulative-indicators")
    with Assessment.create(tmp_path / "own.maturity", [pack], author="A") as assessment:
        say(assessment, pack.rules, pack.rules.examples[0])
        for aim in ("ASSET-1d", "ASSET-2", "ASSET-2a", "ALL"):
            assessment.actions.add(aim, model=pack.id, aim=aim)
        result = assessment.results.of(pack.id)
        steps = road(pack, result)
        served = serving(pack, result, steps, assessment.actions.all())
        titles = {step.place: [action.title for action in actions] for step, actions in zip(steps, served, strict=True)}
        assert titles == {WHOLE: ["ALL"], "ASSET": ["ASSET-2", "ASSET-2a"], "ASSET-1": ["ASSET-1d"]}
