"""What the tables of Word and PDF files say, read off the files alone: which numbers stand in which column and row.

Columns of a PDF are found by where they stand and by their headings, rows by the line in which every number has its
first letter.
"""

from __future__ import annotations

import math
import re
import subprocess
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from docx.table import Table as WordTable

from desktop.exchange.board_tables import results
from desktop.exchange.deliverable import Deliverable
from desktop.exchange.reports.blocks import Document, Grid
from desktop.exchange.reports.type_sizes import sizes
from desktop.exchange.tables.actions import actions
from desktop.exchange.tables.measures import measures
from desktop.exchange.tables.model_tables import tables_of
from desktop.exchange.tables.table import AnyTable, Column, Kind
from desktop.exchange.tables.words import for_cell
from tests.exchange.reports.documents import opened
from tests.programs import program

NUMBERS = {Kind.LEVEL, Kind.COUNT, Kind.PERCENT, Kind.INDEX, Kind.CONSENSUS, Kind.DECIMAL}

_ROUNDED = {Kind.INDEX, Kind.CONSENSUS}
"""What people read with two decimals."""
_SHOWN, _HALF = 2, 0.005 + 1e-9

_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
_POINTS = 72 / 25.4
_PAGE_WIDTH = 210.0


class Said(NamedTuple):
    """A number in a document.

    Attributes:
        table: the table that it belongs to.
        row: of it.
        column: of it.
        value: what the document says, or what it rounds; not a number where it says something else.
    """

    table: AnyTable
    row: Any
    column: Column[Any]
    value: float


class _Placed(NamedTuple):
    page: int
    top: float
    left: float
    text: str


def of_word(content: bytes, deliverable: Deliverable) -> Iterator[Said]:
    """The numbers in the tables of a Word file."""
    for found in opened(content).tables:
        rows = [[cell.text for cell in row.cells] for row in _rows(found)]
        table = _told_in(deliverable, rows[0], len(rows) - 1, [row[0] for row in rows[1:]])
        if table is None:
            continue
        for item, row in zip(table.rows, rows[1:], strict=True):
            for heading, text in zip(rows[0], row, strict=True):
                yield from _said(table, item, heading, text)


def of_pdf(content: bytes, document: Document, deliverable: Deliverable, folder: Path) -> Iterator[Said]:
    """The numbers in the tables of a PDF file.

    Args:
        content: the file.
        document: what it was made of, which tells how wide columns are.
        deliverable: what that is about.
        folder: for the file.
    """
    words = _words(content, folder)
    side = sizes(dense=document.dense).margins[0]
    for grid in (block for block in document.blocks if isinstance(block, Grid)):
        headings = [column.heading for column in grid.columns]
        table = _told_in(deliverable, headings, len(grid.rows), [row[0].text for row in grid.rows])
        if table is None:
            continue
        kinds = {column.heading: column.kind for column in table.columns}
        ends, columns = side * _POINTS, {}
        all_ = sum(column.share for column in grid.columns)
        for column in grid.columns:
            begins, ends = ends, ends + (_PAGE_WIDTH - 2 * side) * _POINTS * column.share / all_
            if kinds[column.heading] in NUMBERS:
                columns[column.heading] = [word for word in words if begins <= word.left < ends]
        if not columns:
            continue
        starts = [_after_heading(heading, column) for heading, column in columns.items()]
        start = min(set(starts[0]).intersection(*starts[1:]))
        lines = {heading: dict(_lines(column, start)) for heading, column in columns.items()}
        first, *others = lines.values()
        anchors = [place for place in first if all(place in other for other in others)]
        said = [place for place in anchors if not all(lines[each][place] in each for each in lines)][: len(grid.rows)]
        for item, place in zip(table.rows, said, strict=True):
            for heading in lines:
                yield from _said(table, item, heading, lines[heading][place])
        words = [word for word in words if (word.page, word.top) > said[-1]]


def _told_in(deliverable: Deliverable, headings: Sequence[str], rows: int, first: Sequence[str]) -> AnyTable | None:
    """The table that has these headings, so many rows, and these words in the first column."""
    tables: list[AnyTable] = [results(deliverable), actions(deliverable), measures(deliverable.actions)]
    tables += [table for part in deliverable.models for table in tables_of(part).summary(part)]
    for table in tables:
        known = {column.heading: column for column in table.columns}
        if not set(headings) <= known.keys() or len(table.rows) != rows:
            continue
        leading = known[headings[0]]
        if leading.kind in NUMBERS or [str(leading.value(row)) for row in table.rows] == [*first]:
            return table
    return None


def _said(table: AnyTable, item: Any, heading: str, text: str) -> Iterator[Said]:
    (column,) = [each for each in table.columns if each.heading == heading]
    value = for_cell(column.value(item))
    plain = text.replace("%", "").replace(",", ".").strip()
    number = float(plain) if re.fullmatch(r"-?\d+(\.\d+)?", plain) else math.nan
    if column.kind not in NUMBERS:
        return
    if not isinstance(value, int | float) or isinstance(value, bool):
        if not math.isnan(number):
            yield Said(table, item, column, number)
        return
    rounded = column.kind in _ROUNDED and len(plain.partition(".")[2]) >= _SHOWN
    yield Said(table, item, column, value if rounded and abs(number - value) <= _HALF else number)


def _rows(table: WordTable) -> Sequence[Any]:
    return [*table.rows]


def _words(content: bytes, folder: Path) -> list[_Placed]:
    """The words of a PDF in the order of its pages and lines."""
    (folder / "read.pdf").write_bytes(content)
    ran = subprocess.run(
        [program("pdftotext"), "-bbox", str(folder / "read.pdf"), "-"], check=True, capture_output=True, text=True
    )
    found = []
    for page, told in enumerate(ran.stdout.split("<page ")[1:], start=1):
        for left, top, _right, _bottom, text in _WORD.findall(told):
            found.append(_Placed(page, round(float(top), 1), float(left), text.replace("&amp;", "&")))
    return sorted(found, key=lambda word: (word.page, word.top, word.left))


def _lines(words: Sequence[_Placed], start: tuple[int, float]) -> Iterator[tuple[tuple[int, float], str]]:
    """What a column says line by line below a place."""
    below = [word for word in words if (word.page, word.top) > start]
    for place, line in groupby(below, key=lambda word: (word.page, word.top)):
        yield place, " ".join(word.text for word in line)


def _after_heading(heading: str, words: Sequence[_Placed]) -> Iterator[tuple[int, float]]:
    """Where the last line of a heading stands, each time that it does."""
    wanted = heading.split()
    for at in range(len(words) - len(wanted) + 1):
        if [word.text for word in words[at : at + len(wanted)]] == wanted:
            last = words[at + len(wanted) - 1]
            yield last.page, last.top
