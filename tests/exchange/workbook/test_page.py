"""Printed pages: what belongs together is not torn apart, and nothing is thrown on a new page without need."""

from __future__ import annotations

from io import BytesIO
from operator import itemgetter
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook
from xlsxwriter import Workbook

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.print_setup import Orientation
from desktop.exchange.tables.table import Column, Kind, Table
from desktop.exchange.workbook.guide import Look
from desktop.exchange.workbook.look import CellFormats
from desktop.exchange.workbook.page import Page, height_for
from desktop.exchange.workbook.results_book import write
from desktop.model.maturity.refs import Ref

COLUMNS: tuple[Column[tuple[str, str]], ...] = (
    Column("area", "Area", 20.0, "The area.", Kind.NAME, itemgetter(0)),
    Column("note", "Note", 40.0, "More of it.", read=itemgetter(1)),
)


def table(rows: list[tuple[str, str]]) -> Table[tuple[str, str]]:
    return Table("Areas", "All of them.", COLUMNS, rows, lambda row: Ref("", row[0]))


def page(orientation: Orientation = "portrait") -> Page:
    workbook = Workbook(BytesIO(), {"in_memory": True})
    return Page(workbook, "A", [column.width for column in COLUMNS], CellFormats(workbook), orientation)


def breaks(sheet: Page) -> list[int]:
    return list(sheet.breaks)


def test_a_table_that_fits_the_rest_of_the_page_stays_on_it() -> None:
    sheet = page()
    sheet.table(table([("A", "B")] * 15), "First")
    sheet.table(table([("A", "B")] * 15), "Second")
    assert breaks(sheet) == []


def test_a_table_that_would_be_torn_begins_a_new_page_with_its_title() -> None:
    sheet = page()
    sheet.table(table([("A", "B")] * 25), "First")
    before = sheet.row
    sheet.table(table([("A", "B")] * 25), "Second")
    assert breaks(sheet) == [before + 1]


def test_a_table_higher_than_a_page_only_keeps_its_beginning_together() -> None:
    sheet = page()
    sheet.table(table([("A", "B")] * 10), "First")
    sheet.table(table([("A", "B")] * 60), "Second")
    assert breaks(sheet) == []
    sheet = page()
    sheet.table(table([("A", "B")] * 35), "First")
    before = sheet.row
    sheet.table(table([("A", "B")] * 60), "Second")
    assert breaks(sheet) == [before + 1]


def test_a_new_page_is_counted_from_its_first_row() -> None:
    """Else what follows on it would be pushed to a third."""
    sheet = page()
    for rows in (20, 24, 14):
        sheet.table(table([("A", "B")] * rows), "Table")
    assert len(breaks(sheet)) == 2


def test_wrapped_rows_are_counted_with_all_their_lines() -> None:
    one, many = (
        height_for(("A", "B"), (Look.STRONG, Look.TEXT), (20, 40)),
        height_for(("A", "word " * 60), (Look.STRONG, Look.TEXT), (20, 40)),
    )
    assert many > 5 * one - 30
    sheet = page()
    sheet.table(table([("A", "word " * 60)] * 5), "First")
    before = sheet.row
    sheet.table(table([("A", "word " * 60)] * 5), "Second")
    assert breaks(sheet) == [before + 1]


@pytest.mark.parametrize(("orientation", "fits"), [("portrait", True), ("landscape", False)])
def test_paper_on_its_side_holds_fewer_rows(orientation: Orientation, fits: bool) -> None:
    sheet = page(orientation)
    sheet.table(table([("A", "B")] * 16), "First")
    sheet.table(table([("A", "B")] * 16), "Second")
    assert (breaks(sheet) == []) is fits


def test_sheets_of_models_break_before_a_section_never_inside(deliverable: Deliverable, tmp_path: Path) -> None:
    part = deliverable.part()
    rows = tuple(replace(area, id="PLN", name=f"Area {n}") for n in range(30) for area in part.result.areas[:1])
    many = replace(part, result=replace(part.result, areas=rows))
    write(replace(deliverable, models=(many,)), tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx")["Tiny model"]
    begun = [sheet.cell(each.id + 1, 1).value for each in sheet.row_breaks.brk]
    assert begun == ["Key process areas"]
