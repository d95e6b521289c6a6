"""The question before a model is removed for good."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from desktop.language import _
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.pages.shelf.lines import ShelfLine
from desktop.ui.widgets.text import Label


class RemovalStrip(Keyed, QFrame):
    """Asks once; Esc keeps the model.

    Signals:
        agreed: remove it.
        kept: keep it.
    """

    agreed = Signal()
    kept = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.line: ShelfLine | None = None
        self._asked = Label("", wrap=True)
        self._remove = QPushButton(_("Remove it"))
        self._keep = QPushButton(_("Keep it"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(10)
        row.addWidget(self._asked, 1)
        row.addWidget(self._remove)
        row.addWidget(self._keep)
        self._remove.clicked.connect(self.agreed)
        self._keep.clicked.connect(self.kept)
        self.hide()

    def ask(self, line: ShelfLine) -> None:
        """Ask about one of one's own models."""
        self.line = line
        self._asked.setText(
            _(
                "Remove “{model}” from your models? Its file goes for good; assessments that use the model keep theirs."
            ).format(model=line.name)
        )
        self.show()
        self._keep.setFocus()

    def deeds(self) -> Sequence[Deed]:
        """Esc keeps it."""
        return (Deed(("Esc",), _("Keep it"), self.kept.emit, listed=False),)
