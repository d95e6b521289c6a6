"""The table of what was to be done by when, and what was: a row for each day on which one of both rises."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from desktop.exchange.deliverable import ActionLine
from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _
from desktop.model.maturity.refs import Ref
from desktop.model.records import ActionStatus


class BurnUpRow(Struct, frozen=True):
    """How far actions should be and are at the end of a day.

    Attributes:
        planned: how many are due by then.
        done: how many were done by then; None after the day on which this was asked.
    """

    day: dt.date
    planned: int
    done: int | None


def in_plan(actions: Sequence[ActionLine]) -> list[ActionLine]:
    """Those that count: all but the dropped ones."""
    return [action for action in actions if action.status is not ActionStatus.DROPPED]


def burn_up_rows(actions: Sequence[ActionLine], today: dt.date) -> tuple[BurnUpRow, ...]:
    """By day, each on which an action is due or was done, and today; nothing without actions.

    An action without a due day is planned on no day. One that is done and has no day counts as done today.
    """
    counted = in_plan(actions)
    due = sorted(action.due for action in counted if action.due)
    done = sorted(min(action.closed or today, today) for action in counted if not action.status.is_open)
    days = sorted({*due, *done, today}) if counted else []
    return tuple(
        BurnUpRow(day, bisect_right(due, day), bisect_right(done, day) if day <= today else None) for day in days
    )


def burn_up(actions: Sequence[ActionLine], today: dt.date) -> Table[BurnUpRow]:
    """Planned and done over time; see `burn_up_rows`."""
    return Table(
        _("Actions over time"),
        _("How many actions should be done by a day, and how many were. Dropped ones do not count."),
        (
            Column("day", _("Day"), 13, _("A day on which an action is due or was done, and today."), Kind.DAY),
            Column("planned", _("Due by then"), 12, _("How many actions are due by the end of the day."), Kind.COUNT),
            Column(
                "done",
                _("Done by then"),
                12,
                _("How many actions were done by the end of the day. Empty for days to come."),
                Kind.COUNT,
            ),
        ),
        burn_up_rows(actions, today),
        lambda row: Ref("", row.day.isoformat()),
    )
