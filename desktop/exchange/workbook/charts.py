"""Native charts of a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from msgspec import Struct
from xlsxwriter import Workbook
from xlsxwriter.chart import Chart

from desktop.exchange.heights import FONT
from desktop.exchange.workbook.look import COLOURS
from desktop.wording.manners import day_format

FEWEST_SPOKES = 3
PERCENTS = (100, 25)
"""The end of an axis of shares, and its steps."""

_SMALL, _BIG = 9, 12
"""Sizes of type in points."""

_WIDE, _THIN = 2.25, 1.0
"""Widths of lines in points."""

_DAYS_TOLD = 3
"""So many steps an axis of days has at most."""

_ROOMY = 0.85
"""Beside a bar of at most this share of its axis there is room for a name."""

Dash = Literal["solid", "dash", "round_dot"]
"""How a line is drawn; each has a marker of its own, so that lines differ without colour."""

_MARKERS: dict[Dash, tuple[str, int]] = {"solid": ("circle", 5), "dash": ("square", 5), "round_dot": ("diamond", 7)}
"""Marker and its size."""

_BETWEEN_NAMES = {"x": 0.15, "y": 0.21, "width": 0.7, "height": 0.58}
"""Where the web of a radar stands, in shares of the chart: its spokes' names take the rest."""


class Line(Struct, frozen=True):
    """A series of a chart.

    Attributes:
        name: the cell of its name, as a formula.
        numbers: its cells, as a formula.
        values: what stands in them.
        colour: as ``#rrggbb``.
    """

    name: str
    numbers: str
    values: tuple[float | None, ...]
    colour: str
    dash: Dash = "solid"


class Names(Struct, frozen=True):
    """The names around a radar or of bars.

    Attributes:
        cells: where they stand, as a formula.
        count: how many there are.
    """

    cells: str
    count: int


def web_chart(
    workbook: Workbook,
    title: str,
    spokes: Names,
    lines: Sequence[Line],
    *,
    axis: tuple[int, int] = PERCENTS,
) -> Chart:
    """Values around a circle: a radar, or bars where there are fewer than three spokes.

    Args:
        workbook: where it goes.
        title: what it shows.
        spokes: the names around it.
        lines: its series; one without any value is left out.
        axis: the end of the axes, which begin at 0, and their steps.
    """
    if spokes.count < FEWEST_SPOKES:
        return bar_chart(workbook, title, spokes, lines, axis=axis)
    chart = _chart(workbook, {"type": "radar", "subtype": "with_markers"})
    chart.set_plotarea({"layout": _BETWEEN_NAMES})
    for line in _shown(lines):
        kind, size = _MARKERS[line.dash]
        ground = line.colour if line.dash == "solid" else COLOURS.surface
        stroke = {"color": line.colour, "width": _WIDE if line.dash == "solid" else _THIN, "dash_type": line.dash}
        marker = {"type": kind, "size": size, "fill": {"color": ground}, "border": {"color": line.colour}}
        chart.add_series({**_series(line, spokes), "line": stroke, "marker": marker})
    _dress(chart, title)
    _axes(chart, *axis, bars=False)
    return chart


def bar_chart(
    workbook: Workbook, title: str, bars: Names, lines: Sequence[Line], *, axis: tuple[int, int] = PERCENTS
) -> Chart:
    """Bars beside each other.

    Args:
        workbook: where it goes.
        title: what it shows.
        bars: the names of the groups of bars, from the top.
        lines: one bar of each in each group; those without any value are left out.
        axis: the end of the axis, which begins at 0, and its steps.
    """
    chart = _chart(workbook, {"type": "bar"})
    for line in _shown(lines):
        labels = _called_once(line, axis[0])
        chart.add_series({**_series(line, bars), "fill": {"color": line.colour}, "gap": 60, "data_labels": labels})
    _dress(chart, title)
    chart.set_legend({"none": True})
    _axes(chart, *axis)
    return chart


def stacked_chart(workbook: Workbook, title: str, bars: Names, parts: Sequence[Line]) -> Chart:
    """Counts side by side on one bar each.

    Args:
        workbook: where it goes.
        title: what it shows.
        bars: the names of the bars, from the top.
        parts: what they are made of, from the left; one without any value above 0 is left out.
    """
    chart = _chart(workbook, {"type": "bar", "subtype": "stacked"})
    shown = [part for part in parts if any(part.values)]
    for part in shown or parts[:1]:
        border = {"color": COLOURS.mute, "width": _THIN / 2}
        chart.add_series({**_series(part, bars), "fill": {"color": part.colour}, "border": border, "gap": 40})
    _dress(chart, title)
    _axes(chart, None, 1)
    return chart


