"""What another office program makes of our forms. Slow, and left out where that program is not there."""

import re

import pytest

from desktop.exchange.forms.reader import read_form
from desktop.exchange.forms.writer import write_forms
from desktop.model.assessment.opened import Assessment
from desktop.model.errors import RefusalError
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.exchange.forms.workbooks import fill, parts_of, sheet_part

pytestmark = pytest.mark.slow
ANSWERS = {"PLN-Q1": "Often", "SUP-Q2": ("Don't know", "=no idea, really"), "DLV-Q3": (None, "two\nlines")}


def test_a_form_saved_by_another_program_says_the_same(form, office):
    fill(form, ANSWERS)
    theirs = office.convert(form, "xlsx")
    ours, back = read_form(form), read_form(theirs)
    assert (back.identity, dict(back.answers)) == (ours.identity, dict(ours.answers))
    assert ours.answers["SUP-Q2"].choice == "dont_know"


def test_the_drop_down_and_the_lock_survive(form, office):
    theirs = office.convert(form, "xlsx")
    xml = parts_of(theirs)[sheet_part(theirs, "Questions")].decode()
    assert re.search(r"<formula1>'?Choices'?!\$A\$2:\$A\$8</formula1>", xml)
    assert "<sheetProtection" in xml


@pytest.mark.parametrize(
    ("pack", "said"),
    [
        (tiny_streams(), {"DSK-Q1": "4", "REQ-Q1": ("Does not apply", "3"), "REP-Q1": (None, "between 2 and 3")}),
        (tiny_criteria(), {"WRK-1-1": "Yes, fully", "TOL-3-1": ("Partly", "Half of it.")}),
    ],
    ids=lambda value: getattr(value, "id", ""),
)
def test_forms_of_the_other_schemes_say_the_same(tmp_path, office, pack, said):
    with Assessment.create(tmp_path / "a.maturity", [pack], author="Lead") as assessment:
        assessment.preparation.add_participant()
        (path,) = write_forms(assessment, tmp_path / "forms", pack.id)
    fill(path, said)
    ours, back = read_form(path), read_form(office.convert(path, "xlsx"))
    assert (back.identity, dict(back.answers)) == (ours.identity, dict(ours.answers))
    assert sum(answer.choice is not None for answer in back.answers.values()) == 2


def test_a_workbook_of_the_other_kind_is_named(form, office):
    theirs = office.convert(form, "ods")
    with pytest.raises(RefusalError, match=r"form\.other_format"):
        read_form(theirs)


def test_the_program_counts_the_answers(form, office):
    fill(form, ANSWERS)
    theirs = office.convert(form, "xlsx")
    texts = parts_of(theirs)["xl/worksheets/sheet2.xml"].decode()
    assert "2 of 12 questions answered" in texts
