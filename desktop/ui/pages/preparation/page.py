"""The page on which an assessment is prepared, in four sections."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, Protocol

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desktop.language import _
from desktop.ui.page import Page
from desktop.ui.pages.preparation.organisation import Organisation
from desktop.ui.pages.preparation.participants import Participants
from desktop.ui.pages.preparation.scope import Scope
from desktop.ui.pages.preparation.team import Team
from desktop.ui.places import ADOPT
from desktop.ui.session import Session
from desktop.ui.widgets.front_tabs import FrontTabs


class Section(Protocol):
    """What the page asks of a section."""

    def refresh(self) -> None:
        """Show the assessment as it is now."""

    def reveal(self, target: str) -> bool:
        """Bring something into view; False when this section does not show it."""

    def landing(self) -> QWidget | None:
        """What the cursor goes to; None where it is for the user to say."""


class PreparationPage(Page):
    """Organisation, assessment team, participants and scope."""

    concerns: ClassVar[frozenset[str]] = frozenset(
        {"details", "member", "participant", "identity", "model", "area_rating"}
    )
    holds_colours: ClassVar[bool] = True

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("Preparation"))
        self.organisation = Organisation(self)
        self.team = Team(self)
        self.participants = Participants(self)
        self.scope = Scope(self)
        self._sections: tuple[Section, ...] = (self.organisation, self.team, self.participants, self.scope)
        self.tabs = FrontTabs()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(_("Sections of the preparation"))
        self._add(self.organisation, _("&Organisation"))
        self._add(self.team, _("&Team"))
        self._add(self.participants, _("&Participants"))
        self._add(self.scope, _("&Scope"))
        self.body.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(self._on_section)

    def refresh(self) -> None:
        """Show the section in front; the others follow when they come to the front."""
        details = self.assessment.preparation.details()
        self.subtitle.setText(" · ".join(part for part in (details.organisation, details.unit) if part))
        self._show(self.tabs.currentIndex())

    def _show(self, number: int) -> None:
        section = self._sections[number]
        section.refresh()
        self.landing = section.landing() or self

    def reveal(self, target: str) -> None:
        """Show a section by its name (``organisation``, ``team``, ``participants``, ``scope``), or what has this id.

        ``adopt:`` and the file of a newer version of a model show what adopting it would do.
        """
        if target.startswith(ADOPT):
            self.tabs.setCurrentWidget(self.scope)
            self.scope.begin_from(Path(target.removeprefix(ADOPT)))
            return
        names = ("organisation", "team", "participants", "scope")
        if target in names:
            self.tabs.setCurrentIndex(names.index(target))
            return
        for number, section in enumerate(self._sections):
            section.refresh()
            if section.reveal(target):
                self.tabs.setCurrentIndex(number)
                return

    def _add(self, section: QWidget, name: str) -> None:
        self.tabs.addTab(section, name)

    @Slot(int)
    def _on_section(self, number: int) -> None:
        if not self.session.is_open:
            return
        self._show(number)
        focused = QApplication.focusWidget()
        if focused is None or not self.tabs.isAncestorOf(focused):
            self.landing.setFocus(Qt.FocusReason.OtherFocusReason)
