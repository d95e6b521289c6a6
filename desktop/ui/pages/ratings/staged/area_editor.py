"""What the team says of an area as a whole: its rationale, and whether it applies."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.records import AreaRating
from desktop.ui.pages.ratings.applies import AppliesLine
from desktop.ui.widgets.editors import TextField
from desktop.ui.widgets.text import Label


class AreaEditor(QWidget):
    """The words about an area.

    Signals:
        rationale: (str).
        not_applicable: (bool, reason).
        left: Enter in the reason; the cursor should go back.
    """

    rationale = Signal(object)
    not_applicable = Signal(object, object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = TextField(_("Rationale of the area"), _("Why the team rates the area so"), lines=2, grows=False)
        self.text.committed.connect(self._on_text)
        label = Label(_("&Rationale"), "mute")
        label.setBuddy(self.text)
        self.applies = AppliesLine()
        self.applies.declared.connect(self.not_applicable)
        self.applies.left.connect(self.left)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.text, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addLayout(first)
        rows.addWidget(self.applies)

    def show_area(self, rating: AreaRating, *, readonly: bool) -> None:
        """Show what the team says of an area."""
        self.text.show_text(rating.rationale)
        self.text.setReadOnly(readonly)
        self.applies.show_place(
            rating.place,
            outside=rating.not_applicable,
            reason=rating.reason,
            usable=not readonly and rating.in_scope,
        )

    def commit(self) -> None:
        """Write what is being typed."""
        self.text.commit()
        self.applies.commit()

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self.rationale.emit(text)
