"""Formulas: each is one of ours, comes to the engine's value when another program works it out, and is in the check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from xlsxwriter import Workbook as WrittenBook
from xlsxwriter.worksheet import Worksheet

from desktop.exchange.deliverable import Deliverable, gather
from desktop.exchange.workbook import write_team_detail, write_workbook
from desktop.exchange.workbook.live_sheet import LiveSheet
from tests.moulds import Moulds
from tests.office import Office, values_of
from tests.thoroughness import thorough

KNOWN = {
    "COUNTIF", "COUNTIFS", "DATE", "EXACT", "FIND", "IF", "INDEX", "ISNUMBER", "LOOKUP", "MATCH", "MAX", "MIN", "ROUND",
    "ROWS", "SUM", "SUMIFS", "SUMPRODUCT",
}  # fmt: skip
"""Functions that Excel 2010 and LibreOffice know."""

BOOKS = ["results_of_one", "detail_of_one", "results_of_every", "detail_of_every"]


class Found(NamedTuple):
    """A formula with the value beside it."""

    sheet: str
    cell: str
    formula: str
    value: Any


def formulas(path: Path) -> list[Found]:
    """Every formula of a workbook."""
    written, cached = load_workbook(path), load_workbook(path, data_only=True)
    return [
        Found(sheet.title, cell.coordinate, str(cell.value), cached[sheet.title][cell.coordinate].value)
        for sheet in written.worksheets
        for cell in _cells(written, sheet.title)
        if cell.data_type == "f"
    ]


def _cells(book: Workbook, title: str) -> Iterator[Cell]:
    for row in book[title].iter_rows():
        yield from (cell for cell in row if isinstance(cell, Cell))


def otherwise(path: Path, office: Office) -> list[tuple[Found, Any]]:
    """The formulas that another program works out to something else, each with that."""
    theirs = values_of(office.convert(path, "xlsx"))
    found = [(each, theirs[each.sheet][each.cell].value) for each in formulas(path)]
    return [(each, value) for each, value in found if value != each.value]


@pytest.mark.parametrize("name", BOOKS)
def test_formulas_are_those_of_the_check_and_use_what_every_program_knows(
    name: str, request: pytest.FixtureRequest
) -> None:
    path = request.getfixturevalue(name)
    found = formulas(path)
    assert found
    assert {function for each in found for function in re.findall(r"([A-Z]+)\(", each.formula)} <= KNOWN
    listed = {tuple(row[:2]) for row in check_rows(path)}
    assert {(each.sheet, each.cell) for each in found if each.sheet != "Check"} == listed


def check_rows(path: Path) -> list[tuple[Any, ...]]:
    """The list of formulas of a workbook: sheet, cell, heading, row, formula, program, same."""
    rows = [*load_workbook(path, data_only=True)["Check"].iter_rows(values_only=True)]
    heading = next(number for number, row in enumerate(rows) if row[1] == "Cell")
    return rows[heading + 1 :]


@pytest.mark.parametrize("name", BOOKS)
def test_the_check_says_what_the_engine_gave(name: str, request: pytest.FixtureRequest) -> None:
    path = request.getfixturevalue(name)
    shown, rows = load_workbook(path, data_only=True), check_rows(path)
    assert shown["Check"]["A4"].value == f"All {len(rows)} formulas come to what the program computed."
    for sheet, cell, what, _about, formula, engine, same in rows:
        assert shown[sheet][cell].value == formula == engine, (sheet, cell, what)
        assert same is True


def test_looking_formulas_through_would_change_none(detail_of_every: Path) -> None:
    """Why XlsxWriter need not do so: see `LiveSheet`."""
    book = WrittenBook(BytesIO())
    usual, ours = book.add_worksheet(), book.add_worksheet(None, LiveSheet)
    assert isinstance(usual, Worksheet)
    for each in formulas(detail_of_every):
        assert ours._prepare_formula(each.formula) == usual._prepare_formula(each.formula, expand_future_functions=True)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["results_of_every", "detail_of_every"])
def test_another_program_works_out_the_same(name: str, request: pytest.FixtureRequest, office: Office) -> None:
    assert otherwise(request.getfixturevalue(name), office) == []


@thorough
@pytest.mark.parametrize("write", [write_workbook, write_team_detail])
def test_also_of_five_models_and_of_small_groups(
    write: Any, of_few: Deliverable, office: Office, moulds: Moulds, tmp_path: Path
) -> None:
    write(of_few, tmp_path / "few.xlsx")
    assert otherwise(tmp_path / "few.xlsx", office) == []
    with moulds.sample(tmp_path / "sample.maturity", "Ada") as assessment:
        write(gather(assessment), tmp_path / "sample.xlsx")
    assert otherwise(tmp_path / "sample.xlsx", office) == []


@pytest.mark.slow
def test_a_formula_that_is_wrong_is_noticed(results_of_every: Path, office: Office, tmp_path: Path) -> None:
    """Changed by hand in the file, its value left as it was: the other program and the check tell."""
    path = tmp_path / "wrong.xlsx"
    with ZipFile(results_of_every) as before, ZipFile(path, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, content.replace(b"<f>MAX(0,", b"<f>MAX(7,") if "worksheets/" in name else content)
    found = otherwise(path, office)
    assert {each.sheet for each, _value in found} == {"Tiny criteria", "Tiny streams", "Check"}
    (verdict,) = [value for each, value in found if (each.sheet, each.cell) == ("Check", "A4")]
    assert verdict == "Formulas come to something else than the program computed; look for FALSE below."


def test_texts_stay_texts(results_of_every: Path, detail_of_every: Path) -> None:
    """What people typed is no formula, whatever it looks like: no cell of a column of texts is one."""
    for path in (results_of_every, detail_of_every):
        assert all(isinstance(each.value, int | float) for each in formulas(path) if each.sheet != "Check")
    assert any(cell.value == "=1+1 is no formula" for cell in _cells(load_workbook(results_of_every), "Actions"))


def test_formulas_stand_with_their_values_in_the_file(results_of_every: Path) -> None:
    """Whoever reads the file without working it out sees numbers, too."""
    with ZipFile(results_of_every) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    cells = [cell for sheet in sheets for cell in ET.fromstring(sheet).iter(f"{space}c")]
    assert all(cell.findtext(f"{space}v") for cell in cells if cell.find(f"{space}f") is not None)
