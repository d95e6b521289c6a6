"""Actions in time: from which day to which each goes, over which quarters all do, and the work in each of these."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Protocol

from desktop.model.planning.quarters import Quarter, quarter_of

MOST_SHOWN = 12
"""So many quarters, three years, are looked at together."""
_PAST = 2
"""So many quarters before today's are among them at most."""


class Dated(Protocol):
    """An action, as far as time goes."""

    @property
    def start(self) -> dt.date | None:
        """The day work on it begins."""

    @property
    def due(self) -> dt.date | None:
        """The day it should be done."""


def span(action: Dated) -> tuple[dt.date, dt.date] | None:
    """From which day to which an action goes; None where it has neither.

    With one of both it is that day alone. One that is due before it starts takes both in their true order.
    """
    first, last = action.start or action.due, action.due or action.start
    if first is None or last is None:
        return None
    return min(first, last), max(first, last)


def shown_quarters(
    actions: Iterable[Dated], milestones: Iterable[dt.date | None], today: dt.date
) -> tuple[Quarter, ...]:
    """The quarters in which something is planned, one after the other, today's among them.

    At most `MOST_SHOWN`: what lies long ago is left out, then what lies far ahead.
    """
    spans = [found for action in actions if (found := span(action)) is not None]
    days = [today, *(day for found in spans for day in found), *(day for day in milestones if day is not None)]
    now = quarter_of(today)
    first = max(quarter_of(min(days)), now.shifted(-_PAST))
    last = min(quarter_of(max(days)), first.shifted(MOST_SHOWN - 1))
    return tuple(first.shifted(number) for number in range(first.until(max(last, now)) + 1))


def work_by_quarter(action: Dated, effort: Fraction, quarters: Sequence[Quarter]) -> tuple[Fraction, ...]:
    """How much of an action's effort falls into each quarter: as much as of its days do; nothing without a day.

    Args:
        action: from which day to which it goes.
        effort: in person days.
        quarters: those that are asked about.
    """
    found = span(action)
    if found is None:
        return tuple(Fraction(0) for _quarter in quarters)
    first, last = found
    days = (last - first).days + 1
    return tuple(
        effort * max(0, (min(last, quarter.ends) - max(first, quarter.starts)).days + 1) / days for quarter in quarters
    )
