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

    def answer(dialog: QFileDialog) -> int:
        start, saves = Path(dialog.directory().path()), dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
        places.append(dialog.selectedFiles()[0] if saves else str(start))
        assert dialog.height() <= dialog.screen().availableGeometry().height()
        (start / "chosen").mkdir(exist_ok=True)
        (start / "chosen" / "file.xlsx").touch()
        is_folder = dialog.fileMode() is QFileDialog.FileMode.Directory
        dialog.selectFile(str(start / "chosen") if is_folder else str(start / "chosen" / "file.xlsx"))
        return 1

    monkeypatch.setattr(QFileDialog, "exec", answer)
    return places


def test_each_purpose_has_its_own_folder(open_window: MainWindow, session: Session, asked: list[str]):
    dialogs = QtDialogs(open_window, Folders(session))
    beside = session.assessment.path.parent
    chosen = beside / "chosen" / "file.xlsx"
    assert dialogs.open_file("Open", "*") == chosen
    dialogs.open_file("Open", "*")
    assert dialogs.folder("Forms") == beside / "chosen"
    assert dialogs.save_file("Picture", "radar.png", "*") == chosen
    assert dialogs.open_files("Filled", "*") == [chosen]
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
