"""What merging would do, in a dialog: who, what and where, both sides of what would have to be settled."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.exchange.travelling.looking_ahead import ConflictAhead, IncomingRow, MergeLook
from desktop.ui.merge_dialog import MergeDialog

ROW = IncomingRow("9 answers", "Assessor B", "Planning, Service requests")
CONFLICT = ConflictAhead("Organisation", "Unit", "Desk (Assessor A, 2026-11-29 14:05)", "Operations (Assessor B, …)")


def test_enter_takes_it_and_esc_leaves_it(qtbot, closed_session):
    look = MergeLook(
        rows=[ROW], conflicts=[CONFLICT], followed=["Action 3: number 3 → 4"], told=["9 steps would come in."]
    )
    for key, agreed in ((Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, False)):
        dialog = MergeDialog(None, "Assessor B (b.maturity)", look)
        qtbot.addWidget(dialog)
        dialog.show()
        assert "Assessor B (b.maturity)" in dialog.accessibleDescription()
        assert [dialog.conflicts.source.rowCount(), dialog.incoming.source.rowCount()] == [1, 1]
        assert not dialog.conflicts.isHidden()
        qtbot.keyClick(dialog.take, key)
        assert (dialog.result() == MergeDialog.DialogCode.Accepted) is agreed
        assert not dialog.isVisible()


def test_without_conflicts_there_is_no_empty_table(qtbot, closed_session):
    dialog = MergeDialog(None, "x", MergeLook(rows=[ROW], told=["1 step would come in."]))
    qtbot.addWidget(dialog)
    assert dialog.conflicts.isHidden()
