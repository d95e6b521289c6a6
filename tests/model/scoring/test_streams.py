from __future__ import annotations

import pytest
from msgspec.structs import replace

from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.questionnaire import level_choice
from desktop.model.planning.gaps import gaps
from desktop.model.scoring.inputs import AreaJudgement, Tally, TargetJudgement
from desktop.model.scoring.results import StreamResult
from desktop.model.scoring.rules import FACTS, Rule
from desktop.model.scoring.streams import score
from desktop.model.scoring.survey import survey
from desktop.model.scoring.vocabulary import Agreement, Rating
from tests.builders_schemes import no_levels, ticked, tiny_stream, tiny_streams

PACK = tiny_streams()
OUT = AreaJudgement(in_scope=False)
AWAY = AreaJudgement(not_applicable=True, reason="No reports.")


def desk(**changes: object) -> StreamResult:
    return score(PACK, no_levels(**changes)).streams[0]


def answers(asked: int = 10, **levels: int) -> dict[str, Tally]:
    """Answers to DSK's question, e.g. level_3=2."""
    return {"DSK-Q1": Tally(counts=levels, asked=asked)}


def test_nothing_said_is_the_floor_and_not_rated() -> None:
    result = score(PACK, no_levels())
    assert [(stream.level, stream.rated, stream.index) for stream in result.streams] == [(1, False, None)] * 3
    assert (result.level.reached, result.level.next, result.level.determined) == (1, 2, False)
    assert {blocker.why for blocker in result.level.blockers} == {Rating.NOT_RATED}
    assert (result.index, result.weakest) == (None, ())


def test_the_team_s_choice_comes_first() -> None:
    found = desk(chosen={"DSK": 2}, ticks=ticked(PACK, DSK=4))
    assert (found.level, found.chosen, found.ticked) == (2, True, 4)
    assert found.trace.rule == Rule.STREAM_CHOSEN


def test_a_chosen_level_that_the_model_has_not_is_left_aside() -> None:
    assert desk(chosen={"DSK": 9}) == desk()


@pytest.mark.parametrize(
    ("ticks", "level", "index", "rule"),
    [
        (ticked(PACK, DSK=2), 2, 2.0, Rule.STREAM_TICKED),
        (ticked(PACK, DSK=2) | {"DSK-3-P1"}, 2, 2.5, Rule.STREAM_TICKED),
        (ticked(PACK, DSK=5), 5, 5.0, Rule.STREAM_TICKED),
        ({"DSK-1-P1"}, 1, 1.0, Rule.STREAM_FLOOR),
        ({"DSK-2-P1", "DSK-2-P2"}, 1, 1.0, Rule.STREAM_FLOOR),
        (ticked(PACK, DSK=4) - {"DSK-3-P2"}, 2, 2.5, Rule.STREAM_TICKED),
    ],
)
def test_levels_from_ticks(ticks: frozenset[str], level: int, index: float, rule: Rule) -> None:
    found = desk(ticks=frozenset(ticks))
    assert (found.level, found.index, found.trace.rule) == (level, index, rule)


def test_the_index_beside_a_chosen_level_counts_ticks_of_the_next() -> None:
    assert desk(chosen={"DSK": 3}).index is None
    assert desk(chosen={"DSK": 3}, ticks=frozenset({"DSK-4-P2"})).index == 3.5


def test_a_third_is_rounded_half_up() -> None:
    pack = tiny_streams([tiny_stream("DSK", practices=3)])
    given = no_levels(ticks=ticked(pack, DSK=1) | {"DSK-2-P1", "DSK-2-P3"})
    assert score(pack, given).streams[0].index == 1.67


def test_what_is_missing_for_the_next_level() -> None:
    assert desk(ticks=frozenset({"DSK-1-P1", "DSK-2-P2"})).missing == ("DSK-1-P2", "DSK-2-P1")
    assert desk(chosen={"DSK": 3}).missing == ("DSK-4-P1", "DSK-4-P2")
    assert desk(chosen={"DSK": 5}).missing == ()


def test_mean_and_weakest() -> None:
    result = score(PACK, no_levels(chosen={"DSK": 2, "REQ": 3, "REP": 3}))
    assert (result.index, result.weakest) == (2.67, ("DSK",))
    assert (result.level.reached, result.level.next, result.level.determined) == (2, 3, True)
    (blocker,) = result.level.blockers
    assert (blocker.place, blocker.why, blocker.weak) == ("DSK", Rating.UNSATISFIED, ("DSK-3-P1", "DSK-3-P2"))


def test_streams_that_were_not_rated_move_no_mean_but_leave_the_level_undetermined() -> None:
    result = score(PACK, no_levels(chosen={"DSK": 4, "REQ": 3}))
    assert (result.index, result.weakest) == (3.5, ("REQ",))
    assert (result.level.reached, result.level.determined) == (1, False)
    rated_low = score(PACK, no_levels(chosen={"DSK": 1, "REQ": 3}))
    assert rated_low.level.determined


@pytest.mark.parametrize(
    ("out", "rule", "rating"),
    [
        (OUT, Rule.STREAM_OUT_OF_SCOPE, Rating.OUT_OF_SCOPE),
        (AWAY, Rule.STREAM_NOT_APPLICABLE, Rating.NOT_APPLICABLE),
    ],
)
def test_a_stream_out_of_scope_or_not_applicable_is_out_of_the_result(
    out: AreaJudgement, rule: Rule, rating: Rating
) -> None:
    given = no_levels(
        chosen={"DSK": 2, "REQ": 4, "REP": 3},
        ticks=frozenset({"DSK-1-P1"}),
        targets={"DSK": TargetJudgement(5, 5), WHOLE: TargetJudgement(4)},
        tallies=answers(level_1=6),
        areas={"DSK": out},
    )
    result = score(PACK, given)
    found = result.streams[0]
    assert (found.excluded, found.trace.rule, found.rated, found.index, found.missing) == (
        rating,
        rule,
        False,
        None,
        (),
    )
    assert (found.target, found.gap, found.weighted_gap, found.suggestion) == (None, None, None, None)
    assert (result.level.reached, result.level.determined, result.index, result.weakest) == (3, True, 3.5, ("REP",))
    facts = result.level.trace.facts
    assert (facts["excluded"], facts["streams"], facts["rated"], facts["not_rated"]) == (("DSK",), 2, 2, ())
    assert [gap.place for gap in gaps(given, result)] == ["REP", "REQ"]


