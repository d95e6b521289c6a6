"""What changed from one result to another."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.model.assessment import Assessment
from desktop.model.maturity.parts import WHOLE
from desktop.model.planning.place_changes import ModelSide, PlaceChange, place_changes
from desktop.model.scoring.place_stands import PlaceMove, PlaceStand
from desktop.model.scoring.vocabulary import Characterisation, Fulfilment
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.moulds import Moulds


@pytest.fixture
def assessment(moulds: Moulds, tmp_path: Path):
    with moulds.fresh(tmp_path / "a.maturity", [tiny_pack(), tiny_streams(), tiny_criteria()]) as made:
        yield made


def side(assessment: Assessment, model: str) -> ModelSide:
    ticks = assessment.streams.ticks(model) if model == "tiny-streams" else frozenset()
    return ModelSide(assessment.models.get(model).pack, assessment.results.of(model), ticks)


def same(before: ModelSide) -> dict[str, str]:
    return {WHOLE: WHOLE} | {id_: id_ for id_ in before.pack.text_by_id}


def changed(found: tuple[PlaceChange, ...]) -> dict[str, PlaceChange]:
    return {each.place: each for each in found if each.parts or each.move is not PlaceMove.SAME}


def test_nothing_changes_by_itself(assessment: Assessment) -> None:
    for model in ("tiny", "tiny-streams", "tiny-criteria"):
        before = side(assessment, model)
        found = place_changes(before, before, same(before))
        assert [each.place for each in found] == [WHOLE, *before.pack.place_by_id]
        assert changed(found) == {}


def test_practices_of_an_area_that_are_said_otherwise(assessment: Assessment) -> None:
    assessment.ratings.characterise("tiny", "PLN-AC-1", Characterisation.PARTIALLY)
    before = side(assessment, "tiny")
    assessment.ratings.characterise("tiny", "PLN-AC-1", Characterisation.FULLY)
    assessment.ratings.characterise("tiny", "PLN-AC-2", Characterisation.NOT)
    (found,) = changed(place_changes(before, side(assessment, "tiny"), same(before))).values()
    assert found.place == "PLN"
    assert {each.part: (each.then, each.now, each.move) for each in found.parts} == {
        "PLN-AC-1": (Characterisation.PARTIALLY, Characterisation.FULLY, PlaceMove.BETTER),
        "PLN-AC-2": (None, Characterisation.NOT, PlaceMove.OTHER),
    }
    assert found.progress_now is not None
    assert found.progress_then == 0


def test_a_stream_and_what_is_ticked_of_it(assessment: Assessment) -> None:
    item = next(iter(tiny_streams().item_by_id))
    assessment.streams.tick("tiny-streams", item, done=True)
    assessment.streams.rate_stream("tiny-streams", "DSK", 2)
    before = side(assessment, "tiny-streams")
    assessment.streams.tick("tiny-streams", item, done=False)
    assessment.streams.rate_stream("tiny-streams", "DSK", 3)
    found = changed(place_changes(before, side(assessment, "tiny-streams"), same(before)))
    assert (found["DSK"].then, found["DSK"].now, found["DSK"].move) == (
        PlaceStand(level=2),
        PlaceStand(level=3),
        PlaceMove.BETTER,
    )
    parts = [part for each in found.values() for part in each.parts]
    assert [(part.part, part.then, part.now, part.move) for part in parts] == [(item, True, False, PlaceMove.WORSE)]


def test_statements_of_a_track(assessment: Assessment) -> None:
    assessment.statements.rate("tiny-criteria", "WRK-1-1", Fulfilment.MET)
    before = side(assessment, "tiny-criteria")
    assessment.statements.rate("tiny-criteria", "WRK-1-1", Fulfilment.PARTLY_MET)
    (found,) = changed(place_changes(before, side(assessment, "tiny-criteria"), same(before))).values()
    assert [(each.part, each.move) for each in found.parts] == [("WRK-1-1", PlaceMove.WORSE)]


def test_parts_go_by_the_ids_that_they_have_now(assessment: Assessment) -> None:
    assessment.statements.rate("tiny-criteria", "WRK-1-1", Fulfilment.MET)
    before = side(assessment, "tiny-criteria")
    assessment.statements.rate("tiny-criteria", "WRK-1-1", Fulfilment.NOT_MET)
    image = {old: new for old, new in same(before).items() if old not in ("WRK-1-1", "tool")}
    found = place_changes(before, side(assessment, "tiny-criteria"), image)
    assert {each.place: each.move for each in found} == {
        WHOLE: PlaceMove.SAME,
        "work": PlaceMove.SAME,
        "tool": None,
    }
    assert all(not each.parts for each in found), "what is not in the earlier version is not compared"
    assert next(each for each in found if each.place == "tool").then is None
