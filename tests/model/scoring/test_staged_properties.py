"""What must hold whatever a team says and whatever people answer."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.model.scoring.inputs import AreaJudgement, Given, GoalJudgement, PracticeJudgement, Source, Tally
from desktop.model.scoring.results import Trace
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.staged import score
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind, Rating
from tests.builders import CORROBORATED, FREQUENCY, tiny_pack
from tests.thoroughness import tries

PACK = tiny_pack()
LADDER = [Characterisation(value) for value in ("NI", "PI", "LI", "FI")]
quick = tries(25)

texts = st.sampled_from(["", "Because."])
sources = st.one_of(
    st.just(CORROBORATED),
    st.lists(st.builds(Source, st.sampled_from(EvidenceKind), st.sampled_from("ab")), max_size=2).map(tuple),
)
values = st.one_of(
    st.sampled_from(LADDER), st.just(Characterisation.FULLY), st.none(), st.sampled_from(Characterisation)
)
practices = st.builds(PracticeJudgement, value=values, alternative=st.booleans(), reason=texts, sources=sources)
goals = st.builds(GoalJudgement, weaknesses_significant=st.sampled_from([False] * 5 + [True]), weakness=texts)
areas = st.builds(
    AreaJudgement,
    in_scope=st.sampled_from([True] * 5 + [False]),
    not_applicable=st.sampled_from([False] * 5 + [True]),
    reason=texts,
)
counts = st.dictionaries(st.sampled_from([choice.id for choice in FREQUENCY.choices]), st.integers(0, 9))


def some(ids, judgements):
    return st.dictionaries(st.sampled_from(sorted(ids)), judgements)


anything = st.builds(
    Given,
    scale=st.just("frequency_5"),
    asked=st.just(60),
    tallies=some(PACK.question_by_id, counts.map(lambda chosen: Tally(chosen, 60))),
    practices=st.fixed_dictionaries({}, optional=dict.fromkeys(PACK.practice_by_id, practices)),
    goals=some(PACK.goal_by_id, goals),
    areas=some(PACK.area_by_id, areas),
)


@st.composite
def mostly_good(draw):
    """Few weaknesses, where the level moves."""
    said = draw(anything)
    low = draw(st.sets(st.sampled_from(sorted(PACK.practice_by_id)), max_size=4))
    judgements = {
        id_: PracticeJudgement(draw(st.sampled_from(LADDER if id_ in low else LADDER[2:])), sources=CORROBORATED)
        for id_ in PACK.practice_by_id
    }
    return replace(
        said,
        practices={**judgements, **first(said.practices, draw(st.integers(0, 1)))},
        goals=first(said.goals, draw(st.integers(0, 1))),
        areas=first(said.areas, draw(st.integers(0, 2))),
    )


def first(mapping, number):
    return dict(list(mapping.items())[:number])


either = pytest.mark.parametrize(
    "givens", [pytest.param(anything, id="anything"), pytest.param(mostly_good(), id="mostly good")]
)


def not_worse(was: Rating, now: Rating) -> bool:
    return was is now or (was is Rating.UNSATISFIED and now in (Rating.SATISFIED, Rating.NOT_RATED))


@either
@quick
@given(data=st.data())
def test_raising_a_practice_lowers_nothing(givens, data):
    said = data.draw(givens)
    low = {id_: judgement for id_, judgement in said.practices.items() if judgement.value in LADDER[:-1]}
    raised = dict(said.practices)
    for id_ in data.draw(st.sets(st.sampled_from(sorted(low)))) if low else ():
        step = LADDER.index(low[id_].value)
        raised[id_] = replace(low[id_], value=data.draw(st.sampled_from(LADDER[step + 1 :])))
    before, after = score(PACK, said), score(PACK, replace(said, practices=raised))
    assert after.level.reached >= before.level.reached
    for area, better in zip(before.areas, after.areas, strict=True):
        assert not_worse(area.rating, better.rating)
        for goal, better_goal in zip(area.goals, better.goals, strict=True):
            assert not_worse(goal.rating, better_goal.rating)
        assert better.satisfied_goals >= area.satisfied_goals
        assert (better.in_place_percent or 0) >= (area.in_place_percent or 0)
    for group, better_group in zip(before.levels + before.categories, after.levels + after.categories, strict=True):
        assert (better_group.progress_index or 0) >= (group.progress_index or 0)


@either
@quick
@given(data=st.data(), random=st.randoms(use_true_random=False))
def test_the_order_of_what_is_given_never_matters(givens, data, random):
    said = data.draw(givens)

    def shuffled(mapping):
        return dict(random.sample(list(mapping.items()), len(mapping)))

    turned = replace(
        said,
        tallies={id_: Tally(shuffled(tally.counts), tally.asked) for id_, tally in shuffled(said.tallies).items()},
        practices={
            id_: replace(judgement, sources=judgement.sources[::-1])
            for id_, judgement in shuffled(said.practices).items()
        },
        goals=shuffled(said.goals),
        areas=shuffled(said.areas),
    )
    assert score(PACK, turned) == score(PACK, said)


@either
@quick
@given(data=st.data(), does_not_apply=st.integers(0, 20), dont_know=st.integers(0, 20))
def test_blanks_move_no_mean_no_suggestion_and_no_rating(givens, data, does_not_apply, dont_know):
    said = data.draw(givens)
    blanks = {"does_not_apply": does_not_apply, "dont_know": dont_know}
    more = {id_: Tally({**said.tallies.get(id_, Tally({}, 60)).counts, **blanks}, 200) for id_ in PACK.question_by_id}
    before, after = score(PACK, said), score(PACK, replace(said, tallies=more))
    assert after.answers.mean_percent == before.answers.mean_percent
    for one, other in (
        (before.areas, after.areas),
        (before.questions, after.questions),
    ):
        assert [part.answers.mean_percent for part in one] == [part.answers.mean_percent for part in other]
        assert [part.answers.consensus for part in one] == [part.answers.consensus for part in other]
    assert [group.mean_percent for group in before.categories] == [group.mean_percent for group in after.categories]
    assert [practice.suggestion for practice in before.practices] == [p.suggestion for p in after.practices]
    assert [area.rating for area in before.areas] == [area.rating for area in after.areas]
    assert after.level.reached == before.level.reached


def walk(trace: Trace) -> Iterator[Trace]:
    yield trace
    for part in trace.parts:
        yield from walk(part)


WHY_UNSATISFIED = {Rule.PRACTICE_WEAK, Rule.GOAL_SIGNIFICANT_WEAKNESS}
WHY_NOT_RATED = {
    Rule.PRACTICE_NOT_CHARACTERISED,
    Rule.PRACTICE_NOT_YET,
    Rule.PRACTICE_REASON_MISSING,
    Rule.PRACTICE_NOT_CORROBORATED,
    Rule.AREA_REASON_MISSING,
}


def explained(rating: Rating, trace: Trace) -> bool:
    rules = {Rule(part.rule) for part in walk(trace)}
    match rating:
        case Rating.UNSATISFIED:
            return bool(rules & WHY_UNSATISFIED)
        case Rating.NOT_RATED:
            return bool(rules & WHY_NOT_RATED)
        case Rating.SATISFIED:
            return not rules & (WHY_UNSATISFIED | WHY_NOT_RATED)
        case Rating.OUT_OF_SCOPE:
            return bool(rules & {Rule.AREA_OUT_OF_SCOPE, Rule.GOAL_AREA_OUT_OF_SCOPE})
        case Rating.NOT_APPLICABLE:
            declared = {Rule.AREA_NOT_APPLICABLE, Rule.GOAL_AREA_NOT_APPLICABLE, Rule.PRACTICE_NOT_APPLICABLE}
            return bool(rules & declared) and not rules & (WHY_UNSATISFIED | WHY_NOT_RATED)


@either
@quick
@given(data=st.data())
def test_every_rating_is_explained_by_its_trace(givens, data):
    result = score(PACK, data.draw(givens))
    for area in result.areas:
        assert explained(area.rating, area.trace)
        assert all(explained(goal.rating, goal.trace) for goal in area.goals)
    for blocker in result.level.blockers:
        named = result.level.trace.facts[blocker.why.value]
        assert isinstance(named, tuple)
        assert blocker.place in named
    met = all(result_area.rating in (Rating.SATISFIED, Rating.NOT_APPLICABLE) for result_area in result.areas)
    assert (result.level.next is None) == (met and not result.level.warnings)
    assert result.level.determined == (result.level.next is None or bool(next_unsatisfied(result)))


def next_unsatisfied(result):
    return [a for a in result.areas if a.level == result.level.next and a.rating is Rating.UNSATISFIED]
