import pytest
from msgspec.structs import replace

from desktop.model.assessment.forms import Outcome, Taken, Unclear, UnclearCell
from desktop.wording.forms import cell_place, participant_number, progress_parts, taken_line
from desktop.wording.model_words import words_of
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams


@pytest.mark.parametrize(("number", "text"), [(3, "P-03"), (14, "P-14"), (120, "P-120")])
def test_participants_are_called_by_number(number, text):
    assert participant_number(number) == text


@pytest.mark.parametrize(
    ("outcome", "changed", "line"),
    [
        (Outcome.NEW, 48, "P-03: 48 of 50 answered, new"),
        (Outcome.UNCHANGED, 0, "P-03: 48 of 50 answered, the same as before, nothing changed"),
        (Outcome.REPLACED, 6, "P-03: 48 of 50 answered, replaces an earlier version, 6 answers changed"),
        (Outcome.REPLACED, 1, "P-03: 48 of 50 answered, replaces an earlier version, 1 answer changed"),
        (Outcome.REPLACED, 0, "P-03: 48 of 50 answered, replaces an earlier version, no answer changed"),
    ],
)
def test_what_taking_a_form_did(outcome, changed, line):
    taken = Taken(outcome, "x", 3, answered=48, questions=50, changed=changed)
    assert taken_line(taken) == line


@pytest.mark.parametrize(
    ("outcome", "line"),
    [
        (Outcome.BLANK, "P-03: blank, nothing is filled in; not imported"),
        (Outcome.EARLIER, "P-03: an earlier version, not imported; “b.xlsx” counts"),
        (Outcome.KEPT, "P-03: not imported, what is there stays"),
    ],
)
def test_what_is_said_of_forms_that_are_not_taken(outcome, line):
    assert taken_line(Taken(outcome, "x", 3, answered=48, questions=50, changed=0), "b.xlsx") == line


def test_what_went_and_what_was_left_is_told():
    cell = UnclearCell("PLN-Q3", "Questions", 18, "10", "mostly", Unclear.NO_CHOICE)
    taken = Taken(Outcome.REPLACED, "x", 3, answered=48, questions=50, changed=3, emptied=2, emptied_comments=1, kept=1)
    assert taken_line(replace(taken, skipped=(cell,), unsure=True)) == (
        "P-03: 48 of 50 answered, replaces an earlier version, 3 answers changed, 2 answers and 1 comment cleared, "
        "1 earlier entry kept, 1 unclear answer left out, though it is not certain that it is newer"
    )
    assert cell_place(cell) == "No. 10 (sheet “Questions”, row 18): “mostly”"
    assert cell_place(replace(cell, number="")) == "Sheet “Questions”, row 18: “mostly”"


@pytest.mark.parametrize(
    ("total", "pack", "text"),
    [
        (50, tiny_pack(), "12 of 50 questions answered"),
        (1, tiny_streams(), "12 of 1 question answered"),
        (54, tiny_criteria(), "12 of 54 statements judged"),
    ],
)
def test_progress(total, pack, text):
    assert "12".join(progress_parts(total, words_of(pack).form)) == text
