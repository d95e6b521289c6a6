"""The rail."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea

from desktop.ui import theme
from desktop.ui.places import PLACES
from desktop.ui.rail import Rail


@pytest.fixture
def rail(qtbot) -> Rail:
    rail = Rail()
    qtbot.addWidget(rail)
    rail.show_place("overview")
    rail.show()
    rail.activateWindow()
    qtbot.waitUntil(rail.isActiveWindow)
    return rail


def buttons(rail: Rail) -> dict[str, QPushButton]:
    return {button.property("key"): button for button in rail.findChildren(QPushButton)}


def test_every_page_stands_in_its_order_under_its_phase(rail: Rail):
    assert list(buttons(rail)) == [place.key for place in PLACES]
    words = [label.text() for label in rail.findChildren(QLabel) if label.text()]
    assert words == ["Prepare", "Assess", "Improve", "Follow up"]


def test_names_of_phases_give_way_where_the_pages_have_no_room(rail: Rail):
    phases = [label for label in rail.findChildren(QLabel) if label.text()]
    rail.resize(rail.width(), 700)
    assert all(phase.isVisible() for phase in phases)
    rail.resize(rail.width(), 250)
    assert not any(phase.isVisible() for phase in phases)
    rail.resize(rail.width(), 700)
    assert all(phase.isVisible() for phase in phases)


def test_every_page_is_in_view_on_the_lowest_screen(rail: Rail):
    """What a window of 911 × 512 leaves below its menus and bars."""
    theme.dress(rail)
    rail.resize(rail.width(), 409)
    (around,) = rail.findChildren(QScrollArea)
    over = around.verticalScrollBar().maximum()
    assert not over, f"the rail has no room for so many pages, by {over} pixels: let the new one be a view of another"
    room = [button.contentsRect().height() for button in buttons(rail).values()]
    assert min(room) >= rail.fontMetrics().height()


def test_a_press_chooses_a_page(rail: Rail, qtbot):
    with qtbot.waitSignal(rail.chosen) as chosen:
        qtbot.keyClick(buttons(rail)["ratings"], Qt.Key.Key_Space)
    assert chosen.args == ["ratings"]


def test_arrow_keys_go_from_page_to_page(rail: Rail, qtbot):
    buttons(rail)["overview"].setFocus()
    with qtbot.waitSignal(rail.chosen) as chosen:
        qtbot.keyClick(buttons(rail)["overview"], Qt.Key.Key_Down)
    assert chosen.args == ["preparation"]


def test_only_the_page_in_front_is_marked_and_reached_by_tab(rail: Rail):
    rail.show_place("results")
    assert [key for key, button in buttons(rail).items() if button.isChecked()] == ["results"]
    tab = Qt.FocusPolicy.TabFocus
    assert [key for key, button in buttons(rail).items() if button.focusPolicy() & tab] == ["results"]


def test_counts_come_and_go(rail: Rail):
    rail.show_counts({"ratings": "3/22"})
    assert [label.text() for label in buttons(rail)["ratings"].findChildren(QLabel)] == ["3/22"]
    rail.show_counts({})
    assert [label.text() for label in buttons(rail)["ratings"].findChildren(QLabel)] == [""]
