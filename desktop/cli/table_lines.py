"""A table as lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from textwrap import wrap

from desktop.exchange.tables.table import AnyTable
from desktop.exchange.tables.words import in_line

_LEAST = 10
"""So much of a heading stands in one line."""


def table_lines(table: AnyTable) -> Iterator[str]:
    """A table with columns as wide as their widest cell, and headings wrapped to that."""
    texts = [[in_line(column.value(row), column.kind) for row in table.rows] for column in table.columns]
    widths = [
        max(map(len, [column.heading[:_LEAST], *column.heading.split(), *cells]))
        for column, cells in zip(table.columns, texts, strict=True)
    ]
    headings = [wrap(column.heading, width) for column, width in zip(table.columns, widths, strict=True)]
    for line in (*zip_longest(*headings, fillvalue=""), *zip(*texts, strict=True)):
        yield "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
