from __future__ import annotations

import pytest
from msgspec.structs import replace

from desktop.model.maturity import Cap, Pack
from desktop.model.maturity.questionnaire import FULFILMENT
from desktop.model.planning.gaps import gaps
from desktop.model.scoring.criteria import score
from desktop.model.scoring.inputs import AreaJudgement, Given, TargetJudgement
from desktop.model.scoring.results import TrackResult
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.vocabulary import Fulfilment, Rating
from tests.builders_schemes import said_of, tiny_criteria

MET, PARTLY, NOT, NA, UNKNOWN = Fulfilment
PLAIN = tiny_criteria(caps=[])
PACK = tiny_criteria()
OUT = AreaJudgement(in_scope=False)
AWAY = AreaJudgement(not_applicable=True, reason="No tool.")


def work(given: Given, pack: Pack = PLAIN) -> TrackResult:
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


def test_a_level_none_of_whose_statements_applies_ends_it_whatever_is_open_below() -> None:
    found = work(said_of(PLAIN, WRK_1_1=UNKNOWN, WRK_2_1=NA, WRK_2_2=NA))
    assert (found.level, found.determined, found.trace.rule) == (1, True, Rule.TRACK_ALL_NOT_APPLICABLE)
    assert found.stopping == ("WRK-1-1",)


def test_a_level_none_of_whose_statements_applies_is_refused() -> None:
    result = score(PLAIN, said_of(PLAIN, WRK_3_1=NA, WRK_3_2=NA))
    found = result.tracks[0]
    assert (found.level, found.determined, found.warnings) == (2, True, (Rule.TRACK_ALL_NOT_APPLICABLE,))
    assert (result.level.reached, result.level.warnings) == (2, (Rule.TRACK_ALL_NOT_APPLICABLE,))
    assert (result.level.determined, result.level.trace.rule) == (True, Rule.TRACKS_STOPPED)
    assert [(blocker.place, blocker.why) for blocker in result.level.blockers] == [("work", Rating.NOT_APPLICABLE)]


def test_nothing_that_applies_determines_whatever_a_cap_leaves_open() -> None:
    cap = Cap(id="CAP-1", unless=("TOL-1-1",), at_most=2, tracks=("work",), reason="So it is.")
    given = said_of(PLAIN, TOL_1_1=UNKNOWN, WRK_3_1=NA, WRK_3_2=NA)
    found = work(given, tiny_criteria(caps=[cap]))
    assert (found.level, found.determined, found.rating) == (2, True, Rating.NOT_APPLICABLE)


def test_a_statement_that_applies_keeps_the_level_open_beside_those_that_do_not() -> None:
    found = work(said_of(PLAIN, WRK_3_1=NA, WRK_3_2=UNKNOWN))
    assert (found.level, found.determined, found.warnings) == (2, False, ())


@pytest.mark.parametrize(
    ("out", "rule", "rating"),
    [
        (AreaJudgement(in_scope=False), Rule.TRACK_OUT_OF_SCOPE, Rating.OUT_OF_SCOPE),
        (AreaJudgement(not_applicable=True, reason="No tool."), Rule.TRACK_NOT_APPLICABLE, Rating.NOT_APPLICABLE),
    ],
)
def test_a_track_out_of_scope_or_not_applicable_is_out_of_the_result(
    out: AreaJudgement, rule: Rule, rating: Rating
) -> None:
    given = replace(said_of(PLAIN, WRK_2_1=NOT), areas={"work": out}, targets={"work": TargetJudgement(4, 5)})
    result = score(PLAIN, given)
    found = result.tracks[0]
    assert (found.excluded, found.trace.rule, found.next, found.stopping) == (rating, rule, None, ())
    assert (found.target, found.gap, found.weighted_gap) == (None, None, None)
    assert not any(level.held for level in found.levels[1:])
    assert (result.level.reached, result.level.determined, result.weakest) == (4, True, ())
    facts = result.level.trace.facts
    assert (facts["excluded"], facts["tracks"], facts["weakest"]) == (("work",), 1, ())
    assert [gap.place for gap in gaps(given, result)] == ["tool"]


def test_not_applicable_without_a_reason_leaves_a_track_in_the_result() -> None:
    given = replace(said_of(PLAIN, WRK_2_1=NOT), areas={"work": AreaJudgement(not_applicable=True, reason=" ")})
    assert score(PLAIN, given) == score(PLAIN, replace(given, areas={}))


@pytest.mark.parametrize(
    ("of_work", "of_tool", "determined"), [(OUT, OUT, False), (OUT, AWAY, False), (AWAY, AWAY, True)]
)
def test_without_any_track_there_is_only_the_lowest_level(
    of_work: AreaJudgement, of_tool: AreaJudgement, determined: bool
) -> None:
    level = score(PLAIN, replace(said_of(PLAIN), areas={"work": of_work, "tool": of_tool})).level
    assert (level.reached, level.determined, level.blockers) == (1, determined, ())
    assert level.trace.rule == Rule.TRACKS_NONE


def test_statements_of_a_track_out_of_scope_still_hold_its_caps() -> None:
    given = replace(said_of(PACK, TOL_3_1=NOT), areas={"tool": OUT})
    assert score(PACK, given).tracks[0].level == 2


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
    result = score(PACK, Given(scale=FULFILMENT, asked=0, tallies={}, statements=given.statements, targets=targets))
    of_work, of_tool = result.tracks
    assert of_work.needed == ("WRK-3-1", "WRK-3-2", "TOL-3-1")
    assert (of_work.gap, of_work.weighted_gap) == (1, 4)
    assert (of_tool.needed, of_tool.gap) == (("TOL-2-1",), 1)


def test_counts_level_by_level() -> None:
    third = work(said_of(PLAIN, up_to=2, WRK_3_1=PARTLY)).levels[2]
    assert (third.level, third.met, third.partly_met, third.not_rated, third.held) == (3, 0, 1, 1, False)
    assert [level.held for level in work(said_of(PACK, TOL_3_1=NOT), PACK).levels] == [True] * 4
