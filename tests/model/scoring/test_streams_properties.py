"""What must hold of streams whatever a team says and whatever people answer."""

from __future__ import annotations

from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.questionnaire import LEVELS
from desktop.model.scoring.inputs import Given, Tally, TargetJudgement
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.streams import score
from tests.builders_schemes import ticked, tiny_streams
from tests.thoroughness import tries

PACK = tiny_streams()
STREAMS = sorted(PACK.stream_by_id)
PRACTICES = sorted(item.id for stream in PACK.streams for cell in stream.cells for item in cell.practices)
CHOICES = [f"level_{level}" for level in range(1, 6)]
BLANKS = ["does_not_apply", "dont_know"]
quick = tries(25)

tallies = st.dictionaries(
    st.sampled_from([f"{stream}-Q1" for stream in STREAMS]),
    st.dictionaries(st.sampled_from(CHOICES + BLANKS), st.integers(0, 9)).map(lambda counts: Tally(counts, 70)),
)
ticks = st.one_of(
    st.frozensets(st.sampled_from(PRACTICES)),
    st.fixed_dictionaries(dict.fromkeys(STREAMS, st.integers(0, 5))).flatmap(
        lambda levels: st.frozensets(st.sampled_from(PRACTICES), max_size=3).map(
            lambda more: ticked(PACK, **levels) ^ more
        )
    ),
)
anything = st.builds(
    Given,
    scale=st.just(LEVELS),
    asked=st.just(70),
    tallies=tallies,
    chosen=st.dictionaries(st.sampled_from(STREAMS), st.integers(1, 5)),
    ticks=ticks,
    targets=st.dictionaries(
        st.sampled_from([*STREAMS, WHOLE]),
        st.builds(TargetJudgement, st.none() | st.integers(1, 5), st.none() | st.integers(1, 5)),
    ),
)


@quick
@given(said=anything, more=st.frozensets(st.sampled_from(PRACTICES)))
def test_ticking_more_lowers_nothing(said: Given, more: frozenset[str]) -> None:
    before, after = score(PACK, said), score(PACK, replace(said, ticks=said.ticks | more))
    for one, other in zip(before.streams, after.streams, strict=True):
        assert other.level >= one.level
        assert (other.index or 0) >= (one.index or 0)
        assert (other.gap or 0) <= (one.gap or 0)
    assert after.level.reached >= before.level.reached


@quick
@given(said=anything, stream=st.sampled_from(STREAMS), level=st.integers(1, 5))
def test_choosing_a_higher_level_lowers_nothing(said: Given, stream: str, level: int) -> None:
    before = score(PACK, said)
    at = next(each.level for each in before.streams if each.id == stream)
    after = score(PACK, replace(said, chosen={**said.chosen, stream: max(at, level)}))
    assert after.level.reached >= before.level.reached
    assert all(other.level >= one.level for one, other in zip(before.streams, after.streams, strict=True))


@quick
@given(said=anything, random=st.randoms(use_true_random=False))
def test_the_order_of_what_is_given_never_matters(said: Given, random: Random) -> None:
    def turned(mapping: dict[str, Any]) -> dict[str, Any]:
        return dict(random.sample(list(mapping.items()), len(mapping)))

    again = replace(
        said,
        chosen=turned(dict(said.chosen)),
        targets=turned(dict(said.targets)),
        tallies={
            id_: Tally(turned(dict(tally.counts)), tally.asked) for id_, tally in turned(dict(said.tallies)).items()
        },
    )
    assert score(PACK, again) == score(PACK, said)


@quick
@given(said=anything, does_not_apply=st.integers(0, 20), dont_know=st.integers(0, 20))
def test_blanks_move_no_mean_no_suggestion_and_no_level(said: Given, does_not_apply: int, dont_know: int) -> None:
    blanks = {"does_not_apply": does_not_apply, "dont_know": dont_know}
    questions = [stream.question.id for stream in PACK.streams]
    more = {id_: Tally({**said.tallies.get(id_, Tally({}, 70)).counts, **blanks}, 200) for id_ in questions}
    before, after = score(PACK, said), score(PACK, replace(said, tallies=more))
    assert after.answers.mean_percent == before.answers.mean_percent
    assert after.index == before.index
    for one, other in zip(before.streams, after.streams, strict=True):
        assert (one.suggestion, one.level, one.index) == (other.suggestion, other.level, other.index)
        assert (one.answers.mean_percent, one.answers.consensus) == (
            other.answers.mean_percent,
            other.answers.consensus,
        )


@quick
@given(said=anything)
def test_answers_never_change_a_level(said: Given) -> None:
    one, other = score(PACK, said), score(PACK, replace(said, tallies={}))
    assert [stream.level for stream in one.streams] == [stream.level for stream in other.streams]


@quick
@given(said=anything)
def test_numbers_agree_with_each_other(said: Given) -> None:
    result = score(PACK, said)
    levels = [stream.level for stream in result.streams]
    assert result.level.reached == min(levels)
    assert {blocker.place for blocker in result.level.blockers} == {
        stream.id for stream in result.streams if stream.level == min(levels) != 5
    }
    rated = [stream.level for stream in result.streams if stream.rated]
    assert (result.index is None) == (not rated)
    if rated:
        assert result.index is not None
        assert min(rated) <= result.index <= max(rated)
    for stream in result.streams:
        assert 1 <= stream.level <= 5
        assert (stream.index is None) == (stream.ticked is None)
        assert stream.index is None or stream.level <= stream.index <= stream.level + 1
        assert stream.chosen == (stream.trace.rule == Rule.STREAM_CHOSEN) == (stream.id in said.chosen)
        assert not set(stream.missing) & said.ticks
        assert stream.gap is None or stream.gap == max(0, (stream.target or 0) - stream.level)
    if not said.chosen:
        assert all(stream.index is None or stream.index < stream.level + 1 for stream in result.streams)
        assert all(stream.missing or stream.level == 5 for stream in result.streams)
