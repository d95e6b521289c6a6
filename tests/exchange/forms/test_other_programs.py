"""Forms as other programs saved them. The files in `returned` were saved by LibreOffice 7.4."""

from pathlib import Path

import pytest

from desktop.exchange.forms.reader import read_form
from desktop.model.assessment.forms import FilledAnswer
from desktop.model.errors import RefusalError

RETURNED = Path(__file__).with_name("returned")


def test_a_note_that_another_program_wrote():
    form = read_form(RETURNED / "note.xlsx")
    assert {question: answer for question, answer in form.answers.items() if answer != FilledAnswer()} == {
        "PLN-Q1": FilledAnswer("often", "Only for the two largest services so far."),
        "PLN-Q2": FilledAnswer("dont_know"),
    }
    assert (form.unclear, form.remarks) == ((), ())
    assert form.program.startswith("LibreOffice/7.4")


@pytest.mark.parametrize("suffix", [".ods", ".xls"])
def test_other_formats_are_named(suffix):
    with pytest.raises(RefusalError) as refusal:
        read_form(RETURNED / f"blank{suffix}")
    assert (refusal.value.code, refusal.value.facts) == ("form.other_format", {"format": suffix})
