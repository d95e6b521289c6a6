"""What an observation is drawn from: a button for each note and comment, by kind and role and never by name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.assessment.observation_reading import Commented
from desktop.model.assessment.session_reading import HeardNote
from desktop.model.maturity.refs import AnswerRef
from desktop.model.records import Tone
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.pages.ratings.heard import SIGNS
from desktop.ui.widgets.text_button import TextButton
from desktop.wording import names
from desktop.wording.interviews import heard_from


class DrawnFrom(QWidget):
    """All as tall as they need, so that only what is around them scrolls.

    Signals:
        opening: the id of the note that is to be seen in its session.
        withdrawing: the id of a note, or the answer whose comment it is.
    """

    opening = Signal(object)
    withdrawing = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Drawn from"))
        self.buttons: list[SourceButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_sources(self, notes: Sequence[HeardNote], comments: Sequence[Commented], *, editable: bool) -> None:
        """Show notes and comments."""
        count = len(notes) + len(comments)
        while len(self.buttons) < count:
            button = SourceButton()
            button.clicked.connect(self._on_clicked)
            button.gone.connect(self.withdrawing)
            self._column.addWidget(button)
            self.buttons.append(button)
        for button, note in zip(self.buttons, notes, strict=False):
            button.show_note(note)
        for button, comment in zip(self.buttons[len(notes) :], comments, strict=False):
            button.show_comment(comment)
        for place, button in enumerate(self.buttons):
            button.editable = editable
            button.setVisible(place < count)
        self.setVisible(bool(count))

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, SourceButton)
        if isinstance(button.source, str):
            self.opening.emit(button.source)


class SourceButton(Keyed, TextButton):
    """A note or a comment.

    Attributes:
        source: the note's id, or the answer that the comment belongs to.
        editable: whether it can be taken off.

    Signals:
        gone: the source.
    """

    gone = Signal(object)

    def __init__(self) -> None:
        super().__init__("")
        self.setCheckable(False)
        self.source: str | AnswerRef = ""
        self.editable = True

    def deeds(self) -> Sequence[Deed]:
        """Go there, and take it off."""
        going = (
            (Deed(("Enter",), _("Go to the note in its session"), self.click),) if isinstance(self.source, str) else ()
        )
        taking = (Deed(("Delete", "Backspace"), _("No longer drawn from it"), self._take_off),) if self.editable else ()
        return (*going, *taking)

    def show_note(self, heard: HeardNote) -> None:
        """Show a note: its session by kind, and the role of who said it."""
        self.source = heard.note.id
        self.mark(SIGNS[heard.note.tone])
        told = _("{source}: {text}").format(source=heard_from(heard), text=heard.note.text)
        self.say(told, names.name(heard.note.tone))

    def show_comment(self, comment: Commented) -> None:
        """Show what somebody wrote in a form."""
        self.source = comment.source
        self.mark(SIGNS[Tone.NEUTRAL])
        self.say(_("Comment in a form: {text}").format(text=comment.text), names.name(Tone.NEUTRAL))

    def _take_off(self) -> None:
        self.gone.emit(self.source)
