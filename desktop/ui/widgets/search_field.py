"""The line one searches a list with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QLineEdit

from desktop.language import _
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.widgets.tips import plain_tip


class SearchField(Keyed, QLineEdit):
    """Down and Enter go on to what was found, Esc clears the words.

    Signals:
        left: the list is to have the keys.
    """

    left = Signal()

    def __init__(self, accessible_name: str) -> None:
        super().__init__()
        self.setPlaceholderText(accessible_name)
        self.setAccessibleName(accessible_name)
        self.setToolTip(plain_tip(accessible_name))
        self.setClearButtonEnabled(True)

    def deeds(self) -> Sequence[Deed]:
        """On to the list, or all of it again."""
        clearing = (Deed(("Esc",), _("Clear the search"), self.clear, listed=False),) if self.text() else ()
        return (Deed(("Enter", "Down"), _("Go to what was found"), self.left.emit, listed=False), *clearing)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of a text."""
        QLineEdit.contextMenuEvent(self, event)
