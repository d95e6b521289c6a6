"""What a change can reach."""

from __future__ import annotations

from desktop.model.evaluation.part_inputs import PartsInput, PartWord
from desktop.model.evaluation.touched_parts import changed_parts, touched_parts
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.short_forms.expanding import expanded
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams

BOOK = expanded(tiny_pack(), "frequency_5")


def test_a_practice_reaches_its_goal_its_area_and_the_whole():
    assert touched_parts(BOOK, ["PLN-AC-1"]) == {"PLN-AC-1", "PLN-G1", "PLN", WHOLE}


def test_a_question_reaches_what_it_informs():
    touched = touched_parts(BOOK, ["PLN-Q1"])
    assert touched == {"PLN-Q1", "PLN-AC-1", "PLN-G1", "PLN", WHOLE}


def test_an_area_reaches_all_that_stands_under_it():
    touched = touched_parts(BOOK, ["PLN"])
    assert touched is not None
    assert touched == {each.id for each in BOOK.beneath["PLN"]} | {"PLN", WHOLE}


def test_a_box_reaches_those_beside_it():
    book = expanded(tiny_streams(), "levels")
    assert touched_parts(book, ["DSK-1-P1"]) == {each.id for each in book.counted["DSK"]} | {"DSK", WHOLE}


def test_a_statement_that_a_cap_names_reaches_all_tracks():
    book = expanded(tiny_criteria(), "fulfilment")
    assert touched_parts(book, ["TOL-3-1"]) == {"TOL-3-1", "tool", "work", WHOLE}
    assert touched_parts(book, ["TOL-4-1"]) == {"TOL-4-1", "tool", WHOLE}


def test_what_changed_is_what_is_said_or_answered_otherwise():
    word, other = PartWord(answer="FI"), PartWord(answer="LI")
    before = PartsInput({"A": word, "B": word, "C": word}, {"Q": {"often": 1}, "R": {}})
    now = PartsInput({"A": word, "B": other, "D": word}, {"Q": {"often": 2}, "R": {}})
    assert changed_parts(before, now) == {"B", "C", "D", "Q"}
