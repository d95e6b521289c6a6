"""What the team has found: observations, the findings that come of them, and their discussion."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QWidget

from desktop.language import _
from desktop.ui.page import Page
from desktop.ui.session import Session
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.seen_stack import SeenStack
from desktop.ui.widgets.tips import plain_tip

OBSERVATIONS, FINDINGS, DISCUSSION = range(3)


class FindingsPage(Page):
    """From what was heard to what the organisation is told, in three views."""

    concerns: ClassVar[frozenset[str]] = frozenset({"session_note"})

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("Findings"))
        self.stack = SeenStack()
        for heading, note in (
            (
                _("No observations yet"),
                _("An observation says in a sentence what several notes tell, and names nobody."),
            ),
            (_("No findings yet"), _("A finding is a strength, a weakness or an alternative practice of an area.")),
            (
                _("Nothing to discuss yet"),
                _("Findings are discussed area by area with those whose work they are about."),
            ),
        ):
            self.stack.addWidget(Card(heading, note))
        self.body.addWidget(self._bar())
        self.body.addWidget(self.stack, 1)
        self.landing = self.views.buttons()[OBSERVATIONS]

    def refresh(self) -> None:
        """Show what the team has found as it is now."""

    def _bar(self) -> QWidget:
        bar = QWidget()
        row = Flow(bar)
        self.views = QButtonGroup(self)
        for number, (text, tip) in enumerate(
            (
                (_("&Observations"), _("What was heard and seen, in sentences that name nobody")),
                (_("Fi&ndings"), _("Strengths, weaknesses and alternative practices of each area")),
                (_("&Discussion"), _("One area at a time, large enough for a projector")),
            )
        ):
            button = QPushButton(text)
            button.setProperty("kind", "chip")
            button.setCheckable(True)
            button.setToolTip(plain_tip(tip))
            self.views.addButton(button, number)
            row.addWidget(button)
        self.views.button(OBSERVATIONS).setChecked(True)
        self.views.buttonClicked.connect(self._on_view)
        return bar

    @Slot(QAbstractButton)
    def _on_view(self, button: QAbstractButton) -> None:
        self.stack.setCurrentIndex(self.views.id(button))
