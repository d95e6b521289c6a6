"""Gaps across all models, what if some of them were closed, and the road there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QHideEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QWidget

from desktop.language import _, ngettext
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.refs import Ref
from desktop.model.records import SCORES
from desktop.ui.page import Page
from desktop.ui.pages.gaps.reading import Key, Offer, Snapshot, read
from desktop.ui.pages.gaps.road import RoadView
from desktop.ui.pages.gaps.view import GapsView
from desktop.ui.pages.gaps.what_if import WhatIfView
from desktop.ui.painting import small_font
from desktop.ui.session import Session
from desktop.ui.sizes import size
from desktop.ui.theme import px
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.seen_stack import SeenStack
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip
from desktop.wording.planning import as_proposal

LIST, WHAT_IF, ROAD = range(3)


class GapsPage(Page):
    """Where the team plans: targets, what is missing, and suggestions that become action items at a keystroke."""

    concerns: ClassVar[frozenset[str]] = SCORES | {"action"}

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("Gaps"))
        self._snapshot: Snapshot | None = None
        self.gaps, self.what_if, self.road = GapsView(), WhatIfView(), RoadView()
        self.stack = SeenStack()
        for view in (self.gaps, self.what_if, self.road):
            self.stack.addWidget(view)
        self.model = Choice(_("Model"))
        self.model.setMinimumContentsLength(24)
        size(self.model, most_width=260)
        self.model_label = Label(_("&Model"), "mute")
        self.model_label.setBuddy(self.model)
        self.only_gaps, self.only_blocking = _chip(), _chip()
        self.empty = Card(_("No maturity model in use"), _("Add one under Preparation."))
        self.body.addWidget(self._bar())
        self.body.addWidget(self.stack, 1)
        self.body.addWidget(self.empty)
        self.empty.hide()
        self.landing = self.gaps.table
        self._connect()

    def refresh(self) -> None:
        """Show gaps, suggestions and road map as they are now."""
        self._snapshot = read(self.assessment)
        models = bool(self._snapshot.models)
        self.empty.setVisible(not models)
        self.stack.setVisible(models)
        self.bar.setVisible(models)
        self._show()

    def reveal(self, target: str) -> None:
        """Put the cursor on a place, named by its id or as ``model/id``; or keep to one model, by its id."""
        self.show_now()
        model, place = Ref.read(target)
        self._choose(LIST)
        if not model and self._snapshot is not None and place in self._snapshot.results:
            self.gaps.model = place
            self._show()
        elif self.gaps.reveal(model, place):
            self._show()
        self.gaps.table.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Write what is being typed before the page goes to the back."""
        if self.session.is_open:
            self.gaps.commit()
        super().hideEvent(event)

    def _bar(self) -> QWidget:
        self.bar = QWidget()
        row = Flow(self.bar)
        self._views = QButtonGroup(self)
        for number, (text, tip) in enumerate(
            (
                (_("&List"), _("Every area, stream and track with its gap")),
                (_("&What if"), _("See what would come of actions, before anything is saved")),
                (_("&Road map"), _("The levels still to reach, with their actions")),
            )
        ):
            button = _chip(text)
            button.setToolTip(plain_tip(tip))
            self._views.addButton(button, number)
            row.addWidget(button)
        self._views.button(LIST).setChecked(True)
        row.addWidget(self.model_label)
        row.addWidget(self.model)
        row.addWidget(self.only_gaps)
        row.addWidget(self.only_blocking)
        return self.bar

    def _connect(self) -> None:
        self._views.buttonClicked.connect(self._on_view)
        self.model.chosen.connect(self._on_model)
        self.only_gaps.clicked.connect(self._on_filter)
        self.only_blocking.clicked.connect(self._on_filter)
        self.gaps.wanted.connect(self._on_wanted)
        self.gaps.rated.connect(self._on_rated)
        self.gaps.taken.connect(self._on_taken)
        self.road.taken.connect(self._on_take_all)
        self.road.opened.connect(self._on_action)
        self.what_if.taken.connect(self._on_make)
        self.what_if.left.connect(self._on_left)
        self.road.left.connect(self._on_left)

    def _show(self) -> None:
        """Show the view in front."""
        if self._snapshot is None:
            return
        place = self.stack.currentIndex()
        in_list = place == LIST
        self.only_gaps.setVisible(in_list)
        self.only_blocking.setVisible(in_list)
        self.model.offer(self._models(place))
        several = len(self._snapshot.models) > 1
        self.model.setVisible(several)
        self.model_label.setVisible(several)
        known = {in_use.id for in_use in self._snapshot.models}
        if self.gaps.model not in known:
            self.gaps.model = ""
        if in_list:
            self.model.show_value(self.gaps.model)
            self.gaps.show_gaps(self._snapshot, self.assessment)
        elif place == WHAT_IF:
            self.what_if.show_model(self._snapshot, self.what_if.model, readonly=self.assessment.readonly)
            self.model.show_value(self.what_if.model)
        else:
            self.road.show_stages(self._snapshot, self.session.today())
            self.model.show_value(self.road.model)
        self._say_counts()

    def _models(self, place: int) -> list[tuple[str, str]]:
        assert self._snapshot is not None
        named = [(in_use.id, in_use.pack.name) for in_use in self._snapshot.models]
        return named if place == WHAT_IF else [("", _("All models")), *named]

    def _say_counts(self) -> None:
        assert self._snapshot is not None
        with_gap, blocking = self.gaps.counts()
        self.only_gaps.setText(_("&Only with a gap {count}").format(count=with_gap))
        self.only_blocking.setText(_("Only &blocking {count}").format(count=blocking))
        for button in (*self._views.buttons(), self.only_gaps, self.only_blocking):
            _keep_room(button)
        self.only_gaps.setChecked(self.gaps.only_gaps)
        self.only_blocking.setChecked(self.gaps.only_blocking)
        wanted = [gap for gap in self._snapshot.gaps if gap.gap is not None]
        open_ = sum(bool(gap.gap) for gap in wanted)
        if not wanted:
            self.subtitle.setText(_("no targets yet: press + on a line to set one"))
            return
        text = ngettext("{open} of {count} target not reached", "{open} of {count} targets not reached", len(wanted))
        self.subtitle.setText(text.format(open=open_, count=len(wanted)))

    def _choose(self, place: int) -> None:
        self.gaps.commit()
        if place == WHAT_IF and not self.what_if.model:
            row = self.gaps.current()
            self.what_if.model = row.gap.model if row else ""
        if place != WHAT_IF:
            self.what_if.forget()
        self._views.button(place).setChecked(True)
        self.stack.setCurrentIndex(place)

    def take(self, offers: Sequence[Offer]) -> None:
        """Make suggestions that are not taken yet action items with their measures, in one step."""
        assert self._snapshot is not None
        packs = self._snapshot.packs
        wanted = [as_proposal(o.proposal, packs[o.proposal.model]) for o in offers if o.taken is None]
        ids = self.session.run(lambda: self.assessment.actions.add_proposed(wanted), self) if wanted else ()
        if not ids:
            return
        self.refresh()
        measures = sum(len(proposal.measures) for proposal in wanted)
        if len(ids) == 1:
            text = (
                ngettext(
                    "Action {number} was added, with {count} measure.",
                    "Action {number} was added, with {count} measures.",
                    measures,
                )
                if measures
                else _("Action {number} was added.")
            ).format(number=self.assessment.actions.get(ids[0]).number, count=measures)
        else:
            text = ngettext(
                "{count} action added.",
                "{count} actions added.",
                len(ids),
            ).format(count=len(ids))
        self.session.tell_of_step(text)

    @Slot(QAbstractButton)
    def _on_view(self, button: QAbstractButton) -> None:
        self._choose(self._views.id(button))
        self._show()
        (self.gaps.table, self.what_if.table, self.road.table)[self.stack.currentIndex()].setFocus()

    @Slot(object)
    def _on_model(self, model: str) -> None:
        self.gaps.commit()
        view = (self.gaps, self.what_if, self.road)[self.stack.currentIndex()]
        view.model = model
        self._show()

    @Slot()
    def _on_filter(self) -> None:
        self.gaps.only_gaps = self.only_gaps.isChecked()
        self.gaps.only_blocking = self.only_blocking.isChecked()
        self.gaps.filter()

    @Slot(object, object)
    def _on_wanted(self, key: Key, cells: dict[str, object]) -> None:
        model, place = key
        self.session.run(lambda: self.assessment.targets.set(model, place, **cells), self)
        self.refresh()

    @Slot(object)
    def _on_rated(self, key: Key) -> None:
        model, place = key
        self.session.go("ratings", model if place == WHOLE else str(Ref(model, place)))

    @Slot(object)
    def _on_taken(self, offer: Offer) -> None:
        if offer.taken is not None:
            self.session.go("actions", offer.taken.id)
        else:
            self.take([offer])

    @Slot(object)
    def _on_take_all(self, offers: Sequence[Offer]) -> None:
        taken = [offer.taken for offer in offers if offer.taken is not None]
        if len(taken) == len(offers) and taken:
            self.session.go("actions", taken[0].id)
        else:
            self.take(offers)

    @Slot(object)
    def _on_action(self, action: str) -> None:
        self.session.go("actions", action)

    @Slot(object)
    def _on_make(self, offers: Sequence[Offer]) -> None:
        self.take(offers)

    @Slot()
    def _on_left(self) -> None:
        self._choose(LIST)
        self._show()
        self.gaps.table.setFocus()


def _keep_room(button: QAbstractButton) -> None:
    """As wide when it is checked, in bold, as when it is not."""
    font = small_font(button.font())
    font.setWeight(QFont.Weight.DemiBold)
    words = QFontMetrics(font).size(int(Qt.TextFlag.TextShowMnemonic), button.text()).width()
    button.setMinimumWidth(words + 2 * px(11))


def _chip(text: str = "") -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", "chip")
    button.setCheckable(True)
    return button
