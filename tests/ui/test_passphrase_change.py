"""A passphrase is set, changed and taken away from the menu; the file is open again afterwards."""

from __future__ import annotations

import pytest

from desktop.model.assessment import Assessment
from desktop.model.files.file_key import FileKey
from desktop.ui.session import Session
from desktop.ui.window import MainWindow
from tests.encrypted import OTHER, PASSPHRASE
from tests.gui import Keyboard, ScriptedDialogs
from tests.ui.test_copies_desk import at_rest


@pytest.fixture(autouse=True)
def _quick(quick_keys: None) -> None:
    """Keys are worked out in no time."""


def change(keyboard: Keyboard) -> None:
    """Choose the command, and wait for what is done beside the window."""
    keyboard.press("Ctrl+Shift+P")
    at_rest()


def key_of(session: Session) -> FileKey | None:
    return session.assessment.key


def test_set_changed_and_taken_away(open_window: MainWindow, keyboard: Keyboard, dialogs: ScriptedDialogs):
    session = open_window.session
    path = session.assessment.path
    keyboard.press("Ctrl+2")
    dialogs.passphrases = [["short", "short"], [PASSPHRASE, OTHER], [PASSPHRASE, PASSPHRASE]]
    change(keyboard)
    assert "no back door" in dialogs.asked[-1]
    assert ["at least 10" in dialogs.problems[0], "not the same" in dialogs.problems[1]] == [True, True]
    assert b"SQLite" not in path.read_bytes()
    assert session.is_open
    assert key_of(session) is not None
    assert not session.assessment.readonly
    assert open_window._key_in_front() == "preparation", "one is where one was"
    assert "is encrypted now" in open_window.toast.text

    dialogs.problems.clear()
    dialogs.ways, dialogs.passphrases = ["change"], [[OTHER, OTHER, OTHER], [PASSPHRASE, OTHER, OTHER]]
    change(keyboard)
    assert len(dialogs.problems) == 1
    changed = key_of(session)
    assert changed is not None
    assert changed.is_of(OTHER)

    dialogs.ways, dialogs.passphrases = ["remove"], [[PASSPHRASE], [OTHER]]
    change(keyboard)
    assert key_of(session) is None
    assert path.read_bytes().startswith(b"SQLite")
    assert session.assessment.check() == ()


def test_giving_up_changes_nothing(open_window: MainWindow, keyboard: Keyboard, dialogs: ScriptedDialogs):
    dialogs.passphrases = [None]
    before = open_window.session.assessment
    change(keyboard)
    assert open_window.session.assessment is before, "it was not even closed"


def test_who_only_reads_is_told(open_window: MainWindow, keyboard: Keyboard, window_again, dialogs: ScriptedDialogs):
    path = open_window.session.assessment.path
    again = window_again()
    assert again.session.open(path)
    change(Keyboard(again))
    assert "open for reading only" in again.toast.text
    assert dialogs.asked == []


def test_what_is_refused_leaves_the_file_open_as_it_was(
    open_window: MainWindow, keyboard: Keyboard, dialogs: ScriptedDialogs
):
    path = open_window.session.assessment.path
    path.with_name("second.maturity").hardlink_to(path)
    dialogs.passphrases = [[PASSPHRASE, PASSPHRASE]]
    change(keyboard)
    assert "second name" in open_window.toast.text
    assert open_window.session.is_open
    with Assessment.open(path, author="", readonly=True) as found:
        assert found.key is None
