"""The rounds of the questionnaire: which one is shown, from when to when it is open, and who is in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.language import N_, _
from desktop.model.assessment.form_rounds import FIRST, AskingDays
from desktop.model.assessment.questionnaires import Progress, Window, window_on
from desktop.model.records import Identity
from desktop.ui.page import Page
from desktop.ui.sizes import size
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.date_field import DateField, noted
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import Label, Tag
from desktop.ui.widgets.tips import plain_tip
from desktop.wording.forms import participant_number

EVERYBODY = "*"
"""Stands for all rounds together."""

_WINDOWS: dict[Window, tuple[str, str]] = {
    Window.NOT_YET: (N_("Not open yet"), "plain"),
    Window.OPEN: (N_("Open"), "good"),
    Window.CLOSED: (N_("Closed"), "warn"),
}
"""What is said of a round, and in which tone."""


class AskingRounds(QWidget):
    """One round has its days here; of several the one that is chosen.

    Signals:
        chosen: another round is to be shown.
    """

    chosen = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._rounds: tuple[AskingDays, ...] = ()
        self._people: Sequence[tuple[Progress, Identity]] = ()
        self.shown = Choice(_("Questionnaire round"))
        self.shown.setMinimumContentsLength(14)
        self.opens, self.closes = DateField(_("Questionnaire opens")), DateField(_("All forms back by"))
        self.state = Tag()
        self.name = LineField(_("Name of the round"), _("What for, such as practitioners"))
        size(self.name, least_width=150, most_width=220)
        self.begin = QPushButton(_("New ro&und…"))
        self.begin.setToolTip(
            plain_tip(
                _("A further round for some of those who are asked, with days of its own: for another group, say")
            )
        )
        self.who = QPushButton(_("Wh&o is in it…"))
        self.remove = QPushButton(_("Remo&ve the round"))
        self.remove.setToolTip(plain_tip(_("Whoever is in it is in the first round again; no answer is lost")))
        self._lay_out()
        self.shown.chosen.connect(self._on_shown)
        self.opens.committed.connect(self._on_opens)
        self.closes.committed.connect(self._on_closes)
        self.name.committed.connect(self._on_name)
        self.begin.clicked.connect(self.begin_round)
        self.who.clicked.connect(self.choose_people)
        self.remove.clicked.connect(self._on_remove)

    def _lay_out(self) -> None:
        opens, closes = Label(_("O&pens")), Label(_("&All forms back by"))
        opens.setBuddy(self.opens)
        closes.setBuddy(self.closes)
        self._days = (opens, _told(self.opens), closes, _told(self.closes))
        line = Flow(self, spacing=10)
        for widget in (self.shown, self.name, *self._days, self.state, self.who, self.remove, self.begin):
            line.addWidget(widget)

    @property
    def round(self) -> str:
        """The round that is shown, or `EVERYBODY`."""
        return str(self.shown.value()) if len(self._rounds) > 1 else EVERYBODY

    def holds(self, progress: Progress) -> bool:
        """Whether somebody is in the round that is shown."""
        return self.round in (EVERYBODY, progress.asked_in)

    def show_rounds(self, people: Sequence[tuple[Progress, Identity]], today: dt.date) -> None:
        """Show the rounds as they are now; the one that is shown stays where it still is there.

        Args:
            people: whose forms there are.
            today: tells what is open.
        """
        assessment = self._page.assessment
        self._people, self._rounds = people, assessment.questionnaires.rounds.all()
        several, before = len(self._rounds) > 1, self.shown.count()
        everybody = [(EVERYBODY, _("All rounds"))] if several else []
        self.shown.offer([*everybody, *((each.id, round_name(each)) for each in self._rounds)])
        if several and before <= 1:
            self.shown.show_value(EVERYBODY)
        self.shown.setVisible(several)
        days = self._chosen()
        for part in self._days:
            part.setVisible(days is not None)
        further = days is not None and days.id != FIRST
        for part in (self.name, self.who, self.remove):
            part.setVisible(further)
        usable = not assessment.readonly
        for part in (self.opens, self.closes, self.name, self.who, self.remove, self.begin):
            part.setEnabled(usable)
        state = window_on(days, today) if days is not None else None
        self.state.setVisible(state is not None)
        if state is not None:
            text, tone = _WINDOWS[state]
            self.state.say(_(text), tone)
        if days is not None:
            self.opens.show_date(days.opens, days.id)
            self.closes.show_date(days.closes, days.id)
            self.name.show_text(days.name)

    @Slot()
    def begin_round(self) -> None:
        """Ask who is in a further round, and begin it today; once the last is closed, who kept silent is proposed."""
        today, last = self._page.session.today(), self._rounds[-1]
        closed = window_on(last, today) is Window.CLOSED
        late = {one.participant.id for one, _who in self._people if closed and not one.form and not one.answered}
        picked = self._picked(_("Who is in the new round?"), late)
        if not picked:
            return
        rounds = self._page.assessment.questionnaires.rounds
        added = self._page.session.run(lambda: rounds.add(picked, opens=today))
        if added is not None:
            self.shown.show_value(added)
            self.chosen.emit()
            self.closes.setFocus()

    @Slot()
    def choose_people(self) -> None:
        """Ask who is in the round that is shown."""
        round_ = self.round
        inside = {one.participant.id for one, _who in self._people if one.asked_in == round_}
        picked = self._picked(_("Who is in this round?"), inside)
        if picked is None:
            return
        rounds, gone, come = self._page.assessment.questionnaires.rounds, inside - {*picked}, {*picked} - inside
        for people, wanted in ((gone, FIRST), (come, round_)):
            if people:
                self._page.session.run(partial(rounds.put, sorted(people), wanted))

    def _picked(self, title: str, chosen: Collection[str]) -> list[str] | None:
        options = [
            (one.participant.id, "  ".join(_words(one, who))) for one, who in self._people if one.participant.asked
        ]
        return self._page.session.dialogs.several(title, options, chosen)

    def _chosen(self) -> AskingDays | None:
        if len(self._rounds) == 1:
            return self._rounds[0]
        return next((each for each in self._rounds if each.id == self.round), None)

    def _set(self, of_first: str, of_further: str, day: dt.date | None) -> None:
        days, assessment = self._chosen(), self._page.assessment
        if days is None:
            return
        if days.id == FIRST:
            self._page.session.run(lambda: assessment.preparation.set_details(**{of_first: day}))
        else:
            self._page.session.run(lambda: assessment.questionnaires.rounds.change(days.id, **{of_further: day}))

    @Slot(object)
    def _on_shown(self, _round: str) -> None:
        self.name.commit()
        self.chosen.emit()

    @Slot(object)
    def _on_opens(self, day: dt.date | None) -> None:
        self._set("opens", "opens", day)

    @Slot(object)
    def _on_closes(self, day: dt.date | None) -> None:
        self._set("return_by", "closes", day)

    @Slot(str)
    def _on_name(self, name: str) -> None:
        days = self._chosen()
        if days is not None and days.id != FIRST:
            self._page.session.run(
                lambda: self._page.assessment.questionnaires.rounds.change(days.id, name=name.strip())
            )

    @Slot()
    def _on_remove(self) -> None:
        round_ = self.round
        if self._page.session.run(lambda: self._page.assessment.questionnaires.rounds.remove(round_)) is not None:
            self.shown.setFocus()
            self._page.session.tell_of_step(_("The round was removed; its people are in the first one again."))


def round_name(days: AskingDays) -> str:
    """What a round is called, e.g. ``Round 2: practitioners``."""
    number = _("Round {number}").format(number=days.number)
    return _("{round}: {name}").format(round=number, name=days.name) if days.name else number


def _words(progress: Progress, who: Identity) -> list[str]:
    person = progress.participant
    named = who.name or " · ".join(part for part in (person.role, person.group) if part)
    return [participant_number(person.number), *([named] if named else [])]


def _told(field: DateField) -> QWidget:
    ground, column = QWidget(), noted(field)
    column.setContentsMargins(0, 0, 0, 0)
    ground.setLayout(column)
    return ground
