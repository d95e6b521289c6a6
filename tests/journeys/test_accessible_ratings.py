"""Ratings of every scheme can be made without a mouse and without seeing them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from desktop.model.assessment import Assessment
from desktop.ui.window import MainWindow
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.gui import Keyboard, begun, called
from tests.journeys.test_accessible import LARGE, group_of, inputs, labels, name_of, walk
from tests.sample_window import kept_open

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TARGETS = ("tiny-streams/REQ-3", "tiny-criteria/TOL-2-1")


def of_each_scheme(path: Path) -> Assessment:
    assessment = begun(path)
    for pack in (tiny_streams(), tiny_criteria()):
        assessment.models.add(pack)
    assessment.targets.set("tiny-criteria", "tool", level=3)
    return assessment


@pytest.fixture(scope="module")
def kept(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """A window for all tests: none of them changes anything."""
    with kept_open(qapp, tmp_path_factory.mktemp("schemes"), of_each_scheme) as sample:
        sample.window.resize(LARGE)
        yield sample.window


@pytest.fixture
def keyboard(kept: MainWindow) -> Keyboard:
    return Keyboard(kept)


@pytest.fixture
def page(kept: MainWindow, qtbot: QtBot, request: pytest.FixtureRequest) -> QWidget:
    kept.activateWindow()
    qtbot.waitUntil(kept.isActiveWindow)
    kept.show_place("ratings", request.param)
    QApplication.processEvents()
    shown = kept.page
    assert shown is not None
    return shown


@pytest.mark.parametrize("page", TARGETS, indirect=True)
def test_tab_reaches_every_input_and_leaves_it_again(page: QWidget, keyboard: Keyboard):
    wanted = [widget for widget in inputs(page) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    passed = set(walk(keyboard, "Tab"))
    assert not [name_of(widget) for widget in wanted if not passed & {widget, *group_of(widget)}]
    assert len([*walk(keyboard, "Backtab")]) > 1


@pytest.mark.parametrize("page", TARGETS, indirect=True)
def test_no_two_inputs_in_view_are_called_alike(page: QWidget):
    names = [called(widget) for widget in inputs(page)]
    assert not [name for name, count in Counter(names).items() if count > 1]
    assert all(names)


@pytest.mark.parametrize("page", TARGETS, indirect=True)
def test_each_letter_with_alt_does_one_thing(page: QWidget, kept: MainWindow):
    texts = [action.text() for action in kept.menuBar().actions()]
    for widget in page.findChildren(QWidget):
        if not isinstance(widget, QAbstractButton | QLabel) or not widget.isVisible():
            continue
        if isinstance(widget, QAbstractButton) or labels(widget):
            texts.append(widget.text())
    letters = Counter(found[1].casefold() for text in texts if (found := re.search("&([^&])", text)))
    assert not [letter for letter, count in letters.items() if count > 1]
