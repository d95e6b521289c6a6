"""Starting a follow-up: what it takes over, what it puts away, and the choices there are."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.assessment.follow_up import FollowUpChoice, FollowUpPlan
from desktop.model.records import KINDS, Lasts
from desktop.ui.page import Page
from desktop.ui.sizes import size
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.field_grid import FieldGrid, labelled
from desktop.ui.widgets.text import Label
from desktop.wording import rounds

_JUDGED = tuple(name for name, kind in KINDS.items() if kind.declared.lasts is Lasts.JUDGEMENT)


class CountRow(Struct, frozen=True):
    """How many of something are taken over and put away."""

    what: str
    carried: int
    away: int


class FollowUpView(QWidget):
    """Nothing is done before the button is pressed, and undo takes all of it back."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._proposed: dict[LineField, str] = {}
        self.last = LineField(_("What this round is called"))
        self.name = LineField(_("What the follow-up is called"))
        self.ratings = QCheckBox(_("Take the &ratings over as a starting point"))
        self.evidence = QCheckBox(_("Take &evidence over that is still good"))
        self.evidence.setChecked(True)
        self.about = Label(
            _(
                "Evidence is still good while it has not expired and is not older than a year; what was said in "
                "interviews belongs to its round. Actions go on until they are verified or dropped."
            ),
            "mute",
            wrap=True,
        )
        self.table = Table(
            RowsModel(
                [
                    Column(_("What"), lambda row: row.what),
                    Column(_("Taken over"), lambda row: str(row.carried), width=110, right=True),
                    Column(_("Put away"), lambda row: str(row.away), width=110, right=True),
                ]
            ),
            _("What the follow-up takes over and puts away"),
            sortable=False,
        )
        self.begin = QPushButton(_("&Start the follow-up"))
        self.begin.setProperty("kind", "primary")
        self._lay_out()
        for box in (self.ratings, self.evidence):
            box.toggled.connect(self._on_choice)
        self.begin.clicked.connect(self.start)

    def _lay_out(self) -> None:
        card = Card(
            _("Start a follow-up"),
            _(
                "The next round begins with the same people, scope, models and targets. What was said so far is put "
                "away in this file, without anybody's name, and can be compared with what is said anew."
            ),
        )
        card.body.addLayout(
            FieldGrid(
                (
                    (labelled(_("&This round"), self.last), self.last),
                    (labelled(_("The &follow-up"), self.name), self.name),
                )
            )
        )
        for widget in (self.ratings, self.evidence, self.about):
            card.body.addWidget(widget)
        size(self.table, least_height=120)
        card.body.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.begin)
        card.body.addLayout(row)
        size(card, most_width=760)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 14, 0, 0)
        whole.addWidget(card, 1)

    def refresh(self) -> None:
        """Show what starting now would do."""
        assessment, today = self._page.assessment, self._page.session.today()
        over = len(assessment.rounds.all())
        self._propose(self.last, rounds.round_name(assessment.rounds.name(), over))
        self._propose(self.name, _("Follow-up {month}").format(month=today.strftime("%Y-%m")))
        plan = assessment.rounds.plan(self._choice(), today)
        self.table.source.set_rows([*_rows(plan)])
        self.begin.setEnabled(plan.puts_away and not assessment.readonly)

    def _propose(self, field: LineField, text: str) -> None:
        """A name, as long as nobody has written another."""
        if field.text() in ("", self._proposed.get(field, "")):
            field.show_text(text)
        self._proposed[field] = text

    def landing(self) -> QWidget:
        """The name of the round that begins."""
        return self.name

    @Slot()
    def start(self) -> None:
        """Start it."""
        assessment, session = self._page.assessment, self._page.session
        name, last, choice, day = self.name.text(), self.last.text(), self._choice(), session.today()
        if session.run(lambda: assessment.rounds.begin(name, last=last, day=day, choice=choice)) is None:
            return
        for field in (self.last, self.name):
            field.clear()
        session.tell_of_step(
            _("“{last}” was put away; the round “{name}” begins.").format(last=last, name=assessment.rounds.name())
        )
        self.refresh()

    def _choice(self) -> FollowUpChoice:
        return FollowUpChoice(ratings=self.ratings.isChecked(), evidence=self.evidence.isChecked())

    @Slot()
    def _on_choice(self) -> None:
        if self._page.session.is_open:
            self.refresh()


def _rows(plan: FollowUpPlan) -> list[CountRow]:
    found = []
    for kind in rounds.CARRIED:
        count = plan.count(*(_JUDGED if kind == "rating" else (kind,)))
        if count.carried or count.away:
            found.append(CountRow(rounds.counted_noun(kind), count.carried, count.away))
    return found
