"""Answers entered or corrected by the team, as fast as keys can be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.records import Participant
from desktop.ui.page import Page
from desktop.ui.pages.questionnaires.answer_pane import AnswerPane
from desktop.ui.sizes import size
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip
from desktop.wording.forms import participant_number

if TYPE_CHECKING:
    from desktop.ui.pages.questionnaires.kiosk import Kiosk


class Entry(QWidget):
    """One participant's questionnaire.

    Signals:
        answered: something was written; other parts of the page are no longer up to date.
    """

    answered = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._model = ""
        self.participants = Choice(_("Participant"))
        self.participants.chosen.connect(self._on_participant)
        self._progress, self._bar = Label(), QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Questions answered"))
        size(self._bar, least_width=60, most_width=160)
        self.hand_over = QPushButton(_("Han&d over…"))
        handed = _(
            "Let the participant answer here: the whole screen, their own answers only, until somebody says your code"
        )
        self.hand_over.setToolTip(plain_tip(handed))
        self.kiosk: Kiosk | None = None
        self.pane = AnswerPane(page)
        self.table, self.card = self.pane.table, self.pane.card
        self._arrange()
        self.table.turning.connect(self._on_turning)
        self.hand_over.clicked.connect(self._on_hand_over)
        self.pane.answered.connect(self._show_progress)
        self.pane.answered.connect(self.answered)

    def _arrange(self) -> None:
        label = Label(_("&Participant"))
        label.setBuddy(self.participants)
        head = Flow(spacing=10)
        for part in (label, self.participants, self._bar, self._progress, self.hand_over):
            head.addWidget(part)
        self._head = QWidget()
        self._head.setLayout(head)
        head.setContentsMargins(0, 0, 0, 0)
        self.empty = Card(
            _("Nobody is asked yet"),
            _("Whoever is asked stands here, and you enter what they say or wrote on paper. Add participants first."),
        )
        add = QPushButton(_("&Add participants"))
        add.setProperty("kind", "primary")
        add.clicked.connect(self._on_add)
        self.empty.body.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 14, 0, 0)
        frame.setSpacing(10)
        frame.addWidget(self._head)
        frame.addWidget(self.pane, 1)
        frame.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)

    def refresh(self, model: str) -> None:
        """Show the participant as things are now; the cursor stays on its question."""
        self._model = model
        people = self._people()
        self.participants.offer([(one.id, _title(one)) for one in people])
        self._head.setVisible(bool(people))
        self.pane.setVisible(bool(people))
        self.empty.setVisible(not people)
        self._show()

    def _people(self) -> list[Participant]:
        """Those who are asked, and those who have answered all the same."""
        if not self._model:
            return []
        return [one.participant for one in self._page.assessment.questionnaires.progress(self._model)]

    def open(self, participant: str) -> None:
        """Show a participant, at the first question that is unanswered."""
        self.participants.show_value(participant)
        self._show()
        self.table.setFocus()

    def show_question(self, question: str) -> None:
        """Put the cursor on a question."""
        self.pane.show_question(question)

    def _show(self) -> None:
        value = self.participants.value()
        sections = self._page.assessment.models.asked(self._model) if self._model else ()
        self.pane.show_of(self._model, "" if value is None else str(value), sections)
        self.hand_over.setEnabled(bool(sections) and bool(value) and not self._page.assessment.readonly)
        self._show_progress()

    @Slot()
    def _show_progress(self) -> None:
        answered, questions = self.pane.answered_here, self.pane.questions
        self._bar.setRange(0, max(questions, 1))
        self._bar.setValue(answered)
        told = _("{answered} of {questions} answered").format(answered=answered, questions=questions)
        self._progress.setText(told if questions else "")

    @Slot()
    def _on_add(self) -> None:
        self._page.session.go("preparation", "participants")

    @Slot()
    def _on_hand_over(self) -> None:
        from desktop.ui.pages.questionnaires.kiosk import LEAST_CODE, Kiosk  # noqa: PLC0415 - only when asked for

        session = self._page.session
        asked = _("A code with which you leave again, at least {least} characters:").format(least=LEAST_CODE)
        code = session.dialogs.text(_("Hand the laptop over"), asked)
        if code is None:
            return
        if len(code) < LEAST_CODE:
            told = _("The code needs at least {least} characters. Nothing was handed over.").format(least=LEAST_CODE)
            session.tell(told, "warn")
            return
        self.kiosk = Kiosk(self._page, self.pane.participant, code)
        self.kiosk.left.connect(self._on_handed_back)
        self.kiosk.begin()

    @Slot()
    def _on_handed_back(self) -> None:
        assert self.kiosk is not None
        self.kiosk.deleteLater()
        self.kiosk = None
        self._show()
        self.answered.emit()
        self.hand_over.setFocus()

    @Slot(int)
    def _on_turning(self, by: int) -> None:
        people = [one.id for one in self._people()]
        if self.pane.participant in people:
            place = people.index(self.pane.participant) + by
            if 0 <= place < len(people):
                self.open(people[place])

    @Slot(object)
    def _on_participant(self, participant: str) -> None:
        if self.participants.is_picked:
            self.open(participant)
        else:
            self._show()  # the next key may still be meant for the list


def _title(participant: Participant) -> str:
    parts = (participant_number(participant.number), participant.role, participant.group)
    return " · ".join(part for part in parts if part)
