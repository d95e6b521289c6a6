"""The models in use, to choose one from."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.language import _
from desktop.ui.theme import FAMILY, px
from desktop.ui.widgets.tips import plain_tip

KEYED = 9
"""So many have a key of their own."""


class ModelChips(QWidget):
    """A button for each model; one alone needs no choice.

    Signals:
        chosen: the id of the model picked.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Maturity models"))
        self.buttons: list[QPushButton] = []
        self._group = QButtonGroup(self)
        self._models: list[tuple[str, str]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_models(self, models: list[tuple[str, str]], model: str) -> None:
        """Offer the models in use as (id, name), one of them chosen."""
        if models != self._models:
            self._offer(models)
        for button, (id_, _name) in zip(self.buttons, models, strict=True):
            button.setChecked(id_ == model)
        self.setVisible(len(models) > 1)
        self._fit()

    def model(self, number: int) -> str:
        """The id of the model with a number from 1, empty where there is none."""
        return self._models[number - 1][0] if 1 <= number <= len(self._models) else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the names into the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where room is short, only the model on show bears its name; the others keep their numbers."""
        full = [_words(number, name) for number, (_id, name) in enumerate(self._models, start=1)]
        needed = sum(_bold_width(text) + self._row.spacing() for text in full)
        for number, (button, text) in enumerate(zip(self.buttons, full, strict=True), start=1):
            whole = needed <= self.width() or button.isChecked() or number > KEYED
            button.setText(text if whole else str(number))
            hold_width(button)

    def _offer(self, models: list[tuple[str, str]]) -> None:
        for old in self.buttons:
            self._group.removeButton(old)
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._models = list(models)
        self.buttons = []
        for number, (_id, name) in enumerate(models, start=1):
            keyed = number <= KEYED
            button = QPushButton(_words(number, name))
            button.setCheckable(True)
            button.setProperty("kind", "chip")
            button.setAccessibleName(name)
            button.setToolTip(plain_tip(_("{name} (Alt+{number})").format(name=name, number=number) if keyed else name))
            button.clicked.connect(self._on_clicked)
            self._group.addButton(button)
            self._row.insertWidget(number - 1, button)
            self.buttons.append(button)

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        self.chosen.emit(self._models[self.buttons.index(button)][0])


def hold_width(button: QPushButton) -> None:
    """Leave a chip room for the bold words that it shows while it is chosen."""
    button.setMinimumWidth(_bold_width(button.text()))


def _bold_width(text: str) -> int:
    bold = QFont(FAMILY)
    bold.setPixelSize(px(12))
    bold.setBold(True)
    return QFontMetrics(bold).horizontalAdvance(text.replace("&", "")) + px(22)


def _words(number: int, name: str) -> str:
    return _("{number}  {name}").format(number=number, name=name) if number <= KEYED else name
