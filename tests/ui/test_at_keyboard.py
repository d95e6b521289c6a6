"""A member of the team sits at the keyboard: chosen once, shown, changed by a menu."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.ui.at_keyboard import SeatMenu
from desktop.ui.session import Session
from desktop.ui.window import MainWindow
from tests.gui import Keyboard, ScriptedDialogs


def choose(keyboard: Keyboard, *keys: str) -> None:
    """Open the menu and press keys in it."""
    keyboard.press("Ctrl+Shift+N")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, SeatMenu)
    in_menu(menu, *keys)


def in_menu(menu: QMenu, *keys: str) -> None:
    for key in keys:
        QTest.keySequence(menu, QKeySequence(key))
        QApplication.processEvents()


def test_nobody_is_known_at_first_and_the_team_is_asked(open_window: MainWindow, session: Session):
    line = open_window.status_line
    assert (line.who.text(), session.member) == ("Who is at the keyboard?", "")
    assert not line.author.isVisible(), "whoever has a team chooses from it"


def test_a_member_sits_down_by_keys_and_their_name_stands_beside_the_steps(
    open_window: MainWindow, session: Session, keyboard: Keyboard
):
    one, two = session.assessment.preparation.members()
    choose(keyboard, "Down", "Return")
    assert session.member == two.id
    assert open_window.status_line.who.text() == "Assessor B at the keyboard"
    session.assessment.actions.add("Write it down")
    assert session.assessment.history.steps(1)[0].author == "Assessor B"
    choose(keyboard, "Return")
    assert (session.member, session.author) == (one.id, "Assessor A")


def test_it_is_asked_once(open_window: MainWindow, session: Session):
    two = session.assessment.preparation.members()[1]
    session.sit_down(two.id)
    session.reopen()
    assert (session.member, session.assessment.author) == (two.id, "Assessor B")


def test_the_member_is_the_truth_also_under_another_name(open_window: MainWindow, session: Session):
    one = session.assessment.preparation.members()[0]
    session.sit_down(one.id)
    session.assessment.preparation.set_member(one.id, name="Anna")
    assert (session.author, open_window.status_line.who.text()) == ("Anna", "Anna at the keyboard")
    session.assessment.actions.add("Write it down")
    assert session.assessment.history.steps(1)[0].author == "Anna"
    session.assessment.preparation.remove_member(one.id)
    assert session.member == ""
    assert open_window.status_line.who.text() == "Who is at the keyboard?"


@pytest.mark.parametrize(("typed", "member"), [("assessor b", 1), ("A guest", None)])
def test_somebody_else_types_a_name(
    open_window: MainWindow,
    session: Session,
    keyboard: Keyboard,
    dialogs: ScriptedDialogs,
    typed: str,
    member: int | None,
):
    dialogs.texts = [typed]
    choose(keyboard, "Up", "Return")
    assert session.member == ("" if member is None else session.assessment.preparation.members()[member].id)
    assert session.author == (typed if member is None else "Assessor B")
