"""The register: every item of evidence, and what it speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.ui.pages.evidence.register_rows import ItemRow, columns, item_rows, row_key
from desktop.ui.tables import RowsModel, Table
from desktop.ui.widgets.card import Card

if TYPE_CHECKING:
    from desktop.ui.page import Page


class Register(QWidget):
    """The view of the items of evidence.

    Attributes:
        landing: what has the focus when the view comes to the front.
    """

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.table = Table(RowsModel(columns()), _("Items of evidence"))
        self.table.activated.connect(self._on_activated)
        self.landing: QWidget = self.table
        self._listed = Card()
        self._listed.tighten()
        self._listed.body.addWidget(self.table, 1)
        self.empty = Card(
            _("No evidence yet"),
            _(
                "What the team reads or sees stands here with what it speaks of. It counts as a source for each "
                "practice it is tagged with."
            ),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self._listed, 1)
        column.addWidget(self.empty)
        self._rest = QWidget()
        column.addWidget(self._rest, 1)

    def refresh(self) -> None:
        """Show the assessment as it is now."""
        rows = item_rows(self._page.assessment)
        self.table.fill(rows, row_key)
        if rows and self.table.current_row() is None:
            self.table.selectRow(0)
        self._listed.setVisible(bool(rows))
        for part in (self.empty, self._rest):
            part.setVisible(not rows)

    def reveal(self, target: str) -> bool:
        """Bring an item into view by its id; False when there is none such."""

        def is_it(row: ItemRow) -> bool:
            return row.item.id == target

        return self.table.select(is_it)

    def summary(self) -> str:
        """What stands beside the page's title."""
        count = self.table.source.rowCount()
        return ngettext("{count} item", "{count} items", count).format(count=count) if count else ""

    @Slot(QModelIndex)
    def _on_activated(self, _index: QModelIndex) -> None:
        """See the first part that it speaks of where that is rated."""
        row: ItemRow | None = self.table.current_row()
        if row is not None and row.parts:
            self._page.session.go("ratings", str(row.parts[0]))
