"""Which sources each practice has, and which it still lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _
from desktop.ui.widgets.card import Card

if TYPE_CHECKING:
    from desktop.ui.page import Page


class Coverage(QWidget):
    """The view of the sources by practice.

    Attributes:
        landing: what has the focus when the view comes to the front.
    """

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.landing: QWidget = page
        self.empty = Card(
            _("No sources yet"),
            _("Once something was answered, heard or read, this view shows which practices it speaks of."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.empty)
        column.addStretch(1)

    def refresh(self) -> None:
        """Show the assessment as it is now."""

    def reveal(self, target: str) -> bool:  # noqa: ARG002 - nothing is shown yet
        """Bring a part of a model into view by its `Ref`; False when it is not shown here."""
        return False

    def summary(self) -> str:
        """What stands beside the page's title."""
        return ""
