import pytest
from msgspec import structs

from desktop.model.records import KINDS
from desktop.wording.records import WORDS, cell_name, kind_name, number_name


def test_there_are_words_for_every_kind_and_for_no_other():
    assert WORDS.keys() == KINDS.keys()


@pytest.mark.parametrize("kind", KINDS)
def test_every_cell_has_a_name(kind):
    cells = {field.name for field in structs.fields(KINDS[kind])} - {*KINDS[kind].keys}
    assert WORDS[kind].cells.keys() == cells


@pytest.mark.parametrize("kind", KINDS)
def test_what_has_a_number_is_called_by_it(kind):
    numbered = "number" in WORDS[kind].cells and kind != "shown_answers"
    assert bool(WORDS[kind].number) is numbered


def test_words():
    assert kind_name("evidence_link") == "What evidence speaks of"
    assert cell_name("measure", "how") == "How it is measured"
    assert number_name("participant", 3) == "P-03"