def time_chart(
    workbook: Workbook, title: str, days: tuple[str, int], read: tuple[str, str], target: tuple[str, str] | None
) -> Chart:
    """Values over time, with the target as a straight line.

    Args:
        workbook: where it goes.
        title: what was read.
        days: the cells of the days, as a formula, and how many days lie between the first and the last.
        read: the cell of the values' name and their cells, likewise.
        target: likewise, the same number of cells; None for no target.
    """
    chart = _chart(workbook, {"type": "line"})
    marker = {"type": "circle", "size": 5, "fill": {"color": COLOURS.accent}, "border": {"color": COLOURS.accent}}
    solid = {"color": COLOURS.accent, "width": _WIDE}
    dotted = {"color": COLOURS.text, "width": _THIN, "dash_type": "round_dot"}
    for (name, values), line, point in (
        (read, solid, marker),
        *([(target, dotted, {"type": "none"})] if target else []),
    ):
        chart.add_series(
            {"name": f"={name}", "categories": f"={days[0]}", "values": f"={values}", "line": line, "marker": point}
        )
    _dress(chart, title)
    rule, small = {"color": COLOURS.line}, _font(_SMALL - 1, COLOURS.mute)
    step = {"date_axis": True, "major_unit": max(1, days[1] // _DAYS_TOLD), "major_unit_type": "days"}
    step |= {"minor_unit": 1, "minor_unit_type": "days"}
    chart.set_x_axis({**step, "num_format": day_format(), "num_font": small, "line": rule})
    chart.set_y_axis({"num_font": small, "line": rule, "major_gridlines": {"visible": True, "line": rule}})
    return chart


def _chart(workbook: Workbook, kind: dict[str, str]) -> Chart:
    chart = workbook.add_chart(kind)
    assert chart is not None
    return chart


def _shown(lines: Sequence[Line]) -> Sequence[Line]:
    return [line for line in lines if any(value is not None for value in line.values)] or lines[:1]


def _series(line: Line, names: Names) -> dict[str, Any]:
    """The values stand in the chart, too: left to itself, XlsxWriter shows an empty cell as 0 there."""
    return {
        "name": f"={line.name}",
        "categories": f"={names.cells}",
        "values": f"={line.numbers}",
        "values_data": list(line.values),
    }


def _called_once(line: Line, end: int) -> dict[str, Any]:
    """Its name at the first bar with room beside it: programs disagree about the order of a legend of such bars.

    Args:
        line: the bars.
        end: of the axis.
    """
    bars = [(number, value) for number, value in enumerate(line.values) if value is not None]
    roomy = [number for number, value in bars if value <= _ROOMY * end]
    first = next(iter(roomy), bars[0][0] if bars else 0)
    others: list[dict[str, Any] | None] = [{"delete": True}] * len(line.values)
    others[first : first + 1] = [None]
    position = "outside_end" if roomy else "inside_base"
    font = _font(_SMALL, COLOURS.text if roomy or line.colour != COLOURS.accent else COLOURS.surface)
    return {"series_name": True, "value": False, "position": position, "font": font, "custom": others}


def _dress(chart: Chart, title: str) -> None:
    chart.set_title({"name": title, "name_font": _font(_BIG, COLOURS.text, bold=True), "overlay": False})
    chart.show_blanks_as("gap")
    chart.set_legend({"position": "bottom", "font": _font(_SMALL, COLOURS.text)})
    chart.set_chartarea({"fill": {"color": COLOURS.surface}, "border": {"color": COLOURS.line}})


_DOWNWARDS = {"reverse": True, "crossing": "max", "interval_unit": 1}
"""Bars stand in the order of their rows, and their values below them."""


def _axes(chart: Chart, top: int | None, step: int, *, bars: bool = True) -> None:
    rule = {"color": COLOURS.line}
    names = {"num_font": _font(_SMALL, COLOURS.text)}
    values = {
        "min": 0,
        "max": top,
        "major_unit": step,
        "num_format": "0",
        "major_gridlines": {"visible": True, "line": rule},
        "line": rule,
        "num_font": _font(_SMALL - 1, COLOURS.mute),
    }
    if bars:  # their names stand along what XlsxWriter calls the y axis
        chart.set_y_axis({**names, **_DOWNWARDS, "major_gridlines": {"visible": False}})
        chart.set_x_axis(values)
    else:
        chart.set_x_axis({**names, "major_gridlines": {"visible": False}})
        chart.set_y_axis(values)


def _font(size: float, colour: str, *, bold: bool = False) -> dict[str, Any]:
    return {"name": FONT, "size": size, "color": colour, "bold": bold}
