"""Scored again after a change, a model has the result that it would have from scratch."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.model.maturity import Pack
from desktop.model.scoring.engine import Scorer, score
from desktop.model.scoring.inputs import GoalJudgement, Tally
from desktop.model.scoring.survey import survey
from desktop.model.scoring.worked_out import worked_out
from tests.builders import all_in_place, tiny_pack, with_goals, with_practices
from tests.model.scoring.random_judgements import random_given, random_pack, with_answers
from tests.thoroughness import tries

_JUDGED = ("practices", "goals", "areas", "targets", "tallies", "statements", "chosen")


def changed(pack: Pack, said: Any, random: Random) -> Any:
    """A few judgements or answers taken from another random input; others are taken back."""
    other = with_answers(pack, replace_scale(random_given(pack, random), said), random)
    for name in random.sample(_JUDGED, 3):
        mine, theirs = getattr(said, name, None), getattr(other, name, None)
        if mine is None or theirs is None:
            continue
        keys = sorted({*mine, *theirs})
        taken = set(random.sample(keys, min(len(keys), random.choice([0, 1, 1, 2, 5]))))
        merged = {key: theirs.get(key) if key in taken else mine.get(key) for key in keys}
        said = replace(said, **{name: {key: value for key, value in merged.items() if value is not None}})
    if hasattr(said, "ticks") and random.random() < 0.5:
        said = replace(said, ticks=said.ticks ^ frozenset(random.sample(sorted(other.ticks), min(len(other.ticks), 2))))
    return said


def replace_scale(other: Any, said: Any) -> Any:
    return replace(other, scale=said.scale)


@tries(16)
@given(seed=st.integers(0, 2**32))
def test_a_result_after_changes_is_the_result_from_scratch(seed: int) -> None:
    random = Random(seed)
    pack = random_pack(random)
    scorer, said = Scorer(pack), with_answers(pack, random_given(pack, random), random)
    for _turn in range(4):
        assert scorer.score(said) == score(pack, said)
        read = survey(pack, said)
        assert scorer.score(said, read) == score(pack, said)
        again = changed(pack, said, random)
        if again.tallies == said.tallies and again.areas == said.areas:
            assert scorer.score(again, read) == score(pack, again)
        said = again


def test_the_text_of_a_weakness_is_no_part_of_what_the_engine_is_given_but_counts() -> None:
    pack = tiny_pack()
    weak = with_goals(all_in_place(pack), PLN_G1=GoalJudgement(weaknesses_significant=True))
    scorer, read = Scorer(pack), survey(pack, weak)
    assert scorer.score(weak, read).areas[0].goals[0].weakness_missing
    said = with_goals(weak, PLN_G1=GoalJudgement(weaknesses_significant=True, weakness="Thin."))
    assert not scorer.score(said, read).areas[0].goals[0].weakness_missing


def test_what_nothing_touches_is_not_worked_out_again() -> None:
    pack = tiny_pack()
    first = all_in_place(pack)
    scorer, read = Scorer(pack), survey(pack, first)
    before = scorer.score(first, read)
    after = scorer.score(with_practices(first, PLN_AC_1=None), read)
    same = [old is new for old, new in zip(before.areas, after.areas, strict=True)]
    assert same == [False, True, True, True]


def test_another_answer_scale_is_another_rulebook() -> None:
    pack = tiny_pack()
    first = all_in_place(pack)
    now = worked_out(pack, first)
    again = worked_out(pack, replace(first, scale="yes_no_4", tallies={"PLN-Q1": Tally({"yes": 3}, 3)}), before=now)
    assert again.engine.touched is None
    found = again.engine.suggestion("PLN-AC-1")
    assert found is not None
    assert found.value == 100


@pytest.mark.parametrize("seed", range(3))
def test_memory_of_one_score_only_is_kept(seed: int) -> None:
    random = Random(seed)
    pack = random_pack(random)
    scorer = Scorer(pack)
    for _time in range(3):
        scorer.score(random_given(pack, random))
    assert scorer._last is not None
    walk = scorer._last[0].engine.walk
    assert not any(isinstance(value, type(walk)) for value in vars(walk).values())
