"""Native charts, with their values written into them so that previews are not empty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from openpyxl.chart import BarChart, RadarChart
from openpyxl.chart._chart import ChartBase
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import AxDataSource, NumData, NumDataSource, NumRef, NumVal, StrData, StrRef, StrVal
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties, RegularTextRun

from desktop import characters
from desktop.exchange.heights import FONT
from desktop.exchange.workbook.look import COLOURS

FEWEST_SPOKES = 3
PERCENTS = (100, 25)
"""The end of an axis of shares, and its steps."""

_SMALL, _BIG = 900, 1200
"""Sizes of type in hundredths of a point."""

_WIDE, _THIN = 28575, 12700
"""Widths of lines in English Metric Units: 2.25 and 1 point."""


Dash = Literal["solid", "dash", "sysDot"]
"""How a line is drawn; each has a marker of its own, so that lines differ without colour."""

_MARKERS: dict[Dash, Literal["circle", "square", "diamond"]] = {
    "solid": "circle",
    "dash": "square",
    "sysDot": "diamond",
}


class Cells(Struct, frozen=True):
    """Cells that a chart shows: where they are, and what stands in them."""

    formula: str
    values: tuple[str | float | None, ...]


class Line(Struct, frozen=True):
    """A series of a chart with the cell of its name."""

    name: Cells
    numbers: Cells
    colour: str
    dash: Dash = "solid"


def web_chart(
    title: str,
    spokes: Cells,
    lines: Sequence[Line],
    *,
    axis: tuple[int, int] = PERCENTS,
) -> ChartBase:
    """Values around a circle: a radar, or bars where there are fewer than three spokes.

    Args:
        title: what it shows.
        spokes: the names around it.
        lines: its series; one without any value is left out.
        axis: the end of the axes, which begin at 0, and their steps.
    """
    radar = len(spokes.values) >= FEWEST_SPOKES
    chart = _radar() if radar else _bars()
    _dress(chart, title)
    _axes(chart, *axis)
    chart.layout = Layout(manualLayout=ManualLayout(xMode="edge", yMode="edge", x=0.05, y=0.13, w=0.9, h=0.75))
    for number, line in enumerate(_shown(lines)):
        chart.series.append(_series(number, line, spokes, radar=radar))
    return chart


def bar_chart(title: str, bars: Cells, lines: Sequence[Line], *, axis: tuple[int, int] = PERCENTS) -> ChartBase:
    """Bars beside each other.

    Args:
        title: what it shows.
        bars: the names of the groups of bars, from the top.
        lines: one bar of each in each group; those without any value are left out.
        axis: the end of the axis, which begins at 0, and its steps.
    """
    chart = _bars()
    _dress(chart, title)
    _axes(chart, *axis)
    for number, line in enumerate(_shown(lines)):
        chart.series.append(_series(number, line, bars, radar=False))
    return chart


def stacked_chart(title: str, bars: Cells, parts: Sequence[Line]) -> ChartBase:
    """Counts side by side on one bar each.

    Args:
        title: what it shows.
        bars: the names of the bars, from the top.
        parts: what they are made of, from the left; one without any value above 0 is left out.
    """
    chart = _bars()
    chart.grouping = "stacked"
    chart.overlap = 100
    chart.gapWidth = 40
    _dress(chart, title)
    _axes(chart, None, 1)
    shown = [part for part in parts if any(part.numbers.values)]
    for number, part in enumerate(shown or parts[:1]):
        series = _series(number, part, bars, radar=False)
        border = LineProperties(solidFill=COLOURS.mute[1:], w=_THIN // 2)
        series.spPr = GraphicalProperties(solidFill=part.colour[1:], ln=border)
        chart.series.append(series)
    return chart


def _shown(lines: Sequence[Line]) -> Sequence[Line]:
    return [line for line in lines if any(value is not None for value in line.numbers.values)] or lines[:1]


def _dress(chart: ChartBase, title: str) -> None:
    chart.title = _title(title)
    chart.display_blanks = "gap"
    chart.legend = Legend(legendPos="b", txPr=_text(_SMALL, COLOURS.text), overlay=False)
    chart.graphical_properties = GraphicalProperties(
        solidFill=COLOURS.surface[1:], ln=LineProperties(solidFill=COLOURS.line[1:])
    )


def _radar() -> RadarChart:
    chart = RadarChart()
    chart.type = "marker"
    return chart


def _bars() -> BarChart:
    chart = BarChart()
    chart.type = "bar"
    chart.gapWidth = 60
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.tickLblSkip = 1
    return chart


def _axes(chart: RadarChart | BarChart, top: int | None, step: int) -> None:
    chart.x_axis.delete = False
    chart.y_axis.delete = False
    chart.y_axis.scaling.min = 0
    chart.y_axis.scaling.max = top
    chart.y_axis.majorUnit = step
    chart.y_axis.number_format = "0"
    chart.y_axis.crosses = "autoZero" if isinstance(chart, RadarChart) else "max"
    chart.y_axis.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill=COLOURS.line[1:])))
    chart.y_axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=COLOURS.line[1:]))
    chart.y_axis.txPr = _text(_SMALL - 100, COLOURS.mute)
    chart.x_axis.txPr = _text(_SMALL, COLOURS.text)


def _series(number: int, line: Line, spokes: Cells, *, radar: bool) -> Series:
    series = Series(
        idx=number,
        order=number,
        tx=SeriesLabel(strRef=_words(line.name)),
        cat=AxDataSource(strRef=_words(spokes)),
        val=NumDataSource(numRef=_numbers(line.numbers)),
    )
    stroke = LineProperties(solidFill=line.colour[1:], w=_WIDE if line.dash == "solid" else _THIN)
    if line.dash != "solid":
        stroke.prstDash = line.dash
    if radar:
        series.spPr = GraphicalProperties(ln=stroke)
        series.marker = Marker(symbol=_MARKERS[line.dash], size=5 if line.dash != "sysDot" else 7)
        ground = line.colour if line.dash == "solid" else COLOURS.surface
        series.marker.spPr = GraphicalProperties(solidFill=ground[1:], ln=LineProperties(solidFill=line.colour[1:]))
    else:
        series.spPr = GraphicalProperties(solidFill=line.colour[1:])
    return series


def _words(cells: Cells) -> StrRef:
    points = [
        StrVal(idx=number, v=characters.text(str(value)))
        for number, value in enumerate(cells.values)
        if value is not None
    ]
    return StrRef(f=cells.formula, strCache=StrData(ptCount=len(cells.values), pt=points))


def _numbers(cells: Cells) -> NumRef:
    points = [NumVal(idx=number, v=value) for number, value in enumerate(cells.values) if value is not None]
    return NumRef(f=cells.formula, numCache=NumData(formatCode="0.0", ptCount=len(cells.values), pt=points))


def _title(words: str) -> Title:
    title = Title(overlay=False)
    run = RegularTextRun(rPr=_character(_BIG, COLOURS.text, bold=True), t=words)
    title.tx = Text(rich=RichText(p=[Paragraph(pPr=ParagraphProperties(), r=[run])]))
    return title


def _text(size: int, colour: str) -> RichText:
    properties = ParagraphProperties(defRPr=_character(size, colour))
    paragraph = Paragraph(pPr=properties, endParaRPr=CharacterProperties())
    paragraph.r = []  # openpyxl puts an empty run there, which says nothing
    return RichText(p=[paragraph])


def _character(size: int, colour: str, *, bold: bool = False) -> CharacterProperties:
    return CharacterProperties(sz=size, b=bold, solidFill=colour[1:], latin=Font(typeface=FONT))
