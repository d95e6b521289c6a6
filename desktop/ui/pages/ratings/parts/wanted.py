"""What is wanted of a part, in its own units."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.model.assessment.targets import IMPORTANCE
from desktop.model.records import Target
from desktop.ui.pages.ratings.wanted import Digits
from desktop.ui.sizes import size
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip
from desktop.wording.part_results import spelt


class PartWanted(QWidget):
    """Edits the target of the part it shows.

    Signals:
        changed: (cells of its `Target`).
        left: Enter or Esc; the cursor should go back.
    """

    changed = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.value = Choice(_("Target"))
        self.value.chosen.connect(self._on_value)
        self.importances = Digits(_("Importance of the target"))
        self.importances.offer(IMPORTANCE)
        self.importances.setToolTip(plain_tip(_("From 1, little, to 5, most. It weighs the gap.")))
        self.importances.chosen.connect(self._on_importance)
        self.importances.left.connect(self.left)
        self.why = LineField(_("Reason of the target"), _("Why this target?"))
        self.why.committed.connect(self._on_reason)
        self.who = LineField(_("Who set the target"), _("Set by"))
        size(self.who, most_width=96)
        self.who.committed.connect(self._on_set_by)
        for field in (self.why, self.who):
            field.returnPressed.connect(self.left)
        row = Flow(self, spacing=8)
        for words, part in ((_("&Target"), self.value), (_("&Importance"), self.importances)):
            label = Label(words, "mute")
            label.setBuddy(part)
            row.addWidget(label)
            row.addWidget(part)
        row.addWidget(self.why)
        row.addWidget(self.who)

    def show_target(self, target: Target, offered: Sequence[str], *, readonly: bool) -> None:
        """Show what is wanted of a part."""
        values = [*offered] if target.value in ("", *offered) else [*offered, target.value]
        self.value.offer([("", _("None")), *((each, spelt(each)) for each in values)])
        self.value.show_value(target.value)
        self.value.setEnabled(not readonly)
        self.importances.show_number(target.importance, readonly=readonly)
        self.why.show_text(target.reason)
        self.who.show_text(target.set_by)
        for field in (self.why, self.who):
            field.setReadOnly(readonly)

    def commit(self) -> None:
        """Write what is being typed."""
        self.why.commit()
        self.who.commit()

    @Slot(object)
    def _on_value(self, value: str) -> None:
        self.changed.emit({"value": value})

    @Slot(object)
    def _on_importance(self, importance: int | None) -> None:
        self.changed.emit({"importance": importance})

    @Slot(str)
    def _on_reason(self, reason: str) -> None:
        self.changed.emit({"reason": reason})

    @Slot(str)
    def _on_set_by(self, set_by: str) -> None:
        self.changed.emit({"set_by": set_by})
