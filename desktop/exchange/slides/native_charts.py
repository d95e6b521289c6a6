"""Charts of a deck, which PowerPoint can edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.chart.data import CategoryChartData
from pptx.dml.line import LineFormat
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from desktop import characters
from desktop.exchange.figures.data import Role, Series
from desktop.exchange.slides.measuring import LEAST
from desktop.exchange.slides.slide import ChartKind, ChartSlide, Room

if TYPE_CHECKING:
    from pptx.chart.chart import Chart
    from pptx.chart.series import BarSeries, RadarSeries
    from pptx.slide import Slide

COLOURS = {
    Role.NOW: MSO_THEME_COLOR.ACCENT_1,
    Role.SURVEY: MSO_THEME_COLOR.ACCENT_2,
    Role.TARGET: MSO_THEME_COLOR.TEXT_1,
    Role.LAST: MSO_THEME_COLOR.ACCENT_3,
}
_DASHES = {
    Role.SURVEY: MSO_LINE_DASH_STYLE.DASH,
    Role.TARGET: MSO_LINE_DASH_STYLE.ROUND_DOT,
    Role.LAST: MSO_LINE_DASH_STYLE.DASH_DOT,
}
_MARKERS = {
    Role.NOW: XL_MARKER_STYLE.CIRCLE,
    Role.SURVEY: XL_MARKER_STYLE.SQUARE,
    Role.TARGET: XL_MARKER_STYLE.DIAMOND,
    Role.LAST: XL_MARKER_STYLE.TRIANGLE,
}
"""So that lines differ without colour, too."""

_GROUNDS = (MSO_THEME_COLOR.ACCENT_1, MSO_THEME_COLOR.ACCENT_4, MSO_THEME_COLOR.BACKGROUND_2)
"""Of bars, those that count most first: the darker, the more, without colour, too."""

_FOR_LABELS = 1.14
"""How much longer an axis is than its last line, so that a value fits beside the longest bar."""

_BETWEEN_NAMES = {"xMode": "edge", "yMode": "edge", "x": 0.3, "y": 0.17, "w": 0.4, "h": 0.66}
"""Where the web of a radar stands, in shares of the chart."""
_BESIDE_LEGEND = 0.2
"""Where it begins at the left, so that the names at its right stay off the legend."""

_TALLEST, _AROUND, _BAR = 420.0, 84.0, 42.0

_LONGEST = 60
"""Letters of a name; its whole stands in the alt text."""


def add_chart(slide: Slide, content: ChartSlide, room: Room) -> None:
    """Put a chart on a slide."""
    data = CategoryChartData(number_format="General")  # type: ignore[no-untyped-call]  # python-pptx's
    data.categories = _names(content)
    for series in content.series:
        data.add_series(characters.one_line(series.name), series.values)  # type: ignore[no-untyped-call]  # python-pptx's
    kind = XL_CHART_TYPE.RADAR_MARKERS if content.kind is ChartKind.RADAR else XL_CHART_TYPE.BAR_CLUSTERED
    frame = slide.shapes.add_chart(kind, Pt(room.left), Pt(room.top), Pt(room.width), Pt(room.height), data)  # type: ignore[arg-type]  # what it takes, by its own words
    about = frame._element.nvGraphicFramePr.cNvPr  # noqa: SLF001 - alt texts have no words in python-pptx
    about.set("descr", characters.text(content.alt))
    chart: Chart = frame.chart  # type: ignore[attr-defined]  # python-pptx's
    chart.has_title = False
    chart.font.size = Pt(LEAST)
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    chart.has_legend = len(content.series) > 1
    if chart.has_legend:
        web = content.kind is ChartKind.RADAR
        chart.legend.position = XL_LEGEND_POSITION.RIGHT if web else XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
        chart.legend.font.size = Pt(LEAST)
    _axes(chart, content)
    for shown, series in zip(chart.plots[0].series, content.series, strict=True):
        if content.kind is ChartKind.RADAR:
            _line(shown, series)
        else:
            _bars(shown, series, content)
    if content.kind is ChartKind.RADAR:
        _spread(chart)


def chart_height(content: ChartSlide) -> float:
    """How high a chart is where there is room, in points: few bars are not to be blocks."""
    if content.kind is ChartKind.RADAR:
        return _TALLEST
    bars = len(content.names) * (1 if content.stacked else len(content.series))
    return min(_TALLEST, _AROUND + bars * _BAR)


def _spread(chart: Chart) -> None:
    """The web takes the room that the names around it leave: programs make it small otherwise."""
    area = chart._chartSpace.chart.plotArea  # noqa: SLF001 - python-pptx has no words for layouts
    known = area.find(qn("c:layout"))
    if known is not None:
        area.remove(known)
    places = {**_BETWEEN_NAMES, "x": _BESIDE_LEGEND} if chart.has_legend else _BETWEEN_NAMES
    told = "".join(f'<c:{key} val="{value}"/>' for key, value in places.items())
    area.insert(
        0,
        parse_xml(
            f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/>{told}</c:manualLayout></c:layout>'
        ),
    )


def _names(content: ChartSlide) -> list[str]:
    """Around a radar each with its value beneath, as there are no labels at its points."""
    names = [name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…" for name in content.names]
    if content.kind is ChartKind.RADAR and content.labels:
        names = [f"{name}\n{label}" for name, label in zip(names, content.labels, strict=True)]
    return [characters.text(name) for name in names]


def _axes(chart: Chart, content: ChartSlide) -> None:
    values, names = chart.value_axis, chart.category_axis
    room = _FOR_LABELS if content.kind is ChartKind.BARS else 1.0
    values.minimum_scale, values.maximum_scale, values.major_unit = 0, content.top * room, content.step
    values.has_major_gridlines = True
    values.major_gridlines.format.line.color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
    values.format.line.fill.background()
    values.tick_labels.font.size = names.tick_labels.font.size = Pt(LEAST)
    if content.kind is ChartKind.RADAR:
        values.tick_label_position = XL_TICK_LABEL_POSITION.NONE
        values.major_gridlines.format.line.color.theme_color = MSO_THEME_COLOR.ACCENT_4
        return
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = "0", False
    names.reverse_order = True
    names.has_major_gridlines = False
    names.format.line.color.theme_color = MSO_THEME_COLOR.ACCENT_3
    values.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    chart.plots[0].gap_width, chart.plots[0].overlap = 45, 100 if content.stacked else 0


def _line(shown: RadarSeries, series: Series) -> None:
    line: LineFormat = shown.format.line
    line.color.theme_color = COLOURS[series.role]
    line.width = Pt(3.5 if series.role is Role.NOW else 2.25)
    if series.role in _DASHES:
        line.dash_style = _DASHES[series.role]
    marker = shown.marker
    marker.style, marker.size = _MARKERS[series.role], 10
    marker.format.fill.solid()
    marker.format.fill.fore_color.theme_color = (
        COLOURS[series.role] if series.role is Role.NOW else MSO_THEME_COLOR.BACKGROUND_1
    )
    marker.format.line.color.theme_color = COLOURS[series.role]


def _bars(shown: BarSeries, series: Series, content: ChartSlide) -> None:
    ground = content.grounds[min(content.series.index(series), len(content.grounds) - 1)]
    shown.format.fill.solid()
    if ground == len(_GROUNDS) - 1:
        shown.format.line.color.theme_color = MSO_THEME_COLOR.ACCENT_3
    shown.format.fill.fore_color.theme_color = _GROUNDS[ground]
    shown.invert_if_negative = False
    labels = shown.data_labels
    labels.show_value, labels.position = True, XL_LABEL_POSITION.OUTSIDE_END
    labels.number_format, labels.number_format_is_linked = '0.0" %"' if content.percent else "General", False
    labels.font.size = Pt(LEAST)
