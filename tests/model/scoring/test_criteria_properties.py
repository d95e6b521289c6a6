"""What must hold of criteria whatever a team says and whatever people answer."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.model.maturity import Cap
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.questionnaire import FULFILMENT
from desktop.model.scoring.criteria import score
from desktop.model.scoring.inputs import Given, Tally, TargetJudgement
from desktop.model.scoring.vocabulary import Fulfilment
from tests.builders_schemes import said_of, tiny_criteria
from tests.thoroughness import tries

MET, PARTLY, NOT, NA, UNKNOWN = Fulfilment
PACK = tiny_criteria(
    caps=[
        Cap(id="CAP-1", unless=("TOL-2-1",), at_most=1, tracks=("work",), reason="No desk."),
        Cap(id="CAP-2", unless=("TOL-3-1", "WRK-4-1"), at_most=2, tracks=("work", "tool"), reason="Alone."),
    ]
)
BARE = tiny_criteria(caps=[])
STATEMENTS = sorted(PACK.statement_by_id)
LADDER = [NOT, PARTLY, MET]
quick = tries(25)

counts = st.dictionaries(
    st.sampled_from(["met", "partly_met", "not_met", "does_not_apply", "dont_know"]), st.integers(0, 9)
)
targets = st.dictionaries(
    st.sampled_from(["work", "tool", WHOLE]),
    st.builds(TargetJudgement, st.none() | st.integers(1, 4), st.none() | st.integers(1, 5)),
)
anything = st.builds(
    Given,
    scale=st.just(FULFILMENT),
    asked=st.just(60),
    tallies=st.dictionaries(st.sampled_from(STATEMENTS), counts.map(lambda chosen: Tally(chosen, 60))),
    statements=st.dictionaries(st.sampled_from(STATEMENTS), st.sampled_from(Fulfilment)),
    targets=targets,
)
mostly_good = st.builds(
    lambda few, wanted: replace(said_of(PACK), statements={**said_of(PACK).statements, **few}, targets=wanted),
    st.dictionaries(st.sampled_from(STATEMENTS), st.sampled_from(Fulfilment), max_size=3),
    targets,
)
either = pytest.mark.parametrize(
    "givens", [pytest.param(anything, id="anything"), pytest.param(mostly_good, id="mostly good")]
)


@either
@quick
@given(data=st.data())
def test_raising_a_judgement_lowers_nothing(givens: st.SearchStrategy[Given], data: st.DataObject) -> None:
    said = data.draw(givens)
    low = {id_: value for id_, value in said.statements.items() if value in LADDER[:-1]}
    raised = dict(said.statements)
    for id_ in data.draw(st.sets(st.sampled_from(sorted(low)))) if low else ():
        raised[id_] = data.draw(st.sampled_from(LADDER[LADDER.index(low[id_]) + 1 :]))
    before, after = score(PACK, said), score(PACK, replace(said, statements=raised))
    assert after.level.reached >= before.level.reached
    for one, other in zip(before.tracks, after.tracks, strict=True):
        assert other.level >= one.level
        assert other.uncapped >= one.uncapped
        assert set(other.needed) <= set(one.needed)


@either
@quick
@given(data=st.data())
def test_meeting_an_open_statement_lowers_nothing(givens: st.SearchStrategy[Given], data: st.DataObject) -> None:
    said = data.draw(givens)
    met = dict.fromkeys(data.draw(st.sets(st.sampled_from(STATEMENTS))), MET)
    before, after = score(PACK, said), score(PACK, replace(said, statements={**said.statements, **met}))
    assert all(other.level >= one.level for one, other in zip(before.tracks, after.tracks, strict=True))


@either
@quick
@given(data=st.data())
def test_caps_never_raise(givens: st.SearchStrategy[Given], data: st.DataObject) -> None:
    said = data.draw(givens)
    for capped, free in zip(score(PACK, said).tracks, score(BARE, said).tracks, strict=True):
        assert capped.level <= free.level == capped.uncapped
        assert (capped.level < free.level) == bool(capped.caps)
        assert set(free.stopping) <= set(capped.stopping) or capped.level < free.level


@either
@quick
@given(data=st.data(), random=st.randoms(use_true_random=False))
def test_the_order_of_what_is_given_never_matters(
    givens: st.SearchStrategy[Given], data: st.DataObject, random: Random
) -> None:
    said = data.draw(givens)

    def turned(mapping: dict[str, Any]) -> dict[str, Any]:
        return dict(random.sample(list(mapping.items()), len(mapping)))

    again = replace(
        said,
        statements=turned(dict(said.statements)),
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
    more = {id_: Tally({**said.tallies.get(id_, Tally({}, 60)).counts, **blanks}, 200) for id_ in STATEMENTS}
    before, after = score(PACK, said), score(PACK, replace(said, tallies=more))
    assert after.answers.mean_percent == before.answers.mean_percent
    assert [each.suggestion for each in before.statements] == [each.suggestion for each in after.statements]
    assert [track.answers.mean_percent for track in before.tracks] == [
        track.answers.mean_percent for track in after.tracks
    ]
    assert [track.level for track in before.tracks] == [track.level for track in after.tracks]


@either
@quick
@given(data=st.data())
def test_what_stops_a_track_is_all_that_stops_it(givens: st.SearchStrategy[Given], data: st.DataObject) -> None:
    said = data.draw(givens)
    result = score(PACK, said)
    assert result.level.reached == min(track.level for track in result.tracks)
    for position, track in enumerate(result.tracks):
        assert track.determined == (track.next is None or bool(track.trace.facts["unmet"]) or bool(track.warnings))
        if track.next is None or track.warnings:
            continue
        assert track.stopping
        met = replace(said, statements={**said.statements, **dict.fromkeys(track.stopping, MET)})
        after = score(PACK, met).tracks[position]
        assert after.level >= track.next or after.warnings
        assert all(
            score(PACK, replace(met, statements={**met.statements, one: NOT})).tracks[position].level == track.level
            for one in track.stopping
        )
        assert not track.determined or any(said.statements.get(one) not in (None, UNKNOWN) for one in track.stopping)
