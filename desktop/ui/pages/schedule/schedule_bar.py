"""Above the schedule: which view is in front, which week is shown, and what cannot be as it is planned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.ui.pages.schedule.week_grid import FRIDAY
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip

CALENDAR, LIST = range(2)
SHOWN = 2
"""So many clashes are told at once."""


class ScheduleBar(QWidget):
    """Chips for views and weeks, and clashes in words.

    Signals:
        viewed: a view is to come to the front.
        turned: so many weeks on, or back.
        seeking: the next clash is to be found.
    """

    viewed = Signal(int)
    turned = Signal(int)
    seeking = Signal()

    def __init__(self) -> None:
        super().__init__()
        chips = QWidget()
        row = Flow(chips)
        self._views = QButtonGroup(self)
        for number, (words, tip) in enumerate(
            (
                (_("Calendar"), _("A week by days and hours")),
                (_("List"), _("All sessions in order, those without a day as well")),
            )
        ):
            view = _chip(words, tip)
            view.setCheckable(True)
            self._views.addButton(view, number)
            row.addWidget(view)
        self.before = _chip(_("◂ Week before"), _("Page Up in the calendar"))
        self.after = _chip(_("Week after ▸"), _("Page Down in the calendar"))
        self.week = Label("", "strong")
        self.next_clash = _chip(_("Next &clash"), _("Go to the next session that cannot be as it is planned (F8)"))
        for part in (self.before, self.week, self.after, self.next_clash):
            row.addWidget(part)
        self.troubles = Label("", wrap=True)
        self.troubles.setProperty("tone", "bad")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(chips)
        column.addWidget(self.troubles)
        self._views.buttonClicked.connect(self._on_view)
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        self.next_clash.clicked.connect(self.seeking)
        self.show_view(CALENDAR)

    def show_view(self, number: int) -> None:
        """Mark the view in front."""
        self._views.button(number).setChecked(True)
        for part in (self.before, self.week, self.after):
            part.setVisible(number == CALENDAR)

    @Slot(object)
    def show_week(self, monday: dt.date) -> None:
        """Say which week is shown."""
        last = monday + dt.timedelta(days=FRIDAY - 1)
        self.week.setText(_("{first} to {last}").format(first=monday.isoformat(), last=last.isoformat()))

    def show_clashes(self, lines: Sequence[str]) -> None:
        """Tell the first of them."""
        more = len(lines) - SHOWN
        rest = [ngettext("And {count} more.", "And {count} more.", more).format(count=more)] if more > 0 else []
        self.troubles.setText("\n".join([*lines[:SHOWN], *rest]))
        self.troubles.setVisible(bool(lines))
        self.next_clash.setVisible(bool(lines))

    @Slot(QAbstractButton)
    def _on_view(self, button: QAbstractButton) -> None:
        self.viewed.emit(self._views.id(button))

    @Slot()
    def _on_before(self) -> None:
        self.turned.emit(-1)

    @Slot()
    def _on_after(self) -> None:
        self.turned.emit(1)


def _chip(words: str, tip: str) -> QPushButton:
    chip = QPushButton(words)
    chip.setProperty("kind", "chip")
    chip.setToolTip(plain_tip(tip))
    return chip
