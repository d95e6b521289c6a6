"""From the rows of a sheet to the cells that a chart shows."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.exchange.workbook.charts import Dash, Line, Names
from desktop.exchange.workbook.page import Place


def names_in(place: Place, column: int) -> Names:
    """The cells of a column of a table as names of bars or spokes."""
    return Names(place.page.cell_range(column, place.span), place.span.last - place.span.first + 1)


def line(place: Place, column: int, values: Sequence[float | None], colour: str, dash: Dash = "solid") -> Line:
    """A series from a column of a table with such values, named by its heading."""
    return Line(
        name=place.page.cell_name(column, place.heading),
        numbers=place.page.cell_range(column, place.span),
        values=tuple(values),
        colour=colour,
        dash=dash,
    )
