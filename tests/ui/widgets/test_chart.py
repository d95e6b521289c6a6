"""Charts show drawings, tell their values, and are copied as pictures."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from desktop.exchange.figures import drawing
from desktop.exchange.figures.data import Axis, RadarData, Role, Series, Stair, StaircaseData, percents
from desktop.exchange.figures.trend import TrendData
from desktop.exchange.tokens import tokens
from desktop.ui import theme
from desktop.ui.deeds import DeedMenu
from desktop.ui.theme import current
from desktop.ui.widgets.chart import Chart, radar_chart, trend_chart, wide_chart

RADAR = RadarData(
    "",
    "",
    tuple(Axis(id_, f"Area {id_}", "60 %") for id_ in ("A", "B", "C")),
    (Series(Role.NOW, "Practices in place", (60.0, 60.0, 60.0)),),
    percents(),
    full_names=True,
)
STAIRS = StaircaseData("", "", (Stair(1, "Initial", "reached", True, 1.0), Stair(2, "Defined", "1 of 4", False, 0.25)))


@pytest.fixture
def ground(qtbot, closed_session) -> QWidget:
    ground = QWidget()
    ground.resize(400, 400)
    qtbot.addWidget(ground)
    return ground


@pytest.fixture
def radar(ground: QWidget, qtbot) -> Chart:
    radar = radar_chart("Levels")
    radar.setParent(ground)
    radar.resize(300, 300)
    radar.show_drawing(drawing.radar(RADAR))
    ground.show()
    ground.activateWindow()
    qtbot.waitUntil(ground.isActiveWindow)
    return radar


def test_ctrl_c_copies_the_drawing_without_the_frame_of_the_focus(radar: Chart, qtbot):
    unframed = radar.picture(current())
    radar.setFocus()
    framed = radar.grab().toImage()
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(radar, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().image()
    assert copied.size() == radar.size() * 2
    middle = radar.width() // 2
    assert framed.pixelColor(middle, 0) == QColor(current().accent)
    for image in (copied, unframed):
        assert image.pixelColor(2 * middle, 0) == QColor(current().surface)
    seen = {copied.pixelColor(x, y).name() for x in range(0, 600, 5) for y in range(0, 600, 5)}
    assert len(seen) > 2, "something is drawn"


def test_the_context_menu_offers_it(radar: Chart):
    QApplication.sendEvent(
        radar,
        QContextMenuEvent(
            QContextMenuEvent.Reason.Keyboard, radar.rect().center(), radar.mapToGlobal(radar.rect().center())
        ),
    )
    menu = radar.findChild(DeedMenu)
    assert menu is not None
    (action,) = menu.actions()
    assert action.text() == "Copy as a picture\tCtrl+C"
    QGuiApplication.clipboard().clear()
    action.trigger()
    assert not QGuiApplication.clipboard().image().isNull()
    menu.close()


def test_values_are_told_to_who_cannot_see_them_and_small_names_in_the_tooltip(qtbot):
    stairs, trend = wide_chart("Levels", 74), trend_chart("Readings")
    for chart in (stairs, trend):
        qtbot.addWidget(chart)
    stairs.show_drawing(drawing.staircase(STAIRS))
    assert stairs.accessibleName() == "Levels: 1 Initial: reached, 2 Defined: 1 of 4"
    assert stairs.toolTip() == "1 Initial: reached, 2 Defined: 1 of 4"
    trend.show_drawing(drawing.trend(TrendData(())))
    assert (trend.accessibleName(), trend.toolTip()) == ("Readings", "")


def test_it_is_drawn_in_the_colours_asked_for(radar: Chart):
    light, dark = (radar.picture(tokens(name)) for name in ("light", "dark"))
    for name, image in (("light", light), ("dark", dark)):
        colours = {image.pixelColor(x, y).name() for x in range(0, 600, 2) for y in range(0, 600, 2)}
        assert tokens(name).accent in colours
        assert image.pixelColor(1, 1).name() == tokens(name).surface


def test_letters_and_lines_grow_with_the_size_in_use(radar: Chart, monkeypatch):
    usual = radar.picture(current())
    monkeypatch.setitem(theme._state, "scale", 150)
    assert radar.sizeHint().width() == 600
    assert radar.picture(current()) != usual


def test_nothing_is_drawn_before_there_is_something(qtbot):
    chart = wide_chart("Levels", 74)
    qtbot.addWidget(chart)
    chart.resize(200, 74)
    image = chart.picture(current())
    assert {image.pixelColor(x, 70).name() for x in range(400)} == {current().surface}
