"""Screen readers ask for parts that were there a moment ago."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QLabel

from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.spoken_areas import speak_areas


def test_a_part_that_has_gone_is_none_and_ends_nothing(qtbot):
    speak_areas()
    area = scrolled(QLabel("Line\n" * 100), "Lines")
    qtbot.addWidget(area)
    area.resize(100, 100)
    area.show()
    told = QAccessible.queryAccessibleInterface(area)
    assert isinstance(told, QAccessibleWidget)
    shown = told.childCount()
    assert shown > 1
    area.hide()
    assert told.child(shown) is None
