"""The observation in hand: its words, what it says and of what, what stands behind it, and where the team stands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.assessment.observation_reading import Observed
from desktop.model.assessment.rules.giveaways import Giveaway
from desktop.model.maturity.refs import Ref
from desktop.model.records import Member, ObservationState, Stance
from desktop.ui.pages.findings.drawn_from import Behind, DrawnFrom
from desktop.ui.pages.findings.observation_rows import STATE_COLOURS
from desktop.ui.pages.findings.worded_card import WordedCard
from desktop.ui.pages.interviews.part_names import PartNames
from desktop.ui.pages.interviews.tag_field import TagField
from desktop.ui.tick_boxes import TickBoxes
from desktop.ui.widgets.editors import LineField, TextField
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import names as words
from desktop.wording.observed import borne_out, observation_number

ACCURATE, VALID, REJECTED = ObservationState.ACCURATE, ObservationState.VALID, ObservationState.REJECTED


class ObservationDetail(WordedCard):
    """What is said of the observation beside its words.

    Signals:
        tagged: ``(id, parts that it is about)``.
        agreeing: ``(id, ids of the members who agree)``.
        disagreeing: ``(id, ids of the members who disagree)``.
        withdrawing: ``(id, the note, comment or item that it is no longer drawn from)``.
        opening: the note or item that is to be seen where it stands.
        rejecting: ``(id, reason)``.
        left: the list is to have the keys.
    """

    tagged = Signal(object, object)
    agreeing = Signal(object, object)
    disagreeing = Signal(object, object)
    withdrawing = Signal(object, object)
    opening = Signal(object)
    rejecting = Signal(object, str)
    left = Signal()

    def __init__(self) -> None:
        text = TextField(_("Text of the observation"), _("One short sentence that names nobody"), lines=2)
        super().__init__(_("Observation"), text, _("What the observation says"))
        self.parts = TagField(_("What it is about"))
        self.agree = QPushButton(_("Team a&grees"))
        self.agree.setToolTip(plain_tip(_("Everybody agrees that it says what was heard and seen (T in the list)")))
        self.agrees, self.disagrees = TickBoxes(_("Who agrees")), TickBoxes(_("Who disagrees"))
        self.behind = Label("", "mute", wrap=True)
        self.confirm = QPushButton(_("Call &valid"))
        self.confirm.setToolTip(plain_tip(_("The team agrees, and enough sources bear it out (V in the list)")))
        self.sources = DrawnFrom()
        self.reason = LineField(_("Why it is rejected"), _("Why it goes no further"))
        self.reject = QPushButton(_("Re&ject"))
        self._lay_out()
        self._connect()

    def show_observation(
        self,
        observed: Observed | None,
        naming: Sequence[Giveaway],
        members: Sequence[Member],
        parts: PartNames,
        *,
        editable: bool,
    ) -> None:
        """Show an observation. What was being typed for another one is written first.

        Args:
            observed: it; None for none.
            naming: what in its text may tell who said it, until that is settled.
            members: the team.
            parts: knows what parts are called.
            editable: whether anything can be changed.
        """
        id_ = observed.observation.id if observed is not None else ""
        if id_ != self._shown:
            self.commit()
        anew, self._shown = id_ != self._shown, id_
        self._inside.setVisible(observed is not None)
        self.say(_("Observation") if observed is None else observation_number(observed.observation.number))
        self.note.setText("" if observed is not None else _("Choose an observation, or make one of what was heard."))
        self.note.setVisible(observed is None)
        self.state.setVisible(observed is not None)
        if observed is None:
            return
        observation = observed.observation
        self.state.say(words.name(observation.state), STATE_COLOURS.get(observation.state, "plain"))
        self.show_words(observation.text, observation.tone, naming, editable=editable)
        self.parts.show_tags(observed.tags, parts, anew=anew)
        for boxes, said in ((self.agrees, Stance.AGREES), (self.disagrees, Stance.DISAGREES)):
            ticked = {member for member, stance in observed.stances.items() if stance is said}
            boxes.offer([(each.id, each.name) for each in members], ticked, editable=editable)
            boxes.setVisible(bool(members))
        self.behind.setText(borne_out(observed.borne_out))
        self.sources.show_sources((*observed.notes, *observed.comments, *observed.items), editable=editable)
        self.reason.show_text(observation.reason)
        self._enable(observation.state, editable=editable)

    def start_reason(self) -> None:
        """Put the cursor where the reason for rejecting is typed."""
        self.reason.setFocus()

    def _enable(self, state: ObservationState, *, editable: bool) -> None:
        for part in (self.parts, self.reason):
            part.setEnabled(editable)
        self.agree.setEnabled(editable and not state.is_agreed and state is not REJECTED)
        self.confirm.setEnabled(editable and state is ACCURATE)
        self.reject.setEnabled(editable)
        self.reject.setText(_("Make a draft again") if state is REJECTED else _("Re&ject"))

    def _lay_out(self) -> None:
        self._inside = QWidget()
        self._inside.setObjectName("scrolled")
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(2, 2, 10, 2)
        column.setSpacing(8)
        deciding, rejecting = Flow(spacing=8), QHBoxLayout()
        for part in (self.agree, self.confirm):
            deciding.addWidget(part)
        rejecting.setSpacing(8)
        rejecting.addWidget(self.reason, 1)
        rejecting.addWidget(self.reject)
        column.addWidget(self.text)
        column.addWidget(self.naming)
        column.addWidget(self.nobody)
        column.addWidget(self.tones)
        for each in (Label(_("About"), "strong"), self.parts, Label(_("Drawn from"), "strong"), self.sources):
            column.addWidget(each)
        column.addWidget(self.behind)
        column.addWidget(Label(_("Who agrees"), "strong"))
        column.addWidget(self.agrees)
        column.addWidget(Label(_("Who disagrees"), "strong"))
        column.addWidget(self.disagrees)
        column.addLayout(deciding)
        column.addLayout(rejecting)
        column.addStretch(1)
        self.head.addWidget(self.state)
        self.body.addWidget(scrolled(self._inside, _("The observation in full")), 1)
        order = (self.text, self.nobody, *self.tones.buttons.values(), self.parts.line, self.agrees, self.disagrees)
        for before, after in pairwise((*order, self.agree, self.confirm, self.reason, self.reject)):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.parts.changed.connect(self._on_parts)
        self.parts.left.connect(self.left)
        self.agrees.ticked.connect(self._on_agreeing)
        self.disagrees.ticked.connect(self._on_disagreeing)
        self.sources.opening.connect(self.opening)
        self.sources.withdrawing.connect(self._on_withdrawing)
        self.reason.returnPressed.connect(self._on_reject)
        self.reject.clicked.connect(self._on_reject)

    @Slot(object)
    def _on_parts(self, parts: Sequence[Ref]) -> None:
        self.tagged.emit(self._shown, parts)

    @Slot(object)
    def _on_agreeing(self, members: Sequence[str]) -> None:
        self.commit()
        self.agreeing.emit(self._shown, members)

    @Slot(object)
    def _on_disagreeing(self, members: Sequence[str]) -> None:
        self.commit()
        self.disagreeing.emit(self._shown, members)

    @Slot(object)
    def _on_withdrawing(self, source: Behind) -> None:
        self.withdrawing.emit(self._shown, source)

    @Slot()
    def _on_reject(self) -> None:
        self.rejecting.emit(self._shown, self.reason.text())
