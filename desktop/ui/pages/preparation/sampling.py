"""Whether the participants are a cross-section, as a matrix with its holes in words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.exchange.tables.sampling import sampling
from desktop.language import _
from desktop.model.planning.sampling import SampleRow, SampleSort
from desktop.ui.page import Page
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.told_columns import shown
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import Label
from desktop.wording.sampling import holes

SHOWN = 4
"""So many holes are told above the matrix; each stands in it as well."""


class Sampling(QWidget):
    """Counts by unit, service, group, role and area."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        card = Card(_("Sampling"), _("Whether those who take part are a cross-section of what is assessed."))
        self.told = Label("", wrap=True)
        self.told.setProperty("tone", "warn")
        self.nothing = Label(
            _("Add participants, with unit, service and group, and the units and services that are assessed."),
            "mute",
            wrap=True,
        )
        self.table = Table(RowsModel(_columns()), _("Cross-section of the participants"))
        self.table.activated.connect(self._on_activated)
        card.body.addWidget(self.nothing)
        card.body.addWidget(self.told)
        card.body.addWidget(self.table, 1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 14, 0, 0)
        frame.addWidget(card)

    def refresh(self) -> None:
        """Count again."""
        rows = self._page.assessment.schedule.sample(self._page.assessment.models.places_asked())
        lacking = holes(rows)
        more = len(lacking) - SHOWN
        if more > 0:
            lacking = [*lacking[:SHOWN], _("And {count} more, see below.").format(count=more)]
        self.told.setText("\n".join(lacking))
        self.told.setVisible(bool(lacking))
        self.nothing.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self.table.fill(rows, _key)

    @Slot(QModelIndex)
    def _on_activated(self, _index: QModelIndex) -> None:
        """Go where a hole is mended: to the unit or service, the participants, or the sessions."""
        row: SampleRow | None = self.table.current_row()
        if row is None:
            return
        if row.sort is SampleSort.AREA:
            self._page.session.go("schedule")
        else:
            listed = row.sort in (SampleSort.UNIT, SampleSort.SERVICE) and row.id
            self._page.session.go("preparation", row.id if listed else "participants")

    def reveal(self, target: str) -> bool:
        """Nothing here has an id of its own."""
        return target == "sampling"

    def landing(self) -> QWidget:
        """The matrix."""
        return self.table


def _columns() -> list[Column[SampleRow]]:
    told = {column.key: column for column in sampling(()).columns}
    return [
        shown(told["sort"], width=90),
        shown(told["name"]),
        shown(told["people"], width=80),
        shown(told["asked"], width=118, gives_way=2),
        shown(told["interviewed"], width=90),
        shown(told["discussing"], width=96, gives_way=1),
        shown(told["hole"], width=118, gives_way=3, tone=_tone),
    ]


def _tone(row: SampleRow) -> str | None:
    return "warn" if row.is_hole else None


def _key(row: SampleRow) -> tuple[str, str]:
    return row.sort, row.id
