"""What is not understood in a workbook of results, line by line with its place."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.exchange.past_results.past_workbooks import PastWorkbook, SaidResults
from desktop.language import _
from desktop.wording import past_results


def told_lines(book: PastWorkbook, said: SaidResults) -> Iterator[str]:
    """Cells that are not taken, then rows that one should know about."""
    place = _("{sheet}, row {row}, {column}: {told}")
    for each in said.unclear:
        told = past_results.cell_text(each.why, each.said, each.part, each.offered)
        yield place.format(sheet=each.sheet, row=each.row, column=each.column, told=told)
    place = _("{sheet}, row {row}: {told}")
    for row in book.told:
        told = past_results.row_text(row.notice, row.text, row.part)
        yield place.format(sheet=row.sheet, row=row.row, told=told)
