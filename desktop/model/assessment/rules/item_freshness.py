"""Whether an item of evidence is still good: it can expire, and what is old shows little of the work as it is."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from desktop.model.records import Evidence

SOON_DAYS = 30
"""An item that expires within so many days is told."""

OLD_DAYS = 366
"""An item that is older than the assessment by more days is told: by more than a year."""


class Freshness(StrEnum):
    """How an item stands on a day."""

    FRESH = "fresh"
    OLD = "old"
    SOON = "soon"
    EXPIRED = "expired"


def freshness(item: Evidence, day: dt.date, assessed: dt.date | None = None) -> Freshness:
    """How an item stands.

    Args:
        item: the item.
        day: today.
        assessed: the first day of the assessment; None where nobody has said, so that today counts.
    """
    if item.expires is not None and item.expires < day:
        return Freshness.EXPIRED
    if item.expires is not None and item.expires <= day + dt.timedelta(days=SOON_DAYS):
        return Freshness.SOON
    if item.dated is not None and (assessed or day) - item.dated > dt.timedelta(days=OLD_DAYS):
        return Freshness.OLD
    return Freshness.FRESH
