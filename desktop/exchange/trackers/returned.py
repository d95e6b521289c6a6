"""Whatever comes back about the actions: a tracker of ours, or what another program exports."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from desktop.exchange.foreign_models.separated_tables import is_workbook
from desktop.exchange.forms.archive import Archive
from desktop.exchange.trackers.layout import TRACKER_SHEET
from desktop.exchange.trackers.program_exports import read_export
from desktop.exchange.trackers.reading import read_tracker
from desktop.exchange.trackers.tracker_files import WORKBOOK
from desktop.model.assessment.tracked import ReturnedTracker
from desktop.model.errors import RefusalError
from desktop.model.records import ActionStatus

LISTS = (".csv", ".tsv")
"""How the names of lists of other programs end; they come as workbooks, too."""

_SHEET = re.compile(rb'<(?:\w{1,20}:)?sheet [^<>]{0,200}name="%b"' % TRACKER_SHEET.encode())
_WORKBOOK_PART = "xl/workbook.xml"


def read_returned(
    path: Path,
    statuses: Mapping[str, ActionStatus],
    cancelled: Callable[[], bool] | None = None,
    *,
    meant: Mapping[str, ActionStatus] = {},
) -> ReturnedTracker:
    """Read a tracker, or the list of another program; the file is only read.

    Args:
        path: the file.
        statuses: of the actions as they are now, by id; see `read_export`.
        cancelled: asked again and again while a workbook is read.
        meant: what words of others mean; see `read_export`.

    Raises:
        RefusalError: those of `read_tracker` and `read_export`.
    """
    if not is_workbook(path):
        return read_export(path, statuses, meant)
    try:
        return read_tracker(path, cancelled)
    except RefusalError as refusal:
        if refusal.code != "tracker.no_identity" or looks_like_tracker(path):
            raise
        try:
            return read_export(path, statuses, meant)
        except RefusalError as other:
            if other.code == "tracker.no_list":
                raise refusal from other
            raise


def looks_like_tracker(path: Path) -> bool:
    """Whether a workbook has the hidden sheet of a tracker; nothing else in it is looked at."""
    try:
        return path.suffix.casefold() == WORKBOOK and bool(_SHEET.search(Archive(path).read(_WORKBOOK_PART)))
    except (RefusalError, OSError):
        return False
