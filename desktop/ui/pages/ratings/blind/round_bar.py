"""How far the blind rating of an area is, and what can be done next."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.model.records import BlindStage
from desktop.ui.pages.ratings.blind.snapshot import Snapshot
from desktop.ui.sizes import size
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import Label, Tag, restyle
from desktop.wording import names
from desktop.wording.blind_ratings import opened_sentences, progress_text


class RoundBar(QWidget):
    """Says how far it is, with buttons for what comes next.

    Signals:
        seat: somebody of the team should say who they are.
        begun: (bool) this area is to be rated blind, or all that the team has not rated.
        handed: (bool) what the member rated is to be handed in, or taken back.
        opened: (str) everybody is to see it; the reason for doing so early, or nothing.
        taken: what all say is to be the team's word.
    """

    seat = Signal()
    begun = Signal(bool)
    handed = Signal(bool)
    opened = Signal(str)
    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heading = Label("", "heading", wrap=True)
        self.stage = Tag()
        self.told = Label("", wrap=True)
        self.who = QPushButton(_("Who is at the keyboard?"))
        self.begin = QPushButton(_("Rate this &blind"))
        self.all = QPushButton(_("Rate all &unrated blind"))
        self.hand = QPushButton(_("Han&d in"))
        self.open = QPushButton(_("O&pen"))
        self.reason = LineField(_("Why it is opened before all have handed in"), _("Why open it without them?"))
        size(self.reason, least_width=220)
        self.take = QPushButton(_("&Take what all say"))
        for button in (self.begin, self.hand, self.take):
            button.setProperty("kind", "primary")
        self.who.clicked.connect(self.seat)
        self.begin.clicked.connect(self._on_begin)
        self.all.clicked.connect(self._on_all)
        self.hand.clicked.connect(self._on_hand)
        self.open.clicked.connect(self._on_open)
        self.reason.returnPressed.connect(self._on_open)
        self.reason.textEdited.connect(self._on_typed)
        self.take.clicked.connect(self.taken)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.stage)
        deeds = QWidget()
        flow = Flow(deeds)
        for widget in (self.who, self.begin, self.all, self.hand, self.take, self.reason, self.open):
            flow.addWidget(widget)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addLayout(head)
        rows.addWidget(self.told)
        rows.addWidget(deeds)
        rows.addStretch(1)  # where nothing stands below
        self._waiting = False
        self._handed = False

    def show_round(self, state: Snapshot) -> None:
        """Show an area."""
        self._waiting, self._handed = state.waiting, state.handed
        self.heading.setText(state.name)
        self.stage.setVisible(state.stage is not None)
        if state.stage is not None:
            self.stage.say(names.name(state.stage), "good" if state.stage is BlindStage.OPENED else "accent")
        self.told.setText(_told(state))
        usable, seated = not state.readonly, bool(state.member)
        alone = state.stage is BlindStage.ALONE
        self.who.setVisible(usable and not seated and not state.teamless)
        for button in (self.begin, self.all):
            button.setVisible(state.stage is None and usable and seated and state.leads)
        self.hand.setVisible(alone and usable and seated)
        self.hand.setText(_("Take it &back") if state.handed else _("Han&d in"))
        if self.hand.property("kind") != ("" if state.handed else "primary"):
            self.hand.setProperty("kind", "" if state.handed else "primary")
            restyle(self.hand)
        early = state.waiting and state.leads
        self.reason.setVisible(alone and usable and seated and early)
        self.open.setVisible(alone and usable and seated and (early or not state.waiting))
        self.open.setText(_("O&pen without them") if state.waiting else _("O&pen for all"))
        if not self.reason.isVisibleTo(self):
            self.reason.clear()
        self._on_typed("")
        count = len(state.apart.to_take) if state.apart is not None else 0
        self.take.setVisible(bool(count) and usable)
        self.take.setText(_("&Take what all say ({count})").format(count=count))

    @Slot()
    def _on_begin(self) -> None:
        self.begun.emit(False)

    @Slot()
    def _on_all(self) -> None:
        self.begun.emit(True)

    @Slot()
    def _on_hand(self) -> None:
        self.handed.emit(not self._handed)

    @Slot()
    def _on_open(self) -> None:
        if self.open.isEnabled():
            self.opened.emit(self.reason.text())

    @Slot(str)
    def _on_typed(self, _text: str) -> None:
        self.open.setEnabled(not self._waiting or bool(self.reason.text().strip()))


def _told(state: Snapshot) -> str:
    if state.teamless:
        return _("Rating blind needs a team. Add at least two members who rate under Preparation, Team.")
    if state.stage is None:
        told = _("Rated blind, each member rates alone first, and nobody sees what others say before it is opened.")
        return told if state.leads or not state.member else f"{told} {_('The lead decides what is.')}"
    stays = [_("What was rated as such, before it was rated for each, stays beside it.")] if state.as_such else []
    if state.apart is None:
        return " ".join([" · ".join(map(progress_text, state.progress)), *stays])
    sentences = [*opened_sentences(state.apart), *stays]
    if state.apart.undecided:
        count = len(state.apart.undecided)
        still = ngettext("{count} is still to be settled.", "{count} are still to be settled.", count)
        sentences.append(still.format(count=count))
    if state.early:
        sentences.append(_("Opened early: {reason}").format(reason=state.early))
    return " ".join(sentences)
