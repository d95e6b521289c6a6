"""Filters of the register, each with a count."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QWidget

from desktop.language import N_, _
from desktop.ui.pages.evidence.register_rows import Filter
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import restyle

_WORDS = {
    Filter.ALL: N_("All"),
    Filter.UNTAGGED: N_("Without tags"),
    Filter.EXPIRING: N_("Expired or soon"),
    Filter.UNJUDGED: N_("Not judged"),
    Filter.TALKS: N_("Said in talks"),
}
_ALARMS = {Filter.UNTAGGED: "warn", Filter.EXPIRING: "bad"}


class ItemChips(QWidget):
    """A row of filters, one of them chosen. `chosen` tells that it is another."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Filters"))
        self._buttons: dict[Filter, QPushButton] = {}
        self._group = QButtonGroup(self)
        row = Flow(self, spacing=8)
        for number, item in enumerate(Filter):
            button = QPushButton(_(_WORDS[item]))
            button.setProperty("kind", "chip")
            button.setCheckable(True)
            self._buttons[item] = button
            self._group.addButton(button, number)
            row.addWidget(button)
        self._buttons[Filter.ALL].setChecked(True)
        self._group.buttonClicked.connect(self._on_clicked)

    def value(self) -> Filter:
        """The filter chosen."""
        return list(Filter)[self._group.checkedId()]

    def choose(self, chosen: Filter) -> None:
        """Choose a filter without telling."""
        self._buttons[chosen].setChecked(True)

    def say(self, counts: Mapping[Filter, int]) -> None:
        """Show how many items each filter keeps."""
        for item, button in self._buttons.items():
            text = _("{filter} {count}").format(filter=_(_WORDS[item]), count=counts[item])
            button.setText(text)
            button.setAccessibleName(text)
            tone = _ALARMS.get(item, "") if counts[item] else ""
            if button.property("tone") != tone:
                button.setProperty("tone", tone)
                restyle(button)
        self._buttons[Filter.TALKS].setVisible(counts[Filter.TALKS] > 0 or self.value() is Filter.TALKS)

    @Slot(QAbstractButton)
    def _on_clicked(self, _button: QAbstractButton) -> None:
        self.chosen.emit()
