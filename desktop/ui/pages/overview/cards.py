"""What the cards of all models have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.exchange.deliverable import ScoredModel
from desktop.exchange.tables.table import AnyTable
from desktop.language import _, ngettext
from desktop.model.assessment.models import ModelInUse
from desktop.model.scoring.results import ModelResult
from desktop.ui.session import Session
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.whole_table import WholeTable
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.folding_row import FoldingRow
from desktop.ui.widgets.text import Tag
from desktop.wording import outcome

MOST_LINES = 4
"""So many lines of what blocks, lacks or stops are shown; the page with all of them is a click away."""
LEAST_WIDTH = 330
"""What a card needs beside another, in pixels at 100 %."""


class ModelCards(QWidget):
    """Where one model stands, in two cards, side by side where there is room; in one of them a table's first lines."""

    most = MOST_LINES

    def __init__(
        self, session: Session, in_use: ModelInUse, result: ModelResult, stretches: tuple[int, int] = (3, 2)
    ) -> None:
        super().__init__()
        self._session = session
        self._told = self.told(ScoredModel(pack=in_use.pack, result=result))
        self._level, self._shape = Card(), Card()
        self._name = Tag("", "accent")
        self._level.head.addWidget(self._name)
        self._rows: RowsModel[Any] = RowsModel(self.columns(self._told))
        self._table = WholeTable(self._rows, self._told.name)
        self._table.activated.connect(self._on_activated)
        self.more = QPushButton()
        self.more.setProperty("kind", "link")
        self.more.clicked.connect(self._on_more)
        row = FoldingRow(LEAST_WIDTH, stretches)
        row.add(self._level)
        row.add(self._shape)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)

    def told(self, part: ScoredModel) -> AnyTable:
        """The table of which the first lines are shown."""
        raise NotImplementedError

    def columns(self, told: AnyTable) -> Sequence[Column[Any]]:
        """Its columns here; always as many, of the same headings and widths."""
        raise NotImplementedError

    def note(self, part: ScoredModel) -> str:  # noqa: ARG002 - for those who say something
        """A word on the level."""
        return ""

    def show_result(self, in_use: ModelInUse, result: ModelResult) -> None:
        """Show a model's result."""
        part = ScoredModel(pack=in_use.pack, result=result)
        told = self._told = self.told(part)
        self._model, name = in_use.id, in_use.pack.name
        self._name.setText(name)
        standing = (
            outcome.standing(result, in_use.pack) if result.parts else outcome.headline(result.level, in_use.pack)
        )
        self._level.say(standing, self.note(part))
        self._rows.columns = tuple(self.columns(told))
        self._rows.set_rows(told.rows[: self.most])
        self._table.setVisible(bool(told.rows))
        heading = self._rows.columns[0].heading
        self._table.setAccessibleName(_("{model}: {heading}").format(model=name, heading=heading))
        more = len(told.rows) - self.most
        self.more.setVisible(more > 0)
        self.more.setText(ngettext("{count} more: all gaps", "{count} more: all gaps", more).format(count=more))
        self.more.setAccessibleName(f"{name}: {self.more.text()}")

    def list_in(self, card: Card) -> None:
        """Put the table into a card, below what stands there."""
        card.body.addWidget(self._table)
        card.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addStretch(1)

    @Slot()
    def _on_more(self) -> None:
        self._session.go("gaps", self._model)

    @Slot(QModelIndex)
    def _on_activated(self, _index: QModelIndex) -> None:
        row = self._table.current_row()
        if row is not None:
            self._session.go("ratings", str(self._told.ref(row)))


def shortened(parts: list[str], most: int, between: str = ", ") -> str:
    """The first few, and how many more there are."""
    more = len(parts) - most
    shown = between.join(parts[:most])
    return (
        shown
        if more <= 0
        else ngettext("{shown} and {count} more", "{shown} and {count} more", more).format(shown=shown, count=more)
    )
