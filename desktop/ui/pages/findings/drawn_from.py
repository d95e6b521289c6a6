"""What an observation is drawn from: a button for each note, comment and item, by kind and role, never by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.assessment.observation_reading import Commented
from desktop.model.assessment.session_reading import HeardNote
from desktop.model.maturity.refs import AnswerRef
from desktop.model.records import Evidence, Tone
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.pages.ratings.heard import SIGNS
from desktop.ui.widgets.text_button import TextButton
from desktop.wording import names
from desktop.wording.interviews import heard_from
from desktop.wording.observed import shown_by, shows

Behind = HeardNote | Commented | Evidence
"""What stands behind an observation."""


class DrawnFrom(QWidget):
    """All as tall as they need, so that only what is around them scrolls.

    Signals:
        opening: the note or item that is to be seen where it stands.
        withdrawing: the note, comment or item.
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

    def show_sources(self, sources: Sequence[Behind], *, editable: bool) -> None:
        """Show these."""
        count = len(sources)
        while len(self.buttons) < count:
            button = SourceButton()
            button.clicked.connect(self._on_clicked)
            button.gone.connect(self.withdrawing)
            self._column.addWidget(button)
            self.buttons.append(button)
        for button, source in zip(self.buttons, sources, strict=False):
            button.show_source(source)
        for place, button in enumerate(self.buttons):
            button.editable = editable
            button.setVisible(place < count)
        self.setVisible(bool(count))

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, SourceButton)
        if button.leads:
            self.opening.emit(button.source)


class SourceButton(Keyed, TextButton):
    """A note, a comment or an item of evidence.

    Attributes:
        source: it; None before one is shown.
        editable: whether it can be taken off.

    Signals:
        gone: the source.
    """

    gone = Signal(object)

    def __init__(self) -> None:
        super().__init__("")
        self.setCheckable(False)
        self.source: Behind | None = None
        self.editable = True

    def deeds(self) -> Sequence[Deed]:
        """Go there, and take it off."""
        going = (Deed(("Enter",), _("Go to where it stands"), self.click),) if self.leads else ()
        taking = (Deed(("Delete", "Backspace"), _("No longer drawn from it"), self._take_off),) if self.editable else ()
        return (*going, *taking)

    @property
    def leads(self) -> bool:
        """Whether it leads somewhere: a comment does not, since that would show whose it is."""
        return self.source is not None and not isinstance(self.source, Commented)

    def show_source(self, source: Behind) -> None:
        """Show a note by kind of session and role, what somebody wrote in a form, or an item by its title."""
        self.source = source
        tone = source.note.tone if isinstance(source, HeardNote) else Tone.NEUTRAL
        self.mark(SIGNS[tone])
        self.say(_told(source), names.name(tone))

    def _take_off(self) -> None:
        self.gone.emit(self.source)


def _told(source: Behind) -> str:
    match source:
        case HeardNote():
            return _("{source}: {text}").format(source=heard_from(source), text=source.note.text)
        case Commented():
            return _("Comment in a form: {text}").format(text=source.text)
        case Evidence():
            return _("{source}: {text}").format(source=shown_by(source), text=shows(source))


class Ids(TypedDict):
    """What stands behind an observation, as the model asks for it."""

    notes: list[str]
    comments: list[AnswerRef]
    items: list[str]


def ids_of(sources: Sequence[Behind]) -> Ids:
    """These by their ids."""
    return Ids(
        notes=[each.note.id for each in sources if isinstance(each, HeardNote)],
        comments=[each.source for each in sources if isinstance(each, Commented)],
        items=[each.id for each in sources if isinstance(each, Evidence)],
    )


def text_of(source: Behind) -> str:
    """What was heard, written or shown."""
    match source:
        case HeardNote():
            return source.note.text
        case Commented():
            return source.text
        case Evidence():
            return shows(source)
