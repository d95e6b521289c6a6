"""What was heard of a practice: its notes, with the kind of session and the role, and the way to each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.model.assessment.session_reading import HeardNote
from desktop.model.maturity.refs import Ref
from desktop.model.records import Tone
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.text_button import TextButton
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import names
from desktop.wording.interviews import heard_from

MOST_SHOWN = 12
"""Notes, and pieces of evidence, that stand beside what is judged; the page of all sources is a click away."""

SIGNS = {Tone.STRENGTH: "+", Tone.WEAKNESS: "−", Tone.ALTERNATIVE: "~", Tone.NEUTRAL: "·"}
"""Before a note, what it says; a screen reader says the word."""


class HeardNotes(QWidget):
    """A button for each of the newest notes, which leads to its session, and one for all that there are.

    Args:
        headed: whether a heading stands above them.

    Signals:
        opening: the id of the note.
        drawing: the id of the note that an observation is to be made of.
        seeking: the part of which all sources are to be seen.
    """

    opening = Signal(object)
    drawing = Signal(object)
    seeking = Signal(object)

    def __init__(self, *, headed: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(_("What was heard"))
        self.buttons: list[HeardButton] = []
        self._part = Ref("", "")
        self.more = QPushButton()
        self.more.setProperty("kind", "link")
        self.more.clicked.connect(self._on_more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        if headed:
            self._column.addWidget(Label(self.accessibleName(), "heading"))
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_notes(self, notes: Sequence[HeardNote], of: Ref, *, further: int = 0) -> None:
        """Show the notes on a part.

        Args:
            notes: in the order of their times.
            of: the part.
            further: how many other sources of it have no room here.
        """
        self._part = of
        seen = notes[-MOST_SHOWN:]
        while len(self.buttons) < len(seen):
            button = HeardButton()
            button.clicked.connect(self._on_clicked)
            button.drawing.connect(self.drawing)
            self._column.insertWidget(self._column.count() - 1, button)
            self.buttons.append(button)
        for button, heard in zip(self.buttons, seen, strict=False):
            button.show_note(heard)
            button.show()
        for button in self.buttons[len(seen) :]:
            button.hide()
        more = len(notes) - len(seen) + further
        self.more.setText(ngettext("{count} more: all sources", "{count} more: all sources", more).format(count=more))
        self.more.setVisible(more > 0)
        self.setVisible(bool(notes) or more > 0)

    @Slot()
    def _on_more(self) -> None:
        self.seeking.emit(self._part)

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, HeardButton)
        self.opening.emit(button.note)


class HeardButton(Keyed, TextButton):
    """One note, from whom it is, and what it says.

    Attributes:
        note: its id.

    Signals:
        drawing: its id.
    """

    drawing = Signal(object)

    def __init__(self) -> None:
        super().__init__("")
        self.setCheckable(False)
        self.note = ""

    def deeds(self) -> Sequence[Deed]:
        """Go there, or make something of it."""
        return (
            Deed(("Enter",), _("Go to the note in its session"), self.click),
            Deed(("O",), _("Make an observation of the note"), self._draw),
        )

    def _draw(self) -> None:
        self.drawing.emit(self.note)

    def show_note(self, heard: HeardNote) -> None:
        """Show a note: its session by kind, and the role of who said it."""
        self.note = heard.note.id
        self.mark(SIGNS[heard.note.tone])
        self.say(
            _("{source}: {text}").format(source=heard_from(heard), text=heard.note.text), names.name(heard.note.tone)
        )
        self.setToolTip(plain_tip(_("Go to “{session}”").format(session=heard.session.name)))
