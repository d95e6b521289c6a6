"""The page of the evidence: the register of what was read and seen, and what the sources cover."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, Slot

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

    takes_files: ClassVar[bool] = True
    concerns: ClassVar[frozenset[str]] = SCORES | {"session_note", "session_participant", "participant"}

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("Evidence"))
        self._stale_views = {REGISTER, COVERAGE}
        self.register, self.coverage = Register(self), Coverage(self)
        self.new = self.add_button(_("&New item"), primary=True, tip=_("File a document or what was shown"))
        self.attach = self.add_button(_("&Attach files…"), tip=_("One item for each file; or drop files on this page"))
        self.tabs = FrontTabs()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(_("Views of the evidence"))
        self.tabs.addTab(self.register, _("&Register"))
        self.tabs.addTab(self.coverage, _("&Coverage"))
        self.body.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(self._on_tab)
        self.new.clicked.connect(self.add_item)
        self.attach.clicked.connect(self.ask_for_files)

    def refresh(self) -> None:
        """Show the view in front; the other follows when it comes to the front."""
        self._stale_views = {REGISTER, COVERAGE}
        for button in (self.new, self.attach):
            button.setEnabled(not self.assessment.readonly)
        self._show_view()

    def reveal(self, target: str) -> None:
        """Show an item of evidence by its id, or what there is about a part of a model by its `Ref`."""
        self.show_now()
        if self.register.holds(target):
            self.tabs.setCurrentIndex(REGISTER)
            self.register.reveal(target)
        elif self.coverage.reveal(target):
            self.tabs.setCurrentIndex(COVERAGE)

    @Slot()
    def add_item(self) -> None:
        """File an item."""
        self.tabs.setCurrentIndex(REGISTER)
        self.register.add_item()

    @Slot()
    def ask_for_files(self) -> None:
        """Ask for files, and file each."""
        self.tabs.setCurrentIndex(REGISTER)
        self.register.files.ask_for_files()

    def take_files(self, paths: Sequence[Path]) -> None:
        """File what was dropped, an item for each file."""
        self.show_now()
        self.tabs.setCurrentIndex(REGISTER)
        self.register.files.take([(path, "") for path in paths])

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
            if self.isVisible() and not self.tabs.tabBar().hasFocus():
                self.landing.setFocus(Qt.FocusReason.OtherFocusReason)
