"""Improvement actions: who does what until when, and what of it the next level waits for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol, TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.language import _, ngettext
from desktop.model.records import PLAN, SCORES
from desktop.ui.page import Page
from desktop.ui.pages.actions.board_view import BoardView
from desktop.ui.pages.actions.budget_view import BudgetView
from desktop.ui.pages.actions.calendar_view import CalendarView
from desktop.ui.pages.actions.dashboard_view import DashboardView
from desktop.ui.pages.actions.follow_up_view import FollowUpView
from desktop.ui.pages.actions.list_view import ListView
from desktop.ui.pages.actions.places import place_known, title_for
from desktop.ui.pages.actions.priority_view import PriorityView
from desktop.ui.pages.actions.proposals import proposals
from desktop.ui.pages.actions.roadmap_view import RoadmapView
from desktop.ui.pages.actions.tracker_menu import TrackerMenu
from desktop.ui.places import TRACKER
from desktop.ui.session import Session
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.front_tabs import FrontTabs

if TYPE_CHECKING:
    from desktop.ui.pages.actions.tracker_review import TrackerReview

LIST, PRIORITY, BOARD, CALENDAR, ROADMAP, BUDGET, FOLLOW_UP, DASHBOARD = range(8)


class PlanView(Protocol):
    """One way to look at the plan."""

    @property
    def landing(self) -> QWidget:
        """What has the keys first."""

    def refresh(self) -> None:
        """Show the plan as it is now."""

    def commit(self) -> None:
        """Write what is being typed."""

    def summary(self) -> str:
        """What stands beside the page's title."""


V = TypeVar("V", PriorityView, BoardView, CalendarView, RoadmapView, BudgetView, FollowUpView, DashboardView)


