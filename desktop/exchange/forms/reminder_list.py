"""The list of reminders as a workbook, to print or to work through."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.exchange.deliverable import Deliverable, Subject
from desktop.exchange.file_names import file_name
from desktop.exchange.tables.reminders import ReminderLine, reminder_table
from desktop.language import _
from desktop.model.files.whole_files import write_file
from desktop.wording.forms import participant_number
from desktop.wording.manners import Manner, written_in

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment


def reminder_lines(
    assessment: Assessment, model: str, day: dt.date, wanted: Collection[str] | None = None
) -> list[ReminderLine]:
    """Those who may be reminded of a model's form on a day.

    Args:
        assessment: the open one.
        model: id of the model.
        day: on which they are reminded.
        wanted: ids of the participants that the list is about; None for all.

    Raises:
        RefusalError: ``model.not_in_use``.
    """
    people = {each.participant.id: each for each in assessment.preparation.people()}
    found = []
    for one in assessment.questionnaires.progress(model):
        if one.is_awaited(day) and (wanted is None or one.participant.id in wanted):
            person, identity = one.participant, people[one.participant.id].identity
            role = " · ".join(part for part in (person.role, person.group) if part)
            late = max((day - one.due).days, 0) if one.due is not None else 0
            found.append(
                ReminderLine(
                    form=participant_number(person.number),
                    name=identity.name,
                    email=identity.email,
                    role=role,
                    sent=one.sending.sent,
                    due=one.due,
                    days_late=late,
                    reminded=one.sending.reminded,
                    answered=one.answered,
                )
            )
    return found


def proposed_list(assessment: Assessment) -> str:
    """What the file of the list is called."""
    return file_name(assessment.preparation.details().organisation, _("reminders"), ending=".xlsx")


def save_reminders(assessment: Assessment, lines: Sequence[ReminderLine], path: Path, day: dt.date) -> Path:
    """Write the list; one that is there is replaced once the new one is whole. Returns the file.

    Raises:
        RefusalError: those of `write_file`.
    """
    from desktop.exchange.workbook.book import Book, TableSetUp  # noqa: PLC0415 - XlsxWriter takes a while

    details = assessment.preparation.details()
    subject = Subject(details.organisation, "", "", "", None, None, 0)
    with written_in(Manner.of(details)), tempfile.TemporaryDirectory() as folder:
        book = Book(Deliverable(day, subject, (), ()), _("Reminders"))
        table = reminder_table(lines)
        book.table(table, table.name, TableSetUp(2))
        made = Path(folder) / "reminders.xlsx"
        book.save(made)
        write_file(path, made.read_bytes())
    return path
