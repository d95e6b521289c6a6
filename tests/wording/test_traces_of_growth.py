from __future__ import annotations

import pytest

from desktop.model.maturity import Pack
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.questionnaire import FULFILMENT
from desktop.model.scoring.engine import score
from desktop.model.scoring.inputs import Given, Tally, TargetJudgement
from desktop.model.scoring.publication import published
from desktop.model.scoring.vocabulary import Fulfilment
from desktop.wording import traces
from tests.builders_schemes import no_levels, said_of, ticked, tiny_criteria, tiny_streams

STREAMS, CRITERIA = tiny_streams(), tiny_criteria()
WANTED = {WHOLE: TargetJudgement(4), "DSK": TargetJudgement(4, 3), "tool": TargetJudgement(1)}
TALLIES = {"DSK-Q1": Tally({"level_2": 2}, 9), "REQ-Q1": Tally({"level_2": 7}, 9), "WRK-1-1": Tally({"met": 2}, 9)}

SITUATIONS: list[tuple[Pack, Given]] = [
    (STREAMS, no_levels()),
    (STREAMS, no_levels(tallies=dict(list(TALLIES.items())[:2]), targets=WANTED)),
    (STREAMS, no_levels(chosen={"DSK": 5, "REQ": 5, "REP": 5}, targets=WANTED)),
    (STREAMS, no_levels(ticks=ticked(STREAMS, DSK=3) | {"REQ-1-P1"})),
    (CRITERIA, Given(scale=FULFILMENT, asked=9, tallies={"WRK-1-1": TALLIES["WRK-1-1"]}, targets=WANTED)),
    *((CRITERIA, said_of(CRITERIA, value)) for value in Fulfilment),
    *((CRITERIA, said_of(CRITERIA, TOL_3_1=value, WRK_2_1=value)) for value in Fulfilment),
    (CRITERIA, said_of(CRITERIA, TOL_3_1=Fulfilment.DONT_KNOW)),
]


@pytest.mark.parametrize(("pack", "given"), SITUATIONS)
@pytest.mark.parametrize("known", [True, False])
def test_every_trace_of_a_result_can_be_told(pack: Pack, given: Given, known: bool) -> None:
    result = published(pack, given, score(pack, given), 5).result
    told = [text for _, text in traces.lines(result.level.trace, 9, pack if known else None)]
    assert len(told) > len(pack.place_by_id)
    for text in told:
        assert "{" not in text
        assert "None" not in text


def test_a_capped_track_names_the_cap_and_its_reason() -> None:
    track = score(CRITERIA, said_of(CRITERIA, TOL_3_1=Fulfilment.NOT_MET)).tracks[0]
    assert traces.sentence(track.trace, CRITERIA) == (
        "“Track work” demonstrates level 2. Its statements alone would give level 4, but it is capped by "
        "CAP-1 “The tool stands alone” until these are met: TOL-3-1; open: none."
    )
    assert traces.sentence(track.trace.parts[0], CRITERIA) == (
        "CAP-1 “The tool stands alone” caps at level 2, whatever else is met. To be met: TOL-3-1."
    )


def test_indexes_are_called_so() -> None:
    stream = score(STREAMS, no_levels(ticks=ticked(STREAMS, DSK=2) | {"DSK-3-P1"})).streams[0]
    assert traces.sentence(stream.trace, STREAMS) == (
        "Stream DSK (DSK) stands at level 2: every practice up to it is ticked. Index 2.50. "
        "Not ticked for the next level: DSK-3-P2."
    )


def test_what_the_survey_says_of_a_stream() -> None:
    given = no_levels(tallies={"DSK-Q1": Tally({"level_2": 3, "level_3": 3}, 9)})
    survey = score(STREAMS, given).streams[0].trace.parts[0]
    assert traces.sentence(survey).startswith(
        "The survey suggests level 2, the level of the middle answer (n = 6). Mean 2.50"
    )


def test_a_gap_is_spelled_out() -> None:
    gap = score(STREAMS, no_levels(targets=WANTED)).streams[0].trace.parts[1]
    assert traces.sentence(gap, STREAMS) == (
        "Stream DSK (DSK) is at level 1, its target is level 4: a gap of 3; times importance 3, a weighted gap of 9."
    )
