"""Typed words find what was meant, the best first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.finding import Catalogue, Found


def thing(words: str, kind: str = "Thing", short: str = "") -> Found:
    return Found(words, kind, words.casefold(), _nothing, short.casefold())


def _nothing() -> None:
    pass


THINGS = [
    thing("Export results", "Do"),
    thing("Preparation", "Page"),
    thing("Questionnaires", "Page"),
    thing("SQA  Service quality assurance", "Rate", "SQA"),
    thing("SQA-G1  Quality is planned", "Goal", "SQA-G1"),
    thing("P-07  Ada Lo  Manager", "Participant", "P-07"),
    thing("P-17  Ben Vo  Analyst", "Participant", "P-17"),
    thing("A-1  Write the service catalogue down", "Action", "A-1"),
    thing("A-11  Train the desk", "Action", "A-11"),
    thing("An unequalled prioritisation", "Read"),
]
CATALOGUE = Catalogue(THINGS)


def first(text: str, *lately: str) -> str:
    found = CATALOGUE.find(text, lately)
    return found[0].words if found else ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sqa-g1", "SQA-G1  Quality is planned"),
        ("sqa", "SQA  Service quality assurance"),
        ("p-07", "P-07  Ada Lo  Manager"),
        ("p7", "P-07  Ada Lo  Manager"),
        ("P 07", "P-07  Ada Lo  Manager"),
        ("a-1", "A-1  Write the service catalogue down"),
        ("ada", "P-07  Ada Lo  Manager"),
        ("catalogue service", "A-1  Write the service catalogue down"),
        ("qual assur", "SQA  Service quality assurance"),
    ],
)
def test_what_is_meant_comes_first(text: str, words: str):
    assert first(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("exportt", "Export results"),
        ("exportt resultz", "Export results"),
        ("preparattion", "Preparation"),
        ("questionnairez", "Questionnaires"),
        ("qualitty assurance", "SQA  Service quality assurance"),
        ("cataloguee", "A-1  Write the service catalogue down"),
    ],
)
def test_slips_are_forgiven(text: str, words: str):
    assert first(text) == words


@pytest.mark.parametrize("text", ["zzzz", "xq", "exportt zzzz", "sqa-g9"])
def test_nothing_fits(text: str):
    assert CATALOGUE.find(text) == []


def test_a_word_that_begins_comes_before_one_inside():
    found = [each.words for each in Catalogue([thing("An unequalled task"), thing("A task of equals")]).find("equal")]
    assert found == ["A task of equals", "An unequalled task"]


def test_of_what_fits_as_well_the_latest_comes_first():
    lately = ("Participant\nP-17  Ben Vo  Analyst",)
    assert first("p-", *lately) == "P-17  Ben Vo  Analyst"
    assert first("p-07", *lately) == "P-07  Ada Lo  Manager", "what is named comes before what is recent"
    assert first("", *lately) == "P-17  Ben Vo  Analyst"


def test_no_more_than_asked_for():
    assert len(CATALOGUE.find("", most=3)) == 3


@given(st.sampled_from(THINGS), st.data())
def test_two_letters_changed_over_still_find_a_long_word(sought: Found, data):
    word = max(sought.sought.split(), key=len)
    if len(word) < 6 or not word.isalpha():
        return
    place = data.draw(st.integers(1, len(word) - 2))
    slipped = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    assert sought in CATALOGUE.find(slipped)
