"""The answers of a scale as buttons, each with the key that gives it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.language import _
from desktop.ui.pages.ratings.chips import hold_width
from desktop.ui.pages.ratings.parts.offers import AnswerOffer
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import unmarked
from desktop.ui.widgets.tips import plain_tip


class AnswerChips(QWidget):
    """A button for each answer; those that are offered again stay.

    Signals:
        answered: (`AnswerOffer`) a button was pressed.
    """

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.offers: Sequence[AnswerOffer] = ()
        self.buttons: list[QPushButton] = []
        self._flow = Flow(self)

    def show_offers(self, offers: Sequence[AnswerOffer], given: Callable[[AnswerOffer], bool], *, usable: bool) -> None:
        """Show what can be answered, and which of it stands there."""
        if offers != self.offers:
            self._offer(offers)
        for button, offer in zip(self.buttons, offers, strict=True):
            button.setChecked(given(offer))
            button.setEnabled(usable)

    def _offer(self, offers: Sequence[AnswerOffer]) -> None:
        for old in self.buttons:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.offers, self.buttons = offers, []
        for offer in offers:
            keyed = offer.key and not offer.words.startswith(f"{offer.key} ")
            told = _("{key} {word}").format(key=offer.key, word=offer.words) if keyed else offer.words
            button = QPushButton(unmarked(told))
            button.setCheckable(True)
            button.setProperty("kind", "chip")
            button.setAccessibleName(offer.words)
            button.setToolTip(plain_tip(offer.meaning))
            hold_width(button)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self._on_button)
            self.buttons.append(button)
            self._flow.addWidget(button)

    @Slot()
    def _on_button(self) -> None:
        for button, offer in zip(self.buttons, self.offers, strict=True):
            if button is self.sender():
                self.answered.emit(offer)
