"""A new assessment may have a passphrase: folded until it is wanted, typed twice, told about the back door."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from desktop.ui.new_passphrase import NewPassphrase, before_setting, unfit
from desktop.ui.window import MainWindow
from tests.encrypted import OTHER, PASSPHRASE
from tests.gui import Keyboard, ScriptedDialogs


@pytest.fixture(autouse=True)
def _quick(quick_keys: None) -> None:
    """Keys are worked out in no time."""


def test_folded_it_asks_for_nothing(qtbot, closed_session):
    part = NewPassphrase()
    qtbot.addWidget(part)
    assert (part.first.isVisibleTo(part), part.is_fit(), part.key()) == (False, True, None)
    part.wanted.setChecked(True)
    assert part.first.isVisibleTo(part)
    assert not part.is_fit()
    assert "at least 10" in part.problem.text()
    part.first.setText(PASSPHRASE)
    part.again.setText(OTHER)
    assert not part.is_fit()
    part.again.setText(PASSPHRASE)
    assert part.is_fit()
    found = part.key()
    assert found is not None
    assert found.is_of(PASSPHRASE)
    part.seen.setChecked(True)
    assert part.first.echoMode() == QLineEdit.EchoMode.Normal
    part.clear()
    assert (part.first.text(), part.first.echoMode()) == ("", QLineEdit.EchoMode.Password)


def test_what_is_said_before():
    assert "no back door" in before_setting()
    assert unfit(PASSPHRASE, PASSPHRASE) == ""


def test_an_encrypted_assessment_is_created(
    window: MainWindow, keyboard: Keyboard, dialogs: ScriptedDialogs, tmp_path: Path
):
    keyboard.press("Ctrl+N")
    start = window.pages.start
    part = start.findChild(NewPassphrase)
    assert isinstance(part, NewPassphrase)
    part.wanted.setChecked(True)
    start._on_create()
    assert not dialogs.asked, "nothing is asked before the passphrase will do"
    part.first.setText(PASSPHRASE)
    part.again.setText(PASSPHRASE)
    dialogs.files = [tmp_path / "new.maturity"]
    start._on_create()
    assert window.session.is_open
    assert window.session.assessment.key is not None
    assert not (tmp_path / "new.maturity").read_bytes().startswith(b"SQLite")
    assert part.first.text() == ""
