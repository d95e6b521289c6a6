"""What another office program makes of our workbooks. Slow, and left out where that program is not there."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop.exchange.deliverable import gather
from desktop.exchange.workbook import write_workbook
from tests.moulds import Moulds
from tests.office import Office, values_of

pytestmark = pytest.mark.slow

MOST_PAGES = 30
"""The plan has too many columns for the width of one page: it takes two beside each other."""


def test_the_results_of_five_models_print_on_few_pages(office: Office, moulds: Moulds, tmp_path: Path) -> None:
    with moulds.sample(tmp_path / "sample.maturity", "Ada") as assessment:
        write_workbook(gather(assessment), tmp_path / "results.xlsx")
    assert len(load_workbook(tmp_path / "results.xlsx").sheetnames) == 17
    assert 9 <= office.pages(tmp_path / "results.xlsx") <= MOST_PAGES


def test_saved_by_another_program_the_results_say_the_same(office: Office, results_of_every: Path) -> None:
    theirs = values_of(office.convert(results_of_every, "xlsx"))
    ours = load_workbook(results_of_every, data_only=True)
    assert theirs.sheetnames == ours.sheetnames
    for sheet in ours.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    assert theirs[sheet.title][cell.coordinate].value == cell.value, (sheet.title, cell.coordinate)
