"""What the team has found: observations, the findings that come of them, and their discussion."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent

from desktop.language import _
from desktop.model.records import SCORES
from desktop.ui.page import Page
from desktop.ui.pages.findings.discussion_view import DiscussionView
from desktop.ui.pages.findings.findings_view import FindingsView
from desktop.ui.pages.findings.observations_view import ObservationsView
from desktop.ui.places import DRAW, PICK
from desktop.ui.session import Session
from desktop.ui.widgets.front_tabs import FrontTabs

OBSERVATIONS, FINDINGS, DISCUSSION = range(3)


class FindingsPage(Page):
    """From what was heard to what the organisation is told, in three views; the one in front is filled."""

    concerns: ClassVar[frozenset[str]] = frozenset(
        SCORES
        | {
            "observation",
            "observation_note",
            "observation_comment",
            "observation_item",
            "observation_tag",
            "observation_stance",
            "finding",
            "finding_observation",
            "finding_stance",
            "finding_note",
            "finding_action",
            "discussion_point",
            "action",
            "session",
            "session_member",
            "session_note",
            "session_participant",
            "note_tag",
            "answer",
            "participant",
            "identity",
            "scope_item",
            "details",
            "member",
            "model",
        }
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("Findings"))
        self.observations, self.findings = ObservationsView(self), FindingsView(self)
        self.discussion = DiscussionView(self)
        self._views: tuple[ObservationsView | FindingsView | DiscussionView, ...] = (
            self.observations,
            self.findings,
            self.discussion,
        )
        self.tabs = FrontTabs()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(_("Views of the findings"))
        self.tabs.addTab(self.observations, _("&Observations"))
        self.tabs.addTab(self.findings, _("F&indings"))
        self.tabs.addTab(self.discussion, _("&Discussion"))
        self.body.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(self._on_tab)
        self._stale_views = {OBSERVATIONS, FINDINGS, DISCUSSION}
        self.landing = self.observations.landing

    def refresh(self) -> None:
        """Show the view in front; the others follow when they come to the front."""
        self._stale_views = {OBSERVATIONS, FINDINGS, DISCUSSION}
        self._show_view()

    def reveal(self, target: str) -> None:
        """Show an observation or a finding by its id; or begin with notes or items, see `places.DRAW` and `PICK`."""
        self.show_now()
        if target.startswith((DRAW, PICK)):
            self.tabs.setCurrentIndex(OBSERVATIONS)
            ids = target.partition(":")[2].split()
            (self.observations.draw if target.startswith(DRAW) else self.observations.pick)(ids)
            return
        for place, view in enumerate(self._views):
            self._fill(place)
            if view.reveal(target):
                self.tabs.setCurrentIndex(place)
                view.landing.setFocus()
                return

    def hideEvent(self, event: QHideEvent) -> None:
        """Write what is being typed before the page goes to the back."""
        if self.session.is_open:
            for view in self._views:
                view.commit()
        super().hideEvent(event)

    def _show_view(self) -> None:
        place = self.tabs.currentIndex()
        self._fill(place)
        self.landing = self._views[place].landing
        self.subtitle.setText(self._views[place].summary())

    def _fill(self, place: int) -> None:
        """Show in a view what there is now, if it does not yet."""
        if place in self._stale_views:
            self._stale_views.discard(place)
            self._views[place].refresh()

    @Slot(int)
    def _on_tab(self, _place: int) -> None:
        if self.session.is_open:
            self._show_view()
            if self.landing.isVisible() and not self.tabs.tabBar().hasFocus():
                self.landing.setFocus(Qt.FocusReason.OtherFocusReason)
