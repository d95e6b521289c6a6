"""The line at the bottom: whether everything is saved, who did it, and what undo would undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QStatusBar

from desktop.language import _
from desktop.ui.sizes import size
from desktop.ui.theme import px
from desktop.ui.widgets.text import Elided, Tag
from desktop.ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment
    from desktop.model.journal import Step


MOST_LETTERS = 48
"""So much is said of who sits there and works on what; a tooltip tells the whole."""

NAME_WIDTH = 230
MOST_HELD = 260
"""What is said of the file is never narrower, where it has so much to say; in pixels at 100 %."""


class _Held(Elided):
    """What gives way last."""

    def minimumSizeHint(self) -> QSize:
        """All of it, up to a limit."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), px(MOST_HELD)), hint.height())


class _NameField(QLineEdit):
    """The field for one's name; it gives way after the words about undo."""

    def sizeHint(self) -> QSize:
        """As wide as what it asks."""
        return QSize(px(NAME_WIDTH), super().sizeHint().height())


class StatusLine(QStatusBar):
    """Says how the file stands; a file open for reading only is marked for as long as it is.

    Signals:
        named: who works here, as typed; empty when nobody wants to say.
    """

    named = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.setContentsMargins(0, 0, 8, 0)
        self.readonly = Tag(_("Read only"), "warn")
        self._saved, self._undoes = _Held(style="small"), Elided(style="small")
        self._undoes.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._undoes.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.addWidget(self.readonly)
        self.addWidget(self._saved)
        self.addPermanentWidget(self._undoes, 1)
        self.author, self.later = _NameField(), QPushButton(_("Not now"))
        self.author.setPlaceholderText(_("Your name, for the history"))
        self.author.setToolTip(plain_tip(_("Your name, for the history")))
        self.author.setAccessibleName(_("Your name in the history"))
        size(self.author, least_width=120, most_width=NAME_WIDTH)
        self.author.setStyleSheet("padding-top: 0; padding-bottom: 0;")
        self.author.returnPressed.connect(self._on_author)
        self.later.setProperty("kind", "chip")
        self.later.clicked.connect(self._on_later)
        self.addPermanentWidget(self.author)
        self.addPermanentWidget(self.later)
        self.who = QPushButton()
        self.who.setProperty("kind", "chip")
        self.addPermanentWidget(self.who)
        self.clear()

    @property
    def says(self) -> str:
        """What it says of the file."""
        return self._saved.text()

    @property
    def undoes(self) -> str:
        """What it says that undo would do."""
        return self._undoes.text()

    def clear(self) -> None:
        """Nothing is open."""
        self.readonly.hide()
        self.ask_author(wanted=False)
        self.who.hide()
        self._saved.clear()
        self._undoes.clear()

    def ask_author(self, *, wanted: bool) -> None:
        """Ask who works here, without being in the way; or no longer."""
        self.author.setVisible(wanted)
        self.later.setVisible(wanted)

    def show_who(self, name: str, works_on: str = "") -> None:
        """Show which member of the team sits at the keyboard, and on what they work; without a name it is asked."""
        told = _("{name} at the keyboard").format(name=name) if name else _("Who is at the keyboard?")
        if works_on:
            told = _("{name} works on {places}").format(name=name, places=works_on)
        shown = told if len(told) <= MOST_LETTERS else f"{told[:MOST_LETTERS]}…"
        self.who.setText(shown.replace("&", "&&"))
        self.who.setAccessibleName(told)
        whole = _("The team member whose ratings and steps these are. Press to change.")
        self.who.setToolTip(plain_tip(whole if shown == told else f"{told}\n{whole}"))
        self.who.show()

    @Slot()
    def _on_author(self) -> None:
        if self.author.text().strip():
            self.named.emit(self.author.text())

    @Slot()
    def _on_later(self) -> None:
        self.named.emit("")

    def show_file(self, assessment: Assessment, undo: Step | None) -> None:
        """Say how the file stands."""
        from desktop.wording import names  # noqa: PLC0415 - not needed for the start page
        from desktop.wording.steps import sentence  # noqa: PLC0415 - likewise

        latest = assessment.history.steps(1)
        state = (
            _("As it was then; nothing can be changed here")
            if assessment.moment is not None
            else _("This file is open for reading only: another program writes to it, or it may not be changed.")
            if assessment.readonly
            else _("Saved")
        )
        parts = [state]
        if latest:
            parts.append(
                _("step {number} · {author}").format(number=latest[0].number, author=names.author(latest[0].author))
            )
        self.readonly.setVisible(assessment.readonly)
        self._saved.setText(" · ".join(parts))
        wanted = undo is not None and not assessment.readonly
        self._undoes.setText(_("Undo: {step}   Ctrl Z").format(step=sentence(undo)) if undo and wanted else "")
