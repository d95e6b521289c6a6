"""The staged rules once more, written plainly from the appraisal methods, and compared with the engine.

Nothing here looks at how the engine does it: it takes what the team says and works the ratings out by the published
rules of CBA IPI and SCAMPI, as `docs/scoring.md` tells them.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from desktop.model.maturity import Area, Pack, Practice
from desktop.model.scoring.inputs import AreaJudgement, Given, GoalJudgement, PracticeJudgement, Source, Tally
from desktop.model.scoring.staged import score
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind
from tests.builders import nothing_said, tiny_area, tiny_pack
from tests.thoroughness import tries

SATISFIED, UNSATISFIED, NOT_RATED = "satisfied", "unsatisfied", "not_rated"
NOT_APPLICABLE, OUT_OF_SCOPE = "not_applicable", "out_of_scope"


class Verdict(Struct):
    """What the oracle says."""

    practices: dict[str, str]
    goals: dict[str, str]
    areas: dict[str, str]
    level: int
    determined: bool


def appraise(pack: Pack, said: Given) -> Verdict:
    """The whole model, area by area, then level by level."""
    practices = {practice.id: of_practice(area, practice, said) for area in pack.areas for practice in area.practices}
    goals: dict[str, str] = {}
    areas: dict[str, str] = {}
    for area in pack.areas:
        word = said.areas.get(area.id, AreaJudgement())
        for goal in area.goals:
            serving = [p.id for p in area.practices if not p.goals or goal.id in p.goals]
            goals[goal.id] = of_goal([practices[id_] for id_ in serving], said.goals.get(goal.id, GoalJudgement()))
        if not word.in_scope:
            areas[area.id] = OUT_OF_SCOPE
        elif word.not_applicable and word.reason.strip():
            areas[area.id] = NOT_APPLICABLE
        elif word.not_applicable:
            areas[area.id] = NOT_RATED
        else:
            areas[area.id] = of_area([goals[goal.id] for goal in area.goals])
        if areas[area.id] == OUT_OF_SCOPE or (word.not_applicable and word.reason.strip()):
            goals |= {goal.id: areas[area.id] for goal in area.goals}
    level, determined = of_model(pack, areas)
    return Verdict(practices, goals, areas, level, determined)


def of_practice(area: Area, practice: Practice, said: Given) -> str:
    """What a practice is worth to its goals: in place, weak, open, or not applicable."""
    word = said.practices.get(practice.id, PracticeJudgement())
    if word.value == "NA":
        return "not applicable" if word.reason.strip() else "open"
    if word.value in (None, "NY"):
        return "open"
    questionnaires = {s for s in word.sources if s.kind == "questionnaire"}
    asked = 1 if questionnaires or anybody_answered(area, practice, said.tallies) else 0
    sessions = {s.session.strip().lower() for s in word.sources if s.kind != "questionnaire"}
    if not sessions or len(sessions) + asked < 2:
        return "open"
    if word.value in ("FI", "LI") or word.alternative:
        return "in place"
    return "weak"


def anybody_answered(area: Area, practice: Practice, tallies: Mapping[str, Tally]) -> bool:
    """Whether a question was answered that asks about the practice, itself or by a goal that it serves as real work."""
    for question in area.questions:
        goals = {id_ for id_ in question.informs if id_ in {goal.id for goal in area.goals}}
        by_goal = practice.feature == "AC" and bool(goals & set(practice.goals or [g.id for g in area.goals]))
        if practice.id in question.informs or by_goal:
            counts = tallies[question.id].counts if question.id in tallies else {}
            if any(count for choice, count in counts.items() if choice not in ("does_not_apply", "dont_know")):
                return True
    return False


def of_goal(practices: list[str], word: GoalJudgement) -> str:
    """Not rated while a practice is open; satisfied when all are in place and no weakness weighs too much."""
    if not practices or "open" in practices:
        return NOT_RATED
    if set(practices) == {"not applicable"}:
        return NOT_APPLICABLE
    return UNSATISFIED if "weak" in practices or word.weaknesses_significant else SATISFIED


def of_area(goals: list[str]) -> str:
    """Unsatisfied by one goal; then not rated by one; then satisfied."""
    if UNSATISFIED in goals:
        return UNSATISFIED
    if NOT_RATED in goals or not goals:
        return NOT_RATED
    return SATISFIED if SATISFIED in goals else NOT_APPLICABLE


def of_model(pack: Pack, areas: Mapping[str, str]) -> tuple[int, bool]:
    """The highest level with all of it and below satisfied or not applicable, and whether more is known not to be."""
    numbers = sorted(level.number for level in pack.levels)
    level = numbers[0]
    for number in numbers[1:]:
        here = [areas[area.id] for area in pack.areas if area.level == number]
        if here and all(rating == NOT_APPLICABLE for rating in here):
            return level, True
        if not all(rating in (SATISFIED, NOT_APPLICABLE) for rating in here):
            return level, UNSATISFIED in here
        level = number
    return level, True


PACKS = [
    tiny_pack(),
    tiny_pack([tiny_area("LOW", 1), tiny_area("PLN", 2, goals=3), tiny_area("TOP", 4)], levels=4),
    tiny_pack([tiny_area("PLN", 2, goals=1, supports=2), tiny_area("STD", 3, goals=1, activities=2)], levels=3),
]
sources = st.lists(
    st.builds(Source, st.sampled_from(EvidenceKind), st.sampled_from(["Plan", " plan", "Talk", "Tour"])), max_size=3
).map(tuple)
good = st.just((Source(EvidenceKind.DOCUMENT, "Plan"), Source(EvidenceKind.INTERVIEW, "Talk")))
value = st.one_of(
    st.sampled_from([Characterisation.FULLY, Characterisation.LARGELY]), st.none() | st.sampled_from(Characterisation)
)
practice = st.builds(
    PracticeJudgement,
    value=st.sampled_from([Characterisation.FULLY] * 4 + [Characterisation.LARGELY] * 4) | value,
    alternative=st.sampled_from([False, False, False, True]),
    reason=st.sampled_from(["", " ", "Because."]),
    sources=st.one_of(good, good, good, sources),
)
goal = st.builds(GoalJudgement, st.sampled_from([False] * 9 + [True]), st.sampled_from(["", "Too thin."]))
area = st.builds(
    AreaJudgement,
    in_scope=st.sampled_from([True] * 7 + [False]),
    not_applicable=st.sampled_from([False] * 5 + [True]),
    reason=st.sampled_from(["", " ", "Not ours."]),
)
tally = st.dictionaries(st.sampled_from(["always", "rarely", "does_not_apply", "dont_know"]), st.integers(0, 2)).map(
    lambda counts: Tally(counts, 20)
)


@pytest.mark.parametrize("pack", PACKS, ids=["usual", "gaps between levels", "small"])
@tries(30)
@given(data=st.data())
def test_the_engine_says_what_the_published_rules_say(pack: Pack, data: st.DataObject) -> None:
    few = data.draw(st.booleans())
    said = replace(
        nothing_said(),
        practices={id_: data.draw(practice) for id_ in pack.practice_by_id if not few or data.draw(st.booleans())},
        goals=data.draw(st.dictionaries(st.sampled_from(sorted(pack.goal_by_id)), goal, max_size=2)),
        areas=data.draw(st.dictionaries(st.sampled_from(sorted(pack.area_by_id)), area, max_size=2)),
        tallies=data.draw(st.dictionaries(st.sampled_from(sorted(pack.question_by_id)), tally, max_size=4)),
    )
    expected, found = appraise(pack, said), score(pack, said)
    assert {one.id: one.rating.value for one in found.areas} == expected.areas
    assert {one.id: one.rating.value for each in found.areas for one in each.goals} == expected.goals
    assert (found.level.reached, found.level.determined) == (expected.level, expected.determined)
    unmet = {id_ for id_, rating in expected.areas.items() if rating not in (SATISFIED, NOT_APPLICABLE)}
    asked = {each.id for each in pack.areas if 1 < each.level <= (found.level.next or 0)}
    assert {blocker.place for blocker in found.level.blockers} == unmet & asked
