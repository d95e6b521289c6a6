"""The page on which an assessment is prepared, in sections."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, Protocol

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desktop.language import _
from desktop.ui.page import Page
from desktop.ui.pages.preparation.budget import Budget
from desktop.ui.pages.preparation.checklist import Checklist
from desktop.ui.pages.preparation.organisation import Organisation
from desktop.ui.pages.preparation.participants import Participants
from desktop.ui.pages.preparation.sampling import Sampling
from desktop.ui.pages.preparation.scope import Scope
from desktop.ui.pages.preparation.scope_lists import ScopeLists
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
    """Organisation, assessment team, participants and whom they stand for, scope, budget and checklist."""

    concerns: ClassVar[frozenset[str]] = frozenset(
        {
            "details",
            "member",
            "participant",
            "identity",
            "model",
            "area_rating",
            "scope_item",
            "budget_line",
            "checklist_item",
            "checklist_tick",
            "session",
            "session_participant",
            "session_area",
            "form",
        }
    )
    holds_colours: ClassVar[bool] = True

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("Preparation"))
        self.organisation = Organisation(self)
        self.team = Team(self)
        self.participants = Participants(self)
        self.scope = Scope(self)
        self.units = ScopeLists(self)
        self.sampling = Sampling(self)
        self.budget = Budget(self)
        self.checklist = Checklist(self)
        self._sections: dict[str, Section] = {
            "organisation": self.organisation,
            "team": self.team,
            "participants": self.participants,
            "scope": self.scope,
            "units": self.units,
            "sampling": self.sampling,
            "budget": self.budget,
            "checklist": self.checklist,
        }
        self.tabs = FrontTabs()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(_("Sections of the preparation"))
        self._add(self.organisation, _("&Organisation"))
        self._add(self.team, _("&Team"))
        self._add(self.participants, _("&Participants"))
        self._add(self.scope, _("&Scope"))
        self._add(self.units, _("Units"))
        self._add(self.sampling, _("Sampling"))
        self._add(self.budget, _("Budget"))
        self._add(self.checklist, _("Checklist"))
        self.body.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(self._on_section)

    def refresh(self) -> None:
        """Show the section in front; the others follow when they come to the front."""
        details = self.assessment.preparation.details()
        self.subtitle.setText(" · ".join(part for part in (details.organisation, details.unit) if part))
        self._show(self.tabs.currentIndex())

    def _show(self, number: int) -> None:
        section = [*self._sections.values()][number]
        section.refresh()
        self.landing = section.landing() or self

    def reveal(self, target: str) -> None:
        """Show a section by its name (``organisation``, ``team``, ``budget`` and so on), or what has this id.

        ``adopt:`` and the file of a newer version of a model show what adopting it would do.
        """
        if target.startswith(ADOPT):
            self.tabs.setCurrentWidget(self.scope)
            self.scope.begin_from(Path(target.removeprefix(ADOPT)))
            return
        if target in self._sections:
            self.tabs.setCurrentIndex([*self._sections].index(target))
            return
        for number, section in enumerate(self._sections.values()):
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
