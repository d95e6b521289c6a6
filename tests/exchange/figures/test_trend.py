from __future__ import annotations

import datetime as dt

from matplotlib.figure import Figure

from desktop.exchange.figures.drawing import trend
from desktop.exchange.figures.figure_paper import PIXELS_PER_INCH, FigurePaper
from desktop.exchange.figures.trend import TrendData
from desktop.exchange.tokens import tokens
from tests.exchange.figures.strokes import Stroke, noted

FIRST, MIDDLE, LAST = dt.date(2031, 1, 1), dt.date(2031, 3, 1), dt.date(2031, 6, 30)
LIGHT = tokens("light")


def drawn(data: TrendData, width: float = 260) -> list[Stroke]:
    paper = FigurePaper(Figure(figsize=(width / PIXELS_PER_INCH, 130 / PIXELS_PER_INCH), dpi=PIXELS_PER_INCH), LIGHT)
    paper.margin = 3.0
    strokes = noted(paper)
    trend(data).draw(paper)
    for stroke in strokes:
        assert all(0 <= x <= width and 0 <= y <= 130 for x, y in stroke.points)
    return strokes


def words(strokes: list[Stroke]) -> list[str]:
    return [stroke.words for stroke in strokes if stroke.verb == "write"]


def dashed(strokes: list[Stroke]) -> list[Stroke]:
    return [stroke for stroke in strokes if any(isinstance(each, tuple) and "dashes" in each for each in stroke.look)]


def test_readings_go_up_and_to_the_right_beside_the_way_to_the_target() -> None:
    data = TrendData(((FIRST, 10.0), (MIDDLE, 40.5)), ((FIRST, 10.0), (LAST, 95.0)))
    strokes = drawn(data)
    readings, (way,) = strokes[-1], dashed(strokes)
    (x, y), (later, higher) = readings.points
    assert later > x
    assert higher < y
    assert way.points[0] == readings.points[0]
    assert way.points[1][1] < higher
    assert words(strokes) == ["10", "95", "2031-01-01", "2031-06-30"]
    assert trend(data).words == "2031-01-01 10, 2031-03-01 40.5; target 95 by 2031-06-30"


def test_the_target_lies_across_where_there_is_no_way() -> None:
    (across,) = dashed(drawn(TrendData(((FIRST, 3.0), (LAST, 4.0)), target=5.0)))
    assert across.points[0][1] == across.points[1][1]
    assert not dashed(drawn(TrendData(((FIRST, 3.0), (LAST, 4.0)))))


def test_one_reading_and_equal_values_lie_in_the_middle() -> None:
    strokes = drawn(TrendData(((FIRST, 3.0),), target=3.0))
    assert words(strokes) == ["3", "2031-01-01"]
    ((x, _y),) = strokes[-1].points
    base = next(stroke for stroke in strokes if stroke.verb == "line").points
    assert x == (base[0][0] + base[1][0]) / 2


def test_without_readings_nothing_is_drawn_or_told() -> None:
    data = TrendData((), ((FIRST, 1.0), (LAST, 2.0)), 2.0)
    assert drawn(data) == []
    assert trend(data).words == ""
