from __future__ import annotations

from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.questionnaire import FULFILMENT
from desktop.model.scoring.criteria import score
from desktop.model.scoring.inputs import Given, Tally, TargetJudgement
from desktop.model.scoring.rules import FACTS, Rule
from desktop.model.scoring.survey import survey
from desktop.model.scoring.vocabulary import Fulfilment, Rating
from tests.builders_schemes import said_of, tiny_criteria

MET, PARTLY, NOT, NA, UNKNOWN = Fulfilment
PACK = tiny_criteria(caps=[])
CAPPED = tiny_criteria()


def test_the_lowest_track_gives_the_level_and_lags() -> None:
    result = score(PACK, said_of(PACK, TOL_3_1=PARTLY))
    assert [track.level for track in result.tracks] == [4, 2]
    assert (result.level.reached, result.level.next, result.level.determined) == (2, 3, True)
    assert result.weakest == ("tool",)
    (blocker,) = result.level.blockers
    assert (blocker.place, blocker.why, blocker.weak, blocker.work) == ("tool", Rating.UNSATISFIED, ("TOL-3-1",), 1)


def test_tracks_side_by_side_at_one_level_do_not_lag() -> None:
    result = score(PACK, said_of(PACK, up_to=2))
    assert (result.weakest, result.level.reached, result.level.determined) == ((), 2, False)
    assert {blocker.why for blocker in result.level.blockers} == {Rating.NOT_RATED}
    assert [blocker.open for blocker in result.level.blockers] == [("WRK-3-1", "WRK-3-2"), ("TOL-3-1", "TOL-3-2")]


def test_one_track_that_is_stopped_determines_the_whole() -> None:
    result = score(PACK, said_of(PACK, up_to=2, TOL_3_1=NOT))
    assert result.level.determined
    assert result.level.trace.facts["not_determined"] == ("work",)


def test_all_met_is_the_top() -> None:
    result = score(CAPPED, said_of(CAPPED))
    assert (result.level.reached, result.level.next, result.level.blockers) == (4, None, ())


def test_nothing_said() -> None:
    result = score(CAPPED, Given(scale=FULFILMENT, asked=0, tallies={}))
    assert (result.level.reached, result.level.determined, result.index) == (1, False, None)


def test_blockers_come_with_the_least_work_first() -> None:
    result = score(PACK, said_of(PACK, WRK_2_1=NOT, TOL_2_1=PARTLY))
    assert [(blocker.place, blocker.work) for blocker in result.level.blockers] == [("tool", 1), ("work", 2)]


def test_a_survey_at_hand_changes_no_result() -> None:
    given = Given(scale=FULFILMENT, asked=3, tallies={"WRK-2-1": Tally({"met": 2}, 3)})
    assert score(PACK, given, survey(PACK, given)) == score(PACK, given)


def test_all_answers_of_a_track_together() -> None:
    tallies = {"WRK-2-1": Tally({"met": 2}, 3), "WRK-3-1": Tally({"not_met": 2}, 3)}
    result = score(PACK, Given(scale=FULFILMENT, asked=3, tallies=tallies))
    assert (result.tracks[0].answers.n, result.tracks[0].answers.mean_percent) == (4, 50.0)
    assert result.tracks[1].answers.n == 0


def test_what_is_said_of_unknown_ids_is_left_aside() -> None:
    given = said_of(PACK, XXX_1_1=NOT)
    assert score(PACK, given) == score(PACK, said_of(PACK))


def test_every_trace_holds_the_facts_of_its_kind() -> None:
    given = said_of(CAPPED, TOL_3_1=NOT)
    given = Given(
        scale=FULFILMENT, asked=0, tallies={}, statements=given.statements, targets={WHOLE: TargetJudgement(4)}
    )
    waiting, seen = [score(CAPPED, given).level.trace], set()
    while waiting:
        trace = waiting.pop()
        kind = Rule(trace.rule).of
        assert tuple(trace.facts) == FACTS[kind]
        seen.add(kind)
        waiting += trace.parts
    assert seen == {"tracks", "track", "cap", "statement", "statement_survey", "question", "gap"}
