"""Ratings of every scheme can be made without a mouse and without seeing them."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from desktop.model.assessment import Assessment
from desktop.ui.session import Session
from desktop.ui.window import MainWindow
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.gui import Keyboard, called
from tests.journeys.test_accessible import group_of, inputs, labels, name_of, walk

TARGETS = ("tiny-streams/REQ-3", "tiny-criteria/TOL-2-1")


@pytest.fixture
def page(open_window: MainWindow, session: Session, request: pytest.FixtureRequest) -> QWidget:
    assessment: Assessment = session.assessment
    for pack in (tiny_streams(), tiny_criteria()):
        assessment.models.add(pack)
    assessment.targets.set("tiny-criteria", "tool", level=3)
    open_window.show_place("ratings", request.param)
    QApplication.processEvents()
    shown = open_window.page
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
def test_each_letter_with_alt_does_one_thing(page: QWidget, open_window: MainWindow):
    texts = [action.text() for action in open_window.menuBar().actions()]
    for widget in page.findChildren(QWidget):
        if not isinstance(widget, QAbstractButton | QLabel) or not widget.isVisible():
            continue
        if isinstance(widget, QAbstractButton) or labels(widget):
            texts.append(widget.text())
    letters = Counter(found[1].casefold() for text in texts if (found := re.search("&([^&])", text)))
    assert not [letter for letter, count in letters.items() if count > 1]
