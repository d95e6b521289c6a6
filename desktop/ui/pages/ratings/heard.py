"""What was heard of a practice: its notes, with the kind of session and the role, and the way to each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.assessment.session_reading import HeardNote
from desktop.model.records import Tone
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.text_button import TextButton
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import names
from desktop.wording.interviews import heard_from

SIGNS = {Tone.STRENGTH: "+", Tone.WEAKNESS: "−", Tone.ALTERNATIVE: "~", Tone.NEUTRAL: "·"}
"""Before a note, what it says; a screen reader says the word."""


class HeardNotes(QWidget):
    """A button for each note; pressed, it leads to the session.

    Args:
        headed: whether a heading stands above them.

    Signals:
        opening: the id of the note.
    """

    opening = Signal(object)

    def __init__(self, *, headed: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(_("What was heard"))
        self.buttons: list[HeardButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        if headed:
            self._column.addWidget(Label(self.accessibleName(), "heading"))

    def show_notes(self, notes: Sequence[HeardNote]) -> None:
        """Show the notes on a practice."""
        while len(self.buttons) < len(notes):
            button = HeardButton()
            button.clicked.connect(self._on_clicked)
            self._column.addWidget(button)
            self.buttons.append(button)
        for button, heard in zip(self.buttons, notes, strict=False):
            button.show_note(heard)
            button.show()
        for button in self.buttons[len(notes) :]:
            button.hide()
        self.setVisible(bool(notes))

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, HeardButton)
        self.opening.emit(button.note)


class HeardButton(TextButton):
    """One note, from whom it is, and what it says.

    Attributes:
        note: its id.
    """

    def __init__(self) -> None:
        super().__init__("")
        self.setCheckable(False)
        self.note = ""

    def show_note(self, heard: HeardNote) -> None:
        """Show a note: its session by kind, and the role of who said it."""
        self.note = heard.note.id
        self.mark(SIGNS[heard.note.tone])
        self.say(
            _("{source}: {text}").format(source=heard_from(heard), text=heard.note.text), names.name(heard.note.tone)
        )
        self.setToolTip(plain_tip(_("Go to “{session}”").format(session=heard.session.name)))
