"""Keys and the wheel mean the same on every page: a held key judges once, digits work on any keyboard, Enter acts."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QSignalSpy
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

from desktop.model.assessment import Assessment
from desktop.model.maturity.refs import Ref
from desktop.model.maturity.shelf import find
from desktop.model.records import SessionKind
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind, Fulfilment
from desktop.ui import keystrokes
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.pages.gaps.table import GapTable
from desktop.ui.pages.questionnaires.entry_table import EntryTable
from desktop.ui.pages.ratings.criteria.checklist import Checklist
from desktop.ui.pages.ratings.staged.practices import PracticeTable
from desktop.ui.pages.ratings.wanted import Digits
from desktop.ui.places import PLACES, SHELF
from desktop.ui.session import Session
from desktop.ui.widgets.date_field import DateField
from desktop.ui.window import MainWindow
from tests.gui import begun, called
from tests.moulds import Moulds

STAGED, TRACKS = "it-service-cmm", "tool-ladder"
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def press(
    widget: QWidget,
    key: Qt.Key,
    text: str = "",
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    *,
    times: int = 1,
) -> None:
    """Press a key on a widget; from the second time on it repeats, as a key that is held does."""
    for number in range(times):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, key, held, text, number > 0))
    QApplication.processEvents()


@pytest.fixture
def session(closed_session: Session, moulds: Moulds, tmp_path: Path) -> Session:
    """On an assessment with something on every page."""
    closed_session.adopt(moulds.cast("hands", tmp_path / "a.maturity", something_everywhere, author="Tester"))
    return closed_session


@pytest.fixture
def assessment(session: Session) -> Assessment:
    return session.assessment


def something_everywhere(path: Path) -> Assessment:
    assessment = begun(path)
    for model in other_models():
        assessment.models.add(find(model))
    assessment.evidence.add(EvidenceKind.DOCUMENT, "Service catalogue", model=STAGED, practices=["SCM-CO-1"])
    meeting = assessment.interviews.add(SessionKind.INTERVIEW, "Interview 1")
    assessment.interviews.set_areas(meeting, [Ref(STAGED, "SCM")])
    note = assessment.interviews.note(meeting, "It is signed.", tags=[Ref(STAGED, "SCM-CO-1")])
    assessment.observations.add("Agreements are signed.", notes=[note])
    assessment.findings.add("Agreements are signed.", area=Ref(STAGED, "SCM"))
    assessment.interviews.add(SessionKind.DISCUSSION, "Discussion 1")
    for title in ("Write it down", "Say it"):
        action = assessment.actions.add(title, model=STAGED, aim="SCM")
        assessment.measures.add(action, "Calls")
    return assessment


def other_models() -> list[str]:
    from desktop import resources

    return [path.stem for path in resources.model_packs() if path.stem != STAGED]


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


def test_the_wheel_changes_nothing_on_any_page(open_window, assessment):
    seen = set()
    for page in pages(open_window):
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


def test_what_a_day_is_read_as_stands_on_its_page(open_window, assessment):
    apart = [
        called(field)
        for page in pages(open_window)
        for field in page.findChildren(DateField)
        if not field.note.parentWidget()
    ]
    assert apart == []


def test_the_wheel_over_tabs_leaves_the_tab_in_front(open_window, assessment):
    for place in ("preparation", "questionnaires", "actions"):
        open_window.show_place(place)
        if place == "actions":
            open_window.page.table.selectRow(0)
        bar = open_window.page.findChild(QTabBar)
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


def test_a_held_key_judges_one_practice(open_window, assessment, keyboard):
    open_window.show_place("ratings", f"{STAGED}/SCM-CO-1")
    table = keyboard.tab_into(PracticeTable)
    press(table, Qt.Key.Key_1, "1", times=12)
    found = [rating.value for rating in assessment.ratings.practices(STAGED).values() if rating.value]
    assert found == [Characterisation.FULLY]


def test_a_key_held_on_x11_judges_once_and_pressed_again_twice(open_window, assessment, keyboard, monkeypatch):
    monkeypatch.setattr(keystrokes, "NO_FINGER", 5)
    open_window.show_place("ratings", f"{STAGED}/SCM-CO-1")
    table = keyboard.tab_into(PracticeTable)
    presses = (1000, 1500, 1540, 1581)
    releases = (1500, 1540, 1581, 1600)
    for pressed, released in zip(presses, releases, strict=True):
        send_at(pressed, QEvent.Type.KeyPress, table)
        send_at(released, QEvent.Type.KeyRelease, table)
    assert len(judged(assessment)) == 1
    send_at(1640, QEvent.Type.KeyPress, table)
    assert len(judged(assessment)) == 2


def send_at(moment: int, kind: QEvent.Type, widget: QWidget) -> None:
    event = QKeyEvent(kind, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1")
    event.setTimestamp(moment)
    QApplication.sendEvent(widget, event)


def judged(assessment: Assessment) -> list[str]:
    return [practice for practice, rating in assessment.ratings.practices(STAGED).items() if rating.value]


def test_a_held_key_judges_one_statement(open_window, assessment):
    statement = next(iter(find(TRACKS).statement_by_id))
    open_window.show_place("ratings", f"{TRACKS}/{statement}")
    checklist = next(view for view in open_window.page.findChildren(Checklist) if view.hasFocus())
    press(checklist, Qt.Key.Key_1, "1", times=12)
    found = [rating.value for rating in assessment.statements.ratings(TRACKS).values() if rating.value]
    assert found == [Fulfilment.MET]


def test_a_held_key_does_its_work_once_on_every_page(open_window, assessment):
    """Nothing that keys do is done a second time while the key is held."""
    looked_at = set()
    for page in pages(open_window):
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
    from desktop.ui import deeds

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


FRENCH = ((Qt.Key.Key_Ampersand, "&", Characterisation.FULLY), (Qt.Key.Key_Eacute, "é", Characterisation.LARGELY))


@pytest.mark.parametrize(("key", "sign", "value"), FRENCH)
def test_practices_are_judged_on_a_french_keyboard(key, sign, value, open_window, assessment, keyboard):
    open_window.show_place("ratings", f"{STAGED}/SCM-CO-1")
    press(keyboard.tab_into(PracticeTable), key, sign)
    assert assessment.ratings.practices(STAGED)["SCM-CO-1"].value is value


@pytest.mark.parametrize("shifted", [True, False])
def test_answers_are_entered_on_a_french_keyboard(shifted, open_window, assessment, keyboard):
    participant = assessment.preparation.participants()[0].id
    open_window.show_place("questionnaires", participant)
    table = keyboard.tab_into(EntryTable)
    question = table.current_row().question.id
    key, text = (Qt.Key.Key_2, "2") if shifted else (Qt.Key.Key_Eacute, "é")
    press(table, key, text, SHIFT if shifted else Qt.KeyboardModifier.NoModifier)
    answer = assessment.questionnaires.answers(STAGED, participant)[question]
    assert answer.choice == table.source.row(0).section.questions[0].scale.answers[1].id


def test_pages_are_reached_on_a_french_keyboard(open_window, keyboard):
    for key, place in ((Qt.Key.Key_Apostrophe, "questionnaires"), (Qt.Key.Key_ParenLeft, "interviews")):
        press(keyboard.focus, key, "", Qt.KeyboardModifier.ControlModifier)
        assert open_window.page is open_window._pages[place]


def test_models_are_reached_on_a_french_keyboard(open_window, assessment, keyboard):
    open_window.show_place("ratings", STAGED)
    press(keyboard.focus, Qt.Key.Key_Eacute, "", Qt.KeyboardModifier.AltModifier)
    assert open_window.page._model != STAGED


def press_place(widget: QWidget, letter: str, typed: str, held: Qt.KeyboardModifier = NONE) -> None:
    """Press the key in a letter's place on a keyboard of another script."""
    scan, mac = {"A": (30, 0), "C": (46, 8), "K": (37, 40)}[letter]
    code = scan + (0 if sys.platform == "win32" else 8)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, ord(typed.upper()), held, code, mac, 0, typed))
    QApplication.processEvents()


