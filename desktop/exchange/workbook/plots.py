"""From the rows of a sheet to the cells that a chart shows."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.exchange.workbook.charts import Cells, Dash, Line
from desktop.exchange.workbook.page import Place, Span


def cells(place: Place, column: int, values: Sequence[str | float | None]) -> Cells:
    """The cells of a column of a table, with what stands in them."""
    return Cells(place.page.cell_range(column, place.span), tuple(values))


def line(
    place: Place, column: int, name: str, values: Sequence[float | None], colour: str, dash: Dash = "solid"
) -> Line:
    """A series from a column of a table, named by its heading."""
    heading = Span(place.heading, place.heading)
    return Line(
        name=Cells(place.page.cell_range(column, heading), (name,)),
        numbers=cells(place, column, values),
        colour=colour,
        dash=dash,
    )
