"""The card that the overview begins with: what is next and what is overdue."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Slot

from desktop.language import _
from desktop.ui.pages.overview.agenda import AgendaItem
from desktop.ui.session import Session
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.whole_table import WholeTable
from desktop.ui.widgets.card import Card


class AgendaCard(Card):
    """A line for each thing that waits; Enter leads to where it is done."""

    def __init__(self, session: Session) -> None:
        super().__init__(_("What is next"))
        self._session = session
        columns: list[Column[AgendaItem]] = [
            Column(_("What"), lambda item: item.text),
            Column(_("State"), lambda item: item.state, tone=lambda item: item.tone, width=130),
        ]
        self.items: RowsModel[AgendaItem] = RowsModel(columns)
        self.table = WholeTable(self.items, _("What is next and what is overdue"))
        self.table.horizontalHeader().hide()
        self.table.activated.connect(self._on_activated)
        self.body.addWidget(self.table)

    def show_items(self, items: Sequence[AgendaItem]) -> None:
        """Show what waits; with nothing to do it says so."""
        self.table.fill(items, key=lambda item: (item.page, item.target, item.state))
        self.table.setVisible(bool(items))
        self.say(_("What is next"), "" if items else _("Nothing is open and nothing is overdue."))

    @Slot(QModelIndex)
    def _on_activated(self, _index: QModelIndex) -> None:
        item = self.table.current_row()
        if item is not None:
            self._session.go(item.page, item.target)