def test_not_applicable_without_a_reason_leaves_a_stream_in_the_result() -> None:
    given = no_levels(chosen={"DSK": 2, "REQ": 4, "REP": 3}, areas={"DSK": AreaJudgement(not_applicable=True)})
    assert score(PACK, given) == score(PACK, replace(given, areas={}))


def test_a_stream_not_rated_leaves_the_level_undetermined_but_not_when_it_takes_no_part() -> None:
    given = no_levels(chosen={"DSK": 4, "REQ": 3})
    assert score(PACK, given).level.determined is False
    level = score(PACK, replace(given, areas={"REP": OUT})).level
    assert (level.reached, level.determined) == (3, True)


@pytest.mark.parametrize(("others", "determined"), [(OUT, False), (AWAY, True)])
def test_without_any_stream_there_is_only_the_lowest_level(others: AreaJudgement, determined: bool) -> None:
    level = score(PACK, no_levels(chosen={"DSK": 4}, areas={"DSK": AWAY, "REQ": others, "REP": others})).level
    assert (level.reached, level.determined, level.blockers) == (1, determined, ())
    assert level.trace.rule == Rule.STREAMS_NONE


def test_nobody_was_asked_about_a_stream_out_of_scope() -> None:
    result = score(PACK, no_levels(areas={"DSK": OUT, "REQ": AWAY}))
    assert [stream.answers.asked for stream in result.streams] == [0, 10, 10]


def test_all_at_the_top() -> None:
    result = score(PACK, no_levels(chosen={"DSK": 5, "REQ": 5, "REP": 5}))
    assert (result.level.reached, result.level.next, result.level.blockers, result.weakest) == (5, None, (), ())
    assert result.level.trace.rule == Rule.STREAMS_HIGHEST


def test_blockers_come_with_the_least_work_first() -> None:
    ticks = ticked(PACK, DSK=1, REQ=1, REP=1) | {"REP-2-P1"}
    result = score(PACK, no_levels(ticks=ticks))
    assert [(blocker.place, blocker.work) for blocker in result.level.blockers] == [("REP", 1), ("DSK", 2), ("REQ", 2)]


def test_answers_give_a_distribution_a_mean_level_and_a_suggestion() -> None:
    found = desk(tallies=answers(level_1=1, level_2=3, level_4=2, dont_know=3, does_not_apply=1))
    assert found.suggestion is not None
    assert (found.suggestion.level, found.suggestion.mean_level, found.suggestion.n) == (2, 2.5, 6)
    assert (found.answers.dont_know, found.answers.does_not_apply, found.answers.counts["level_2"]) == (3, 1, 3)
    assert found.answers.agreement is not Agreement.TOO_FEW
    assert found.level == 1


def test_the_lower_of_two_middle_answers_is_suggested() -> None:
    found = desk(tallies=answers(level_2=1, level_4=1))
    assert found.suggestion is not None
    assert (found.suggestion.level, found.suggestion.mean_level) == (2, 3.0)


def test_blanks_alone_suggest_nothing() -> None:
    found = desk(tallies=answers(dont_know=3))
    assert found.suggestion is None
    assert found.trace.parts[0].rule == Rule.STREAM_SURVEY_NO_ANSWERS


def test_choices_are_matched_to_levels() -> None:
    for level in range(1, 6):
        found = desk(tallies=answers(**{level_choice(level): 1}))
        assert found.suggestion is not None
        assert (found.suggestion.level, found.suggestion.mean_level) == (level, float(level))


def test_gaps() -> None:
    targets = {WHOLE: TargetJudgement(4), "DSK": TargetJudgement(3, 5)}
    result = score(PACK, no_levels(chosen={"DSK": 2, "REQ": 1, "REP": 5}, targets=targets))
    assert [(stream.target, stream.gap, stream.weighted_gap) for stream in result.streams] == [
        (3, 1, 5),
        (4, 3, 3),
        (4, 0, 0),
    ]


def test_a_survey_at_hand_changes_no_result() -> None:
    given = no_levels(tallies=answers(level_3=2))
    assert score(PACK, given, survey(PACK, given)) == score(PACK, given)


def test_what_is_said_of_unknown_ids_is_left_aside() -> None:
    given = no_levels(
        chosen={"XXX": 4},
        ticks=frozenset({"XXX-1-P1"}),
        targets={"XXX": TargetJudgement(4)},
        tallies={"X": Tally({}, 3)},
    )
    assert score(PACK, given) == score(PACK, no_levels())


def test_every_trace_holds_the_facts_of_its_kind() -> None:
    given = no_levels(chosen={"DSK": 2}, tallies=answers(level_3=2), targets={"DSK": TargetJudgement(4)})
    waiting, seen = [score(PACK, given).level.trace], set()
    while waiting:
        trace = waiting.pop()
        kind = Rule(trace.rule).of
        assert tuple(trace.facts) == FACTS[kind]
        seen.add(kind)
        waiting += trace.parts
    assert seen == {"streams", "stream", "stream_survey", "question", "gap"}
