from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.model.maturity import Pack
from desktop.model.scoring.anonymity import FLOOR, Hidden, hidden
from desktop.model.scoring.inputs import Tally
from desktop.model.scoring.staged import score
from tests.builders import nothing_said, tiny_area, tiny_pack

ONE_AREA = tiny_pack([tiny_area("PLN", 2, goals=2, supports=1)])
"""Questions PLN-Q1, PLN-Q2, PLN-Q3, each informing practices of its own."""


def hide(pack: Pack, answered: dict[str, int], threshold: int = 5, asked: int = 20) -> Hidden:
    tallies = {question: Tally({"often": n}, asked) for question, n in answered.items()}
    return hidden(pack, score(pack, replace(nothing_said(asked=asked), tallies=tallies)), threshold)


def test_nothing_is_hidden_where_every_question_has_enough_answers() -> None:
    assert hide(ONE_AREA, {"PLN-Q1": 5, "PLN-Q2": 6, "PLN-Q3": 20}) == Hidden()


def test_no_answers_at_all_are_no_secret() -> None:
    assert hide(ONE_AREA, {"PLN-Q1": 0, "PLN-Q2": 6, "PLN-Q3": 20}) == Hidden()


def test_the_next_smallest_question_is_hidden_beside_a_small_one() -> None:
    found = hide(ONE_AREA, {"PLN-Q1": 9, "PLN-Q2": 2, "PLN-Q3": 7})
    assert found.questions == {"PLN-Q2", "PLN-Q3"}
    assert not found.areas
    assert not found.model


def test_two_small_questions_of_few_people_do_not_shield_each_other() -> None:
    """Together they have six answers, yet perhaps from three people."""
    found = hide(ONE_AREA, {"PLN-Q1": 3, "PLN-Q2": 3, "PLN-Q3": 7})
    assert found.questions == {"PLN-Q1", "PLN-Q2", "PLN-Q3"}


def test_an_area_of_small_questions_is_hidden_together_with_all_that_would_give_it_away() -> None:
    pack = tiny_pack([tiny_area("PLN", 2), tiny_area("STD", 3, categories=("delivery",))])
    small = {f"PLN-Q{number}": 4 for number in (1, 2, 3)}
    large = {f"STD-Q{number}": 9 for number in (1, 2, 3)}
    found = hide(pack, small | large)
    assert found.areas == {"PLN"}
    assert found.questions == set(small)
    assert found.categories == {"management"}
    assert found.levels == {"2"}
    assert found.model


def test_suggestions_go_with_the_questions_they_rest_on() -> None:
    found = hide(ONE_AREA, {"PLN-Q1": 9, "PLN-Q2": 2, "PLN-Q3": 7})
    resting = {p for p, qs in ONE_AREA.informants.items() if {"PLN-Q2", "PLN-Q3"} & {q.id for q in qs}}
    assert found.practices == resting


def test_a_threshold_below_the_floor_is_not_taken() -> None:
    answered = {"PLN-Q1": FLOOR - 1, "PLN-Q2": 9, "PLN-Q3": 9}
    assert hide(ONE_AREA, answered, threshold=1) == hide(ONE_AREA, answered, threshold=FLOOR)
    assert "PLN-Q1" in hide(ONE_AREA, answered, threshold=1).questions


@pytest.mark.parametrize(("asked", "blanks"), [(0, False), (4, True), (5, False)])
def test_blanks_are_hidden_where_too_few_were_asked(asked: int, blanks: bool) -> None:
    assert hide(ONE_AREA, {}, asked=asked).blanks is blanks


@st.composite
def _packs(draw: st.DrawFn) -> Pack:
    categories = st.lists(st.sampled_from(["management", "enabling", "delivery"]), min_size=1, max_size=2, unique=True)
    return tiny_pack(
        [
            tiny_area(f"A{number}", draw(st.integers(2, 3)), categories=draw(categories), goals=draw(st.integers(1, 3)))
            for number in range(draw(st.integers(1, 4)))
        ]
    )


@settings(max_examples=150, deadline=None)
@given(st.data(), _packs())
def test_nothing_about_small_groups_alone_can_be_computed_from_what_is_shown(data: st.DataObject, pack: Pack) -> None:
    answered = {question: data.draw(st.integers(0, 8)) for question in pack.question_by_id}
    found = hide(pack, answered, threshold=5)
    columns = [question for question, n in answered.items() if n]
    rows = [[Fraction(question in shown) for question in columns] for shown in _shown(pack, found)]
    large = [index for index, question in enumerate(columns) if answered[question] >= 5]
    assert _rank(rows) == _rank([[row[index] for index in large] for row in rows])


@settings(max_examples=50, deadline=None)
@given(st.data(), _packs())
def test_no_more_is_hidden_than_needed(data: st.DataObject, pack: Pack) -> None:
    """Showing any one hidden number that has enough answers as well would give a small group away."""
    answered = {question: data.draw(st.integers(0, 8)) for question in pack.question_by_id}
    found = hide(pack, answered, threshold=5)
    columns = [question for question, n in answered.items() if n]
    large = [index for index, question in enumerate(columns) if answered[question] >= 5]
    rows = [[Fraction(question in shown) for question in columns] for shown in _shown(pack, found)]
    for question in found.questions:
        more = [*rows, [Fraction(question == column) for column in columns]]
        assert _rank(more) > _rank([[row[index] for index in large] for row in more])


def _shown(pack: Pack, found: Hidden) -> list[set[str]]:
    of_area = {area.id: {question.id for question in area.questions} for area in pack.areas}
    sums = [questions for area, questions in of_area.items() if area not in found.areas]
    sums += [
        set().union(*(of_area[area.id] for area in pack.areas if category.id in area.categories), set())
        for category in pack.categories
        if category.id not in found.categories
    ]
    sums += [
        set().union(*(of_area[area.id] for area in pack.areas_at(level.number)), set())
        for level in pack.levels
        if str(level.number) not in found.levels
    ]
    sums += [] if found.model else [set(pack.question_by_id)]
    sums += [{question} for question in pack.question_by_id if question not in found.questions]
    sums += [
        {question.id for question in questions}
        for practice, questions in pack.informants.items()
        if practice not in found.practices
    ]
    return sums


def _rank(rows: list[list[Fraction]]) -> int:
    rows, rank = [list(row) for row in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((index for index in range(rank, len(rows)) if rows[index][column]), None)
        if pivot is None:
            continue
        rows[rank], rows[pivot] = rows[pivot], rows[rank]
        for index in range(rank + 1, len(rows)):
            factor = rows[index][column] / rows[rank][column]
            if factor:
                rows[index] = [a - factor * b for a, b in zip(rows[index], rows[rank], strict=True)]
        rank += 1
    return rank
