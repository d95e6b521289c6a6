"""What an area still lacks, each thing a way to the first place where it is missing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.language import _
from desktop.model.scoring.missing_parts import Missing
from desktop.ui.widgets.flow import Flow
from desktop.wording.missing_words import missing_text


class MissingLinks(QWidget):
    """A button for each thing that is missing; nothing where nothing is.

    Signals:
        wanted: the id of the first practice, goal or area that it is missing for.
    """

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._row = Flow(self)
        self.buttons: list[QPushButton] = []
        self._shown: tuple[Missing, ...] = ()

    def show_missing(self, missing: Sequence[Missing]) -> None:
        """Show what is missing."""
        self._shown = tuple(missing)
        while len(self.buttons) < len(missing):
            button = QPushButton()
            button.setProperty("kind", "chip")
            button.setProperty("tone", "warn")
            button.clicked.connect(self._on_clicked)
            self._row.addWidget(button)
            if self.buttons:
                self.setTabOrder(self.buttons[-1], button)
            self.buttons.append(button)
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(missing))
            if number < len(missing):
                text = missing_text(missing[number])
                button.setText(_("{text} →").format(text=text[:1].upper() + text[1:]))
                button.setAccessibleName(text)
                button.setAccessibleDescription(_("Goes to the first: {id}").format(id=missing[number].ids[0]))
        self.setVisible(bool(missing))

    @Slot()
    def _on_clicked(self) -> None:
        for button, missing in zip(self.buttons, self._shown, strict=False):
            if button is self.sender():
                self.wanted.emit(missing.ids[0])
