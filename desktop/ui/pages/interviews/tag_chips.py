"""Buttons for what can be taken off again: a button for each tag of a note, of evidence or of an action."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.language import _
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import unmarked
from desktop.ui.widgets.tips import plain_tip


class TagChips(QWidget):
    """A button for each tag.

    Signals:
        removed: what is to be taken off, such as the part that a note no longer speaks of.

    Args:
        accessible_name: what the tags are of; without it, of a note.
    """

    removed = Signal(object)

    def __init__(self, accessible_name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(accessible_name or _("What the note speaks of"))
        self.buttons: list[QPushButton] = []
        self._parts: list[Hashable] = []
        self._row = Flow(self)

    def show_tags(self, tags: Sequence[tuple[Hashable, str, str]]) -> None:
        """Show tags, each with what it is called and what it says."""
        self._parts = [part for part, _called, _text in tags]
        while len(self.buttons) < len(tags):
            button = QPushButton()
            button.setProperty("kind", "chip")
            button.clicked.connect(self._on_clicked)
            self._row.addWidget(button)
            self.buttons.append(button)
        for button, (_part, called, text) in zip(self.buttons, tags, strict=False):
            button.setText(_("{tag} ×").format(tag=unmarked(called)))
            button.setAccessibleName(_("Take {tag} off").format(tag=called))
            button.setToolTip(plain_tip(text))
            button.show()
        for button in self.buttons[len(tags) :]:
            button.hide()
        self.setVisible(bool(tags))

    @Slot()
    def _on_clicked(self) -> None:
        place = next(number for number, button in enumerate(self.buttons) if button is self.sender())
        self.removed.emit(self._parts[place])
