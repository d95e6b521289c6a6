"""Charts are copied as pictures."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.deeds import DeedMenu
from desktop.ui.theme import current
from desktop.ui.widgets.radar import Radar, Spoke


@pytest.fixture
def ground(qtbot, closed_session) -> QWidget:
    ground = QWidget()
    ground.resize(400, 400)
    qtbot.addWidget(ground)
    return ground


@pytest.fixture
def radar(ground: QWidget, qtbot) -> Radar:
    radar = Radar("Levels")
    radar.setParent(ground)
    radar.resize(300, 300)
    radar.show_spokes([Spoke(name, 60.0) for name in ("A", "B", "C")])
    ground.show()
    ground.activateWindow()
    qtbot.waitUntil(ground.isActiveWindow)
    return radar


def test_ctrl_c_copies_the_drawing_without_the_frame_of_the_focus(radar: Radar, qtbot):
    unframed = radar.picture()
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


def test_the_context_menu_offers_it(radar: Radar):
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
