"""The schedule as a workbook for the team, and whom the participants stand for."""

from __future__ import annotations

import tempfile
from pathlib import Path

from desktop.exchange.deliverable import Deliverable, Subject
from desktop.exchange.planned_days import PlannedDays
from desktop.exchange.tables.sampling import sampling
from desktop.exchange.tables.schedule import schedule_table
from desktop.exchange.workbook.book import Book, TableSetUp
from desktop.language import _
from desktop.wording.manners import written_in


def book_bytes(schedule: PlannedDays) -> bytes:
    """The file."""
    subject = Subject(schedule.organisation, "", "", "", None, None, 0)
    day = min(line.day for line in schedule.lines)
    with written_in(schedule.manner), tempfile.TemporaryDirectory() as folder:
        book = Book(Deliverable(day, subject, (), ()), _("Schedule"))
        for table in (schedule_table(schedule.lines), sampling(schedule.sample)):
            book.table(table, table.name, TableSetUp(2))
        path = Path(folder) / "schedule.xlsx"
        book.save(path)
        return path.read_bytes()
