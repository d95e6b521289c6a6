"""Whether a measure keeps pace: its latest reading against the straight line to its target."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from desktop.model.assessment.decimals import number
from desktop.model.assessment.standing import Standing
from desktop.model.maturity.vocabulary import Direction


class Pace(StrEnum):
    """How a measure comes along."""

    NO_READING = "no_reading"
    NO_TARGET = "no_target"
    REACHED = "reached"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    OVERDUE = "overdue"
    UNDER_WAY = "under_way"


class Line(Struct, frozen=True):
    """The straight line from where a measure started to its target.

    Attributes:
        start: day of the first reading.
        start_value: the baseline, or the first reading where there is none.
        end: the day by which the target is to be reached.
        end_value: the target.
    """

    start: dt.date
    start_value: Decimal
    end: dt.date
    end_value: Decimal

    def at(self, day: dt.date) -> Decimal:
        """The value due on a day; before the line its start, after it the target."""
        done = min(max((day - self.start).days, 0), (self.end - self.start).days)
        return self.start_value + (self.end_value - self.start_value) * done / (self.end - self.start).days


def line(found: Standing) -> Line | None:
    """The line to the target; None without a reading, a target or a day to reach it by that comes after the start."""
    measure = found.measure
    target = number(measure.target)
    if not found.readings or target is None or measure.due is None:
        return None
    first = found.readings[0]
    value = number(measure.baseline)
    value = number(first.value) if value is None else value
    if first.day is None or value is None or measure.due <= first.day:
        return None
    return Line(first.day, value, measure.due, target)


def pace(found: Standing, today: dt.date) -> Pace:
    """How a measure comes along: reached, on track or behind on the day of its latest reading, overdue today.

    Without a day to reach the target by, it is under way; where neither way is better or no target is set, there is
    nothing to reach.
    """
    if found.measure.direction is Direction.NEUTRAL or not found.measure.target:
        return Pace.NO_TARGET
    if found.reached:
        return Pace.REACHED
    if found.is_overdue(today):
        return Pace.OVERDUE
    if found.latest is None:
        return Pace.NO_READING
    way, value = line(found), number(found.latest.value)
    if way is None or value is None or found.latest.day is None:
        return Pace.UNDER_WAY
    due = way.at(found.latest.day)
    good = value >= due if found.measure.direction is Direction.UP else value <= due
    return Pace.ON_TRACK if good else Pace.BEHIND
