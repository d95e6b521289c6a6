"""The start page by keyboard: a new assessment, a recent one, a refusal."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop.ui.pages.start import StartPage
from desktop.ui.session import Session


@pytest.fixture
def page(qtbot, closed_session: Session) -> StartPage:
    page = StartPage(closed_session)
    qtbot.addWidget(page)
    page.show()
    return page


def button(page: StartPage, text: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if text in b.text())


def test_a_new_assessment_needs_a_name_a_model_and_a_place(page, closed_session, dialogs, qtbot, tmp_path):
    qtbot.keyClick(button(page, "New assessment"), Qt.Key.Key_Space)
    assert page._organisation.isVisible()
    qtbot.keyClicks(page._organisation, "Test centre")
    dialogs.files = [tmp_path / "new"]
    with qtbot.waitSignal(closed_session.opened):
        qtbot.keyClick(page._organisation, Qt.Key.Key_Return)
    assert (tmp_path / "new.maturity").is_file()
    assert closed_session.assessment.preparation.details().organisation == "Test centre"
    assert [in_use.id for in_use in closed_session.assessment.models.all()]


def test_without_a_model_it_says_what_to_do(page, closed_session, qtbot):
    page.begin_new()
    for box in page._boxes:
        box.setChecked(False)
    with qtbot.waitSignal(closed_session.told) as told:
        qtbot.keyClick(page._organisation, Qt.Key.Key_Return)
    assert told.args[1] == "bad"
    assert not closed_session.is_open


def test_a_file_that_is_there_is_not_overwritten(page, closed_session, dialogs, qtbot, tmp_path):
    there = tmp_path / "there.maturity"
    there.write_bytes(b"something of value")
    page.begin_new()
    dialogs.files = [there]
    with qtbot.waitSignal(closed_session.told):
        qtbot.keyClick(page._organisation, Qt.Key.Key_Return)
    assert there.read_bytes() == b"something of value"


def test_recent_files_are_offered_and_open(page, closed_session: Session, session: Session, qtbot):
    path = session.assessment.path
    session.close()
    page.refresh()
    recent = next(b for b in page.findChildren(QPushButton) if b.property("path") == str(path))
    with qtbot.waitSignal(closed_session.opened):
        qtbot.keyClick(recent, Qt.Key.Key_Space)
    assert closed_session.assessment.path == path


def test_files_that_are_gone_are_not_offered(page, closed_session: Session, tmp_path: Path):
    closed_session.settings.remember(tmp_path / "gone.maturity")
    page.refresh()
    assert not any("gone" in b.text() for b in page.findChildren(QPushButton))
