"""A passphrase for a file that has none: what is said before it is set, whether it will do, and where it is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.errors import RefusalError
from desktop.model.files.file_key import FileKey, refuse_weak
from desktop.ui.passphrase_dialog import PassphraseField
from desktop.ui.theme import px
from desktop.ui.widgets.text import Label
from desktop.wording.passphrases import advice, no_back_door
from desktop.wording.refusals import sentence


def before_setting() -> str:
    """What one is told before a passphrase is set."""
    return f"{no_back_door()} {advice()}"


def unfit(new: str, again: str) -> str:
    """Why a passphrase that was typed twice will not do; empty where it does."""
    try:
        refuse_weak(new)
    except RefusalError as refusal:
        return sentence(refusal)
    return "" if new == again else sentence(RefusalError("passphrase.differs"))


class NewPassphrase(QWidget):
    """Folded to one box to tick; what it asks then stands below.

    Signals:
        unfolded: there is more to be seen.
    """

    unfolded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.wanted = QCheckBox(_("&Encrypt the file with a passphrase"))
        self.first, self.again = PassphraseField(_("New passphrase")), PassphraseField(_("The same again"))
        self.first.setPlaceholderText(_("New passphrase"))
        self.again.setPlaceholderText(_("The same again"))
        self.seen = QCheckBox(_("Show &what is typed"))
        self.problem = Label("", wrap=True)
        self.problem.setProperty("tone", "bad")
        self._asked = QWidget()
        asked = QVBoxLayout(self._asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(px(8))
        for part in (Label(before_setting(), "small", wrap=True), self.first, self.again, self.seen, self.problem):
            asked.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.wanted)
        column.addWidget(self._asked)
        self.wanted.toggled.connect(self._on_wanted)
        self.seen.toggled.connect(self._on_seen)
        self.clear()

    def clear(self) -> None:
        """Ask for none, and forget what was typed."""
        self.wanted.setChecked(False)
        self._on_wanted(wanted=False)

    def is_fit(self) -> bool:
        """Whether none is wanted, or what was typed will do; else it says why not, with the field to be typed again."""
        wrong = unfit(self.first.text(), self.again.text()) if self.wanted.isChecked() else ""
        self.problem.setText(wrong)
        self.problem.setVisible(bool(wrong))
        self.first.setAccessibleDescription(wrong)
        if wrong:
            self.first.selectAll()
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def key(self) -> FileKey | None:
        """What encrypts the file; None where it is to have no passphrase."""
        return FileKey(self.first.text()) if self.wanted.isChecked() else None

    @Slot(bool)
    def _on_wanted(self, wanted: bool) -> None:  # noqa: FBT001 - a slot
        self._asked.setVisible(wanted)
        self.problem.hide()
        self.seen.setChecked(False)
        for field in (self.first, self.again):
            field.clear()
        if wanted:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
            self.unfolded.emit()

    @Slot(bool)
    def _on_seen(self, seen: bool) -> None:  # noqa: FBT001 - a slot
        for field in (self.first, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Normal if seen else QLineEdit.EchoMode.Password)
