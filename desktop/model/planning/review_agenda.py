"""What a follow-up review walks through: actions that are due, late, waiting, or done and not yet verified."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from enum import StrEnum

from msgspec import Struct

from desktop.model.records import Action, ActionStatus


class Concern(StrEnum):
    """Why an action is on the agenda, the most pressing first.

    Attributes:
        OVERDUE: it is open after its due date.
        DUE: it is open and due by the next review.
        WAITING: it waits for something.
        UNVERIFIED: it is done, and nobody has verified it.
        LATE_START: it was to begin and has not.
        UNDER_WAY: it is being worked on, with none of the above.
        SAID: the review has talked about it.
    """

    OVERDUE = "overdue"
    DUE = "due"
    WAITING = "waiting"
    UNVERIFIED = "unverified"
    LATE_START = "late_start"
    UNDER_WAY = "under_way"
    SAID = "said"


_NOT_BEGUN = (ActionStatus.PROPOSED, ActionStatus.AGREED)


class AgendaItem(Struct, frozen=True):
    """An action to talk about."""

    action: Action
    concern: Concern


def agenda(
    actions: Iterable[Action], day: dt.date, until: dt.date, said: Collection[str] = ()
) -> tuple[AgendaItem, ...]:
    """The actions to talk about, the most pressing first, within these by due date and number.

    What is verified or dropped is left out, and what neither begins nor is due yet. What the review has talked about
    comes last, whatever became of it.

    Args:
        actions: all of them.
        day: the day of the review.
        until: the day of the next one; what is due by then is talked about.
        said: ids of the actions that the review has talked about.
    """
    found = [
        AgendaItem(each, concern)
        for each in actions
        if (concern := Concern.SAID if each.id in said else _concern(each, day, until)) is not None
    ]
    order = {concern: place for place, concern in enumerate(Concern)}
    return tuple(
        sorted(found, key=lambda each: (order[each.concern], each.action.due or dt.date.max, each.action.number))
    )


def _concern(action: Action, day: dt.date, until: dt.date) -> Concern | None:
    is_due = action.due is not None and action.due <= until
    begins = action.start is not None and action.start <= day
    holds = {
        Concern.OVERDUE: action.is_overdue(day),
        Concern.DUE: action.status.is_open and is_due,
        Concern.WAITING: action.status is ActionStatus.WAITING,
        Concern.UNVERIFIED: action.status is ActionStatus.DONE,
        Concern.LATE_START: action.status in _NOT_BEGUN and begins,
        Concern.UNDER_WAY: action.status is ActionStatus.IN_PROGRESS,
    }
    return next((concern for concern, held in holds.items() if held), None)
