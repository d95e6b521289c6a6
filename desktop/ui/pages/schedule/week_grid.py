"""Where days and hours of a week stand on the calendar, and back from a point to them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from desktop.model.planning.day_times import HOUR
from desktop.ui.pages.schedule.blocks import CalendarBlock
from desktop.ui.theme import px

HOURS, HEAD, BAND = 44, 24, 20
"""How wide the hours beside it are, and how tall the names of the days and a time frame; pixels at 100 %."""
EARLY, LATE = 8, 18
"""The hours that are always in view."""
FRIDAY, WEEK = 5, 7
LEAST_HOUR = 15
"""The least height of an hour, likewise."""


class WeekGrid(NamedTuple):
    """A week laid out in a room.

    Attributes:
        monday: its first day.
        days: how many are shown: the weekend only where something is on it.
        first: the first hour in view.
        last: the one at which it ends.
        bands: how many lines of time frames there are.
        room: all of it, in pixels.
        top: where the first hour begins.
        hour: how tall an hour is.
        left: how wide the hours beside it are.
    """

    monday: dt.date
    days: int
    first: int
    last: int
    bands: int
    room: QRectF
    top: float
    hour: float
    left: float

    @property
    def shown(self) -> list[dt.date]:
        """The days in view."""
        return [self.monday + dt.timedelta(days=number) for number in range(self.days)]

    def column(self, day: dt.date) -> QRectF:
        """The room of a day, from the names of the days down."""
        width = (self.room.width() - self.left) / self.days
        left = self.room.left() + self.left + width * (day - self.monday).days
        return QRectF(left, self.room.top(), width, self.room.height())

    def at(self, minute: float) -> float:
        """How far down a minute of the day stands."""
        return self.top + (minute / HOUR - self.first) * self.hour

    def span(self, day: dt.date, span: tuple[int, int], lane: int = 0, lanes: int = 1) -> QRectF:
        """The room of a session beside others."""
        column = self.column(day)
        width = (column.width() - 4) / lanes
        top, bottom = self.at(span[0]), self.at(span[1])
        return QRectF(column.left() + 2 + width * lane, top + 1, width - 2, max(bottom - top - 2, 8))

    def band(self, first: dt.date, last: dt.date, number: int) -> QRectF:
        """The room of a time frame: of that part of it which is in view."""
        left, right = self.column(max(first, self.shown[0])), self.column(min(last, self.shown[-1]))
        top = self.room.top() + px(HEAD) + px(BAND) * number
        return QRectF(left.left() + 2, top + 1, right.right() - left.left() - 4, px(BAND) - 2)

    def found(self, point: QPointF, step: int) -> tuple[dt.date, int | None]:
        """The day and minute at a point, the minute rounded down to a step; no minute among the time frames."""
        width = (self.room.width() - self.left) / self.days
        number = int(max(point.x() - self.room.left() - self.left, 0) / width)
        day = self.monday + dt.timedelta(days=min(number, self.days - 1))
        if point.y() < self.top:
            return day, None
        minute = int((point.y() - self.top) / self.hour * HOUR) + self.first * HOUR
        return day, min(minute, self.last * HOUR - step) // step * step


def monday_of(day: dt.date) -> dt.date:
    """The Monday of its week."""
    return day - dt.timedelta(days=day.weekday())


def grid_of(monday: dt.date, blocks: Sequence[CalendarBlock], room: QRectF) -> WeekGrid:
    """Lay out a week that holds these blocks."""
    sunday = monday + dt.timedelta(days=WEEK - 1)
    here = [block for block in blocks if block.day <= sunday and block.last_day >= monday]
    timed = [block.span for block in here if block.span is not None]
    weekend = any((block.day - monday).days >= FRIDAY for block in here)
    first = min([EARLY, *(starts // HOUR for starts, _ends in timed)])
    last = max([LATE, *(-(-ends // HOUR) for _starts, ends in timed)])
    bands = max(1, len([block for block in here if block.span is None]))
    top = room.top() + px(HEAD) + px(BAND) * bands
    hour = (room.bottom() - top) / (last - first)
    return WeekGrid(monday, WEEK if weekend else FRIDAY, first, last, bands, room, top, hour, px(HOURS))
