"""Charts of measures: the values read over time, with the target, side by side below the table of measures."""

from __future__ import annotations

from itertools import groupby

from xlsxwriter.chart import Chart

from desktop.exchange.tables.readings import ReadingRow
from desktop.exchange.workbook.charts import time_chart
from desktop.exchange.workbook.page import Page, Place, Span

_ROWS, _BESIDE = 13, 3
_FEWEST = 2
"""A single value is no line."""


def add(page: Page, readings: Place) -> None:
    """Add a chart for each measure that was read more than once.

    Args:
        page: the sheet of measures.
        readings: where all readings stand.
    """
    charts = [
        _chart(readings, Span(rows[0][0], rows[-1][0]), rows[0][1], rows[-1][1])
        for _measure, found in groupby(
            enumerate(readings.table.rows, start=readings.span.first), key=lambda each: each[1].key
        )
        if len(rows := list(found)) >= _FEWEST
    ]
    for first in range(0, len(charts), _BESIDE):
        row = page.chart_room(_ROWS)
        for place, chart in enumerate(charts[first : first + _BESIDE]):
            page.add_chart(chart, row, _ROWS, part=(place, _BESIDE))


def _chart(readings: Place, rows: Span, first: ReadingRow, last: ReadingRow) -> Chart:
    page, values = readings.page, readings.number("reading.value")

    def cells(key: str) -> str:
        return page.cell_range(readings.number(key), rows)

    measure, begins, ends = first.measure, first.reading.day, last.reading.day
    return time_chart(
        page.workbook,
        f"{measure.name} ({measure.unit})" if measure.unit else measure.name,
        (cells("reading.day"), (ends - begins).days if begins and ends else 0),
        (page.cell_name(values, readings.heading), cells("reading.value")),
        (page.cell_name(readings.number("measure.target"), readings.heading), cells("measure.target"))
        if measure.target is not None
        else None,
    )
