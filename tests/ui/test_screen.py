"""The window opens within the free area of its screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QRect
from PySide6.QtWidgets import QDialog, QMainWindow

from desktop.ui.find import Finder
from desktop.ui.screen import FRAME, USUAL, open_within_screen, placed
from desktop.ui.window import MainWindow


@pytest.mark.parametrize(
    "free",
    [QRect(0, 0, 911, 472), QRect(0, 25, 1366, 703), QRect(-1920, 0, 1920, 1040), QRect(0, 0, 853, 493)],
)
@pytest.mark.parametrize("wanted", [QRect(0, 0, 1280, 800), QRect(3000, 900, 700, 450), QRect(-5000, -50, 4000, 3000)])
def test_a_window_lies_in_what_is_free(free: QRect, wanted: QRect):
    found = placed(wanted, free)
    assert free.contains(found)
    assert found.size() == wanted.size().boundedTo(free.size() - FRAME)


@pytest.mark.parametrize("remembered", [b"", b"nonsense"])
def test_the_first_start_is_within_the_screen(qtbot, remembered: bytes):
    window = QMainWindow()
    qtbot.addWidget(window)
    open_within_screen(window, QByteArray(remembered))
    free = window.screen().availableGeometry()
    assert free.contains(window.geometry())
    assert window.size() == USUAL.boundedTo(free.size() - FRAME)


def test_everything_can_be_reached_on_a_small_screen(open_window: MainWindow):
    open_window.resize(900, 480)
    assert (open_window.width(), open_window.height()) == (900, 480)
    assert open_window.rect().contains(open_window.status_line.geometry())


def test_what_opens_over_the_window_keeps_to_the_screen(open_window: MainWindow):
    open_window.session.settings.scale = 150
    open_window.dressing.dress()
    open_window.resize(900, 480)
    free = open_window.screen().availableGeometry()
    open_window.help_desk.do_help()
    beside = open_window.help_desk.help
    assert isinstance(beside, QDialog)
    assert free.contains(beside.frameGeometry())
    beside.close()
    open_window.do_find()
    finder = open_window.findChild(Finder)
    assert finder is not None
    assert open_window.geometry().contains(finder.geometry())
    finder.close()


def test_without_room_for_the_rail_a_menu_leads_to_the_pages(open_window: MainWindow):
    open_window.resize(1280, 800)
    assert open_window.rail.isVisible()
    assert not open_window.top_bar.places.isVisible()
    open_window.resize(700, 480)
    assert not open_window.rail.isVisible()
    assert open_window.top_bar.places.isVisible()
    menu = open_window.top_bar.places.menu()
    menu.actions()[1].trigger()
    assert open_window._place == "preparation"
