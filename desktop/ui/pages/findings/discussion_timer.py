"""How long one has been at something, and how long one meant to be. It never sounds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.language import _
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.widgets.text import Tag
from desktop.ui.widgets.tips import plain_tip

STEP, LEAST, USUAL = 5, 5, 15
"""In minutes: by how much the plan changes, the least, and what is planned where nothing else is known."""
_TICK_MS = 1000


class DiscussionTimer(Keyed, QWidget):
    """Counts while it runs; what is over shows in its colour alone.

    Attributes:
        planned: minutes that are meant for it.
        passed: seconds so far.
    """

    def __init__(self) -> None:
        super().__init__()
        self.planned, self.passed = USUAL, 0
        self.setAccessibleName(_("Time"))
        self.told = Tag()
        self.start, self.less, self.more = QPushButton(), QPushButton("−"), QPushButton("+")
        self.less.setAccessibleName(_("Plan less time"))
        self.more.setAccessibleName(_("Plan more time"))
        for button in (self.less, self.more):
            button.setToolTip(plain_tip(button.accessibleName()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self.told, self.start, self.less, self.more):
            row.addWidget(part)
        self._ticking = QTimer(self, interval=_TICK_MS)
        self._ticking.timeout.connect(self.tick)
        self.start.clicked.connect(self.turn)
        self.less.clicked.connect(self._on_less)
        self.more.clicked.connect(self._on_more)
        self._show()

    @property
    def runs(self) -> bool:
        """Whether it counts."""
        return self._ticking.isActive()

    def begin(self, planned: int) -> None:
        """Something else begins: nothing has passed of so many minutes."""
        self.planned, self.passed = max(planned, LEAST), 0
        self._show()

    def stop(self) -> None:
        """Count no further."""
        self._ticking.stop()
        self._show()

    def deeds(self) -> Sequence[Deed]:
        """Nothing but what its buttons do."""
        return ()

    @Slot()
    def turn(self) -> None:
        """Start, or stop for a while."""
        if self.runs:
            self._ticking.stop()
        else:
            self._ticking.start()
        self._show()

    @Slot()
    def tick(self) -> None:
        """A second has passed."""
        self.passed += 1
        self._show()

    def plan(self, by: int) -> None:
        """Mean so many minutes more, or less."""
        self.planned = max(self.planned + by, LEAST)
        self._show()

    @Slot()
    def _on_less(self) -> None:
        self.plan(-STEP)

    @Slot()
    def _on_more(self) -> None:
        self.plan(STEP)

    def _show(self) -> None:
        minutes, seconds = divmod(self.passed, 60)
        told = _("{passed} of {planned} min").format(passed=f"{minutes}:{seconds:02}", planned=self.planned)
        self.told.say(told, "warn" if self.passed >= self.planned * 60 else "plain")
        self.start.setText(_("Stop the time") if self.runs else _("Start the time"))
