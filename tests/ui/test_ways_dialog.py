"""Of several ways to go on one is gone, or none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.ui.ways_dialog import WaysDialog


@pytest.fixture
def dialog(qtbot, closed_session) -> WaysDialog:
    dialog = WaysDialog(None, "Remove P-07", "P-07 gave 24 answers.", [("keep", "&Keep"), ("go", "&Remove")])
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.mark.parametrize(("tabs", "picked"), [(0, "keep"), (1, "go")])
def test_enter_goes_the_way_that_has_the_focus(dialog: WaysDialog, qtbot, tabs, picked):
    for _step in range(tabs):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.picked == picked


def test_esc_leaves_everything(dialog: WaysDialog, qtbot):
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Escape)
    assert dialog.picked is None
