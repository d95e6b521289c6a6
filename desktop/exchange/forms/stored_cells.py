"""The cells of a sheet as its part stores them.

Sheets that are written plainly, as office programs do, are read by one expression that must account for every
character between the first row and the last; it takes a third of the time. All others are read as a tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from desktop.exchange.forms.markup import local
from desktop.exchange.forms.rich_text import raw_text
from desktop.model import bounds
from desktop.model.errors import RefusalError

_PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})", re.ASCII)
_TEXT = r"<t(?: xml:space=\"preserve\")?(?:/>|>[^<]*</t>)"
_RUNS = rf"(?:<r>(?:<rPr>(?:<[^<>]*>){{0,30}}?</rPr>)?{_TEXT}</r>)+"
_TOKEN = re.compile(
    r"""(<c r="([A-Z]{1,3})(\d{1,7})"(?: s="(\d{1,6})")?(?: t="([A-Za-z]{1,9})")? ?"""
    r"""(?:/>|>(?:<f(?: [^<>]*)?(?:/>|>([^<]*)</f>))?(?:<v>([^<]*)</v>|<v ?/>)?"""
    rf"""(?:<is>({_TEXT}|{_RUNS})</is>)?</c>)"""
    r"""|<row r="(\d{1,7})"(?: [^<>]*)?>|</row>|\s+)"""
)
_TEXTS = re.compile(r"<t(?: [^<>]*)?>([^<]*)</t>")
_ENTITY = re.compile(r"&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9A-Fa-f]{1,6}));|&")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_COLUMNS: dict[str, int] = {}


StoredCell = tuple[int, int, str, str, str | None, str | None, str]
"""A cell: its row and column; the kind of its value, as the file names it; the place of its style; its value, None
where the file holds none; its formula, None where there is none and empty where it is told elsewhere; and the text
that stands in the cell itself. A plain tuple, as a form has a thousand."""


def plain_cells(data: bytes) -> Iterator[StoredCell] | None:
    """The cells in which something is stored, or None where the sheet is not written plainly.

    Raises:
        RefusalError: ``form.truncated``: a cell says that it is where none can be.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    before, _start, rest = text.partition("<sheetData>")
    content, end, after = rest.partition("</sheetData>")
    if (
        not end
        or "<!" in text
        or "sheetData" in after
        or not _is_root(before)
        or ("&" in content and not _sound(content))
    ):
        return None
    tokens = _TOKEN.findall(content)
    if sum(len(token[0]) for token in tokens) != len(content):
        return None
    return _plain(tokens)


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
        if value and not formula:
            yield (
                number,
                known(letters) or _column(letters + row, number),
                kind or "n",
                style,
                _unescape(value),
                None,
                "",
            )
        elif inline or whole[-2] != "/":
            yield (
                number,
                known(letters) or _column(letters + row, number),
                kind or "n",
                style,
                _unescape(value) if "<v" in whole else None,
                _unescape(formula) if "<f" in whole else None,
                _unescape("".join(_TEXTS.findall(inline))),
            )


def _is_root(before: str) -> bool:
    """Whether what stands before the rows opens the sheet with names that need no prefix."""
    return "<worksheet " in before and 'xmlns="' in before and "sheetData" not in before


def _sound(content: str) -> bool:
    return all(found.lastindex for found in _ENTITY.finditer(content))


def _unescape(text: str) -> str:
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
    number = 0
    for letter in found[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    if number > bounds.COLUMNS:
        raise RefusalError("form.truncated")
    _COLUMNS[found[1]] = number
    return number
