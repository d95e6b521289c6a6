"""The thing in hand that the team words, an observation or a finding: its text, whom that may name, what it says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton

from desktop.language import _
from desktop.model.assessment.rules.giveaways import Giveaway
from desktop.model.records import Tone
from desktop.ui.pages.interviews.tone_chips import ToneChips
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.editors import TextField
from desktop.ui.widgets.text import Label, Tag
from desktop.ui.widgets.tips import plain_tip
from desktop.wording.observed import may_tell


class WordedCard(Card):
    """Each field is written as soon as it is left.

    Signals:
        edited: ``(id, cells that change)``.

    Args:
        heading: what such a thing is called.
        text: the field for its text, which names nobody.
        says: what a screen reader calls the choice of its tone.
    """

    edited = Signal(object, object)

    def __init__(self, heading: str, text: TextField, says: str) -> None:
        super().__init__(heading)
        self._shown = ""
        self.state, self.text = Tag(), text
        self.naming = Label("", "strong", wrap=True)
        self.nobody = QPushButton(_("Gives nobody away"))
        self.nobody.setToolTip(plain_tip(_("The team has looked at it, and says that the text names nobody")))
        self.tones = ToneChips()
        self.tones.setAccessibleName(says)
        self.tones.buttons[Tone.NEUTRAL].hide()  # one that says nothing is none
        self.text.committed.connect(self._on_text)
        self.nobody.clicked.connect(self._on_nobody)
        self.tones.chosen.connect(self._on_tone)

    def show_words(self, text: str, tone: Tone, naming: Sequence[Giveaway], *, editable: bool) -> None:
        """Show what it says, and whom that may name."""
        self.text.show_text(text)
        self.text.setReadOnly(not editable)
        self.naming.setText(may_tell(naming))
        for part in (self.naming, self.nobody):
            part.setVisible(bool(naming))
        self.tones.show_tone(tone)
        for choice in (self.tones, self.nobody):
            choice.setEnabled(editable)

    def commit(self) -> None:
        """Write what is being typed."""
        if self._shown:
            self.text.commit()

    def forget(self) -> None:
        """It is gone; nothing is written to it any more."""
        self._shown = ""

    def start_text(self) -> None:
        """Put the cursor into the text, ready to be typed over."""
        self.text.setFocus()
        self.text.selectAll()

    @Slot(str)
    def _on_text(self, text: str) -> None:
        if self._shown:
            self.edited.emit(self._shown, {"text": text})

    @Slot()
    def _on_nobody(self) -> None:
        self.commit()
        self.edited.emit(self._shown, {"names_nobody": True})

    @Slot(object)
    def _on_tone(self, tone: Tone) -> None:
        self.commit()
        self.edited.emit(self._shown, {"tone": tone})
