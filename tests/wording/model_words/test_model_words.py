from __future__ import annotations

import pytest
from msgspec.structs import fields

from desktop.model.maturity.shelf import PackSummary
from desktop.wording.model_words import words_of
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.own_rules import own_rules

MODELS = (tiny_pack(), tiny_streams(), tiny_criteria(), own_rules("team-decides"))


@pytest.mark.parametrize("word", ["kind", "place", "places", "short", "counted"])
def test_models_of_each_scheme_have_words_of_their_own(word) -> None:
    assert len({getattr(words_of(model), word) for model in MODELS}) == len(MODELS)


def test_what_is_counted_stands_in_the_summary() -> None:
    known = {field.name for field in fields(PackSummary) if field.type in ("int", int)}
    assert all(set(words_of(model).holds) <= known for model in MODELS)


def test_keys_of_the_fields_of_an_action_are_not_taken_twice() -> None:
    for aim in (words_of(model).aim for model in MODELS):
        keys = [text[text.index("&") + 1].lower() for text in (aim.place, aim.part)]
        assert len(set(keys)) == len(keys)


def test_assessors_are_told_in_which_words_they_judge() -> None:
    told = [list(words_of(model).judged(model)) for model in MODELS]
    assert [len(each) for each in told] == [2, 1, 1, 0]
    assert "Fully in place, Largely in place" in told[0][0]
