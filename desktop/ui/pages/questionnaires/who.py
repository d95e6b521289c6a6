"""Who has answered how much, and what became of imported forms."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.assessment.questionnaires import Progress
from desktop.model.scoring.rounding import half_up
from desktop.ui.page import Page
from desktop.ui.pages.questionnaires.imported import Imported
from desktop.ui.tables import Column, RowsModel, Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import Label
from desktop.wording.forms import participant_number


class Who(QWidget):
    """One row a participant.

    Signals:
        entering: id of the participant whose answers are to be entered.
    """

    entering = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.table = Table(RowsModel(_columns()), _("Who has answered"))
        self.table.activated.connect(self._on_activated)
        self.imported = Imported()
        self._card = Card()
        self._card.tighten()
        self._card.body.addWidget(self.table)
        self._empty = Card(_("Nobody is asked yet"))
        self._empty.body.addWidget(
            Label(
                _("Add the people whose answers you want. Each gets a questionnaire as a workbook."), "mute", wrap=True
            )
        )
        add = QPushButton(_("&Add participants"))
        add.setProperty("kind", "primary")
        add.clicked.connect(self._on_add)
        self._empty.body.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 14, 0, 0)
        frame.setSpacing(14)
        frame.addWidget(self._card, 3)
        frame.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignTop)
        frame.addWidget(self.imported, 2)

    def refresh(self, model: str) -> None:
        """Show how far everybody is."""
        progress = self._page.assessment.questionnaires.progress(model) if model else []
        self.table.fill(progress, _key)
        self._card.setVisible(bool(progress))
        self._empty.setVisible(not progress)

    @Slot(QModelIndex)
    def _on_activated(self, _index: QModelIndex) -> None:
        row = self.table.current_row()
        if row is not None:
            self.entering.emit(row.participant.id)

    @Slot()
    def _on_add(self) -> None:
        self._page.session.go("preparation", "participants")


def _columns() -> list[Column[Progress]]:
    return [
        Column(
            _("Participant"),
            lambda row: participant_number(row.participant.number),
            sort=lambda row: row.participant.number,
            width=110,
        ),
        Column(_("Role"), lambda row: row.participant.role),
        Column(_("Group"), lambda row: row.participant.group),
        Column(
            _("Answered"),
            lambda row: _("{answered} of {questions}").format(answered=row.answered, questions=row.questions),
            sort=lambda row: row.answered,
            width=120,
        ),
        Column(
            _("Progress"),
            lambda row: _("{percent} %").format(percent=half_up(100 * _share(row), 0)),
            sort=_share,
            shares=lambda row: [(_share(row), 3)],
            width=230,
        ),
        Column(_("Form"), _form, tone=lambda row: "good" if row.form else "plain", width=160),
    ]


def _key(row: Progress) -> str:
    return row.participant.id


def _share(row: Progress) -> float:
    return min(row.answered / row.questions, 1.0) if row.questions else 0.0


def _form(row: Progress) -> str:
    if row.form:
        return _("Form taken")
    return _("Entered by the team") if row.answered else _("Nothing yet")
