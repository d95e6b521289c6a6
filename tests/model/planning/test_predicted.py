from __future__ import annotations

import pytest
from msgspec.structs import replace

from desktop.model.assessment import Assessment
from desktop.model.planning.predicted import origins_of, predicted
from desktop.model.planning.what_if import what_if
from desktop.model.scoring.engine import score
from desktop.model.scoring.inputs import TargetJudgement
from desktop.model.scoring.vocabulary import Characterisation, Fulfilment
from tests.builders import all_in_place, tiny_pack, with_practices
from tests.builders_schemes import no_levels, said_of, ticked, tiny_criteria, tiny_streams
from tests.own_rules import PACKS, own_rules, say

STAGED, STREAMS, CRITERIA = tiny_pack(), tiny_streams(), tiny_criteria()


def test_an_area_as_a_whole_is_all_its_goals() -> None:
    given = with_practices(all_in_place(STAGED), PLN_AC_1=Characterisation.NOT)
    result = score(STAGED, given)
    goals = tuple(f"goal:{goal.id}" for goal in STAGED.areas[0].goals)
    assert origins_of(STAGED, result, [STAGED.areas[0].id]) == goals
    assert predicted(STAGED, given, result, ["PLN"]).level.reached == 3
    assert predicted(STAGED, given, result, ["PLN-G1"]) == what_if(STAGED, given, ["goal:PLN-G1"])


def test_a_stream_as_a_whole_is_its_target_or_else_its_next_level() -> None:
    given = replace(no_levels(), ticks=ticked(STREAMS, DSK=2))
    assert origins_of(STREAMS, score(STREAMS, given), ["DSK"]) == ("cell:DSK-3",)
    wanting = replace(given, targets={"DSK": TargetJudgement(level=4)})
    assert origins_of(STREAMS, score(STREAMS, wanting), ["DSK"]) == ("cell:DSK-4",)
    reached = replace(given, targets={"DSK": TargetJudgement(level=2)})
    assert origins_of(STREAMS, score(STREAMS, reached), ["DSK"]) == ("cell:DSK-3",)
    top = replace(given, ticks=ticked(STREAMS, DSK=5))
    assert origins_of(STREAMS, score(STREAMS, top), ["DSK"]) == ()


def test_a_track_as_a_whole_is_the_statements_before_its_target_or_next_level() -> None:
    given = said_of(CRITERIA, Fulfilment.NOT_MET)
    result = score(CRITERIA, given)
    track = next(each for each in result.tracks if each.id == "tool")
    assert origins_of(CRITERIA, result, ["tool"]) == tuple(f"statement:{id_}" for id_ in track.stopping)
    wanting = score(CRITERIA, replace(given, targets={"tool": TargetJudgement(level=4)}))
    assert len(origins_of(CRITERIA, wanting, ["tool"])) > len(track.stopping)


def test_each_origin_counts_once_and_what_the_model_has_not_is_left_aside() -> None:
    given = all_in_place(STAGED)
    result = score(STAGED, given)
    assert origins_of(STAGED, result, ["PLN-G2", "PLN-G1", "PLN-G2", "DSK-3", ""]) == ("goal:PLN-G2", "goal:PLN-G1")
    assert predicted(STAGED, given, result, ["DSK-3"]) is result


@pytest.mark.parametrize("name", [path.stem for path in PACKS][:3])
def test_of_own_rules_a_whole_is_all_that_is_answered_beneath_it(tmp_path, name) -> None:
    pack = own_rules(name)
    with Assessment.create(tmp_path / "a.maturity", [pack], author="Ada") as assessment:
        say(assessment, pack.rules, pack.rules.examples[0])
        given, result = assessment.results.given(pack.id), assessment.results.of(pack.id)
        action = assessment.actions.add("x", model=pack.id, aim=pack.rules.root.id)
        foreseen = assessment.foreseen.of(pack.id, [action])
    answered = {f"part:{part.id}" for part in pack.rules.parts if pack.rules.scale_of(part) is not None}
    assert set(origins_of(pack, result, [pack.rules.root.id])) == answered
    assert foreseen == what_if(pack, given, sorted(answered))
