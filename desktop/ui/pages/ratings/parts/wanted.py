"""What is wanted of a part, in its own units."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot

from desktop.language import _
from desktop.model.records import Target
from desktop.ui.pages.ratings.wanted import TargetRow
from desktop.ui.widgets.choice import Choice
from desktop.wording.part_results import spelt


class PartWanted(TargetRow):
    """The target of a part of a model with rules of its own."""

    def __init__(self) -> None:
        self.value = Choice(_("Target"))
        super().__init__(self.value)
        self.value.chosen.connect(self._on_value)

    def show_target(self, target: Target, offered: Sequence[str], *, readonly: bool) -> None:
        """Show what is wanted of a part."""
        values = [*offered] if target.value in ("", *offered) else [*offered, target.value]
        self.value.offer([("", _("None")), *((each, spelt(each)) for each in values)])
        self.value.show_value(target.value)
        self.value.setEnabled(not readonly)
        self.show_reasons(target, readonly=readonly)

    @Slot(object)
    def _on_value(self, value: str) -> None:
        self.changed.emit({"value": value})
