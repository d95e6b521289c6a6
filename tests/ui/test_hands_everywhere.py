"""What keys and the wheel do on every page: a held key works once, Enter acts, the wheel changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDateEdit,
    QHeaderView,
    QScrollBar,
    QTabBar,
    QTabWidget,
    QWidget,
)

from desktop.ui import deeds
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.pages.ratings.wanted import Digits
from desktop.ui.places import PLACES, SHELF
from desktop.ui.widgets.date_field import DateField
from desktop.ui.window import MainWindow
from tests.gui import called
from tests.moulds import Moulds
from tests.sample_window import SampleWindow, kept_open
from tests.ui.test_hands import other_models, press, something_everywhere


@pytest.fixture(scope="module")
def everything(qapp: QApplication, moulds: Moulds, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SampleWindow]:
    """A window on an assessment with something on every page, for all tests: none of them changes anything."""
    folder = tmp_path_factory.mktemp("hands")
    with kept_open(
        qapp, folder, lambda path: moulds.cast("hands", path, something_everywhere, author="Tester")
    ) as window:
        yield window


@pytest.fixture
def front(everything: SampleWindow, qtbot) -> Iterator[MainWindow]:
    """That window, in front; nothing may have been written in the end."""
    window = everything.window
    before = window.session.assessment.history.steps(1)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    assert window.session.assessment.history.steps(1) == before


def pages(window: MainWindow) -> Iterator[QWidget]:
    """Every page with each of its tabs, and the ratings of each scheme."""
    for place in (*PLACES, SHELF):
        window.show_place(place.key)
        page = window.page
        assert page is not None
        tabs = page.findChild(QTabWidget)
        for number in range(tabs.count() if tabs else 1):
            if tabs:
                tabs.setCurrentIndex(number)
            QApplication.processEvents()
            yield page
        if place.key == "ratings":
            for model in other_models():
                page.reveal(model)
                QApplication.processEvents()
                yield page
        if place.key == "actions" and tabs:
            tabs.setCurrentIndex(0)
            page.table.selectRow(0)  # type: ignore[attr-defined]
            page.detail.tabs.setCurrentIndex(1)  # type: ignore[attr-defined]
            QApplication.processEvents()
            yield page


TURNED_BY_QT = (QAbstractSpinBox, QComboBox, QAbstractSlider, QTabBar, QAbstractItemView, DateField)
"""What keeps a value that Qt would turn with the wheel, and the lists, whose current line stays where it is."""


def test_the_wheel_changes_nothing_on_any_page(front):
    seen = set()
    for page in pages(front):
        for field in page.findChildren(QWidget):
            if not isinstance(field, TURNED_BY_QT) or isinstance(field, QScrollBar) or not field.isVisible():
                continue
            seen.add(type(field))
            for focused in (False, True):
                (field if focused else page).setFocus()
                before = shown_in(field)
                for by in (120, -120):
                    turn(field, by)
                    assert shown_in(field) == before, f"{called(field)} turns with the wheel"
    for kind in (QAbstractSpinBox, QComboBox, QTabBar, QAbstractItemView, DateField):
        assert any(issubclass(each, kind) for each in seen), kind
    assert not any(issubclass(kind, QDateEdit) for kind in seen)


def test_what_a_day_is_read_as_stands_on_its_page(front):
    apart = [
        called(field)
        for page in pages(front)
        for field in page.findChildren(DateField)
        if not field.note.parentWidget()
    ]
    assert apart == []


def test_the_wheel_over_tabs_leaves_the_tab_in_front(front):
    for place in ("preparation", "questionnaires", "actions"):
        front.show_place(place)
        if place == "actions":
            front.page.table.selectRow(0)
        bar = front.page.findChild(QTabBar)
        for by in (-120, 120):
            for number in range(bar.count()):
                bar.setCurrentIndex(number)
                QApplication.processEvents()
                turn(bar, by)
                assert bar.currentIndex() == number


def shown_in(field: QWidget) -> object:
    if isinstance(field, QAbstractItemView):
        return field.currentIndex().row(), field.currentIndex().column()
    for name in ("value", "currentIndex", "text"):
        if callable(found := getattr(field, name, None)):
            return found()
    return None


def turn(field: QWidget, by: int) -> None:
    middle = QPointF(field.rect().center())
    event = QWheelEvent(
        middle, QPointF(field.mapToGlobal(middle)), QPoint(), QPoint(0, by),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, event)
    QApplication.processEvents()


def test_a_held_key_does_its_work_once_on_every_page(front):
    """Nothing that keys do is done a second time while the key is held."""
    looked_at = set()
    for page in pages(front):
        for widget in page.findChildren(QWidget):
            if not isinstance(widget, Keyed) or not widget.isVisible():
                continue
            looked_at.add(type(widget).__name__)
            for deed in widget.deeds():
                for stroke in deed.keys:
                    assert done(widget, stroke, held=True) == 0, f"{stroke} on {called(widget)} repeats"
    assert len(looked_at) > 10


def done(widget: Keyed, stroke: str, *, held: bool) -> int:
    """How often a stroke carries out the widget's deed for it."""
    count = []
    counted = tuple(Deed(deed.keys, deed.text, lambda: count.append(1)) for deed in widget.deeds())
    names = {"Enter": Qt.Key.Key_Return, "Esc": Qt.Key.Key_Escape, "Space": Qt.Key.Key_Space}
    key = names.get(stroke)
    text = stroke.lower() if key is None and len(stroke) == 1 else ""
    if key is None and not text:
        return 0
    event = QKeyEvent(
        QEvent.Type.KeyPress,
        (key or Qt.Key(ord(stroke))).value,
        Qt.KeyboardModifier.NoModifier,
        text,
        held,
    )
    assert deeds.perform(counted, event)
    return len(count)


