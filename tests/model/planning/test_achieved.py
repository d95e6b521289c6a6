import pytest

from desktop.model.assessment import Assessment
from desktop.model.planning.achieved import is_reached
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind, Fulfilment
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams


@pytest.fixture
def several(tmp_path):
    packs = [tiny_pack(), tiny_streams(), tiny_criteria()]
    with Assessment.create(tmp_path / "site.maturity", packs, author="Ada") as made:
        yield made


def reached(assessment, model, part):
    it = assessment.results
    return is_reached(assessment.models.get(model).pack, it.given(model), it.of(model), part)


def test_a_goal_is_reached_where_it_is_satisfied(several):
    pack = several.models.get("tiny").pack
    area = pack.areas[0]
    goal = area.goals[0].id
    assert not reached(several, "tiny", goal)
    assert not reached(several, "tiny", area.id)
    for practice in area.practices:
        several.ratings.characterise("tiny", practice.id, Characterisation.FULLY)
        for kind in (EvidenceKind.DOCUMENT, EvidenceKind.INTERVIEW):
            several.evidence.add(kind, f"{kind} {practice.id}", model="tiny", practices=[practice.id])
    assert reached(several, "tiny", goal)
    assert reached(several, "tiny", area.id)


def test_a_cell_is_reached_where_its_stream_stands_at_its_level_or_above(several):
    stream = several.models.get("tiny-streams").pack.streams[0].id
    several.streams.rate_stream("tiny-streams", stream, 2)
    assert [reached(several, "tiny-streams", f"{stream}-{level}") for level in (1, 2, 3)] == [True, True, False]
    assert not reached(several, "tiny-streams", stream)
    several.targets.set("tiny-streams", stream, level=2)
    assert reached(several, "tiny-streams", stream)
    several.targets.set("tiny-streams", stream, level=3)
    assert not reached(several, "tiny-streams", stream)


@pytest.mark.parametrize(("value", "holds"), [(Fulfilment.MET, True), (Fulfilment.PARTLY_MET, False), (None, False)])
def test_a_statement_is_reached_where_it_is_met(several, value, holds):
    statement = several.models.get("tiny-criteria").pack.tracks[0].statements[0].id
    several.statements.rate("tiny-criteria", [statement], value)
    assert reached(several, "tiny-criteria", statement) is holds


def test_what_the_model_has_not_is_never_reached(several):
    assert not reached(several, "tiny", "no such part")
