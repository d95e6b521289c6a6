"""A shared laptop in the hands of one participant: the whole screen, an area at a time, and nothing of anybody else."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.maturity.questionnaire import Section
from desktop.ui.page import Page
from desktop.ui.pages.questionnaires.answer_pane import AnswerPane
from desktop.ui.sizes import size
from desktop.ui.theme import px
from desktop.ui.wearing import wear
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import Label

LEAST_CODE = 4
"""So many characters a code has at least."""


class Kiosk(QWidget):
    """Takes the place of the window until somebody says the code.

    A code keeps people to what they are here for; it is no lock. Whoever ends the program finds the window as usual at
    its next start, and no answer is lost, since each is in the file once it is given.

    Signals:
        left: the team has the laptop again.
    """

    left = Signal()

    def __init__(self, page: Page, participant: str, code: str) -> None:
        """Stand before the first area in which a question is open.

        Args:
            page: asks for the edits; its window is hidden meanwhile.
            participant: id of whoever answers.
            code: lets the team leave.
        """
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowTitle(_("Questionnaire"))
        self._page, self._participant, self._code = page, participant, code
        self._behind = page.window()
        asked_of = page.assessment.questionnaires.asked_of
        self._areas: list[tuple[str, Section]] = [
            (one.id, section) for one in page.assessment.models.all() for section in asked_of(one.id, participant)
        ]
        self._place = 0
        self._title, self._where = Label("", "title"), Label("", "mute")
        self._told = Label("", "bad", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Questions answered"))
        size(self._bar, least_width=60, most_width=160)
        self.pane = AnswerPane(page, alone=True)
        self.back, self.next = QPushButton(_("&Back")), QPushButton(_("&Next"))
        self.next.setProperty("kind", "primary")
        self.finish = QPushButton(_("I have &finished"))
        self.again = QPushButton(_("&Back to my answers"))
        self.code = QLineEdit()
        self.code.setEchoMode(QLineEdit.EchoMode.Password)
        self.code.setAccessibleName(_("Code of the assessment team"))
        self.leave = QPushButton(_("&Leave"))
        self._wrong = Label("", "bad")
        self.front = QStackedWidget()
        self.front.addWidget(self._answering())
        self.front.addWidget(self._finished())
        frame = QVBoxLayout(self)
        frame.setContentsMargins(px(28), px(20), px(28), px(20))
        frame.addWidget(self.front)
        self._connect()

    def _answering(self) -> QWidget:
        head, foot, sheet = QHBoxLayout(), QHBoxLayout(), QWidget()
        for part in (self._title, self._where):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self._bar)
        for button in (self.back, self.next):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.finish)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addLayout(head)
        kept = _("Each answer is kept at once, under a number and not under your name. Leave out what you cannot say.")
        for part in (Label(kept, "small", wrap=True), self._told):
            column.addWidget(part)
        column.addWidget(self.pane, 1)
        column.addLayout(foot)
        return sheet

    def _finished(self) -> QWidget:
        card, sheet, line = Card(_("Thank you")), QWidget(), QHBoxLayout()
        card.body.addWidget(Label(_("Please hand the laptop back to the assessment team."), wrap=True))
        card.body.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        label = Label(_("For the &team: the code"))
        label.setBuddy(self.code)
        for part in (label, self.code, self.leave):
            line.addWidget(part)
        card.body.addLayout(line)
        card.body.addWidget(self._wrong)
        column = QVBoxLayout(sheet)
        column.addStretch(1)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return sheet

    def _connect(self) -> None:
        self.back.clicked.connect(self._on_back)
        self.next.clicked.connect(self._on_next)
        self.finish.clicked.connect(self._on_finished)
        self.again.clicked.connect(self._on_again)
        self.leave.clicked.connect(self._on_leaving)
        self.code.returnPressed.connect(self._on_leaving)
        self.pane.answered.connect(self._show_progress)
        self._page.session.told.connect(self._on_told)
        self._page.session.hindered.connect(self._on_told)

    @property
    def area(self) -> Section:
        """The one in front."""
        return self._areas[self._place][1]

    def begin(self) -> None:
        """Take the screen."""
        self._place = next((place for place in range(len(self._areas)) if self._open_in(place)), 0)
        wear(self)
        self._show()
        self.showFullScreen()
        self._behind.hide()
        self.activateWindow()

    def _open_in(self, place: int) -> bool:
        model, section = self._areas[place]
        answers = self._page.assessment.questionnaires.answers(model, self._participant)
        return any(question.id not in answers or answers[question.id].choice is None for question in section.questions)

    def _show(self) -> None:
        model, section = self._areas[self._place]
        self._title.setText(section.name)
        self._where.setText(_("Part {number} of {parts}").format(number=self._place + 1, parts=len(self._areas)))
        self._told.hide()
        self.back.setEnabled(self._place > 0)
        self.next.setEnabled(self._place + 1 < len(self._areas))
        self.pane.show_of(model, self._participant, (section,))
        self._show_progress()
        self.pane.table.setFocus()

    @Slot()
    def _on_back(self) -> None:
        self._place -= 1
        self._show()

    @Slot()
    def _on_next(self) -> None:
        self._place += 1
        self._show()

    @Slot()
    def _show_progress(self) -> None:
        self._bar.setRange(0, max(self.pane.questions, 1))
        self._bar.setValue(self.pane.answered_here)

    @Slot(str)
    def _on_told(self, text: str) -> None:
        """What is told elsewhere is told here, where it is seen: an answer that could not be kept."""
        self._told.setText(text)
        self._told.show()

    @Slot()
    def _on_finished(self) -> None:
        self.pane.card.comment.commit()
        self.code.clear()
        self._wrong.setText("")
        self.front.setCurrentIndex(1)
        self.again.setFocus()

    @Slot()
    def _on_again(self) -> None:
        self.front.setCurrentIndex(0)
        self._show()

    @Slot()
    def _on_leaving(self) -> None:
        if self.code.text() != self._code:
            self._wrong.setText(_("That is not the code."))
            self.code.clear()
            return
        self._code = ""
        self._behind.show()
        self._behind.activateWindow()
        self.close()
        self.left.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Only the code closes it."""
        if self._code:
            event.ignore()
        else:
            super().closeEvent(event)
