"""Every page fits every screen: no word cut without a tooltip, nothing over anything else, one scroll at a time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.places import PLACES
from desktop.ui.window import MainWindow
from tests.sample_window import SampleWindow, sample_window
from tests.thoroughness import cases
from tests.ui.layout_faults import faults
from tests.ui.nested_scrolls import nested

__all__ = ["sample_window"]

SCREENS = {
    "1366x768 at 150 %": (QSize(911, 512), 100),
    "1024x700, and 1280x800 at 125 %": (QSize(1024, 640), 100),
    "1280x800 at 150 %": (QSize(853, 533), 100),
    "1280x800, largest": (QSize(1280, 800), 150),
    "1366x768 at 150 %, largest": (QSize(911, 512), 150),
    "1280x720 below the bars of the system, largest": (QSize(1280, 640), 150),
    "1280x800 at 150 %, largest": (QSize(853, 533), 150),
    "as small as the window can be": (QSize(640, 400), 100),
    "1920x1080, or 3840x2160 at 200 %": (QSize(1920, 1040), 100),
    "1920x1080, largest": (QSize(1920, 1040), 150),
}
"""The window's size, and the program's own scale. What is only higher, or the same in other pixels, is left out."""

USUAL = ("1366x768 at 150 %", "1280x800 at 150 %, largest")
"""The hardest of them; the others only find what these do not in a thorough run."""


@pytest.mark.parametrize("screen", cases(USUAL, [screen for screen in SCREENS if screen not in USUAL]))
def test_every_page_fits(sample_window: SampleWindow, screen: str):
    size, scale = SCREENS[screen]
    sample_window.scale(scale)
    window = sample_window.window
    found = [f"{look}: {fault}" for look in sample_window.looks(size) for fault in (*faults(window), *nested(window))]
    assert window.size() == size
    assert not found, "\n".join(dict.fromkeys(found))


def test_pages_that_have_nothing_yet_fit_a_wide_screen(open_window: MainWindow):
    open_window.resize(1920, 1000)
    for place in PLACES:
        open_window.show_place(place.key)
        for _round in range(6):  # the rail counts once the page is painted, and is laid out anew for what it counts
            QApplication.processEvents()
        assert not list(faults(open_window)), place.key


def test_a_cut_label_is_noticed(qtbot):
    """The test of the test: each kind of fault, planted."""
    ground = QWidget()
    qtbot.addWidget(ground)
    row = QHBoxLayout(ground)
    label = QLabel("106 of the things that are to be read")
    row.addWidget(label)
    ground.show()
    assert not list(faults(ground))
    label.setFixedWidth(30)
    ground.adjustSize()
    assert "label cut" in next(faults(ground))
    label.setFixedSize(200, 6)
    label.setText("106")
    assert "label too low" in next(faults(ground))
    label.hide()
    button = QPushButton("Take the questionnaires", ground)
    button.setGeometry(0, 0, 40, 24)
    button.show()
    assert "button cut" in next(faults(ground))
    button.resize(300, 24)
    over = QPushButton("Over", ground)
    over.setGeometry(60, 5, 80, 24)
    over.show()
    ground.resize(400, 100)
    assert any("over " in fault for fault in faults(ground))
    over.move(390, 60)
    assert any("out of " in fault for fault in faults(ground))


def test_a_page_that_scrolls_sideways_is_noticed(qtbot):
    area, content = QScrollArea(), QWidget()
    area.setWidget(content)
    area.setWidgetResizable(True)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    assert not list(faults(area))
    content.setMinimumWidth(400)
    assert any("scrolls sideways" in fault for fault in faults(area))


def test_one_in_another_is_noticed(qtbot):
    """The test of the test: a page made too tall for its window, and a field made too low for its text."""
    page, content, words = QScrollArea(), QWidget(), QPlainTextEdit("\n".join("abcdefghij"))
    words.setAccessibleName("Words")
    column = QVBoxLayout(content)
    column.addWidget(words)
    page.setWidget(content)
    page.setWidgetResizable(True)
    qtbot.addWidget(page)
    words.setFixedHeight(60)
    page.resize(300, 300)
    page.show()
    QApplication.processEvents()
    assert words.verticalScrollBar().maximum() > 0
    assert page.verticalScrollBar().maximum() == 0
    assert not list(nested(page))
    content.setMinimumHeight(400)
    QApplication.processEvents()
    assert page.verticalScrollBar().maximum() > 0
    assert any("(Words) scrolls down" in fault for fault in nested(page))
    words.setPlainText("short")
    QApplication.processEvents()
    assert not list(nested(page))
