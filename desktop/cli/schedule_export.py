"""The part of `export` that is for the team alone: the sessions on site as a calendar and as a workbook."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.cli.console import Console
from desktop.exchange.planned_days import planned_days
from desktop.exchange.schedules.local_zone import is_zone
from desktop.exchange.schedules.schedule_files import write_schedule
from desktop.language import _, ngettext
from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from desktop.wording.schedule import left_out_told

SCHEDULE = "schedule"
"""What is asked for by ``--only``; it is in no export that does not name it."""


def export_schedule(assessment: Assessment, arguments: Namespace, console: Console) -> list[Path]:
    """Write both into the folder, and tell what cannot be as it is planned.

    Raises:
        RefusalError: ``schedule.zone``, ``schedule.empty``, and those of writing.
    """
    if arguments.zone and not is_zone(arguments.zone):
        raise RefusalError("schedule.zone", zone=arguments.zone)
    schedule, clashes = planned_days(assessment), assessment.schedule.clashes()
    paths = write_schedule(schedule, arguments.out, arguments.zone)
    if schedule.left_out:
        console.tell(left_out_told(schedule.left_out))
    if clashes:
        text = ngettext(
            "{count} clash is on the schedule; the page Schedule tells it.",
            "{count} clashes are on the schedule; the page Schedule tells them.",
            len(clashes),
        )
        console.tell(text.format(count=len(clashes)))
    console.tell(_("The schedule is for the team: its members stand in it by name, participants by code and role."))
    return paths
