"""The part of `export` that follows a review: the note on it, and a calendar of what is due."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace
from pathlib import Path

from desktop.cli.console import Console
from desktop.exchange.follow_ups.due_calendar import due_days
from desktop.exchange.follow_ups.note_files import write_follow_up
from desktop.exchange.follow_ups.review_note import review_note
from desktop.language import _
from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError

FOLLOW_UP = "follow-up"
"""What is asked for by ``--only``; it is in no export that does not name it."""


def export_follow_up(assessment: Assessment, arguments: Namespace, console: Console) -> list[Path]:
    """Write the note on the last review that said something, if any, and the calendar, if something is due.

    Raises:
        RefusalError: ``follow_up.nothing_due`` where there is neither; those of writing.
    """
    today = dt.datetime.now().astimezone().date()
    spoken = [each.id for each in assessment.reviews.all() if assessment.reviews.remarks(each.id)]
    note = review_note(assessment, spoken[-1], today) if spoken else None
    try:
        due = due_days(assessment, today)
    except RefusalError:
        if note is None:
            raise
        due = None
    paths = write_follow_up(note, due, arguments.out)
    if note is None:
        console.tell(_("No review has said anything yet, so there is no note on one."))
    return paths
