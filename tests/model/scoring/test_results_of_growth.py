from __future__ import annotations

import msgspec
import pytest

from desktop.model.maturity import Pack
from desktop.model.maturity.questionnaire import FULFILMENT
from desktop.model.scoring.engine import score
from desktop.model.scoring.inputs import Given, Tally, TargetJudgement
from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.vocabulary import Fulfilment
from tests.builders_schemes import no_levels, said_of, ticked, tiny_criteria, tiny_streams

STREAMS, CRITERIA = tiny_streams(), tiny_criteria()
TALLIES = {"DSK-Q1": Tally({"level_3": 2}, 9)}


@pytest.mark.parametrize(
    ("pack", "given"),
    [
        (STREAMS, no_levels()),
        (STREAMS, no_levels(ticks=ticked(STREAMS, DSK=2), tallies=TALLIES, targets={"DSK": TargetJudgement(3, 4)})),
        (CRITERIA, Given(scale=FULFILMENT, asked=3, tallies={"WRK-2-1": Tally({"met": 2}, 3)})),
        (CRITERIA, said_of(CRITERIA, TOL_3_1=Fulfilment.NOT_MET)),
    ],
)
def test_a_result_goes_to_json_and_back(pack: Pack, given: Given) -> None:
    result = score(pack, given)
    assert msgspec.json.decode(msgspec.json.encode(result), type=ModelResult) == result
