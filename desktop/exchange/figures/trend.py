"""Readings of a measure as a line over time, beside the straight line to its target."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from desktop.exchange.figures.paper import LINE_HEIGHT, TINY, Paper, Point
from desktop.language import _
from desktop.wording import names

_DOT = 7.0
_APART = 6.0
_DASHES = (4.0, 2.0)

Reading = tuple[dt.date, float]


class TrendData(Struct, frozen=True):
    """What was read, and what is to be reached.

    Attributes:
        readings: day and value, the earliest first.
        way: where the way to the target starts and ends; None where there is no such way.
        target: the value to be reached, drawn across where there is no way.
    """

    readings: tuple[Reading, ...]
    way: tuple[Reading, Reading] | None = None
    target: float | None = None


def trend_words(data: TrendData) -> str:
    """The readings, and the target with its day; nothing without a reading."""
    told = ", ".join(f"{names.day(day)} {names.number(value)}" for day, value in data.readings)
    if not told or data.way is None:
        return told
    day, value = data.way[1]
    return f"{told}; " + _("target {value} by {day}").format(value=names.number(value), day=names.day(day))


def draw_trend(paper: Paper, data: TrendData) -> None:
    """Draw a line through the readings, with the first and the last day below and the least and the most beside it."""
    if not data.readings:
        return
    plan = _plan(paper, data)
    mute = paper.tokens.mute
    for value, y in ((plan.low, plan.bottom), (plan.high, plan.top)):
        if plan.low != plan.high or y == plan.bottom:
            paper.text((plan.left - _APART, y), names.number(value), TINY, colour=mute, across="right", down="center")
    below = plan.bottom + 8
    paper.text((plan.left, below), names.day(plan.first), TINY, colour=mute)
    if plan.last != plan.first:
        paper.text((plan.right, below), names.day(plan.last), TINY, colour=mute, across="right")
    paper.line([(plan.left, plan.bottom), (plan.right, plan.bottom)], paper.tokens.line)
    if data.way is not None:
        paper.line([_at(plan, each) for each in data.way], mute, 1.2, dashes=_DASHES)
    elif data.target is not None:
        y = _at(plan, (plan.first, data.target))[1]
        paper.line([(plan.left, y), (plan.right, y)], mute, 1.2, dashes=_DASHES)
    places = [_at(plan, each) for each in data.readings]
    paper.line(places, paper.tokens.accent, 2, marker="o", marker_size=_DOT)


class _Plan(Struct, frozen=True):
    """Where the drawing lies, and what its edges stand for."""

    left: float
    top: float
    right: float
    bottom: float
    first: dt.date
    last: dt.date
    low: float
    high: float


def _plan(paper: Paper, data: TrendData) -> _Plan:
    shown = list(data.readings)
    if data.way is not None:
        shown += data.way
    elif data.target is not None:
        shown.append((data.readings[0][0], data.target))
    days, values = [day for day, _value in shown], [value for _day, value in shown]
    low, high = min(values), max(values)
    beside = max(paper.size(names.number(value), TINY).width for value in (low, high))
    return _Plan(
        left=paper.margin + beside + _APART + _DOT / 2,
        top=paper.margin + TINY * LINE_HEIGHT / 2,
        right=paper.width - paper.margin - _DOT,
        bottom=paper.height - paper.margin - TINY * LINE_HEIGHT - 10,
        first=min(days),
        last=max(days),
        low=low,
        high=high,
    )


def _at(plan: _Plan, reading: Reading) -> Point:
    """Where a reading lies; in the middle of a direction in which all are the same."""
    span, height = (plan.last - plan.first).days, plan.high - plan.low
    x = (reading[0] - plan.first).days / span if span else 0.5
    y = (reading[1] - plan.low) / height if height else 0.5
    return plan.left + (plan.right - plan.left) * x, plan.bottom - (plan.bottom - plan.top) * y
