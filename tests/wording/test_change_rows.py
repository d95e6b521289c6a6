"""Changes of cells in words."""

from __future__ import annotations

from desktop.model.journal import Change
from desktop.wording.change_rows import change_rows, is_bookkeeping
from tests.builders import tiny_pack


def test_what_it_says_and_what_it_is_about(moulds, tmp_path):
    with moulds.fresh(tmp_path / "a.maturity", [tiny_pack()], "Ada") as assessment:
        assessment.preparation.set_details(organisation="Example Services")
        changes = assessment.history.changes(assessment.history.steps(1)[0].id)
        (row,) = change_rows(changes, assessment)
    assert (row.text, row.about) == ("Organisation: – → Example Services", "Assessment")


def test_what_only_the_program_keeps():
    assert is_bookkeeping(Change("participant", "p", "left", False, True)) is False
    assert is_bookkeeping(Change("round", "r", "content", None, "x")) is True
