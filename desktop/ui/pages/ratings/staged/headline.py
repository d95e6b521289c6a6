"""The model's level in one line, and what stands before the next."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from desktop.language import _
from desktop.model.scoring.results import Blocker
from desktop.ui.pages.ratings.staged.snapshot import Snapshot
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import Label, unmarked
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import names, outcome

SHOWN = 4
"""So many areas are offered, the least work first."""


class Headline(QFrame):
    """Changes with every rating.

    Signals:
        wanted: the id of an area that was clicked.
    """

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        row = Flow()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 14, 6)
        column.addLayout(row)
        self.level = Label("", "strong")
        self.rest = Label("", "mute")
        self.more = Label("", "mute")
        row.addWidget(self.level)
        row.addWidget(self.rest)
        self.areas = [QPushButton() for _number in range(SHOWN)]
        for button in self.areas:
            button.setProperty("kind", "chip")
            button.clicked.connect(self._on_clicked)
            row.addWidget(button)
        row.addWidget(self.more)

    def show_level(self, snapshot: Snapshot) -> None:
        """Show where the model stands."""
        level, pack = snapshot.result.level, snapshot.pack
        self.level.setText(outcome.headline(level, pack))
        self.level.setToolTip(plain_tip(outcome.why(level, pack)))
        self.rest.setText(_rest(level.blockers))
        for button, blocker in zip(self.areas, level.blockers[:SHOWN], strict=False):
            button.setText(unmarked(pack.area_by_id[blocker.place].name))
            button.setProperty("area", blocker.place)
            said = outcome.blocker_text(blocker, pack)
            button.setToolTip(plain_tip(said))
            button.setAccessibleName(pack.area_by_id[blocker.place].name)
            button.setAccessibleDescription(said)
        for number, button in enumerate(self.areas):
            button.setVisible(number < len(level.blockers))
        more = len(level.blockers) - SHOWN
        self.more.setText(_("and {count} more").format(count=more))
        self.more.setVisible(more > 0)

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.wanted.emit(button.property("area"))


def _rest(blockers: tuple[Blocker, ...]) -> str:
    if not blockers:
        return ""
    counts = Counter(blocker.why for blocker in blockers)
    told = ", ".join(f"{count} {names.name(why).lower()}" for why, count in counts.items())
    return _("· blocked by {areas}").format(areas=told)
