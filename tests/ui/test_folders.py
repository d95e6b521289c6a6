"""File dialogs open where one last was, and else beside the assessment."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from desktop.ui.dialogs import QtDialogs
from desktop.ui.folders import Folders
from desktop.ui.session import Session
from desktop.ui.window import MainWindow


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """Where dialogs opened; each is answered with a file in a folder below."""
    places: list[str] = []

    def answer(_parent: object, _title: str, start: str = "", _pattern: str = "") -> tuple[str, str]:
        places.append(start)
        below = Path(start if Path(start).is_dir() else Path(start).parent) / "chosen"
        below.mkdir(exist_ok=True)
        return str(below / "file.xlsx"), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *args: ([answer(*args)[0]], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *args: str(Path(answer(*args)[0]).parent))
    return places


def test_each_purpose_has_its_own_folder(open_window: MainWindow, session: Session, asked: list[str]):
    dialogs = QtDialogs(open_window, Folders(session))
    beside = session.assessment.path.parent
    dialogs.open_file("Open", "*")
    dialogs.open_file("Open", "*")
    dialogs.folder("Forms")
    dialogs.save_file("Picture", "radar.png", "*")
    dialogs.open_files("Filled", "*")
    assert asked == [str(beside), str(beside / "chosen"), str(beside), str(beside / "radar.png"), str(beside)]
    dialogs.save_file("Picture", "radar.png", "*")
    assert asked[-1] == str(beside / "chosen" / "radar.png")


def test_a_folder_that_is_gone_is_no_place_to_start(open_window: MainWindow, session: Session, tmp_path: Path):
    folders = Folders(session)
    folders.remember("Open", tmp_path / "gone")
    assert folders.start("Open") == session.assessment.path.parent


def test_without_an_assessment_one_starts_at_home(closed_session: Session):
    assert Folders(closed_session).start("Open") == Path.home()


def test_a_purpose_of_any_words_is_remembered(closed_session: Session, tmp_path: Path):
    closed_session.settings.remember_folder("Où écrire / the “sample”?", tmp_path)
    assert closed_session.settings.folder("Où écrire / the “sample”?") == tmp_path
