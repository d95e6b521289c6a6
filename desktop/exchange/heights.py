"""How high a row must be so that wrapped text is not clipped: nobody measures a row before it is opened.

Widths are those of Arial and of the fonts that stand in for it, as shares of the font size.
"""

from __future__ import annotations

from functools import lru_cache

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils.indexed_list import IndexedList

FONT = "Arial"
"""The font of our workbooks: everywhere there is it or one of the same widths."""

FONT_SIZE = 10

_SHARES = {
    0.222: "'`ijl",
    0.26: "|",
    0.278: " !,./:;I[\\]ft",
    0.333: "()-r{}",
    0.355: '"',
    0.389: "*",
    0.469: "^",
    0.5: "Jcksvxyz",
    0.556: "#$0123456789?L_abdeghnopqu",
    0.584: "+<=>~",
    0.611: "FTZ",
    0.667: "&ABEKPSVXY",
    0.722: "CDHNRUw",
    0.778: "GOQ",
    0.833: "Mm",
    0.889: "%",
    0.944: "W",
    1.0: "@—…",
}
_WIDTHS = {character: share for share, characters in _SHARES.items() for character in characters}
_LETTER = 0.556
_WIDE = 1.0
_BOLD = 1.08
_PIXELS_PER_COLUMN_UNIT = 7.0
_CELL_PADDING = 5.0
_SLACK = 0.97
_PIXELS_PER_POINT = 96 / 72
_LINE = 1.28
_ROW_PADDING = 5.0
HIGHEST_ROW = 409.0


def use_font(workbook: Workbook) -> None:
    """Make our font the workbook's own, in which columns are measured. Call it before anything is written."""
    workbook._fonts = IndexedList([Font(name=FONT, size=FONT_SIZE)])  # type: ignore[attr-defined]  # noqa: SLF001 - there is no public way


def row_height(*lines: tuple[int, float]) -> float:
    """The height in points of a row that holds blocks of lines: (number of lines, font size in points) each."""
    return min(HIGHEST_ROW, sum(count * size * _LINE for count, size in lines) + _ROW_PADDING)


def length_of(text: str, size: float, *, bold: bool = False) -> float:
    """How long a text in one line is, in points; rather more than less."""
    return size * (_BOLD if bold else 1.0) / _SLACK * _word_width(text)


def wrapped_lines(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """How many lines a text takes in a column; rather one too many than one too few.

    Args:
        text: with its own line breaks.
        width: of the column, in the units of workbooks.
        size: of the font, in points.
        bold: whether the text is bold.
    """
    room = (width * _PIXELS_PER_COLUMN_UNIT - _CELL_PADDING) * _SLACK
    em = size * _PIXELS_PER_POINT * (_BOLD if bold else 1.0)
    return sum(_lines(paragraph, max(room, em), em) for paragraph in text.split("\n"))


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is in one line, in the unit of the font's size."""
    return _word_width(text) * size * (_BOLD if bold else 1.0)


def _lines(paragraph: str, room: float, em: float) -> int:
    lines, used, space = 1, 0.0, em * _WIDTHS[" "]
    for word in paragraph.split(" "):
        wide = em * _word_width(word)
        if used and used + space + wide > room:
            lines, used = lines + 1, 0.0
        used += (space if used else 0.0) + wide
        while used > room:
            lines, used = lines + 1, used - room
    return lines


@lru_cache(maxsize=16384)
def _word_width(word: str) -> float:
    """Its width as a share of the font size: words come again and again."""
    return sum(map(_share, word))


def _share(character: str) -> float:
    return _WIDTHS.get(character) or (_WIDE if ord(character) > 0x2E7F else 0.667 if character.isupper() else _LETTER)
