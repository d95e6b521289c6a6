"""What a note says of what it speaks of, to choose by mouse or key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.language import _
from desktop.model.records import Tone
from desktop.ui.pages.interviews.typed_line import TONE_KEYS
from desktop.ui.pages.ratings.chips import hold_width
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import names


class ToneChip(QPushButton):
    """A button whose letter acts at once: Qt waits a tenth of a second, and the next key may keep the note by then."""

    def event(self, event: QEvent) -> bool:
        """Be clicked by its letter."""
        if event.type() == QEvent.Type.Shortcut:
            self.click()
            return True
        return super().event(event)


class ToneChips(QWidget):
    """A button for each tone.

    Signals:
        chosen: the tone.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("What the note says"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self.buttons: dict[Tone, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for tone, key in TONE_KEYS.items():
            button = ToneChip(f"&{names.name(tone)}")
            button.setCheckable(True)
            button.setProperty("kind", "chip")
            button.setToolTip(plain_tip(_("{tone} ({key} in the line)").format(tone=names.name(tone), key=key)))
            button.clicked.connect(self._on_clicked)
            hold_width(button)
            self._group.addButton(button)
            self.buttons[tone] = button
            row.addWidget(button)

    def show_tone(self, tone: Tone) -> None:
        """Show which is chosen."""
        self.buttons[tone].setChecked(True)

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(next(tone for tone, button in self.buttons.items() if button is self.sender()))
