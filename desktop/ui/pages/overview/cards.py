"""What the cards of all models have in common."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.model.assessment.models import ModelInUse
from desktop.model.maturity.refs import Ref
from desktop.model.scoring.results import ModelResult
from desktop.ui.session import Session
from desktop.ui.tables import Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.folding_row import FoldingRow
from desktop.ui.widgets.text import Tag
from desktop.wording import outcome

MOST_LINES = 4
"""So many lines of what blocks, lacks or stops are shown; the page with all of them is a click away."""
LEAST_WIDTH = 330
"""What a card needs beside another, in pixels at 100 %."""


class ModelCards(QWidget):
    """Where one model stands, in two cards, side by side where there is room."""

    def __init__(self, session: Session, stretches: tuple[int, int] = (3, 2)) -> None:
        super().__init__()
        self._session = session
        self._model = ""
        self._level, self._shape = Card(), Card()
        self._name = Tag("", "accent")
        self._level.head.addWidget(self._name)
        self.more = QPushButton()
        self.more.setProperty("kind", "link")
        self.more.clicked.connect(self._on_more)
        row = FoldingRow(LEAST_WIDTH, stretches)
        row.add(self._level)
        row.add(self._shape)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)

    def show_result(self, in_use: ModelInUse, result: ModelResult) -> None:
        """Show a model's result."""
        raise NotImplementedError

    def say_level(self, in_use: ModelInUse, result: ModelResult, note: str, table: Table) -> None:
        """Say which model it is, its level, and a word on it; its table is called by its model, too."""
        self.say_standing(in_use, outcome.headline(result.level, in_use.pack), table, note)

    def say_standing(self, in_use: ModelInUse, standing: str, table: Table, note: str = "") -> None:
        """The same with other words for where the model stands."""
        self._model = in_use.id
        heading = table.source.columns[0].heading
        table.setAccessibleName(_("{model}: {heading}").format(model=in_use.pack.name, heading=heading))
        self._name.setText(in_use.pack.name)
        self._level.say(standing, note)

    def say_more(self, count: int, shown: int = MOST_LINES) -> None:
        """Say how many lines there are beyond those shown."""
        more = count - shown
        self.more.setVisible(more > 0)
        self.more.setText(ngettext("{count} more: all gaps", "{count} more: all gaps", more).format(count=more))
        self.more.setAccessibleName(f"{self._name.text()}: {self.more.text()}")

    @Slot()
    def _on_more(self) -> None:
        self._session.go("gaps", self._model)

    def go_to_ratings(self, target: str) -> None:
        """Open the ratings of a part of the model."""
        self._session.go("ratings", str(Ref(self._model, target)))


def shortened(parts: list[str], most: int, between: str = ", ") -> str:
    """The first few, and how many more there are."""
    more = len(parts) - most
    shown = between.join(parts[:most])
    return (
        shown
        if more <= 0
        else ngettext("{shown} and {count} more", "{shown} and {count} more", more).format(shown=shown, count=more)
    )
