"""Trackers that came back gone wrong, and the lists of other programs."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from desktop.exchange.forms.form_worker import notes_in, sheets_in
from desktop.exchange.trackers.program_exports import export_in
from desktop.exchange.trackers.reading import tracker_in
from desktop.model.assessment import Assessment
from desktop.model.assessment.tracked import Tracked
from desktop.model.errors import RefusalError
from desktop.wording import trackers
from tests.exchange.trackers.tracked_plans import TITLES, Edited, planned, write


@cache
def _plan() -> tuple[bytes, bytes, bytes]:
    """An assessment, its tracker as it left, and as somebody wrote in it."""
    with tempfile.TemporaryDirectory() as folder:
        place, path = Path(folder, "a.maturity"), Path(folder, "tracker.xlsx")
        with planned(place) as assessment:
            write(assessment, path)
        left = path.read_bytes()
        with Edited(path) as edited:
            edited.put(edited.row(TITLES[0]), Tracked.OWNER, "Head of services")
            edited.put(edited.row(TITLES[1]), Tracked.DUE, "1 May 2027")
            edited.put(edited.row(TITLES[2]), Tracked.NEEDS, "1, 4")
            edited.add(title="Write a handbook", comment="By hand")
        return place.read_bytes(), left, path.read_bytes()


def seeds() -> list[bytes]:
    """A tracker as it left, and one that somebody wrote in."""
    return [*_plan()[1:]]


def take(path: Path) -> None:
    """As `tracker --take` does, in this process; what was taken is sound and not taken again.

    Raises:
        RefusalError: it is no tracker, or cannot be taken.
    """
    sheets = sheets_in(path, hidden=True)
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        place = Path(folder, "a.maturity")
        place.write_bytes(_plan()[0])
        with Assessment.open(place, author="Ada") as assessment:
            try:
                tracker = tracker_in(path.name, sheets, notes_in(path))
            except RefusalError:
                export_in(path.name, sheets, {})
                raise
            found = assessment.trackers.compare(tracker)
            numbers = {action.id: action.number for action in assessment.actions.all()}
            for change in found.changes:
                trackers.change_line(change, numbers)
            for unread in found.unread:
                trackers.unread_line(unread)
            assessment.trackers.take(tracker, found.changes)
            assert assessment.trackers.compare(tracker).changes == ()
            assert assessment.check() == ()
