"""Who works is asked once, in place, where there is no team yet, and can be changed."""

from __future__ import annotations

import pytest

from desktop.ui.session import Session
from desktop.ui.window import MainWindow
from tests.gui import Keyboard, ScriptedDialogs


@pytest.fixture(autouse=True)
def nobody(open_window: MainWindow, session: Session) -> None:
    """The team is still to be named."""
    for member in session.assessment.preparation.members():
        session.assessment.preparation.remove_member(member.id)
    session.reopen()


def authors(session: Session) -> list[str]:
    return [step.author for step in session.assessment.history.steps()]


def test_the_name_is_asked_in_place_and_stands_beside_the_next_step(
    open_window: MainWindow, session: Session, keyboard: Keyboard
):
    line = open_window.status_line
    assert line.author.isVisible()
    before = authors(session)[0]
    line.author.setFocus()
    keyboard.write("Ada Lo")
    keyboard.press("Enter")
    assert not line.author.isVisible()
    session.assessment.actions.add("Write it down")
    assert authors(session)[:2] == ["Ada Lo", before]
    assert session.settings.author == "Ada Lo"
    session.reopen()
    assert not line.author.isVisible()


def test_it_is_asked_once(open_window: MainWindow, session: Session):
    open_window.status_line.later.click()
    assert not open_window.status_line.author.isVisible()
    session.reopen()
    assert not open_window.status_line.author.isVisible()
    session.assessment.actions.add("Write it down")
    assert authors(session)[0] == "Assessor"


def test_nothing_typed_is_no_name(open_window: MainWindow, session: Session, keyboard: Keyboard):
    open_window.status_line.author.setFocus()
    keyboard.press("Enter")
    assert open_window.status_line.author.isVisible()


def test_the_name_can_be_changed_at_once(open_window: MainWindow, session: Session, dialogs: ScriptedDialogs):
    dialogs.texts = ["Ben Vo"]
    open_window.commands.actions["author"].trigger()
    session.assessment.actions.add("Write it down")
    assert authors(session)[0] == "Ben Vo"
    assert session.assessment.author == "Ben Vo"
    session.assessment.history.undo()
    assert authors(session)[0] == "Ben Vo"
    assert not session.assessment.check()
