"""An assessment is encrypted, worked on, locked and opened again by keyboard: no byte of it is readable anywhere."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from desktop.model.assessment import Assessment
from desktop.model.assessment.restoring import make_point
from desktop.model.errors import RefusalError
from desktop.ui.lock_screen import LockScreen
from desktop.ui.session import Session
from desktop.ui.window import MainWindow
from tests.encrypted import OTHER, PASSPHRASE
from tests.gui import Keyboard, ScriptedDialogs
from tests.journeys.test_interview import begin
from tests.ui.test_copies_desk import at_rest

MARKER = "Wren services"
"""Letters that are written alike however they are escaped."""


def readable(folder: Path) -> list[str]:
    """Files, by name or content, in which the marker is found in whatever way texts are written."""
    spellings = [MARKER.encode(coding) for coding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")]
    return [
        found.name
        for found in sorted(folder.rglob("*"))
        if found.is_file() and (MARKER in found.name or any(each in found.read_bytes() for each in spellings))
    ]


def test_no_byte_of_it_is_readable(
    open_window: MainWindow,
    session: Session,
    keyboard: Keyboard,
    dialogs: ScriptedDialogs,
    window_again: Callable[[], MainWindow],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    path = session.assessment.path
    session.assessment.preparation.set_details(organisation=MARKER)
    begin(keyboard)
    keyboard.write(f"{MARKER} said so")
    keyboard.press("Return")
    make_point(path, MARKER, "Ada")
    keyboard.write(f"{MARKER} half typed")
    assert len(readable(tmp_path)) == 3, "the file, its restore point and the line, or this looks in the wrong place"

    dialogs.passphrases = [[PASSPHRASE, PASSPHRASE]]
    keyboard.press("Ctrl+Shift+P")
    at_rest()
    assert readable(tmp_path) == []

    (meeting,) = session.assessment.interviews.all()
    session.go("interviews", meeting.id)
    line = keyboard.tab_to("Note")
    assert isinstance(line, QLineEdit)
    assert line.text() == f"{MARKER} half typed"
    keyboard.press("End")
    keyboard.write(", and more")
    assert readable(tmp_path) == [], "while one types"
    keyboard.press("Return")
    keyboard.write(f"{MARKER} again half typed")

    keyboard.press("Ctrl+L")
    lock = open_window.findChild(LockScreen)
    assert lock is not None
    assert MARKER not in open_window.windowTitle()
    keyboard.write(PASSPHRASE)
    keyboard.press("Return")
    assert not open_window.locking.is_locked
    open_window.close()
    assert readable(tmp_path) == []

    again = window_again()
    dialogs.files, dialogs.passphrases = [path], [[OTHER], [PASSPHRASE]]
    Keyboard(again).press("Ctrl+O")
    notes = [note.text for note in again.session.assessment.interviews.notes(meeting.id)]
    assert notes == [f"{MARKER} said so", f"{MARKER} half typed, and more"]
    assert again.session.assessment.check() == ()
    again.close()
    with pytest.raises(RefusalError, match=r"file\.encrypted"):
        Assessment.open(path, author="")