def test_letters_work_on_a_russian_keyboard(open_window, assessment, keyboard):
    open_window.show_place("gaps")
    before = len(assessment.actions.all())
    press_place(keyboard.tab_into(GapTable), "A", "ф")
    assert len(assessment.actions.all()) == before + 1


def test_shortcuts_with_a_letter_work_on_a_greek_keyboard(open_window, keyboard):
    found = QSignalSpy(open_window.commands.actions["find"].triggered)
    press_place(keyboard.focus, "K", "κ", Qt.KeyboardModifier.ControlModifier)
    assert found.count() == 1


def test_enter_presses_every_button_once(open_window, assessment):
    pressed: list[str] = []
    for page in pages(open_window):
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


def test_enter_opens_every_list_to_choose_from(open_window, assessment, qtbot):
    for page in pages(open_window):
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
}
"""Tables whose lines lead nowhere."""


def test_enter_leads_on_from_every_table(open_window, assessment):
    silent = set()
    for page in pages(open_window):
        for view in page.findChildren(QAbstractItemView):
            inner = any(isinstance(around, QComboBox) for around in parents(view))
            if inner or isinstance(view, QHeaderView) or not view.isVisible() or not view.currentIndex().isValid():
                continue
            assert isinstance(view, Keyed), called(view)
            if not any("Enter" in deed.keys for deed in view.deeds()):
                silent.add(called(view))
    assert silent <= TELLING, "let Enter do something there, or name the table among those that lead nowhere"


def test_no_table_keeps_tab_to_itself(open_window, assessment):
    for page in pages(open_window):
        assert not [called(view) for view in page.findChildren(QAbstractItemView) if view.tabKeyNavigation()]


def parents(widget: QWidget) -> Iterator[QWidget]:
    around = widget.parentWidget()
    while around is not None:
        yield around
        around = around.parentWidget()
