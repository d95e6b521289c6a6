"""`tracker`: the workbook in which sponsor and owners follow the actions, written, and taken back."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from contextlib import AbstractContextManager

from desktop.cli.console import Console
from desktop.cli.reading import opened, opened_to_edit
from desktop.exchange.trackers.content import tracker_content
from desktop.exchange.trackers.programs import Program, write_lists
from desktop.exchange.trackers.returned import read_returned
from desktop.exchange.trackers.tracker_files import write_tracker
from desktop.language import _
from desktop.model.assessment import Assessment
from desktop.model.assessment.tracked import ReturnedTracker, Unread
from desktop.model.assessment.tracker_comparison import Comparison, TrackerChange
from desktop.model.errors import RefusalError
from desktop.model.records import ActionStatus
from desktop.wording import trackers

_NAMED = 12


def run(arguments: Namespace, console: Console) -> int:
    """Write a tracker, or take one back.

    Raises:
        RefusalError: it cannot be written or read, or something has to be decided first.
    """
    return _write(arguments, console) if arguments.out is not None else _take(arguments, console)


def _write(arguments: Namespace, console: Console) -> int:
    with opened(arguments.file, console) as assessment:
        content = tracker_content(assessment)
    if arguments.program is not None:
        paths = write_lists(content, Program(arguments.program), arguments.out)
        hint = _("Have it imported there; take the state of the actions out of what is exported with --take.")
    else:
        paths = [write_tracker(content, arguments.out)]
        hint = _("Send it to sponsor and owners; take what comes back with --take.")
    console.result({"files": [str(path) for path in paths]})
    for path in paths:
        console.say(str(path))
    console.tell(hint)
    return 0


def _take(arguments: Namespace, console: Console) -> int:
    with _opened(arguments, console) as assessment:
        statuses = {each.id: each.status for each in assessment.actions.all()}
        tracker = read_returned(
            arguments.take, statuses, meant={word: ActionStatus(state) for word, state in arguments.state}
        )
        found = assessment.trackers.compare(tracker)
        elsewhere = not assessment.trackers.made_here(tracker)
        numbers = {each.id: each.number for each in assessment.actions.all()}
        taken: list[TrackerChange] = []
        kept: list[TrackerChange] = []
        if not arguments.dry_run:
            _refuse_undecided(arguments, found)
            taken = [change for change in found.changes if not change.is_conflict or arguments.conflicts == "theirs"]
            kept = [*found.conflicts] if arguments.conflicts == "ours" else []
            if taken or kept:
                assessment.trackers.take(tracker, taken, kept=kept)
    for change in found.changes:
        console.say(trackers.change_line(change, numbers))
    for unread in found.unread:
        console.say(trackers.unread_line(unread))
    if found.missing:
        console.tell(trackers.missing_text(found.missing))
    if elsewhere:
        console.tell(trackers.elsewhere_text())
    console.say(trackers.counts_text(found))
    if not arguments.dry_run:
        console.say(trackers.taken_text(len(taken), tracker.file))
        if kept:
            console.say(trackers.kept_text(len(kept), tracker.file))
    console.result(_content(arguments, tracker, found, taken, numbers))
    return 0


def _opened(arguments: Namespace, console: Console) -> AbstractContextManager[Assessment]:
    if arguments.dry_run:
        return opened(arguments.file, console)
    return opened_to_edit(arguments.file, arguments.author, console)


def _refuse_undecided(arguments: Namespace, found: Comparison) -> None:
    if found.unread and not arguments.skip_unclear:
        raise RefusalError("tracker.unclear", count=len(found.unread), places=_places(found.unread))
    if found.conflicts and arguments.conflicts is None:
        raise RefusalError("tracker.conflicts", count=len(found.conflicts), places=_places(found.conflicts))


def _places(found: Sequence[Unread | TrackerChange]) -> tuple[str, ...]:
    named = tuple(dict.fromkeys(f"{each.sheet}, {each.row}" for each in found))
    return named[:_NAMED] + (("…",) if len(named) > _NAMED else ())


def _content(
    arguments: Namespace,
    tracker: ReturnedTracker,
    found: Comparison,
    taken: list[TrackerChange],
    numbers: dict[str, int],
) -> dict[str, object]:
    kept = {change.key for change in taken}
    return {
        "file": str(arguments.file),
        "tracker": str(arguments.take),
        "made": tracker.made,
        "taken": len(taken),
        "changes": [
            {
                "sheet": change.sheet,
                "row": change.row,
                "what": change.sort,
                "action": change.number or None,
                "title": change.title,
                "cell": change.cell,
                "day": change.day,
                "left": change.left,
                "now": change.now,
                "new": change.new,
                "cells": change.cells,
                "conflict": change.is_conflict,
                "settled": change.is_settled,
                "taken": change.key in kept,
                "message": trackers.change_line(change, numbers),
            }
            for change in found.changes
        ],
        "unread": [
            {
                "sheet": unread.sheet,
                "row": unread.row,
                "column": unread.column,
                "reason": unread.why,
                "value": unread.said,
                "message": trackers.unread_line(unread),
            }
            for unread in found.unread
        ],
        "missing": found.missing,
    }
