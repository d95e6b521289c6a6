"""Writing the schedule."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.exchange.file_names import file_name
from desktop.exchange.planned_days import PlannedDays
from desktop.exchange.schedules.local_zone import local_zone
from desktop.language import _
from desktop.model.errors import RefusalError
from desktop.model.files.file_sets import Piece, write_set
from desktop.model.files.whole_files import write_file
from desktop.wording.exports import unfinished

CALENDAR, WORKBOOK = ".ics", ".xlsx"


def proposed_name(schedule: PlannedDays, ending: str) -> str:
    """What the file of a schedule is called."""
    return file_name(schedule.organisation, _("schedule"), ending=ending)


def save_schedule(schedule: PlannedDays, path: Path, zone: str = "") -> Path:
    """Write the schedule to a file, by its ending as a workbook or as a calendar; returns the file.

    Args:
        schedule: what is planned.
        path: the file; one that is there is replaced once the new one is whole.
        zone: name of the time zone; empty for that of the computer.

    Raises:
        RefusalError: ``schedule.empty`` when no session has a day; those of `write_file`.
    """
    _refuse_empty(schedule)
    write_file(path, _content(schedule, path.suffix.lower(), zone))
    return path


def write_schedule(schedule: PlannedDays, folder: Path, zone: str = "") -> list[Path]:
    """Write calendar and workbook into a folder, both or neither.

    Raises:
        RefusalError: ``schedule.empty`` when no session has a day; those of `write_set`.
    """
    _refuse_empty(schedule)
    return write_set(folder, [_piece(schedule, ending, zone) for ending in (CALENDAR, WORKBOOK)], unfinished())


def _piece(schedule: PlannedDays, ending: str, zone: str) -> Piece:
    content = _content(schedule, ending, zone)

    def write(path: Path) -> None:
        path.write_bytes(content)

    return Piece(proposed_name(schedule, ending), write)


def _content(schedule: PlannedDays, ending: str, zone: str) -> bytes:
    if ending == WORKBOOK:
        from desktop.exchange.schedules.schedule_book import book_bytes  # noqa: PLC0415 - XlsxWriter takes a while

        return book_bytes(schedule)
    from desktop.exchange.schedules.calendar_file import calendar_bytes  # noqa: PLC0415 - only when asked for

    return calendar_bytes(schedule, zone or local_zone(), dt.datetime.now(dt.UTC).replace(microsecond=0))


def _refuse_empty(schedule: PlannedDays) -> None:
    if not schedule.lines:
        raise RefusalError("schedule.empty")
