"""Asking for passphrases: hidden, until what is typed is right."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop.ui.passphrase_dialog import PassphraseDialog
from tests.encrypted import PASSPHRASE


@pytest.fixture
def dialog(qtbot, closed_session) -> PassphraseDialog:
    def judge(typed: list[str]) -> str:
        return "" if typed == [PASSPHRASE, PASSPHRASE] else "Not the same."

    dialog = PassphraseDialog(None, "Set", "There is no back door.", ["New", "Again"], judge)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_it_stays_until_it_is_right(dialog: PassphraseDialog, qtbot):
    qtbot.keyClicks(dialog.focusWidget(), PASSPHRASE)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.problem.isVisible()
    assert dialog.fields[0].accessibleDescription() == "Not the same.", "who does not see the line hears it"
    assert dialog.focusWidget() is dialog.fields[0]
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(dialog.focusWidget(), PASSPHRASE)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)


def test_esc_gives_it_up(dialog: PassphraseDialog, qtbot):
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Escape)


def test_what_is_typed_is_seen_when_one_wants_to(dialog: PassphraseDialog):
    assert {field.echoMode() for field in dialog.fields} == {QLineEdit.EchoMode.Password}
    dialog.seen.click()
    assert {field.echoMode() for field in dialog.fields} == {QLineEdit.EchoMode.Normal}
    assert [field.accessibleName() for field in dialog.fields] == ["New", "Again"]


def test_on_a_small_screen_it_scrolls_and_the_buttons_stay(dialog: PassphraseDialog, qtbot):
    tall = dialog.height()
    dialog.fit(tall - 60)
    qtbot.waitUntil(lambda: dialog.height() <= tall - 60)
    assert dialog.rect().contains(dialog.buttons.geometry())
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.problem.isVisible()
    assert dialog.height() <= tall - 60
    assert not dialog.problem.visibleRegion().isEmpty(), "it is scrolled to"
