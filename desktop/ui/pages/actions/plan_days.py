"""The days of the plan: when actions start and are due, and milestones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from desktop.language import N_, _
from desktop.model.records import Action, Milestone


class DayKind(StrEnum):
    """What there is on a day, in the order in which it stands there."""

    MILESTONE = "milestone"
    DUE = "due"
    START = "start"


_WORDS = {
    DayKind.MILESTONE: N_("Milestone: {title}"),
    DayKind.DUE: N_("Due: {title}"),
    DayKind.START: N_("Starts: {title}"),
}


class PlanDay(Struct, frozen=True):
    """Something on a day.

    Attributes:
        id: of the action, or of the milestone.
        over: it is overdue.
        closed: the action is done or dropped.
    """

    kind: DayKind
    day: dt.date
    id: str
    title: str
    over: bool = False
    closed: bool = False

    @property
    def told(self) -> str:
        """It in words."""
        return _(_WORDS[self.kind]).format(title=self.title)

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from others."""
        return self.kind, self.id


def plan_days(actions: Iterable[Action], milestones: Iterable[Milestone], today: dt.date) -> list[PlanDay]:
    """All days of the plan, by day; on a day milestones first, then what is due, then what starts."""
    found = [PlanDay(DayKind.MILESTONE, each.day, each.id, each.title) for each in milestones if each.day]
    for action in actions:
        title, closed = f"{action.number} {action.title}", not action.status.is_open
        if action.due:
            over = action.is_overdue(today)
            found.append(PlanDay(DayKind.DUE, action.due, action.id, title, over, closed))
        if action.start:
            found.append(PlanDay(DayKind.START, action.start, action.id, title, closed=closed))
    order = list(DayKind)
    return sorted(found, key=lambda each: (each.day, order.index(each.kind), each.title))
