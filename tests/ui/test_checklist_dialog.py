"""Some of several things are ticked before one goes on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.ui.checklist_dialog import ChecklistDialog


@pytest.fixture
def dialog(qtbot, closed_session) -> ChecklistDialog:
    dialog = ChecklistDialog(None, "What to export", [("a", "Apples & pears"), ("b", "Berries")], ("a",))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_what_is_ticked_is_picked(dialog: ChecklistDialog, qtbot):
    assert dialog.picked() == ["a"]
    qtbot.keyClick(dialog.boxes["b"], Qt.Key.Key_Space)
    assert dialog.picked() == ["a", "b"]


def test_without_a_tick_one_cannot_go_on(dialog: ChecklistDialog, qtbot):
    qtbot.keyClick(dialog.boxes["a"], Qt.Key.Key_Space)
    assert not dialog.agree.isEnabled()


def test_enter_agrees(dialog: ChecklistDialog, qtbot):
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.picked() == ["a"]
