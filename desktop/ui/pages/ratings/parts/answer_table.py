"""A table of parts in which number keys answer the one under the cursor."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent

from desktop.ui.deeds import Deed
from desktop.ui.keystrokes import strokes
from desktop.ui.pages.ratings.parts.offers import AnswerOffer
from desktop.ui.tables import Table

_TYPED = "0123456789-"


class AnswerTable(Table):
    """Who derives from it says with `offer` what can be answered, and lists `answers` among its deeds.

    Signals:
        answered: (`AnswerOffer`) a number key was pressed on the part under the cursor.
        typed: (str) the first figure of a number was typed on a part that is answered by one.
    """

    answered = Signal(object)
    typed = Signal(str)

    _offers: tuple[AnswerOffer, ...] = ()
    _number = False

    def offer(self, offers: list[AnswerOffer], *, number: bool) -> None:
        """What keys stand for on the part under the cursor, and whether it is answered by typing a number."""
        self._offers, self._number = tuple(offers), number

    def answers(self) -> Iterator[Deed]:
        """What number keys do."""
        return (Deed((each.key,), each.words, partial(self.answered.emit, each)) for each in self._offers if each.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A figure begins a number where the part is answered by one."""
        figure = next((each for each in strokes(event) if each in _TYPED), "") if self._number else ""
        if figure:
            self.typed.emit(figure)
            event.accept()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""