def test_enter_presses_every_button_once(front):
    pressed: list[str] = []
    for page in pages(front):
        for button in page.findChildren(QAbstractButton):
            if not (button.isVisible() and button.isEnabled() and button.focusPolicy() & Qt.FocusPolicy.TabFocus):
                continue
            if any(isinstance(around, Digits) for around in parents(button)):
                continue  # there Enter chooses and goes back
            button.setFocus()
            button.click = partial(pressed.append, called(button))  # type: ignore[method-assign]
            press(button, Qt.Key.Key_Return, "\r", times=3)
            assert pressed == [called(button)]
            pressed.clear()
            del button.click
            if not button.hasFocus():
                QApplication.processEvents()


def test_enter_opens_every_list_to_choose_from(front):
    for page in pages(front):
        for box in page.findChildren(QComboBox):
            if box.isVisible() and box.isEnabled() and box.count():
                box.setFocus()
                press(box, Qt.Key.Key_Return, "\r")
                assert box.view().isVisible(), called(box)
                box.hidePopup()


TELLING = {
    "Questions",
    "Readings",
    "Changes of the step",
    "The picture as a table",
    "What the follow-up takes over and puts away",
    "Copies",
}
"""Tables whose lines lead nowhere."""


def test_enter_leads_on_from_every_table(front):
    silent = set()
    for page in pages(front):
        for view in page.findChildren(QAbstractItemView):
            inner = any(isinstance(around, QComboBox) for around in parents(view))
            if inner or isinstance(view, QHeaderView) or not view.isVisible() or not view.currentIndex().isValid():
                continue
            assert isinstance(view, Keyed), called(view)
            if not any("Enter" in deed.keys for deed in view.deeds()):
                silent.add(called(view))
    assert silent <= TELLING, "let Enter do something there, or name the table among those that lead nowhere"


def test_no_table_keeps_tab_to_itself(front):
    for page in pages(front):
        assert not [called(view) for view in page.findChildren(QAbstractItemView) if view.tabKeyNavigation()]


def parents(widget: QWidget) -> Iterator[QWidget]:
    around = widget.parentWidget()
    while around is not None:
        yield around
        around = around.parentWidget()
