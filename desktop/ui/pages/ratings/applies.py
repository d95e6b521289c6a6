"""Whether an area, stream or track applies to the organisation, and what follows where it does not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip


class AppliesLine(QWidget):
    """A button that asks for the reason; with the reason the place is declared not applicable.

    Args:
        apart: the button stands elsewhere; the line itself is there only while it asks or tells.

    Signals:
        declared: (whether it does not apply, reason).
        left: Esc; the cursor should go back.
    """

    declared = Signal(object, object)
    left = Signal()

    def __init__(self, *, apart: bool = False) -> None:
        super().__init__()
        self._apart = apart
        self.button = QPushButton(_("Does not apply…"))
        self.button.setProperty("kind", "chip")
        self.button.clicked.connect(self._on_button)
        self.reason = LineField(_("Why it does not apply"), _("Reason, compulsory: why is it not done here?"))
        self.reason.committed.connect(self._on_reason)
        self.reason.returnPressed.connect(self.left)
        self.follows = Label("", "small", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        if not apart:
            row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self.reason, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.follows)
        self._about: tuple[str, bool] = ("", False)
        self._asking = False

    def show_place(self, place: str, *, outside: bool, reason: str, usable: bool) -> None:
        """Show where a place stands.

        Args:
            place: its id; another one ends the asking for a reason.
            outside: whether it is declared not applicable.
            reason: why.
            usable: whether that can be changed: the file can be written and the place is in scope.
        """
        if (place, outside) != self._about:
            self._about, self._asking = (place, outside), False
        self.reason.show_text(reason)
        self.reason.setReadOnly(not usable)
        self.button.setEnabled(usable)
        self._show()

    def commit(self) -> None:
        """Write what is being typed."""
        self.reason.commit()

    def _show(self) -> None:
        outside = self._about[1]
        self.button.setText(_("It applies after all") if outside else _("Does not apply…"))
        self.button.setToolTip(
            plain_tip("" if outside else _("Take it out of the result, with the reason why it is not done here"))
        )
        self.setVisible(outside or self._asking or not self._apart)
        self.reason.setVisible(outside or self._asking)
        self.follows.setVisible(outside or self._asking)
        self.follows.setText(
            _("Does not apply. It blocks no level and stands in no mean, gap or count.")
            if outside
            else _("Once a reason is given, it blocks no level and stands in no mean, gap or count.")
        )

    @Slot()
    def _on_button(self) -> None:
        if self._about[1]:
            self.declared.emit(False, self.reason.text())
        elif self.reason.text().strip():
            self.declared.emit(True, self.reason.text())
        else:
            self._asking = True
            self._show()
            self.reason.setFocus()

    @Slot(str)
    def _on_reason(self, reason: str) -> None:
        outside = self._about[1]
        if outside and not reason.strip():
            self.reason.show_text("")
            self.follows.setText(_("What does not apply needs its reason. Write one, or let it apply after all."))
        elif outside or self._asking:
            self.declared.emit(True, reason)