class ActionsPage(Page):
    """The improvement plan in several views; the one in front is filled."""

    concerns: ClassVar[frozenset[str]] = SCORES | PLAN | {"finding", "finding_action", "member"}

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("Improvement actions"))
        self.from_blockers = self.add_button(
            _("From &blockers"),
            tip=_("Propose an action for everything that blocks a next level"),
        )
        self.tracker = self.add_button(_("Tracker"), tip=_("Write a tracker for sponsor and owners, or take one back"))
        self.tracker_menu = TrackerMenu(session)
        self.tracker.setMenu(self.tracker_menu)
        self.new = self.add_button(_("&New action"), primary=True, tip=_("Add an action (Ctrl+Shift+A)"))
        self.review: TrackerReview | None = None
        self.list = ListView(self)
        self.chips, self.search, self.table = self.list.chips, self.list.search, self.list.table
        self.detail, self.nothing = self.list.detail, self.list.nothing
        self.tabs = FrontTabs()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for part in (self.tabs, self.tabs.tabBar()):
            part.setAccessibleName(_("Views of the plan"))
        self._ways: tuple[Callable[[], PlanView], ...] = (
            lambda: self.list,
            lambda: self.priority,
            lambda: self.board,
            lambda: self.calendar,
            lambda: self.roadmap,
            lambda: self.budget,
            lambda: self.follow_up,
            lambda: self.dashboard,
        )
        for name in (
            _("List"),
            _("Priorit&y"),
            _("Board"),
            _("&Calendar"),
            _("Road map"),
            _("Within a budget"),
            _("Follow-up"),
            _("Dashboard"),
        ):
            self.tabs.add_room(name)
        self._made: list[PlanView] = [self.list]
        self.tabs.furnish(LIST, self.list)
        self._stale_views = set(range(len(self._ways)))
        self.empty = Card(
            _("No actions yet"),
            _(
                "Write down what is to be improved, who sees to it and by when. Once the team has rated, “From "
                "blockers” proposes an action for everything that blocks the next level."
            ),
        )
        self.empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.first = QPushButton(_("Write the first action"))
        self.empty.body.addWidget(self.first, 0, Qt.AlignmentFlag.AlignLeft)
        self._rest = QWidget()
        self.body.addWidget(self.tabs, 1)
        self.body.addWidget(self.empty)
        self.body.addWidget(self._rest, 1)
        self.new.clicked.connect(self._on_new)
        self.first.clicked.connect(self._on_new)
        self.from_blockers.clicked.connect(self.propose)
        self.tabs.currentChanged.connect(self._on_tab)
        self.tracker_menu.returned.connect(self.take_back)
        self.landing = self.table

    @cached_property
    def priority(self) -> PriorityView:
        """The order of the open actions."""
        view = self._furnished(PRIORITY, PriorityView(self))
        view.opening.connect(self._on_estimates)
        return view

    @cached_property
    def board(self) -> BoardView:
        """Actions by status."""
        view = self._furnished(BOARD, BoardView(self))
        view.opening.connect(self._on_opening)
        view.dropping.connect(self._on_dropping)
        return view

    @cached_property
    def calendar(self) -> CalendarView:
        """Actions and milestones by month."""
        view = self._furnished(CALENDAR, CalendarView(self))
        view.opening.connect(self._on_opening)
        return view

    @cached_property
    def roadmap(self) -> RoadmapView:
        """Actions by quarter."""
        view = self._furnished(ROADMAP, RoadmapView(self))
        view.opening.connect(self._on_opening)
        return view

    @cached_property
    def budget(self) -> BudgetView:
        """The plan that reaches the most."""
        view = self._furnished(BUDGET, BudgetView(self))
        view.opening.connect(self._on_opening)
        view.accepted.connect(self._on_accepted)
        return view

    @cached_property
    def follow_up(self) -> FollowUpView:
        """What a review walks through."""
        return self._furnished(FOLLOW_UP, FollowUpView(self))

    @cached_property
    def dashboard(self) -> DashboardView:
        """How the plan comes along."""
        return self._furnished(DASHBOARD, DashboardView(self))

    def refresh(self) -> None:
        """Show the view in front; the others follow when they come to the front."""
        self._stale_views = set(range(len(self._ways)))
        actions = bool(self.assessment.actions.all())
        reviewing = self.review is not None and not self.review.isHidden()
        self.tabs.setVisible(actions and not reviewing)
        for part in (self.empty, self._rest):
            part.setVisible(not actions and not reviewing)
        writable = not self.assessment.readonly
        for button in (self.new, self.first, self.from_blockers):
            button.setEnabled(writable)
        self.tracker_menu.enable(writable=writable, actions=actions)
        self._show_view()
        if self.review is not None and reviewing:
            self.review.refresh()
            self.landing = self.review.landing

    @Slot(object)
    def take_back(self, path: Path) -> None:
        """Show what somebody wrote in a tracker, or what another program exports, before any of it is taken."""
        from desktop.ui.pages.actions.tracker_review import TrackerReview  # noqa: PLC0415 - brings the readers along

        if self.review is None:
            self.review = TrackerReview(self)
            self.review.left.connect(self._on_review_left)
            self.body.insertWidget(0, self.review, 1)
        self.review.read(path)
        self.review.show()
        self.refresh()
        self.review.leave.setFocus()

    @Slot()
    def _on_review_left(self) -> None:
        assert self.review is not None
        self.review.hide()
        if self.session.is_open:
            self.refresh()
            self.landing.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, target: str) -> None:
        """Bring an action or a milestone into view by its id, or the first action of a place, named as ``model/id``.

        ``tracker:`` and a file show what somebody wrote in it.
        """
        self.show_now()
        if target.startswith(TRACKER):
            self.take_back(Path(target.removeprefix(TRACKER)))
            return
        if target in {each.id for each in self.assessment.milestones.all()}:
            self._show(CALENDAR)
            self.calendar.reveal_milestone(target)
            self.calendar.table.setFocus()
            return
        for place in (FOLLOW_UP, LIST) if "/" in target else (LIST,):
            view = self.list if place == LIST else self.follow_up
            self._fill(place)
            if view.reveal(target):
                self._show(place)
                view.landing.setFocus()
                return

    def hideEvent(self, event: QHideEvent) -> None:
        """Write what is being typed before the page goes to the back."""
        if self.session.is_open:
            for view in self._made:
                view.commit()
        super().hideEvent(event)

    def _show(self, place: int) -> None:
        self.tabs.setCurrentIndex(place)

    def _show_view(self) -> None:
        place = self.tabs.currentIndex()
        self._fill(place)
        view = self._ways[place]()
        self.landing = view.landing
        self.subtitle.setText(view.summary())

    def _fill(self, place: int) -> None:
        if place in self._stale_views:
            self._stale_views.discard(place)
            self._ways[place]().refresh()

    def _furnished(self, place: int, view: V) -> V:
        self._made.append(view)
        self.tabs.furnish(place, view)
        return view

    def new_action(self, area: str = "", goal: str = "", model: str = "") -> str:
        """Add an action and put the cursor into its title. Returns its id, which is empty when the edit was refused.

        Args:
            area: id of the area, stream or track that it is about, if any.
            goal: id of the goal, cell or statement.
            model: id of the model; without it, the first that has them.
        """
        self.show_now()
        self.list.commit()
        title, found = _("New action"), place_known(self.assessment.models.all(), goal or area, model)
        if found is not None:
            in_use, _place = found
            model, title = in_use.id, title_for(in_use.pack, goal)
        action = self.session.run(
            lambda: self.assessment.actions.add(
                title, model=model if found else "", aim=(goal or area) if found else ""
            ),
            self,
        )
        if action is None:
            return ""
        self.list.shown = action
        self._show(LIST)
        self.refresh()
        self.detail.start_title()
        return action

    @Slot()
    def propose(self) -> None:
        """Add an action for all that was found wanting, blocks a next level and has none yet."""
        self.list.commit()
        assessment = self.assessment
        results = assessment.results.all()
        found = proposals(assessment.models.all(), results, assessment.actions.all())
        if not found:
            self.session.tell(
                _(
                    "Nothing to propose: everything known to block a next level has its action already. Rate "
                    "more first."
                ),
                "warn",
            )
            return
        ids = self.session.run(lambda: assessment.actions.add_proposed(found), self)
        if not ids:
            return
        self.list.shown = ids[0]
        self.refresh()
        self._show(LIST)
        self.table.setFocus()
        self.session.tell_of_step(
            ngettext(
                "{count} action proposed for what blocks the next level.",
                "{count} actions proposed for what blocks the next level.",
                len(ids),
            ).format(count=len(ids))
        )

    @Slot(int)
    def _on_tab(self, _place: int) -> None:
        if self.session.is_open:
            self._show_view()
            if self.landing.isVisible() and not self.tabs.tabBar().hasFocus():
                self.landing.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_opening(self, action: str) -> None:
        self.reveal(action)

    @Slot()
    def _on_accepted(self) -> None:
        """A plan that was taken up is seen on the road map."""
        self.refresh()
        self._show(ROADMAP)

    @Slot(str)
    def _on_estimates(self, action: str) -> None:
        self.reveal(action)
        self.detail.start_estimates()

    @Slot(str)
    def _on_dropping(self, action: str) -> None:
        self.reveal(action)
        self.detail.start_dropping()

    @Slot()
    def _on_new(self) -> None:
        self.new_action()
