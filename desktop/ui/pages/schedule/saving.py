"""Writing the schedule from the window."""

from __future__ import annotations

from desktop.exchange.planned_days import planned_days
from desktop.exchange.schedules.schedule_files import CALENDAR, WORKBOOK, proposed_name, save_schedule
from desktop.language import _
from desktop.ui.exporting import confirmed_ending
from desktop.ui.session import Session
from desktop.wording.schedule import left_out_told


def save_files(session: Session) -> None:
    """Ask where to, and write the schedule there."""
    schedule = planned_days(session.assessment)
    kinds = ";;".join((_("Calendar (*.ics)"), _("Workbook (*.xlsx)")))
    path = session.dialogs.save_file(_("Save the schedule"), proposed_name(schedule, CALENDAR), kinds)
    ended = confirmed_ending(session, path, CALENDAR, WORKBOOK) if path is not None else None
    if ended is None or session.run(lambda: save_schedule(schedule, ended)) is None:
        return
    told = _("The schedule is in {path}. It is for the team: participants stand in it by code and role.")
    notes = [told.format(path=ended.name), *([left_out_told(schedule.left_out)] if schedule.left_out else [])]
    session.tell_of_files(" ".join(notes), ended.parent, "warn" if schedule.left_out else "good")
