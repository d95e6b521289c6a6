"""What is offered beside a note, measured on notes as interviewees would speak.

Each line of `spoken_notes.txt` names a model, the part that the note speaks of, and the note. They were written and
tagged before anything was tuned. Every second line is held out: nothing was ever chosen by it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.model.listening.part_texts import part_texts
from desktop.model.listening.word_index import WordIndex
from desktop.model.maturity.shelf import find

Note = tuple[str, str, str]

LINES = (Path(__file__).parent / "spoken_notes.txt").read_text(encoding="utf-8").splitlines()
NOTES: list[Note] = [(model, part, said) for model, part, said in csv.reader(LINES, delimiter="\t")]
MODELS = ("it-service-cmm", "service-provisioning", "service-desk", "tool-ladder")


@pytest.fixture(scope="module")
def indices() -> Iterator[dict[str, WordIndex]]:
    found = {model: WordIndex(find(model)) for model in MODELS}
    yield found
    for index in found.values():
        index.close()


def _found(indices: dict[str, WordIndex], notes: list[Note]) -> float:
    return sum(part in indices[model].spoken_of(said) for model, part, said in notes) / len(notes)


def test_the_notes_are_of_every_area_stream_and_track() -> None:
    assert len({said for _model, _part, said in NOTES}) == len(NOTES) >= 120
    places = {(model, each.part): each.place for model in MODELS for each in part_texts(find(model))}
    spoken = {(model, places[model, part]) for model, part, _said in NOTES}
    assert spoken == {(model, place) for model in MODELS for place in find(model).place_by_id}


@pytest.mark.parametrize(("half", "floor"), [(0, 0.80), (1, 0.80)], ids=["tuned", "held out"])
def test_the_right_part_is_among_the_three_that_are_offered(indices, half: int, floor: float) -> None:
    """Over a whole model, with no area named."""
    assert _found(indices, NOTES[half::2]) >= floor


def test_parts_of_the_places_in_hand_come_first(indices) -> None:
    index, said = indices["it-service-cmm"], "The customer gets a report about the levels every month."
    anywhere, here = index.spoken_of(said), index.spoken_of(said, ["RSM"])
    assert not any(part.startswith("RSM") for part in anywhere)
    assert all(part.startswith("RSM") for part in here)
    assert index.spoken_of(said, count=1) == anywhere[:1]


@pytest.mark.parametrize("said", ["", "  ", "we", '"', "' OR *", "(*", "\udc80\x00", "zzz qqq"])
def test_what_says_nothing_offers_nothing(indices, said: str) -> None:
    assert indices["it-service-cmm"].spoken_of(said) == ()


def test_a_long_note_is_told_by_its_last_words(indices) -> None:
    index, last = indices["it-service-cmm"], "we rehearsed recovery after a disaster "
    assert index.spoken_of("invoice margin price " * 5000 + last * 12, count=1) == index.spoken_of(last, count=1)


def test_words_are_found_whatever_their_ending(indices) -> None:
    index = indices["it-service-cmm"]
    assert index.spoken_of("REHEARSING recoveries", count=1) == index.spoken_of("rehearsed recovery", count=1) != ()
