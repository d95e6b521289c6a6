"""Tables in text files: cells with commas, semicolons or tabs between, as programs save them."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from itertools import islice
from pathlib import Path

from msgspec import Struct

from desktop.characters import NO_TEXT
from desktop.exchange.foreign_models.sheet_grids import MOST_ROWS
from desktop.exchange.forms.sheet_cells import SheetCells
from desktop.model import bounds
from desktop.model.assessment.forms import Unclear
from desktop.model.errors import RefusalError
from desktop.model.files.plain_files import begins_with, read_plain

TABLES = (".csv", ".tsv", ".tab")
"""How names of such files end; one without such a name can be one, too."""

MOST_CELLS = 200_000

_WORKBOOK = b"PK\x03\x04"
_WORKBOOKS = (".xlsx", ".xls", ".xlsm", ".ods")
_PACKS = (".yaml", ".yml", ".json")
_SEPARATORS = (",", ";", "\t")
_LOOKED_AT = 100
"""Rows from which the separator is told."""

_LOOKED_IN = 200_000
"""Characters in which these are looked for."""

_NAMED = re.compile(r"sep=([,;\t])\r?\n", re.IGNORECASE)
"""A first line by which programs say the separator; it is no row of the table."""

_YAML = re.compile(r"^[\"']?(?:format|scheme|kinds|parts|objects)[\"']?[ \t]*:|\A\s*(?:\{|%YAML|---)", re.MULTILINE)
_ERROR = re.compile(r"#(?:REF|DIV/0|VALUE|NUM|NULL)!|#NAME\?|#N/A")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class SeparatedTable(Struct, frozen=True):
    """A table.

    Attributes:
        cells: as those of a sheet that is called like the file.
        old_letters: whether it was read as Windows-1252, since it is not UTF-8.
    """

    cells: SheetCells
    old_letters: bool


def is_workbook(path: Path) -> bool:
    """Whether a file begins as an archive does; what cannot be read is told by who reads it."""
    return begins_with(path, _WORKBOOK) or path.suffix.lower() in _WORKBOOKS


def separated_table(path: Path) -> SeparatedTable | None:
    """The table in a text file; None where there is none, such as in YAML.

    Raises:
        RefusalError: ``table.broken`` with ``path`` and ``line``; ``table.cells_many`` with ``path`` and ``limit``;
            those of `read_plain`, for what is called a table.
    """
    named = path.suffix.lower() in TABLES
    if path.suffix.lower() in _PACKS:
        return None
    try:
        data = read_plain(path, bounds.PACK_BYTES)
    except RefusalError:
        if named:
            raise
        return None
    text, old_letters = _decoded(data)
    if NO_TEXT.search(text) or (not named and _YAML.search(text)):
        return None
    said = _NAMED.match(text)
    text = text[said.end() :] if said else text
    separator = said[1] if said else max(_SEPARATORS, key=lambda each: _fit(text, each))
    if not (named or said or _fit(text, separator)):
        return None
    return SeparatedTable(_cells(path, text, separator), old_letters)


def _decoded(data: bytes) -> tuple[str, bool]:
    """The text, and whether it is in old letters; a text with what no text holds where it is none."""
    name = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(name), False
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), True
    except UnicodeDecodeError:
        return "\0", True


def _fit(text: str, separator: str) -> int:
    """How well a separator divides a text: the cells besides the first in rows that have equally many."""
    widths: Counter[int] = Counter()
    try:
        rows = csv.reader(io.StringIO(text[:_LOOKED_IN], newline=""), delimiter=separator)
        for row in islice(rows, _LOOKED_AT):
            widths[len(row)] += 1
    except csv.Error:
        pass
    return max(((width - 1) * count for width, count in widths.items() if width), default=0)


def _cells(path: Path, text: str, separator: str) -> SheetCells:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: dict[int, dict[int, str]] = {}
    unclear: dict[tuple[int, int], Unclear] = {}
    count = 0
    try:
        for number, cells in enumerate(reader, 1):
            row = {column: cell for column, cell in enumerate(cells, 1) if cell and not cell.isspace()}
            count += len(row)
            if count > MOST_CELLS or len(cells) > bounds.COLUMNS:
                raise RefusalError("table.cells_many", path=path, limit=MOST_CELLS)
            if row:
                rows[number] = row
            unclear |= {(number, column): Unclear.ERROR for column, cell in row.items() if _ERROR.fullmatch(cell)}
            if len(rows) > MOST_ROWS:
                break
    except csv.Error as error:
        raise RefusalError("table.broken", path=path, line=reader.line_num) from error
    return SheetCells(path.name, rows, unclear)
