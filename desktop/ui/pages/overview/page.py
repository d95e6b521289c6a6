"""The overview of the open assessment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.model.assessment.models import ModelInUse
from desktop.model.maturity.by_scheme import ByScheme
from desktop.model.records import SCORES
from desktop.model.scoring.results import ModelResult
from desktop.ui.page import Page
from desktop.ui.pages.overview.agenda import agenda
from desktop.ui.pages.overview.agenda_card import AgendaCard
from desktop.ui.pages.overview.cards import ModelCards
from desktop.ui.pages.overview.next_step import NextStep, next_step
from desktop.ui.session import Session
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.scroll_area import scrolled

if TYPE_CHECKING:
    from desktop.ui.pages.overview.together import Together


class OverviewPage(Page):
    """What is next and what is overdue; where each model stands and what blocks it; how far the work is."""

    concerns: ClassVar[frozenset[str]] = SCORES | {
        "action",
        "form",
        "member",
        "details",
        "session_member",
        "session_participant",
        "scope_item",
        "budget_line",
        "checklist_item",
        "checklist_tick",
    }

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("Where are we"))
        self._next = self.add_button("", primary=True)
        self._next.clicked.connect(self._on_next)
        self._step = NextStep("", "")
        self._agenda = AgendaCard(session)
        self._models = QVBoxLayout()
        self._models.setSpacing(14)
        self._cards: dict[str, ModelCards] = {}
        self._empty = Card(_("No model yet"), _("Choose a maturity model in Preparation, under Scope."))
        self._together: Together | None = None
        content = QWidget()
        content.setObjectName("scrolled")
        column = QVBoxLayout(content)
        self._below = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._agenda)
        column.addWidget(self._empty)
        column.addLayout(self._models)
        column.addLayout(self._below)
        column.addStretch(1)
        self.body.addWidget(scrolled(content, _("Overview")))
        self._painted = False
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self.refresh)
        session.closed.connect(self._rest.stop)

    def refresh(self) -> None:
        """Show the assessment as it is now.

        The first time only what is seen at once is shown before the page is painted, and the rest directly after.
        """
        models = self.assessment.models.all()
        self._empty.setVisible(not models)
        told = (self.assessment.rounds.name(), self._when())
        self.subtitle.setText(" · ".join(text for text in told if text))
        self._show_models(models, models if self._painted else models[:1])

    def paintEvent(self, event: QPaintEvent) -> None:
        """What lies below the first look is made once that has been painted."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self._rest.start()

    def _show_models(self, models: list[ModelInUse], seen: list[ModelInUse]) -> None:
        """Show what of the models is seen; what rests on all of them waits until all are."""
        results = {in_use.id: self.assessment.results.of(in_use.id) for in_use in seen}
        self._step = next_step(self.assessment, models, results)
        self._next.setText(_("Next: {what}").format(what=self._step.text))
        self._next.setVisible(bool(self._step.text))
        self._agenda.show_items(agenda(self._step, self.assessment, models, self.session.today()))
        self._arrange(seen, results)
        for in_use in seen:
            self._cards[in_use.id].show_result(in_use, results[in_use.id])
        if len(seen) == len(models):
            self._show_together(models, results)

    def _arrange(self, models: list[ModelInUse], results: Mapping[str, ModelResult]) -> None:
        """Cards for each of these models. What stands below them is made anew, so that Tab comes to it after them."""
        wanted = {in_use.id for in_use in models}
        for gone in self._cards.keys() - wanted:
            self._cards.pop(gone).deleteLater()
        for in_use in models:
            if in_use.id not in self._cards:
                make = _CARDS.of(in_use.pack)()
                self._cards[in_use.id] = make(self.session, in_use, results[in_use.id])
                self._models.addWidget(self._cards[in_use.id])
                self._drop_together()

    def _drop_together(self) -> None:
        if self._together is not None:
            self._together.deleteLater()
            self._together = None

    def _show_together(self, models: list[ModelInUse], results: Mapping[str, ModelResult]) -> None:
        if self._together is None:
            from desktop.ui.pages.overview.together import Together  # noqa: PLC0415 - below the first look

            self._together = Together(self.session)
            self._below.addWidget(self._together)
        self._together.show_results(self.assessment, models, results)

    def _when(self) -> str:
        details = self.assessment.preparation.details()
        today = self.session.today()
        if details.starts is None:
            return ""
        if today < details.starts:
            days = (details.starts - today).days
            text = ngettext("{days} day until the first day on site", "{days} days until the first day on site", days)
            return text.format(days=days)
        if details.ends is None or today <= details.ends:
            number = (today - details.starts).days + 1
            if details.ends is None:
                return _("Day {number} on site").format(number=number)
            return _("Day {number} of {days} on site").format(
                number=number, days=(details.ends - details.starts).days + 1
            )
        return _("Aftercare, since {day}").format(day=details.ends.isoformat())

    @Slot()
    def _on_next(self) -> None:
        self.session.go(self._step.page, self._step.target)


_MakesCards = Callable[[Session, ModelInUse, ModelResult], ModelCards]


def _of_areas() -> _MakesCards:
    from desktop.ui.pages.overview.staged import StagedCards  # noqa: PLC0415 - only when there is such a model

    return StagedCards


def _of_streams() -> _MakesCards:
    from desktop.ui.pages.overview.streams import StreamCards  # noqa: PLC0415 - likewise

    return StreamCards


def _of_tracks() -> _MakesCards:
    from desktop.ui.pages.overview.criteria import TrackCards  # noqa: PLC0415 - likewise

    return TrackCards


def _of_parts() -> _MakesCards:
    from desktop.ui.pages.overview.parts import PartCards  # noqa: PLC0415 - likewise

    return PartCards


_CARDS = ByScheme(staged=_of_areas, streams=_of_streams, criteria=_of_tracks, parts=_of_parts)
"""What makes the cards of a model, loaded when there is one."""
