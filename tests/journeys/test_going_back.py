"""An afternoon of second thoughts, by keyboard: looked back, came back, put back, undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from desktop.model.assessment.restoring import Why
from desktop.ui import restore_keeper
from desktop.ui.pages.history.page import HistoryPage
from desktop.ui.session import Session
from desktop.ui.window import MainWindow
from tests.gui import Keyboard, ScriptedDialogs


def _settle() -> None:
    """Let what runs beside the window end."""
    for _turn in range(3):
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()


def _looks_back(session: Session) -> bool:
    return session.is_looking_back


def test_back_and_forth(
    open_window: MainWindow, keyboard: Keyboard, dialogs: ScriptedDialogs, tmp_path: Path, told: list[str]
) -> None:
    session = open_window.session
    assessment = session.assessment
    assessment.actions.add("Write it down")
    dialogs.texts = ["Before the debrief"]
    keyboard.press("Ctrl+Shift+T")
    _settle()
    (point,) = assessment.restoring.points()
    assert (point.name, point.why) == ("Before the debrief", Why.NAMED)
    assessment.actions.add("Too much")

    open_window.show_place("history")
    page = open_window._pages["history"]
    assert isinstance(page, HistoryPage)
    page.table.setFocus()
    keyboard.press("Down", "T")
    _settle()
    assert _looks_back(session)
    assert open_window.top_bar.back.isVisible()
    assert open_window._place == "history", "the page one was on"
    assert [each.title for each in session.assessment.actions.all()] == ["Write it down"]
    assert session.run(lambda: session.assessment.actions.add("Into the past")) is None
    assert "cannot be changed" in told[-1]
    open_window.show_place("actions")
    keyboard.press("Ctrl+Shift+B")
    assert not _looks_back(session)
    assert (open_window._place, len(session.assessment.actions.all())) == ("actions", 2)
    assert session.assessment is assessment

    session.go("history", "corner:Restore points")
    page = open_window._pages["history"]
    assert isinstance(page, HistoryPage)
    page.points.table.setFocus()
    dialogs.ways = ["restore"]
    keyboard.press("Enter", "Space")
    assert [each.title for each in assessment.actions.all()] == ["Write it down"]
    keyboard.press("Ctrl+Z")
    assert [each.title for each in assessment.actions.all()] == ["Write it down", "Too much"]

    session.go("history", "corner:Then and now")
    _settle()
    assert any(line.what.endswith("Too much") for line in page.moments.table.source.rows)
    assert assessment.check() == ()


@pytest.fixture
def told(open_window: MainWindow) -> list[str]:
    heard: list[str] = []
    open_window.session.told.connect(lambda text, _tone: heard.append(text))
    return heard


def test_a_day_that_is_none_and_one_before_all(
    open_window: MainWindow, keyboard: Keyboard, dialogs: ScriptedDialogs, told: list[str]
) -> None:
    dialogs.texts = ["soon", "2001-01-01", None]
    for words in ("is no day", "nothing stood"):
        keyboard.press("Ctrl+Shift+D")
        _settle()
        assert words in told[-1]
    keyboard.press("Ctrl+Shift+D")
    assert not _looks_back(open_window.session)


def test_one_point_at_the_first_edit_of_a_day(open_window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(restore_keeper, "PAUSE_MS", 0)
    for title in ("One", "Two"):
        open_window.session.assessment.actions.add(title)
        _settle()
        _settle()
    assert [point.why for point in open_window.session.assessment.restoring.points()] == [Why.DAY]


def test_another_file_is_opened_while_one_looks_back(open_window: MainWindow, tmp_path: Path) -> None:
    session = open_window.session
    path = session.assessment.path
    session.then_wanted.emit(session.assessment.history.steps(1)[0].id)
    _settle()
    assert _looks_back(session)
    assert session.open(path)
    assert not _looks_back(session)
    assert not session.assessment.readonly
    session.then_wanted.emit(session.today())
    _settle()
    assert _looks_back(session)
    session.close()
    assert not session.is_open
