"""The forms: whose, when they went out, by when they are to be back, what came back; and what became of an import."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.model.assessment.questionnaires import Progress, grouped
from desktop.model.records import Identity
from desktop.ui.exporting import confirmed_ending
from desktop.ui.page import Page
from desktop.ui.pages.questionnaires.asking_rounds import EVERYBODY, AskingRounds
from desktop.ui.pages.questionnaires.imported import Imported
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.date_field import DateField, noted
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import Elided, Label
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import names
from desktop.wording.addresses import recipients
from desktop.wording.forms import participant_number
from desktop.wording.group_answers import reply_line

if TYPE_CHECKING:
    from desktop.exchange.forms.intake import Line


class FormRow(Struct, frozen=True):
    """The form of somebody, named to the team; `awaited` if one may remind of it, `late` if its day is past as well."""

    progress: Progress
    identity: Identity
    late: bool
    awaited: bool


class Who(QWidget):
    """One row a participant.

    Signals:
        entering: id of the participant whose answers are to be entered.
    """

    entering = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._model = ""
        self.table = Table(RowsModel(_columns()), _("Forms"))
        self.table.activated.connect(self._on_activated)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.rounds = AskingRounds(page)
        self.due = DateField(_("This form back by"))
        self._whose = Elided(style="small")
        self.replies = Elided(style="small")
        self.named = QCheckBox(_("Name &the files after the people they go to"))
        self.named.setToolTip(plain_tip(_("Only the names of the files; nothing inside a form names anybody.")))
        self.chosen = QCheckBox(_("Write forms of chosen areas only"))
        self.chosen.setToolTip(
            plain_tip(_("You choose which before the forms are written; nobody owes an answer about the others"))
        )
        self.copy = QPushButton(_("Cop&y reminder list"))
        listed = _(
            "Names and addresses of those whose forms are late, or out without a return date, to paste into a mail"
        )
        self.copy.setToolTip(plain_tip(listed))
        self.save = QPushButton(_("Save reminder &list…"))
        self.save.setToolTip(plain_tip(_("The same with days and roles as a workbook, to print or to work through")))
        self.remind = QPushButton(_("&Mark as reminded"))
        self.remind.setToolTip(plain_tip(_("Note that those on the reminder list were reminded today")))
        self.imported = Imported()
        self._card, self._empty = self._arrange(), self._make_empty()
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 14, 0, 0)
        frame.setSpacing(14)
        frame.addWidget(self._card, 3)
        frame.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignTop)
        frame.addWidget(self.imported, 2)
        self.imported.closed.connect(self._on_closed)
        self.rounds.chosen.connect(self._on_round)
        self.due.committed.connect(self._on_due)
        self.copy.clicked.connect(self.copy_reminders)
        self.save.clicked.connect(self.save_reminders)
        self.remind.clicked.connect(self.mark_reminded)

    def _arrange(self) -> Card:
        above, below = Flow(spacing=10), Flow(spacing=10)
        above.addWidget(self.rounds)
        for button in (self.copy, self.save, self.remind):
            above.addWidget(button)
        due = QWidget()
        column = noted(self.due)
        column.setContentsMargins(0, 0, 0, 0)
        due.setLayout(column)
        for widget in (self._whose, due, self.named, self.chosen):
            below.addWidget(widget)
        card = Card()
        card.tighten()
        for line in (above, below):
            line.setContentsMargins(8, 8, 8, 0)
        card.body.addLayout(above)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.replies)
        card.body.addLayout(below)
        return card

    def _make_empty(self) -> Card:
        card = Card(_("Nobody is asked yet"))
        text = _("Add the people whose answers you want. Each gets a form as a workbook.")
        card.body.addWidget(Label(text, "mute", wrap=True))
        add = QPushButton(_("&Add participants"))
        add.setProperty("kind", "primary")
        add.clicked.connect(self._on_add)
        card.body.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    @property
    def awaited(self) -> list[FormRow]:
        """Those of the round that is shown whose forms are late, or went out without a day to be back."""
        return [row for row in self.shown if row.awaited]

    @property
    def shown(self) -> list[FormRow]:
        """Those of the round that is shown."""
        return [row for row in self.table.source.rows if self.rounds.holds(row.progress)]

    @property
    def people(self) -> set[str] | None:
        """Ids of the participants of the round that is shown; None where that is everybody."""
        if self.rounds.round == EVERYBODY:
            return None
        return {row.progress.participant.id for row in self.shown}

    def refresh(self, model: str) -> None:
        """Show how far everybody is."""
        self._model = model
        assessment, today = self._page.assessment, self._page.session.today()
        people = {person.participant.id: person.identity for person in assessment.preparation.people()}
        progress = assessment.questionnaires.progress(model) if model else []
        rows = [FormRow(one, people[one.participant.id], one.is_late(today), one.is_awaited(today)) for one in progress]
        self.table.fill(rows, _key)
        self.rounds.show_rounds([(row.progress, row.identity) for row in rows], today)
        whole = self.rounds.round == EVERYBODY
        self.table.proxy.set_test(None if whole else lambda row: self.rounds.holds(row.progress))
        if rows and self.table.current_row() is None:
            self.table.setCurrentIndex(self.table.proxy.index(0, 0))
        replies = reply_line(grouped(row.progress for row in self.shown))
        self.replies.setText(_("Answered, {groups}").format(groups=replies) if replies else "")
        self.replies.setVisible(bool(replies))
        self._card.setVisible(bool(rows) and not self.imported.is_open)
        self._empty.setVisible(not rows)
        self.due.setEnabled(not assessment.readonly)
        self.copy.setEnabled(bool(self.awaited))
        self.save.setEnabled(bool(self.awaited))
        self.remind.setEnabled(bool(self.awaited) and not assessment.readonly)
        self._show_one()

    def _show_one(self) -> None:
        row = self.table.current_row()
        self.due.setVisible(row is not None)
        if row is None:
            self._whose.setText("")
            return
        who = " ".join((participant_number(row.progress.participant.number), row.identity.name)).strip()
        self._whose.setText(_("{who} back by").format(who=who))
        self.due.setAccessibleName(self._whose.text())
        self.due.show_date(row.progress.due, row.progress.participant.id)

    @Slot()
    def copy_reminders(self) -> None:
        """Put names and addresses of those who may be reminded on the clipboard."""
        awaited = self.awaited
        text = recipients(row.identity for row in awaited)
        QGuiApplication.clipboard().setText(text)
        without = [row for row in awaited if not row.identity.email.strip()]
        count = len(awaited) - len(without)
        told = ngettext(
            "{count} address is on the clipboard, to paste into a mail.",
            "{count} addresses are on the clipboard, to paste into a mail.",
            count,
        ).format(count=count)
        if without:
            numbers = ", ".join(participant_number(row.progress.participant.number) for row in without)
            told += " " + _("No address is known of {people}.").format(people=numbers)
        self._page.session.tell(told, "warn" if without else "good")

    @Slot()
    def save_reminders(self) -> None:
        """Write those who may be reminded into a workbook."""
        from desktop.exchange.forms.reminder_list import (  # noqa: PLC0415 - only when asked for
            proposed_list,
            reminder_lines,
            save_reminders,
        )

        session, assessment = self._page.session, self._page.assessment
        kinds = _("Workbook (*.xlsx)")
        path = session.dialogs.save_file(_("Save the reminder list"), proposed_list(assessment), kinds)
        ended = confirmed_ending(session, path, ".xlsx") if path is not None else None
        if ended is None:
            return
        lines = reminder_lines(assessment, self._model, session.today(), self.people)
        if session.run(lambda: save_reminders(assessment, lines, ended, session.today())) is not None:
            told = _("The reminders are in {path}. The list names people; it is for the team alone.")
            session.tell_of_files(told.format(path=ended.name), ended.parent, "good")

    @Slot()
    def mark_reminded(self) -> None:
        """Note that those on the list were reminded today."""
        people, today = [row.progress.participant.id for row in self.awaited], self._page.session.today()
        self._page.session.run(lambda: self._page.assessment.sending.mark_reminded(self._model, people, today))

    @Slot(QModelIndex)
    def _on_activated(self, _index: QModelIndex) -> None:
        row = self.table.current_row()
        if row is not None:
            self.entering.emit(row.progress.participant.id)

    @Slot(QModelIndex)
    def _on_row(self, _now: QModelIndex) -> None:
        self._show_one()

    def show_lines(self, lines: list[Line]) -> None:
        """Show what became of an import, in place of the list."""
        self._card.hide()
        self.imported.show_lines(lines)

    @Slot()
    def _on_closed(self) -> None:
        self.refresh(self._model)
        self.table.setFocus()

    @Slot()
    def _on_add(self) -> None:
        self._page.session.go("preparation", "participants")

    @Slot()
    def _on_round(self) -> None:
        self.refresh(self._model)

    @Slot(object)
    def _on_due(self, day: dt.date | None) -> None:
        row = self.table.current_row()
        if row is not None:
            person = row.progress.participant.id
            rounds = {each.id: each.closes for each in self._page.assessment.questionnaires.rounds.all()}
            own = None if day == rounds.get(row.progress.asked_in) else day
            self._page.session.run(lambda: self._page.assessment.sending.set_due(self._model, person, own))


def _columns() -> list[Column[FormRow]]:
    return [
        Column(
            _("Form"),
            lambda row: participant_number(row.progress.participant.number),
            sort=lambda row: row.progress.participant.number,
            width=62,
        ),
        Column(
            _("Name"),
            lambda row: row.identity.name or _role(row) or "–",
            beneath=lambda row: _role(row) if row.identity.name else "",
            sort=lambda row: row.identity.name,
        ),
        Column(_("Back by"), lambda row: names.day(row.progress.due), sort=_due, width=92),
        Column(
            _("Sent"),
            lambda row: names.day(row.progress.sending.sent),
            sort=lambda row: row.progress.sending.sent or dt.date.max,
            beneath=_reminded,
            width=104,
        ),
        Column(
            _("Answered"),
            lambda row: _("{answered} of {questions}").format(
                answered=row.progress.answered, questions=row.progress.questions
            ),
            sort=lambda row: row.progress.answered,
            beneath=_chosen,
            width=86,
        ),
        Column(
            _("Progress"),
            lambda row: _("{percent:.0f} %").format(percent=100 * _share(row)),
            sort=_share,
            shares=lambda row: [(_share(row), 3)],
            width=130,
            gives_way=1,
        ),
        Column(_("Back"), _back, tone=_tone, sort=_back, width=142),
    ]


def _key(row: FormRow) -> str:
    return row.progress.participant.id


def _role(row: FormRow) -> str:
    return " · ".join(part for part in (row.progress.participant.role, row.progress.participant.group) if part)


def _reminded(row: FormRow) -> str:
    day = row.progress.sending.reminded
    return _("reminded {day}").format(day=names.day(day)) if day else ""


def _chosen(row: FormRow) -> str:
    places = row.progress.places
    return ngettext("{count} area", "{count} areas", places).format(count=places) if places else ""


def _due(row: FormRow) -> dt.date:
    return row.progress.due or dt.date.max


def _share(row: FormRow) -> float:
    return row.progress.answered / row.progress.questions


def _back(row: FormRow) -> str:
    progress = row.progress
    if progress.form:
        return _("Back {day}").format(day=names.day(progress.sending.back)) if progress.sending.back else _("Back")
    if not progress.participant.asked:
        return _("Not asked")
    if progress.answered:
        return _("Entered by the team")
    return _("Late") if row.late else _("Not yet")


def _tone(row: FormRow) -> str:
    if row.progress.form:
        return "good"
    return "bad" if row.late else "plain"
