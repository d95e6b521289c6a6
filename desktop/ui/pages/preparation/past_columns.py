"""The columns of somebody's workbook of results, each with what it is taken for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.exchange.past_results.past_workbooks import ColumnUse, ResultColumn
from desktop.language import _
from desktop.ui.theme import px
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.text import Label
from desktop.wording import past_results

_LONGEST = 60


class PastColumns(QWidget):
    """A line for each column: its heading, its use, and a few of the texts in it.

    Signals:
        chosen: (name of the column, use) the user takes it for something else.
    """

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.choices: dict[str, Choice] = {}
        self._lines = QGridLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setHorizontalSpacing(px(12))
        self._lines.setVerticalSpacing(px(6))
        for place, share in enumerate((2, 2, 3)):
            self._lines.setColumnStretch(place, share)

    def show_columns(self, columns: Sequence[ResultColumn]) -> None:
        """Show the columns of a workbook."""
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.choices = {}
        for line, column in enumerate(columns):
            choice = Choice(_("What the column {name} is").format(name=column.name))
            choice.offer([(use, past_results.use_name(use)) for use in ColumnUse])
            choice.chosen.connect(self._on_chosen)
            self.choices[column.name] = choice
            name = Label(column.name, "strong", wrap=True)
            name.setBuddy(choice)
            self._lines.addWidget(name, line, 0)
            self._lines.addWidget(choice, line, 1)
            self._lines.addWidget(Label(_samples(column), "small", wrap=True), line, 2)

    def show_uses(self, uses: Mapping[str, ColumnUse]) -> None:
        """Show what each column is taken for."""
        for name, choice in self.choices.items():
            choice.show_value(uses[name])

    @Slot(object)
    def _on_chosen(self, use: object) -> None:
        name = next(name for name, choice in self.choices.items() if choice is self.sender())
        self.chosen.emit(name, str(use))


def _samples(column: ResultColumn) -> str:
    text = ", ".join(" ".join(sample.split()) for sample in column.samples)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
