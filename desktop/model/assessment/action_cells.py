"""Fields of an action item as they are kept: amounts as people type them, days in order, all that a status brings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.model.assessment.decimals import amount_text
from desktop.model.errors import RefusalError
from desktop.model.records import GRADES, SIZES, Action, ActionStatus

if TYPE_CHECKING:
    from collections.abc import Collection

AMOUNTS = ("effort", "cost", "benefit")
"""Fields that hold an amount of work or money; none is below zero."""
ESTIMATES: Mapping[str, Collection[int]] = {
    "risk": GRADES,
    "impact": GRADES,
    "value": SIZES,
    "urgency": SIZES,
    "opportunity": SIZES,
    "size": SIZES,
}
"""Fields that hold one of a few numbers, or None."""
_ALL = 100


def checked_cells(cells: Mapping[str, object], known: Action) -> dict[str, object]:
    """Fields to set, as they are kept, with what follows from a new status.

    Done, an action is done by a hundred per cent, until it is opened again. Closed, it has the day, and open again it
    has none; what was dropped says why, until it is taken up again.

    Args:
        cells: the fields to set.
        known: the action as it is.

    Raises:
        RefusalError: ``action.title_missing``; ``measure.not_a_number``, ``budget.thousands``, ``action.negative``;
            ``action.not_estimated_so``, ``action.percent``, ``action.percent_of_done``;
            ``action.due_before_start``; ``action.unverified``: only
            `Verifying.verify` makes it verified; ``action.dropped_because_missing``.
    """
    kept = dict(cells)
    if "title" in kept:
        kept["title"] = str(kept["title"]).strip()
        if not kept["title"]:
            raise RefusalError("action.title_missing")
    for field in AMOUNTS:
        if field in kept:
            kept[field] = _amount(str(kept[field]))
    for field, steps in ESTIMATES.items():
        if kept.get(field) is not None and kept[field] not in steps:
            raise RefusalError("action.not_estimated_so", value=str(kept[field]), steps=", ".join(map(str, steps)))
    _follow_status(kept, known)
    percent = kept.get("percent", 0)
    if not isinstance(percent, int) or not 0 <= percent <= _ALL:
        raise RefusalError("action.percent", value=str(percent))
    status = kept.get("status", known.status)
    if "percent" in kept and percent < _ALL and isinstance(status, ActionStatus) and status.is_done:
        raise RefusalError("action.percent_of_done", number=known.number, value=percent)
    _refuse_backwards(kept, known)
    return kept


def turn_of(cells: Mapping[str, object], known: Action) -> ActionStatus | None:
    """The status with which these fields close an action or open it again; None where they do neither."""
    status = cells.get("status")
    if not isinstance(status, ActionStatus) or status is known.status:
        return None
    return None if status.is_open and known.status.is_open else status


def _follow_status(kept: dict[str, object], known: Action) -> None:
    status = kept.get("status", known.status)
    if not isinstance(status, ActionStatus):
        raise RefusalError("action.status", value=str(status))
    if status is ActionStatus.DROPPED:
        kept["dropped_because"] = str(kept.get("dropped_because", known.dropped_because)).strip()
        if not kept["dropped_because"]:
            raise RefusalError("action.dropped_because_missing")
    if status is known.status:
        return
    if status is ActionStatus.VERIFIED:
        raise RefusalError("action.unverified")
    if status is not ActionStatus.DROPPED:
        kept["dropped_because"] = ""
    if status.is_open != known.status.is_open:
        kept.setdefault("closed", None if status.is_open else dt.datetime.now().astimezone().date())
    if status is ActionStatus.DONE:
        kept["percent"] = _ALL


def _refuse_backwards(kept: Mapping[str, object], known: Action) -> None:
    start, due = kept.get("start", known.start), kept.get("due", known.due)
    if ("start" in kept or "due" in kept) and isinstance(start, dt.date) and isinstance(due, dt.date) and due < start:
        raise RefusalError("action.due_before_start", start=start.isoformat(), due=due.isoformat())


def _amount(typed: str) -> str:
    kept = amount_text(typed)
    if kept.startswith("-"):
        raise RefusalError("action.negative", value=typed.strip())
    return kept
