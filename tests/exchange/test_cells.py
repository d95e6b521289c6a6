import io

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from python_calamine import CalamineWorkbook

from desktop.exchange.cells import LONGEST_TEXT, clean, sheet_title, write_text


def written(*texts):
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()
    for text in texts:
        cell = WriteOnlyCell(sheet)
        write_text(cell, text)
        sheet.append([cell])
    stream = io.BytesIO()
    workbook.save(stream)
    stream.seek(0)
    return stream


HARMLESS = [
    "=1+1",
    "+31 6",
    "-5",
    "@SUM(A1)",
    "\tx",
    "#N/A",
    "plain",
    "two\nlines",
    "_x0041_",
    "100",
    "é ü 𝄞",
    " edge ",
]


def test_text_comes_back_as_it_was():
    stream = written(*HARMLESS)
    assert [row[0] for row in CalamineWorkbook.from_filelike(stream).get_sheet_by_index(0).to_python()] == HARMLESS


def test_nothing_is_a_formula():
    for cell in load_workbook(written(*HARMLESS)).worksheets[0]["A"]:
        assert cell.data_type == "s"
        assert cell.quotePrefix == cell.value.startswith(("=", "+", "-", "@", "\t"))


def test_what_a_workbook_cannot_hold_is_left_out():
    assert clean("a\x0bb\x00c\ud800d\uffffe\r\nf\rg") == "abcde\nf\ng"


@pytest.mark.parametrize("text", ["x" * 40_000, "𝄞" * 20_000, "_x0041_" * 6_000])
def test_what_is_cut_says_so(text):
    kept = clean(text)
    assert kept.endswith("[cut here: a cell holds no more]")
    assert LONGEST_TEXT - 1 <= len(kept.encode("utf-16-le")) / 2 <= LONGEST_TEXT


@pytest.mark.parametrize("text", ["x" * LONGEST_TEXT, "𝄞" * (LONGEST_TEXT // 2)])
def test_what_fits_is_whole(text):
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Areas", "Areas"),
        ("a/b: [c]?*\\", "a b c"),
        ("'quoted'", "quoted"),
        ("", "Sheet"),
        ("x" * 40, "x" * 31),
        ("History", "History 2"),
        ("GOALS", "GOALS 2"),
    ],
)
def test_sheet_titles_are_allowed(text, title):
    assert sheet_title(text, {"goals"}) == title
    Workbook().create_sheet(title)


def test_long_titles_stay_apart():
    taken: set[str] = set()
    for _ in range(12):
        taken.add(sheet_title("A very long title for one small sheet", taken).lower())
    assert len(taken) == 12
    assert max(map(len, taken)) == 31
