"""Undo and redo say what they did, and show where."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.model.assessment import Assessment
from desktop.model.scoring.vocabulary import Characterisation
from desktop.ui.session import Session
from desktop.ui.window import MainWindow
from tests.gui import Keyboard

MODEL = "it-service-cmm"


def practices(assessment: Assessment) -> list[str]:
    return list(assessment.models.get(MODEL).pack.practice_by_id)


def add_action(assessment: Assessment) -> None:
    assessment.actions.add("Train the desk")


def characterise(assessment: Assessment) -> None:
    assessment.ratings.characterise(MODEL, practices(assessment)[3], Characterisation.FULLY)


def set_sponsor(assessment: Assessment) -> None:
    assessment.preparation.set_details(sponsor="Director")


def answer(assessment: Assessment) -> None:
    (first, *_rest) = assessment.preparation.participants()
    question = next(iter(assessment.models.questions(MODEL)))
    choice = assessment.models.get(MODEL).scale.choices[0].id
    assessment.questionnaires.answer(MODEL, first.id, question, choice)


EDITS = [
    (add_action, "actions"),
    (characterise, "ratings"),
    (set_sponsor, "preparation"),
    (answer, "questionnaires"),
]


@pytest.mark.parametrize(("edit", "page"), EDITS)
def test_undo_and_redo_tell_and_show_where(
    open_window: MainWindow, session: Session, keyboard: Keyboard, edit: Callable[[Assessment], None], page: str
):
    session.run(lambda: edit(session.assessment))
    open_window.show_place("overview")
    keyboard.press("Ctrl+Z")
    assert open_window.toast.text.startswith("Undone: ")
    assert open_window._place == page
    open_window.show_place("overview")
    keyboard.press("Ctrl+Y")
    assert open_window.toast.text.startswith("Redone: ")
    assert open_window._place == page


def test_what_was_undone_is_brought_into_view(open_window: MainWindow, session: Session, keyboard: Keyboard):
    from desktop.ui.pages.ratings.page import RatingsPage

    wanted = practices(session.assessment)[40]
    session.assessment.ratings.characterise(MODEL, wanted, Characterisation.FULLY)
    open_window.show_place("overview")
    keyboard.press("Ctrl+Z")
    page = open_window.page
    assert isinstance(page, RatingsPage)
    body = page._body(session.assessment.models.get(MODEL).pack)
    assert body._subject.id == wanted  # type: ignore[attr-defined]  # the staged body


def test_the_toast_takes_undo_back_and_forth(open_window: MainWindow, session: Session, keyboard: Keyboard):
    set_sponsor(session.assessment)
    keyboard.press("Ctrl+Z")
    offered(open_window, "Redo").click()
    assert session.assessment.preparation.details().sponsor == "Director"
    offered(open_window, "Undo").click()
    assert session.assessment.preparation.details().sponsor == ""


def test_news_of_a_step_goes_when_the_step_is_undone(open_window: MainWindow, session: Session):
    add_action(session.assessment)
    session.tell_of_step("Action 1 was added.")
    assert offered(open_window, "Undo").isVisible()
    set_sponsor(session.assessment)
    assert open_window.toast.text == "Action 1 was added."
    assert not offered(open_window, "Undo").isVisible(), "undo would take another step"
    session.assessment.history.undo()
    assert offered(open_window, "Undo").isVisible()
    session.assessment.history.undo()
    assert open_window.toast.text == ""


def test_news_of_an_undo_goes_with_the_next_edit(open_window: MainWindow, session: Session, keyboard: Keyboard):
    set_sponsor(session.assessment)
    keyboard.press("Ctrl+Z")
    add_action(session.assessment)
    assert open_window.toast.text == ""


def test_closing_the_file_closes_what_was_said_about_it(open_window: MainWindow, session: Session):
    session.tell("No form was read.", "bad")
    session.close()
    assert open_window.toast.isHidden()


def test_esc_closes_the_toast_unless_the_page_needs_it(
    open_window: MainWindow, session: Session, keyboard: Keyboard, qtbot
):
    open_window.show_place("overview")
    session.tell("No form was read.", "bad")
    keyboard.press("Esc")
    assert open_window.toast.isHidden()
    session.tell("No form was read.", "bad")
    open_window.show_place("model")
    reading = open_window.page.reading  # type: ignore[union-attr]
    reading.setFocus()
    qtbot.keyClick(reading, Qt.Key.Key_Escape)
    assert open_window.toast.isVisible()


def offered(window: MainWindow, text: str) -> QPushButton:
    found: QPushButton = next(each for each in window.toast.findChildren(QPushButton) if each.text() == text)
    return found


def test_a_refusal_goes_once_something_is_done(open_window: MainWindow, session: Session):
    session.run(lambda: session.assessment.organisation.add_line(" "))
    session.run(lambda: session.assessment.organisation.add_line("Rooms"))
    assert open_window.toast.text, "what comes of the same deed leaves it there"
    QApplication.processEvents()
    session.run(lambda: session.assessment.organisation.add_line("Travel"))
    assert not open_window.toast.text
