"""Keys and the wheel mean the same on every page: a held key judges once, digits work on any keyboard, Enter acts."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import (
    QApplication,
    QWidget,
)

from desktop.model.assessment import Assessment
from desktop.model.maturity.refs import Ref
from desktop.model.maturity.shelf import find
from desktop.model.records import SessionKind
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind, Fulfilment
from desktop.ui import keystrokes
from desktop.ui.pages.gaps.table import GapTable
from desktop.ui.pages.questionnaires.entry_table import EntryTable
from desktop.ui.pages.ratings.criteria.checklist import Checklist
from desktop.ui.pages.ratings.staged.practices import PracticeTable
from desktop.ui.session import Session
from tests.gui import begun
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
