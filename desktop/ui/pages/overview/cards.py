"""What the cards of all models have in common."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.model.assessment.models import ModelInUse
from desktop.model.scoring.results import ModelResult
from desktop.ui import theme
from desktop.ui.session import Session
from desktop.ui.tables import Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import Tag
from desktop.wording import outcome


class ModelCards(QWidget):
    """Where one model stands, in two cards side by side."""

    HEIGHT = 400

    def __init__(self, session: Session, stretches: tuple[int, int] = (3, 2)) -> None:
        super().__init__()
        self._session = session
        self._model = ""
        self._level, self._shape = Card(), Card()
        self._name = Tag("", "accent")
        self._level.head.addWidget(self._name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self._level, stretches[0])
        row.addWidget(self._shape, stretches[1])
        self.setFixedHeight(theme.px(self.HEIGHT))

    def show_result(self, in_use: ModelInUse, result: ModelResult) -> None:
        """Show a model's result."""
        raise NotImplementedError

    def say_level(self, in_use: ModelInUse, result: ModelResult, note: str, table: Table) -> None:
        """Say which model it is, its level, and a word on it; its table is called by its model, too."""
        self._model = in_use.id
        heading = table.source.columns[0].heading
        table.setAccessibleName(_("{model}: {heading}").format(model=in_use.pack.name, heading=heading))
        self._name.setText(in_use.pack.name)
        self._level.say(outcome.headline(result.level, in_use.pack), note)

    def go_to_ratings(self, target: str) -> None:
        """Open the ratings of a part of the model."""
        self._session.go("ratings", f"{self._model}/{target}")


def shortened(parts: list[str], most: int, between: str = ", ") -> str:
    """The first few, and how many more there are."""
    more = len(parts) - most
    shown = between.join(parts[:most])
    return (
        shown
        if more <= 0
        else ngettext("{shown} and {count} more", "{shown} and {count} more", more).format(shown=shown, count=more)
    )
