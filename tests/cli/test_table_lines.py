from __future__ import annotations

from desktop.cli.table_lines import table_lines
from desktop.exchange.tables.table import Column, Table
from desktop.model.maturity.refs import Ref


def test_columns_are_as_wide_as_their_widest_cell_and_headings_are_wrapped_to_that() -> None:
    columns = (
        Column[str]("a", "A heading of some length", 9, "One.", read=lambda row: row),
        Column[str]("b", "B", 9, "Two.", read=lambda row: row[:1]),
    )
    table = Table("T", "About.", columns, ["long cell here", "x"], lambda row: Ref("", row))
    assert list(table_lines(table)) == ["A heading of    B", "some length", "long cell here  l", "x               x"]
