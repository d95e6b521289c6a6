"""Lists that narrow the actions down by status, owner and tag."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.model.records import ActionStatus
from desktop.ui.collation import in_order
from desktop.ui.pages.actions.rows import ActionRow
from desktop.ui.sizes import size
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.flow import Flow
from desktop.wording import names


class Narrowing(QWidget):
    """Three lists; `changed` tells that another is chosen in one of them."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Narrow down"))
        self.status, self.owner, self.tag = (
            Choice(_("Only of a status")),
            Choice(_("Only of an owner")),
            Choice(_("Only with a tag")),
        )
        row = Flow(self, spacing=8)
        for choice in (self.status, self.owner, self.tag):
            size(choice, width=138)
            choice.chosen.connect(self._on_chosen)
            row.addWidget(choice)
        self.status.offer([(None, _("Any status")), *((status, names.name(status)) for status in ActionStatus)])

    def offer(self, owners: Collection[str], tags: Collection[str]) -> None:
        """Offer the owners and tags that there are."""
        for choice, found, every in ((self.owner, owners, _("Any owner")), (self.tag, tags, _("Any tag"))):
            choice.offer([("", every), *((each, each) for each in in_order(set(found)))])
            choice.setVisible(bool(found))

    def passes(self, row: ActionRow, tags: Mapping[str, tuple[str, ...]]) -> bool:
        """Whether it keeps an action."""
        status = cast("ActionStatus | None", self.status.value())
        owner, tag = self.owner.value(), self.tag.value()
        return (
            status in (None, row.action.status)
            and owner in (None, "", row.action.owner)
            and (tag in (None, "") or tag in tags.get(row.action.id, ()))
        )

    def clear(self) -> None:
        """Keep all, without telling."""
        self.status.show_value(None)
        for choice in (self.owner, self.tag):
            choice.show_value("")

    @Slot(object)
    def _on_chosen(self, _value: object) -> None:
        self.changed.emit()
