"""Writing the note on a review, and the calendar of what is due, from the window."""

from __future__ import annotations

from desktop.exchange.follow_ups.due_calendar import due_days
from desktop.exchange.follow_ups.note_files import (
    CALENDAR,
    WORD,
    WORKBOOK,
    calendar_name,
    note_name,
    save_calendar,
    save_note,
)
from desktop.exchange.follow_ups.review_note import review_note
from desktop.language import _
from desktop.ui.exporting import confirmed_ending
from desktop.ui.session import Session


def save_note_file(session: Session, review: str) -> None:
    """Ask where to, and write the note on a review there."""
    note = session.run(lambda: review_note(session.assessment, review, session.today()))
    if note is None:
        return
    kinds = ";;".join((_("Word document (*.docx)"), _("Workbook (*.xlsx)")))
    path = session.dialogs.save_file(_("Save the note"), note_name(note, WORD), kinds)
    ended = confirmed_ending(session, path, WORD, WORKBOOK) if path is not None else None
    if ended is not None and session.run(lambda: save_note(note, ended)) is not None:
        session.tell_of_files(_("The note is in {path}.").format(path=ended.name), ended.parent)


def save_due_dates(session: Session) -> None:
    """Ask where to, and write what is due there."""
    due = session.run(lambda: due_days(session.assessment, session.today()))
    if due is None:
        return
    path = session.dialogs.save_file(_("Save the due dates"), calendar_name(due), _("Calendar (*.ics)"))
    ended = confirmed_ending(session, path, CALENDAR) if path is not None else None
    if ended is not None and session.run(lambda: save_calendar(due, ended)) is not None:
        session.tell_of_files(_("The due dates are in {path}.").format(path=ended.name), ended.parent)
