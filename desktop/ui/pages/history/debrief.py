"""The debrief of the team: what it has learned, and what its work took."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _
from desktop.ui.page import Page
from desktop.ui.pages.history.hours import Hours
from desktop.ui.pages.history.lessons import Lessons
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.wording.debrief import lessons_text


class Debrief(QWidget):
    """Lessons beside hours."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.lessons, self.hours = Lessons(page), Hours(page)
        panes = FoldingColumns()
        panes.add(self.lessons, _("Lessons"), 420, 560, 3)
        panes.add(self.hours, _("What it took"), 360, 420, 2)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 14, 0, 0)
        frame.addWidget(panes)

    def refresh(self) -> None:
        """Show both as they are now."""
        self.lessons.refresh()
        self.hours.refresh()

    def landing(self) -> QWidget:
        """The lessons, or the line that adds the first."""
        return self.lessons.table if self.lessons.table.source.rows else self.lessons.add_line

    def reveal(self, target: str) -> QWidget | None:
        """Put the cursor on a lesson or on somebody's hours; None where it is neither."""
        if self.lessons.reveal(target):
            return self.lessons.table
        return self.hours.table if self.hours.reveal(target) else None

    def summary(self) -> str:
        """How many lessons there are."""
        return lessons_text(len(self._page.assessment.debriefing.lessons()))
