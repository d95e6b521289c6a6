"""Workbooks of results that were made to take long are read quickly or refused."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from desktop.exchange.forms.sheet_cells import SheetCells
from desktop.exchange.past_results.past_workbooks import workbook_of_results
from desktop.model import bounds
from desktop.model.errors import RefusalError
from desktop.model.maturity.questionnaire import asked_by_id
from desktop.model.maturity.shelf import find
from desktop.wording import refusals

PACK = find("it-service-cmm")
PRACTICES = [practice for area in PACK.areas for practice in area.practices][:40]
QUESTIONS = asked_by_id(PACK, PACK.scales[0].id)
HEAD = {1: "ID", 2: "Practice", 3: "Rating", 4: "Notes"}
SOON = 4.0
"""Seconds of processor; what is tried here took minutes."""


def sheet(number, cells):
    """A sheet with a row for each practice."""
    rows = {row: cells(number, practice) for row, practice in enumerate(PRACTICES, 2)}
    return SheetCells(f"Sheet {number}", {1: HEAD, **rows}, {})


def test_long_remarks_in_many_cells_are_no_values():
    def remarked(number, practice):
        remark = f"{number} " + "remark " * 4_000
        return {1: practice.id, 2: practice.text, 3: "FI"} | dict.fromkeys(range(5, 12), remark)

    sheets = [sheet(number, remarked) for number in range(20)]
    start = time.process_time()
    book = workbook_of_results(Path("a.xlsx"), sheets, PACK, QUESTIONS)
    said = book.said(book.uses({}))
    assert time.process_time() - start < SOON
    assert said.results


def test_columns_are_bounded():
    def wide(_number, practice):
        return {1: practice.id} | dict.fromkeys(range(3, bounds.RESULT_COLUMNS + 5), "FI")

    with pytest.raises(RefusalError) as caught:
        workbook_of_results(Path("a.xlsx"), [sheet(1, wide)], PACK, QUESTIONS)
    assert caught.value.code == "past.columns_many"
    assert "1000 columns" in refusals.sentence(caught.value)
