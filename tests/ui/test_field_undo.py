"""Ctrl+Z where one types: first the typing, then the assessment."""

from __future__ import annotations

from typing import cast

from desktop.ui.pages.actions.page import ActionsPage
from desktop.ui.session import Session
from desktop.ui.widgets.editors import LineField
from desktop.ui.window import MainWindow
from tests.gui import Keyboard


def titles(session: Session) -> list[str]:
    return [action.title for action in session.assessment.actions.all()]


def test_a_new_action_is_taken_back_from_its_title(open_window: MainWindow, session: Session, keyboard: Keyboard):
    keyboard.press("Ctrl+Shift+A")
    field = keyboard.focus
    assert isinstance(field, LineField)
    before = titles(session)
    keyboard.write("Write it")
    assert field.is_typing
    keyboard.press("Ctrl+Z")
    assert titles(session) == before, "only the typing is taken back"
    assert field.text() == before[0]
    keyboard.press("Ctrl+Z")
    assert titles(session) == []
    keyboard.press("Ctrl+Y")
    assert titles(session) == before


def test_what_is_written_is_taken_back_as_a_step(open_window: MainWindow, session: Session, keyboard: Keyboard):
    keyboard.press("Ctrl+Shift+A")
    before = titles(session)
    keyboard.retype("Write it down")
    cast("LineField", keyboard.focus).commit()
    assert titles(session) == ["Write it down"]
    keyboard.press("Ctrl+Z")
    assert titles(session) == before
    page = open_window.page
    assert isinstance(page, ActionsPage)
    page.detail.description.setFocus()
    keyboard.write("So")
    keyboard.press("Ctrl+Z")
    assert len(titles(session)) == 1, "only the typing is taken back"
    keyboard.press("Ctrl+Z")
    assert titles(session) == []
