"""What a finding rests on: a button for each observation."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.records import Observation, ObservationState
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.widgets.text_button import TextButton
from desktop.wording import names
from desktop.wording.observed import observation_number


class RestsOn(QWidget):
    """All as tall as they need, so that only what is around them scrolls.

    Signals:
        opening: the id of the observation that is to be seen.
        withdrawing: the id of the one on which the finding no longer rests.
        parting: the id of the one that becomes a finding of its own.
    """

    opening = Signal(object)
    withdrawing = Signal(object)
    parting = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Rests on"))
        self.buttons: list[ObservationButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_observations(self, observations: Sequence[Observation], *, editable: bool) -> None:
        """Show these."""
        while len(self.buttons) < len(observations):
            button = ObservationButton()
            button.clicked.connect(self._on_clicked)
            button.gone.connect(self.withdrawing)
            button.parted.connect(self.parting)
            self._column.addWidget(button)
            self.buttons.append(button)
        for button, observation in zip(self.buttons, observations, strict=False):
            button.editable, button.alone = editable, len(observations) == 1
            button.show_observation(observation)
            button.show()
        for button in self.buttons[len(observations) :]:
            button.hide()
        self.setVisible(bool(observations))

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, ObservationButton)
        self.opening.emit(button.observation)


class ObservationButton(Keyed, TextButton):
    """An observation.

    Attributes:
        observation: its id.
        editable: whether it can be taken off.
        alone: whether the finding rests on it alone, so that nothing can be split.

    Signals:
        gone: its id.
        parted: its id.
    """

    gone = Signal(object)
    parted = Signal(object)

    def __init__(self) -> None:
        super().__init__("")
        self.setCheckable(False)
        self.observation = ""
        self.editable, self.alone = True, False

    def deeds(self) -> Sequence[Deed]:
        """Go there, take it off, or make a finding of its own of it."""
        going = Deed(("Enter",), _("Go to the observation"), self.click)
        if not self.editable:
            return (going,)
        parting = () if self.alone else (Deed(("P",), _("Split it off into a finding of its own"), self._part),)
        taking = Deed(("Delete", "Backspace"), _("The finding no longer rests on it"), self._take_off)
        return (going, *parting, taking)

    def show_observation(self, observation: Observation) -> None:
        """Show it, with its state where it is not valid any more."""
        self.observation = observation.id
        number = observation_number(observation.number)
        self.mark(number)
        state = "" if observation.state is ObservationState.VALID else names.name(observation.state)
        text = observation.text
        self.say(_("{text} ({state})").format(text=text, state=state.lower()) if state else text, number)

    def _take_off(self) -> None:
        self.gone.emit(self.observation)

    def _part(self) -> None:
        self.parted.emit(self.observation)
