"""Files dropped anywhere on the window are taken, and never moved."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.exchange.trackers.content import tracker_content
from desktop.exchange.trackers.tracker_files import write_tracker
from desktop.model.assessment import Assessment
from desktop.ui.dropping import dropped
from desktop.ui.pages.actions.page import ActionsPage
from desktop.ui.session import Session
from desktop.ui.window import MainWindow
from tests.builders import tiny_pack

COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
NONE = Qt.KeyboardModifier.NoModifier


def data_of(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(window: MainWindow, *paths: Path) -> QDropEvent:
    """Drop files in the middle of the window, as the system delivers them."""
    data = data_of(*paths)
    event = QDropEvent(QPointF(400, 300), COPY | MOVE, data, Qt.MouseButton.LeftButton, NONE)
    event.setDropAction(MOVE)
    QApplication.sendEvent(window.windowHandle(), event)
    QApplication.processEvents()
    return event


@pytest.fixture
def imported(open_window: MainWindow, monkeypatch) -> list[Path]:
    found: list[Path] = []
    open_window.show_place("questionnaires")
    monkeypatch.setattr(open_window.page, "import_paths", found.extend)
    return found


@pytest.mark.parametrize("place", ["overview", "preparation", "questionnaires", "ratings", "actions"])
def test_forms_are_imported_from_anywhere(place: str, open_window: MainWindow, imported: list[Path], tmp_path: Path):
    form, folder = tmp_path / "form.xlsx", tmp_path / "forms"
    form.touch()
    folder.mkdir()
    open_window.show_place(place)
    event = drop(open_window, form, folder, tmp_path / "letter.txt")
    assert imported == [form, folder]
    assert event.dropAction() is COPY, "never moved"
    assert event.isAccepted()
    assert open_window.page is open_window._pages["questionnaires"]


def test_an_assessment_is_opened(open_window: MainWindow, session: Session, tmp_path: Path):
    other = tmp_path / "other.maturity"
    Assessment.create(other, [tiny_pack()], author="Tester").close()
    drop(open_window, other)
    assert session.assessment.path == other


def test_forms_dropped_on_the_start_page_wait_for_an_assessment(window: MainWindow, tmp_path: Path):
    (tmp_path / "form.xlsx").touch()
    drop(window, tmp_path / "form.xlsx")
    assert "Open the assessment first" in window.toast.text


def test_what_may_only_be_moved_is_left(open_window: MainWindow, imported: list[Path], tmp_path: Path):
    (tmp_path / "form.xlsx").touch()
    data = data_of(tmp_path / "form.xlsx")
    event = QDropEvent(QPointF(400, 300), MOVE, data, Qt.MouseButton.LeftButton, NONE)
    assert not open_window.dropping.eventFilter(open_window, event)
    assert imported == []


def test_a_drag_over_the_window_says_copy(open_window: MainWindow, tmp_path: Path):
    data = data_of(tmp_path / "form.xlsx")
    event = QDragEnterEvent(QPointF(9, 9).toPoint(), COPY | MOVE, data, Qt.MouseButton.LeftButton, NONE)
    QApplication.sendEvent(open_window.windowHandle(), event)  # a part would be remembered as where the drag is
    assert event.type() is QEvent.Type.DragEnter
    assert event.isAccepted()
    assert event.dropAction() is COPY


def test_only_files_that_can_be_taken_are():
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/form.xlsx"), QUrl.fromLocalFile("/nowhere/FORM.XLSX")])
    assert dropped(data) == [Path("/nowhere/FORM.XLSX")]
    assert dropped(QMimeData()) == []
    assert dropped(data_of(Path("/a.csv"), Path("/a.zip"), Path("/a.txt"))) == [Path("/a.csv"), Path("/a.zip")]


def test_a_tracker_goes_to_the_actions_whatever_page_is_in_front(
    qtbot: QtBot, open_window: MainWindow, tmp_path: Path
) -> None:
    assessment = open_window.session.assessment
    assessment.actions.add("Agree on service levels")
    back = write_tracker(tracker_content(assessment), tmp_path)
    open_window.show_place("overview")
    drop(open_window, back)
    page = open_window.page
    assert isinstance(page, ActionsPage)
    review = page.review
    assert review is not None
    qtbot.waitUntil(lambda: "It says nothing new." in review.heading.text(), timeout=20_000)
