"""The table of gaps: targets and importance by single keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal

from desktop.language import _
from desktop.model.planning.part_targets import target_by_digit
from desktop.ui.deeds import Deed
from desktop.ui.pages.gaps.rows import GapRow, columns
from desktop.ui.table_rows import RowsModel
from desktop.ui.tables import Table
from desktop.wording.part_results import spelt


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

    def __init__(self) -> None:
        super().__init__(RowsModel(columns()), _("Gaps"))
        self.setAccessibleDescription(
            _(
                "Plus and minus or a level's number: the target; 0: no target of its own. I: importance. R: reason. "
                "Enter: to the suggested actions. A: take up the first of them."
            )
        )

    def deeds(self) -> Sequence[Deed]:
        """Want by plus, minus and numbers; I, R, Enter and A lead on."""
        if self.current_row() is None:
            return super().deeds()
        return (
            Deed(("Enter",), _("Go to the suggested actions"), partial(self.asked.emit, "offers")),
            Deed(("A",), _("Take up the first suggested action"), self.taken.emit),
            Deed(("+", "="), _("Raise the target"), partial(self.stepped.emit, 1)),
            Deed(("-",), _("Lower the target"), partial(self.stepped.emit, -1)),
            *map(self._level_deed, range(1, 10)),
            Deed(("0", "Delete", "Backspace"), _("No target of its own"), partial(self.leveled.emit, None)),
            Deed(("I",), _("Set the importance"), partial(self.asked.emit, "importance")),
            Deed(("R",), _("Say why"), partial(self.asked.emit, "reason")),
            *super().deeds(),
        )

    def _level_deed(self, level: int) -> Deed:
        row: GapRow | None = self.current_row()
        if row is not None and row.gap.part is not None:
            wanted = target_by_digit(row.gap.part, level)
            told = _("Target: {target}").format(target=spelt(wanted)) if wanted else ""
            return Deed((str(level),), told, partial(self.leveled.emit, level))
        rated = row is None or row.gap.rating is not None
        known = [1] if row is None or rated else [each.number for each in row.pack.levels]
        text = _("Target: satisfied") if rated else _("Target: level {level}").format(level=level)
        return Deed((str(level),), text if level in known else "", partial(self.leveled.emit, level))

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""
