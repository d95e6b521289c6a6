"""Every page can be worked on without a mouse and without seeing it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTabWidget,
    QTextBrowser,
    QWidget,
)

from desktop.model.assessment import Assessment
from desktop.model.scoring.vocabulary import EvidenceKind
from desktop.ui.places import PLACES
from desktop.ui.window import MainWindow
from tests.gui import Keyboard, begun, called
from tests.moulds import Moulds
from tests.sample_window import kept_open

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LARGE = QSize(1920, 1080)
INPUTS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)
MODEL = "it-service-cmm"
SUBJECTS = ("SCM", "SCM-G1", "SCM-CO-1")
"""An area, a goal and a practice: the ratings page asks other things of each."""

MOST_LINKS = 100

VIEWS = [
    *((place.key, 0) for place in PLACES if place.key not in ("preparation", "questionnaires", "ratings")),
    *(("preparation", number) for number in range(4)),
    *(("questionnaires", number) for number in range(3)),
    *(("ratings", number) for number in range(len(SUBJECTS))),
    *(("actions", number) for number in range(1, 4)),
    *(("shelf", number) for number in range(4)),
]


def busy(path: Path) -> Assessment:
    """An assessment with something on every page."""
    assessment = begun(path)
    assessment.evidence.add(EvidenceKind.DOCUMENT, "Service catalogue", model=MODEL, practices=["SCM-CO-1"])
    assessment.actions.add("Write it down", model=MODEL, aim="SCM")
    return assessment


@pytest.fixture(scope="module")
def busy_window(qapp: QApplication, moulds: Moulds, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """The window on it, for all tests: none of them changes anything."""
    with kept_open(
        qapp, tmp_path_factory.mktemp("busy"), lambda path: moulds.cast("busy", path, busy, author="Tester")
    ) as kept:
        kept.window.resize(LARGE)
        yield kept.window


@pytest.fixture
def keyboard(busy_window: MainWindow, qtbot: QtBot) -> Keyboard:
    """The keyboard in front of it."""
    busy_window.activateWindow()
    qtbot.waitUntil(busy_window.isActiveWindow)
    return Keyboard(busy_window)


def test_tab_reaches_every_input_and_leaves_it_again(busy_window: MainWindow, keyboard: Keyboard):
    for page, part in VIEWS:
        shown = show(busy_window, page, part)
        wanted = [widget for widget in inputs(shown) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
        passed = set(walk(keyboard, "Tab"))
        missed = [name_of(widget) for widget in wanted if not passed & {widget, *group_of(widget)}]
        assert not missed, f"{page} {part}"
        assert len([*walk(keyboard, "Backtab")]) > 1, f"{page} {part}"


def walk(keyboard: Keyboard, key: str) -> Iterator[QWidget]:
    """Press Tab until it comes back to where it was before. In a text it goes from link to link first."""
    seen: set[QWidget] = set()
    while (here := keyboard.focus) not in seen:
        yield here
        seen.add(here)
        for _link in range(MOST_LINKS if isinstance(here, QTextBrowser) else 1):
            keyboard.press(key)
            if keyboard.focus is not here:
                break
        assert keyboard.focus is not here, f"{name_of(here)} keeps the focus"


def test_no_two_inputs_in_view_are_called_alike(busy_window: MainWindow):
    for page, part in VIEWS:
        names = [called(widget) for widget in inputs(show(busy_window, page, part))]
        assert not [name for name in set(names) if names.count(name) > 1], f"{page} {part}"
        assert all(names), f"{page} {part}"


def test_each_letter_with_alt_does_one_thing(busy_window: MainWindow):
    for page, part in VIEWS:
        letters = letters_of(busy_window, show(busy_window, page, part))
        twice = {letter: each for letter, each in letters.items() if len(each) > 1}
        assert not twice, f"{page} {part}"


def letters_of(window: MainWindow, shown: QWidget) -> dict[str, list[str]]:
    """For each letter the texts whose part of the window it leads to, of the menus and what is shown."""
    texts = [action.text() for action in window.menuBar().actions()]
    for widget in shown.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and labels(widget)):
            texts.append(widget.text())
        elif isinstance(widget, QTabBar):
            texts += [widget.tabText(number) for number in range(widget.count())]
    letters: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        if found := re.search("&([^&])", text):
            letters[found[1].casefold()].append(text)
    return letters


def show(window: MainWindow, page: str, part: int) -> QWidget:
    """Bring a page with one of its parts to the front."""
    window.show_place(page)
    shown = window.page
    assert shown is not None
    if page == "ratings":
        shown.reveal(SUBJECTS[part])
    else:
        for tabs in shown.findChildren(QTabWidget):
            tabs.setCurrentIndex(part)
    QApplication.processEvents()
    return shown


def inputs(page: QWidget) -> list[QWidget]:
    """What one can see and use on a page; parts of an input belong to it."""
    return [
        widget
        for widget in page.findChildren(QWidget)
        if isinstance(widget, INPUTS)
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parent(), QComboBox | QAbstractSpinBox)
    ]


def group_of(widget: QWidget) -> list[QAbstractButton]:
    """Of buttons of which one is chosen, Tab reaches that one, and arrow keys the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group.buttons() if group is not None and group.exclusive() else []


def labels(label: QLabel) -> bool:
    buddy: QWidget | None = label.buddy()
    return buddy is not None


def name_of(widget: QWidget) -> str:
    return f"{type(widget).__name__} {called(widget)!r}"
