"""Cells as they stand in the file: numbers as numbers, text as text, each with the look of what it says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter import Workbook

from desktop.exchange.tables.table import Value
from desktop.exchange.tokens import argb
from desktop.exchange.workbook.guide import Look
from desktop.exchange.workbook.look import COLOURS, CellFormats
from desktop.exchange.workbook.page import PLAIN, Page, RowFormat
from desktop.model.records import ActionStatus
from desktop.model.scoring.vocabulary import Agreement, Rating


def written(values: Sequence[Value], looks: Sequence[Look], shown: RowFormat = PLAIN) -> Worksheet:
    stream = BytesIO()
    workbook = Workbook(stream, {"in_memory": True})
    Page(workbook, "A", [10.0] * len(values), CellFormats(workbook)).write(values, looks, shown)
    workbook.close()
    return load_workbook(stream)["A"]


def cell(value: Value, look: Look = Look.TEXT) -> Cell:
    found = written([value], [look])["A1"]
    assert isinstance(found, Cell)
    return found


@pytest.mark.parametrize("number", [84.6, 0.1, 12, 0, -3])
def test_numbers_are_numbers(number: float) -> None:
    assert (cell(number, Look.PERCENT).value, cell(number).data_type) == (number, "n")
    assert cell(number, Look.PERCENT).number_format == '0.0########" %"'


@pytest.mark.parametrize(
    "day", [dt.date(1900, 3, 1), dt.date(2024, 2, 29), dt.date(2026, 12, 31), dt.date(9999, 12, 31)]
)
def test_dates_are_days_without_a_time(day: dt.date) -> None:
    found = cell(day, Look.DATE)
    assert found.value == dt.datetime.combine(day, dt.time())
    assert found.number_format == "yyyy-mm-dd"


def test_nothing_is_an_empty_cell_that_keeps_its_look() -> None:
    assert cell(None, Look.STRONG).value is None
    assert cell(None, Look.STRONG).font.b


@pytest.mark.parametrize("text", ["a <b> & “c”", " a ", "two\nlines", "_x0041_", "_X0041_ _x004", "http://example.org"])
def test_texts_are_as_they_were(text: str) -> None:
    found = cell(text)
    assert (found.value, found.data_type, found.quotePrefix, found.hyperlink) == (text, "s", False, None)


def test_what_no_workbook_holds_is_left_out() -> None:
    assert cell("a\x0bb\ud800").value == "ab"


@pytest.mark.parametrize("text", ["=1+1", "+49", "-x", "@you", "\tx"])
def test_what_looks_like_a_formula_is_marked_as_text(text: str) -> None:
    found = cell(text)
    assert (found.value, found.data_type, found.quotePrefix) == (text, "s", True)


def test_judgements_have_their_word_and_look() -> None:
    for value, word, colour in ((Rating.UNSATISFIED, "Unsatisfied", "bad"), (Agreement.AGREED, "agreed", "good")):
        found = cell(value)
        assert found.value == word
        assert found.font.color is not None
        assert found.font.color.rgb == argb(getattr(COLOURS, colour))


def test_other_words_look_like_their_column() -> None:
    """The state “agreed” of an action is not the agreement of answers."""
    found = cell(ActionStatus.AGREED)
    assert found.value == "Agreed"
    assert found.font.color is not None
    assert found.font.color.rgb == argb(COLOURS.text)


def test_columns_stand_from_the_left_and_rows_have_their_format() -> None:
    sheet = written(range(28), [Look.TEXT] * 28, RowFormat(30.75, 2, hidden=True))
    assert sheet["AB1"].value == 27
    row = sheet.row_dimensions[1]
    assert (row.height, row.outlineLevel, row.hidden) == (30.75, 2, True)


def test_a_row_has_as_many_looks_as_values() -> None:
    with pytest.raises(ValueError, match="zip"):
        written(["a", "b"], [Look.TEXT])


def _ruled() -> Iterator[Look]:
    return (look for look in Look if cell("a", look).border.bottom.style is not None)


def test_a_line_divides_the_rows_of_tables_and_nothing_else() -> None:
    bare = set(Look) - set(_ruled())
    headings = {Look.HEADING, Look.CENTRE_HEADING, Look.NUMBER_HEADING, Look.TURNED_HEADING}
    assert bare == headings | {
        Look.TITLE,
        Look.MASTHEAD,
        Look.SUBTITLE,
        Look.ABOUT,
        Look.LEAD,
        Look.SECTION,
        Look.PROSE,
    }
