from __future__ import annotations

import pytest

from desktop.model.maturity import Pack
from desktop.model.scoring.criteria import score
from desktop.model.scoring.inputs import CriteriaInput, TargetJudgement
from desktop.model.scoring.results import TrackResult
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.vocabulary import Fulfilment
from tests.builders_schemes import said_of, tiny_criteria, tiny_track

MET, PARTLY, NOT, NA, UNKNOWN = Fulfilment
PLAIN = tiny_criteria(caps=[])
PACK = tiny_criteria()


def work(given: CriteriaInput, pack: Pack = PLAIN) -> TrackResult:
    return score(pack, given).tracks[0]


@pytest.mark.parametrize("up_to", [1, 2, 3, 4])
def test_the_highest_level_with_all_statements_met(up_to: int) -> None:
    assert work(said_of(PLAIN, up_to=up_to)).level == up_to


@pytest.mark.parametrize(
    ("value", "level", "rule", "determined"),
    [
        (PARTLY, 2, Rule.TRACK_STOPPED, True),
        (NOT, 2, Rule.TRACK_STOPPED, True),
        (UNKNOWN, 2, Rule.TRACK_NOT_DETERMINED, False),
        (NA, 4, Rule.TRACK_HIGHEST, True),
        (MET, 4, Rule.TRACK_HIGHEST, True),
    ],
)
def test_what_one_statement_does(value: Fulfilment, level: int, rule: Rule, determined: bool) -> None:
    found = work(said_of(PLAIN, WRK_3_2=value))
    assert (found.level, found.trace.rule, found.determined) == (level, rule, determined)
    assert found.stopping == (("WRK-3-2",) if level == 2 else ())


def test_the_lowest_level_needs_nothing_but_the_next_needs_it() -> None:
    found = work(said_of(PLAIN, WRK_1_1=NOT))
    assert (found.level, found.stopping) == (1, ("WRK-1-1",))


def test_what_is_open_is_told_beside_what_stops() -> None:
    found = work(said_of(PLAIN, WRK_3_1=NOT, WRK_3_2=UNKNOWN, WRK_4_1=NOT))
    assert found.stopping == ("WRK-3-1", "WRK-3-2")
    assert (found.trace.facts["unmet"], found.trace.facts["open"]) == (("WRK-3-1",), ("WRK-3-2",))


def test_a_level_none_of_whose_statements_applies_is_refused() -> None:
    result = score(PLAIN, said_of(PLAIN, WRK_3_1=NA, WRK_3_2=NA))
    found = result.tracks[0]
    assert (found.level, found.determined, found.warnings) == (2, False, (Rule.TRACK_ALL_NOT_APPLICABLE,))
    assert (result.level.reached, result.level.warnings) == (2, (Rule.TRACK_ALL_NOT_APPLICABLE,))


def test_a_level_without_statements_is_refused() -> None:
    track = tiny_track("work", "WRK", levels=2)
    found = score(tiny_criteria([track], caps=[]), said_of(PLAIN)).tracks[0]
    assert (found.level, found.warnings) == (2, (Rule.TRACK_WITHOUT_STATEMENTS,))


def test_a_cap_holds_down_whatever_else_is_met() -> None:
    found = work(said_of(PACK, TOL_3_1=NOT), PACK)
    assert (found.level, found.uncapped, found.caps, found.next) == (2, 4, ("CAP-1",), 3)
    assert (found.trace.rule, found.determined, found.stopping) == (Rule.TRACK_CAPPED, True, ("TOL-3-1",))


def test_a_cap_with_an_open_statement_leaves_it_undetermined() -> None:
    found = work(said_of(PACK, TOL_3_1=UNKNOWN), PACK)
    assert (found.level, found.trace.rule, found.determined) == (2, Rule.TRACK_CAP_OPEN, False)


def test_a_cap_that_is_sure_to_hold_determines_what_is_open() -> None:
    found = work(said_of(PACK, TOL_3_1=NOT, WRK_3_1=UNKNOWN), PACK)
    assert (found.level, found.caps, found.trace.rule, found.determined) == (2, (), Rule.TRACK_STOPPED, True)
    assert found.stopping == ("WRK-3-1", "TOL-3-1")


def test_what_the_target_needs() -> None:
    given = said_of(PACK, up_to=2, TOL_2_1=NOT, WRK_4_1=NA)
    targets = {"work": TargetJudgement(3, 4), "tool": TargetJudgement(2)}
    result = score(PACK, CriteriaInput(asked=0, tallies={}, statements=given.statements, targets=targets))
    of_work, of_tool = result.tracks
    assert of_work.needed == ("WRK-3-1", "WRK-3-2", "TOL-3-1")
    assert (of_work.gap, of_work.weighted_gap) == (1, 4)
    assert (of_tool.needed, of_tool.gap) == (("TOL-2-1",), 1)


def test_counts_level_by_level() -> None:
    third = work(said_of(PLAIN, up_to=2, WRK_3_1=PARTLY)).levels[2]
    assert (third.level, third.met, third.partly_met, third.not_rated, third.held) == (3, 0, 1, 1, False)
    assert [level.held for level in work(said_of(PACK, TOL_3_1=NOT), PACK).levels] == [True] * 4
