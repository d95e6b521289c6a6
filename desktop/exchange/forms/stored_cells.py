"""The cells of a sheet as its part stores them.

Sheets that are written plainly, as office programs do, are read row by row by one expression that must account for
every character; rows that another form had, too, are known. That takes a tenth of the time. All others are read as a
tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter
from xml.etree.ElementTree import Element

from desktop.exchange.forms.markup import decoded, local
from desktop.exchange.forms.rich_text import raw_text
from desktop.model import bounds
from desktop.model.errors import RefusalError

_PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})", re.ASCII)
PLAIN_TEXT = r"<t(?: xml:space=\"preserve\")?(?:/>|>[^<]*</t>)"
PLAIN_RUNS = rf"(?:<r>(?:<rPr>(?:<[^<>]*>){{0,30}}?</rPr>)?{PLAIN_TEXT}</r>)+"
_TOKEN = re.compile(
    r"""(<c r="([A-Z]{1,3})(\d{1,7})"(?: s="(\d{1,6})")?(?: t="([A-Za-z]{1,9})")? ?"""
    r"""(?:/>|>(?:<f(?: [^<>]*)?(?:/>|>([^<]*)</f>))?(?:<v>([^<]*)</v>|<v ?/>)?"""
    rf"""(?:<is>({PLAIN_TEXT}|{PLAIN_RUNS})</is>)?</c>)"""
    r"""|<row r="(\d{1,7})"(?: [^<>]*)?>|\s+)"""
)
_TEXTS = re.compile(r"<t(?: [^<>]*)?>([^<]*)</t>")
_ENTITY = re.compile(r"&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9A-Fa-f]{1,6}));|&")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_COLUMNS: dict[str, int] = {}
_OFTEN = 2_000
"""Characters of rows that are remembered."""


StoredCell = tuple[int, int, str, str, str | None, str | None, str]
"""A cell: its row and column; the kind of its value, as the file names it; the place of its style; its value, None
where the file holds none; its formula, None where there is none and empty where it is told elsewhere; and the text
that stands in the cell itself. A plain tuple, as a form has a thousand."""


def plain_cells(data: bytes) -> list[StoredCell] | None:
    """The cells in which something is stored, or None where the sheet is not written plainly.

    Raises:
        RefusalError: ``form.truncated``: a cell says that it is where none can be.
    """
    text = decoded(data)
    if text is None:
        return None
    before, _start, rest = text.partition("<sheetData>")
    content, end, after = rest.partition("</sheetData>")
    *rows, last = content.split("</row>")
    if not end or "<!" in text or "sheetData" in after or not _is_root(before) or last.strip():
        return None
    found: list[StoredCell] = []
    for row in rows:
        cells = _remembered(row) if len(row) <= _OFTEN else _plain_row(row)
        if cells is None:
            return None
        found += cells
    return found


def _plain_row(row: str) -> list[StoredCell] | None:
    """The cells of a row, without its end; None where it is not written plainly."""
    tokens = _TOKEN.findall(row)
    if sum(map(len, map(itemgetter(0), tokens))) != len(row) or not is_sound(row):
        return None
    return [*_plain(tokens)]


_remembered = lru_cache(maxsize=4096)(_plain_row)
"""Forms of one questionnaire differ in few rows, and in few ways."""


def tree_cells(root: Element) -> Iterator[StoredCell]:
    """The cells in which something is stored. One that does not say where it is follows the one before.

    Raises:
        RefusalError: ``form.truncated``: this is no sheet, or a cell says that it is where none can be.
    """
    if local(root.tag) != "worksheet":
        raise RefusalError("form.truncated")
    space = root.tag.removesuffix("worksheet")
    value, inline, formula = f"{space}v", f"{space}is", f"{space}f"
    number = 0
    for row in root.iterfind(f"{space}sheetData/{space}row"):
        place = row.attrib.get("r")
        number = _row(number + 1) if place is None else _row(bounds.whole_number(place, bounds.ROWS))
        column = 0
        for cell in row.iterfind(f"{space}c"):
            column = _following(column) if "r" not in cell.attrib else _column(cell.attrib["r"], number)
            if len(cell):
                stored, shown, counted = cell.find(value), cell.find(inline), cell.find(formula)
                yield (
                    number,
                    column,
                    cell.attrib.get("t", "n"),
                    cell.attrib.get("s", ""),
                    None if stored is None else stored.text or "",
                    None if counted is None else counted.text or "",
                    "" if shown is None else raw_text(shown),
                )


def _plain(tokens: list[tuple[str, ...]]) -> Iterator[StoredCell]:
    number, digits, known = 0, "", _COLUMNS.get
    for whole, letters, row, style, kind, formula, value, inline, opened in tokens:
        if not letters:
            if opened:
                number, digits = _row(int(opened)), opened
            continue
        if row != digits:
            raise RefusalError("form.truncated")
        column = known(letters) or _column(letters + row, number)
        if value and "<f" not in whole:
            yield number, column, kind or "n", style, unescape(value) if "&" in value else value, None, ""
        elif inline or whole[-2] != "/":
            yield (
                number,
                column,
                kind or "n",
                style,
                unescape(value) if "<v" in whole else None,
                unescape(formula) if "<f" in whole else None,
                joined(inline) if inline else "",
            )


def joined(runs: str) -> str:
    """The text of plain runs."""
    return unescape("".join(_TEXTS.findall(runs)))


def _is_root(before: str) -> bool:
    """Whether what stands before the rows opens the sheet with names that need no prefix."""
    return "<worksheet " in before and 'xmlns="' in before and "sheetData" not in before


def is_sound(content: str) -> bool:
    """Whether every sign that begins an entity begins one that XML has without being told."""
    return "&" not in content or all(found.lastindex for found in _ENTITY.finditer(content))


def unescape(text: str) -> str:
    """The text with its entities read.

    Raises:
        RefusalError: ``form.truncated``: a character that XML has not.
    """
    return _ENTITY.sub(_character, text) if "&" in text else text


def _character(found: re.Match[str]) -> str:
    if found[1]:
        return _ENTITIES[found[1]]
    code = int(found[2]) if found[2] else int(found[3], 16)
    if not (code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0xFFFF < code < 0x110000):
        raise RefusalError("form.truncated")
    return chr(code)


def _row(number: int | None) -> int:
    if not number or number > bounds.ROWS:
        raise RefusalError("form.truncated")
    return number


def _following(column: int) -> int:
    if column >= bounds.COLUMNS:
        raise RefusalError("form.truncated")
    return column + 1


def _column(place: str, row: int) -> int:
    """The column that a place names, which must lie in this row."""
    found = _PLACE.fullmatch(place.upper())
    if found is None or int(found[2]) != row:
        raise RefusalError("form.truncated")
    number = column_number(found[1])
    if number > bounds.COLUMNS:
        raise RefusalError("form.truncated")
    _COLUMNS[found[1]] = number
    return number


def column_number(letters: str) -> int:
    """The column of these letters, counted from 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
