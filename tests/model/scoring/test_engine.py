from __future__ import annotations

import pytest
from msgspec.structs import replace

from desktop.model.maturity import Pack
from desktop.model.maturity.questionnaire import FULFILMENT
from desktop.model.scoring import criteria, staged, streams
from desktop.model.scoring.engine import score
from desktop.model.scoring.inputs import Given
from desktop.model.scoring.survey import survey
from tests.builders import all_in_place, nothing_said, tiny_pack
from tests.builders_schemes import no_levels, said_of, ticked, tiny_criteria, tiny_streams

STAGED, STREAMS, CRITERIA = tiny_pack(), tiny_streams(), tiny_criteria()


def test_each_scheme_gives_its_own_result() -> None:
    of_stages, of_streams, of_criteria = (
        all_in_place(STAGED),
        no_levels(ticks=ticked(STREAMS, DSK=2)),
        said_of(CRITERIA),
    )
    assert score(STAGED, of_stages) == staged.score(STAGED, of_stages)
    assert score(STREAMS, of_streams) == streams.score(STREAMS, of_streams)
    assert score(CRITERIA, of_criteria) == criteria.score(CRITERIA, of_criteria)


EACH: list[tuple[Pack, Given]] = [
    (STAGED, nothing_said()),
    (STREAMS, no_levels()),
    (CRITERIA, Given(scale=FULFILMENT, asked=10, tallies={})),
]


@pytest.mark.parametrize(("pack", "given"), EACH)
def test_what_a_scheme_has_not_is_empty(pack: Pack, given: Given) -> None:
    result = score(pack, given)
    assert result.model == pack.id
    assert bool(result.areas) == bool(pack.areas)
    assert bool(result.streams) == bool(pack.streams)
    assert bool(result.tracks) == bool(result.statements) == bool(pack.tracks)
    assert bool(result.levels) == bool(pack.areas)


@pytest.mark.parametrize(("pack", "given"), EACH)
def test_questions_share_one_kind_of_statistics(pack: Pack, given: Given) -> None:
    found = survey(pack, given)
    assert score(pack, given).questions == found.questions
    assert found.places.keys() == pack.place_by_id.keys()
    assert all(question.place in pack.place_by_id for question in found.questions)
    assert all(question.answers.unanswered == 10 for question in found.questions)
    assert found.answers.asked == 10 * len(found.questions)


@pytest.mark.parametrize(("pack", "given"), EACH)
def test_the_scale_in_use_must_be_the_models(pack: Pack, given: Given) -> None:
    with pytest.raises(KeyError):
        score(pack, replace(given, scale="stars"))
