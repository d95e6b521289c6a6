"""The table of gaps: targets and importance by single keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop.language import _
from desktop.ui.pages.gaps.rows import columns
from desktop.ui.tables import RowsModel, Table


class GapTable(Table):
    """Places with their gaps.

    Signals:
        stepped: (int) the target should go up or down by one.
        leveled: (int or None) the target should be this level.
        asked: (str) the cursor should go to ``importance``, ``reason`` or ``offers``.
        taken: the first suggestion should become an action item.
    """

    stepped = Signal(object)
    leveled = Signal(object)
    asked = Signal(object)
    taken = Signal()

    _STEPS = {"+": 1, "=": 1, "-": -1}  # noqa: RUF012 - constant
    _ASKED = {"i": "importance", "r": "reason"}  # noqa: RUF012 - constant

    def __init__(self) -> None:
        super().__init__(RowsModel(columns()), _("Gaps"))
        self.setAccessibleDescription(
            _(
                "Plus and minus or a level's number: the target; 0: no target of its own. I: importance. R: reason. "
                "Enter: to the suggested actions. A: take up the first of them."
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Want by plus, minus and numbers; I, R, Enter and A lead on."""
        text = event.text().lower()
        if self.current_row() is None or event.modifiers() & ~_HARMLESS:
            super().keyPressEvent(event)
        elif text in self._STEPS:
            self.stepped.emit(self._STEPS[text])
        elif text.isdecimal():
            self.leveled.emit(int(text) or None)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.leveled.emit(None)
        elif text in self._ASKED:
            self.asked.emit(self._ASKED[text])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit("offers")
        elif text == "a":
            self.taken.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""


_HARMLESS = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
