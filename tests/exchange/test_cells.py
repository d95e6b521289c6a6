import io

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from python_calamine import CalamineWorkbook

from desktop.exchange.cells import LONGEST_TEXT, clean, sheet_title, shortened, units, write_text


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


@pytest.mark.parametrize("text", ["🚀" * 30, "x" + "🚀" * 30, "𠀀" * 20, "Ж" * 40, "a\u0301" * 31])
def test_titles_are_counted_as_excel_does_and_stay_apart(text):
    """Else Excel says that the workbook is damaged."""
    taken: set[str] = set()
    for _ in range(12):
        title = sheet_title(text, taken)
        assert 25 <= len(title.encode("utf-16-le")) / 2 <= 31
        assert title.encode("utf-16-le").decode("utf-16-le") == title
        taken.add(title.lower())
    assert len(taken) == 12


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("whole", 5, "whole"),
        ("too long", 3, "too"),
        ("a🚀b", 2, "a"),
        ("a🚀b", 3, "a🚀"),
        ("xe\u0301y", 2, "x"),
        ("x👩\u200d🔧", 4, "x"),
        ("x👍\U0001f3fd!", 3, "x"),
        ("🚀", 1, ""),
        ("\u0301", 0, ""),
    ],
)
def test_texts_are_never_cut_inside_what_readers_see_as_one_character(text, most, kept):
    assert shortened(text, most) == kept


def test_units_are_those_of_utf_16():
    assert [units(text) for text in ("", "abc", "🚀", "é", "名")] == [0, 3, 2, 1, 1]
