"""The page of the evidence: the register of what was read and seen, and what the sources cover."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Slot

from desktop.language import _
from desktop.model.records import SCORES
from desktop.ui.page import Page
from desktop.ui.pages.evidence.coverage import Coverage
from desktop.ui.pages.evidence.register import Register
from desktop.ui.session import Session
from desktop.ui.widgets.front_tabs import FrontTabs

REGISTER, COVERAGE = range(2)


class EvidencePage(Page):
    """Register and coverage; the view in front is filled, the other when it comes to the front."""

    concerns: ClassVar[frozenset[str]] = SCORES | {"session_note", "session_participant", "participant"}

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("Evidence"))
        self._stale_views = {REGISTER, COVERAGE}
        self.register, self.coverage = Register(self), Coverage(self)
        self.tabs = FrontTabs()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(_("Views of the evidence"))
        self.tabs.addTab(self.register, _("&Register"))
        self.tabs.addTab(self.coverage, _("&Coverage"))
        self.body.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(self._on_tab)

    def refresh(self) -> None:
        """Show the view in front; the other follows when it comes to the front."""
        self._stale_views = {REGISTER, COVERAGE}
        self._show_view()

    def reveal(self, target: str) -> None:
        """Show an item of evidence by its id, or what there is about a part of a model by its `Ref`."""
        self.show_now()
        if self.register.reveal(target):
            self.tabs.setCurrentIndex(REGISTER)
        elif self.coverage.reveal(target):
            self.tabs.setCurrentIndex(COVERAGE)

    def _show_view(self) -> None:
        place = self.tabs.currentIndex()
        view = (self.register, self.coverage)[place]
        if place in self._stale_views:
            self._stale_views.discard(place)
            view.refresh()
        self.landing = view.landing
        self.subtitle.setText(view.summary())

    @Slot(int)
    def _on_tab(self, _place: int) -> None:
        if self.session.is_open:
            self._show_view()
