from __future__ import annotations

import datetime as dt

from desktop.ui.widgets.trend import Trend

FIRST, LAST = dt.date(2031, 1, 1), dt.date(2031, 6, 30)


def test_it_tells_its_values_and_draws_them(qtbot) -> None:
    trend = Trend("Readings")
    qtbot.addWidget(trend)
    trend.resize(260, 130)
    empty = trend.grab().toImage()
    trend.show_points([(FIRST, 10.0), (dt.date(2031, 3, 1), 40.5)], ((FIRST, 10.0), (LAST, 95.0)))

    assert trend.accessibleName() == "Readings: 2031-01-01 10, 2031-03-01 40.5; target 95 by 2031-06-30"
    assert trend.grab().toImage() != empty


def test_a_single_reading_and_equal_values_are_drawn_too(qtbot) -> None:
    trend = Trend("Readings")
    qtbot.addWidget(trend)
    trend.resize(260, 130)
    trend.show_points([(FIRST, 3.0)])
    one = trend.grab().toImage()
    trend.show_points([(FIRST, 3.0)], target=3.0)
    assert trend.grab().toImage() != one
    trend.show_points([])
    assert trend.accessibleName() == "Readings"
