"""Writing what comes of a follow-up review."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.exchange.deliverable import Deliverable, Subject
from desktop.exchange.file_names import file_name
from desktop.exchange.follow_ups.review_note import ReviewNote
from desktop.exchange.tables.follow_up import said_table
from desktop.language import _
from desktop.model.files.file_sets import Piece, write_set
from desktop.model.files.whole_files import write_file
from desktop.wording import names
from desktop.wording.exports import unfinished
from desktop.wording.manners import written_in

if TYPE_CHECKING:
    from desktop.exchange.follow_ups.due_calendar import DueDays

WORD, WORKBOOK, CALENDAR = ".docx", ".xlsx", ".ics"


def note_name(note: ReviewNote, ending: str) -> str:
    """What a note is called."""
    words = _("review of {day}").format(day=note.day.isoformat())
    return file_name(note.organisation, words, ending=ending)


def calendar_name(due: DueDays) -> str:
    """What the calendar is called."""
    return file_name(due.organisation, _("due dates"), ending=CALENDAR)


def save_note(note: ReviewNote, path: Path) -> Path:
    """Write a note to a file, by its ending as a Word file or as a workbook; returns the file.

    Raises:
        RefusalError: those of `write_file`.
    """
    write_file(path, _content(note, path.suffix.lower()))
    return path


def save_calendar(due: DueDays, path: Path) -> Path:
    """Write what is due to a file; returns the file.

    Raises:
        RefusalError: those of `write_file`.
    """
    write_file(path, _calendar(due))
    return path


def write_follow_up(note: ReviewNote | None, due: DueDays | None, folder: Path) -> list[Path]:
    """Write what there is into a folder, all or none: the note twice, and the calendar.

    Raises:
        RefusalError: those of `write_set`.
    """
    pieces = []
    if note is not None:
        pieces += [_piece(note_name(note, ending), _content(note, ending)) for ending in (WORD, WORKBOOK)]
    if due is not None:
        pieces.append(_piece(calendar_name(due), _calendar(due)))
    return write_set(folder, pieces, unfinished())


def _piece(name: str, content: bytes) -> Piece:
    def write(path: Path) -> None:
        path.write_bytes(content)

    return Piece(name, write)


def _content(note: ReviewNote, ending: str) -> bytes:
    if ending == WORKBOOK:
        return _book(note)
    from desktop.exchange.follow_ups.note_document import note_document  # noqa: PLC0415 - only when asked for
    from desktop.exchange.reports.written import as_word  # noqa: PLC0415 - likewise

    return as_word(note_document(note)).content


def _book(note: ReviewNote) -> bytes:
    from desktop.exchange.workbook.book import Book, TableSetUp  # noqa: PLC0415 - XlsxWriter takes a while

    subject = Subject(note.organisation, "", "", "", None, None, 0)
    with written_in(note.manner), tempfile.TemporaryDirectory() as folder:
        title = _("Follow-up review of {day}").format(day=names.day(note.day))
        book = Book(Deliverable(note.day, subject, (), ()), title)
        table = said_table(note.said, note.day)
        book.table(table, table.name, TableSetUp(2))
        path = Path(folder) / "review.xlsx"
        book.save(path)
        return path.read_bytes()


def _calendar(due: DueDays) -> bytes:
    from desktop.exchange.follow_ups.due_calendar import due_bytes  # noqa: PLC0415 - only when asked for

    return due_bytes(due, dt.datetime.now(dt.UTC).replace(microsecond=0))
