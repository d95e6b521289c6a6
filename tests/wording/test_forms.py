import pytest

from desktop.model.assessment.forms import Outcome, Taken
from desktop.model.maturity import Scheme
from desktop.wording.forms import participant_number, progress_parts, taken_line


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
    ("total", "scheme", "text"),
    [
        (50, Scheme.STAGED, "12 of 50 questions answered"),
        (1, Scheme.STREAMS, "12 of 1 question answered"),
        (54, Scheme.CRITERIA, "12 of 54 statements judged"),
    ],
)
def test_progress(total, scheme, text):
    assert "12".join(progress_parts(total, scheme)) == text
