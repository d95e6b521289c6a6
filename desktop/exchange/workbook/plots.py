"""From a table of a sheet to what a chart shows of it."""

from __future__ import annotations

from desktop.exchange.workbook.charts import Dash, Line, Names
from desktop.exchange.workbook.page import Place


def names_in(place: Place, key: str) -> Names:
    """The cells of a column of a table as names of bars or spokes."""
    return Names(place.cells(key), place.span.last - place.span.first + 1)


def line(place: Place, key: str, colour: str, dash: Dash = "solid") -> Line:
    """A series from a column of a table, named by its heading."""
    number = place.number(key)
    return Line(
        name=place.page.cell_name(number, place.heading),
        numbers=place.cells(key),
        values=place.numbers(key),
        colour=colour,
        dash=dash,
    )
