"""Filters that count."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QWidget

from desktop.language import N_, NC_, _
from desktop.ui.pages.actions.rows import Filter
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import restyle

_ALARMS = {Filter.OVERDUE: "bad", Filter.WITHOUT_OWNER: "warn"}
_WORDS = {
    Filter.ALL: N_("All"),
    Filter.OPEN: NC_("of an action", "Open"),
    Filter.OVERDUE: N_("Overdue"),
    Filter.WITHOUT_OWNER: N_("Without owner"),
    Filter.BLOCKS: N_("Blocks the next level:"),
    Filter.DONE: NC_("of an action", "Done"),
}


class Chips(QWidget):
    """A row of filters, one of them chosen. `chosen` carries it."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Filters"))
        self._buttons: dict[Filter, QPushButton] = {}
        self._group = QButtonGroup(self)
        row = Flow(self, spacing=8)
        for number, item in enumerate(Filter):
            button = QPushButton()
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

    def say(self, counts: Mapping[Filter, int], next_level: int | None, *, levels: bool) -> None:
        """Show how many actions each filter keeps.

        Args:
            counts: by filter.
            next_level: the level that is blocked, None when models differ in it.
            levels: whether any level is blocked at all.
        """
        for item, button in self._buttons.items():
            text = _("{filter} {count}").format(filter=_word(item, next_level), count=counts[item])
            button.setText(text)
            button.setAccessibleName(text)
            tone = _ALARMS.get(item, "") if counts[item] else ""
            if button.property("tone") != tone:
                button.setProperty("tone", tone)
                restyle(button)
        self._buttons[Filter.BLOCKS].setVisible(levels)
        if not levels and self.value() is Filter.BLOCKS:
            self.choose(Filter.ALL)

    @Slot(QAbstractButton)
    def _on_clicked(self, _button: QAbstractButton) -> None:
        self.chosen.emit(self.value())


def _word(item: Filter, next_level: int | None) -> str:
    if item is Filter.BLOCKS and next_level is not None:
        return _("Blocks level {level}:").format(level=next_level)
    return _(_WORDS[item])
