"""Measures of action items in words: how they come along, and where they stand."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from desktop.language import _
from desktop.model.assessment.pace import Pace, line, pace
from desktop.model.assessment.standing import Standing
from desktop.wording import names
from desktop.wording.manners import number_text


def value(text: str, unit: str) -> str:
    """A value with its unit, e.g. “40 percent”; a dash where there is none."""
    if not text:
        return "–"
    number = number_text(text)
    return _("{value} {unit}").format(value=number, unit=unit) if unit else number


def aim(found: Standing) -> str:
    """From where to where a measure is to go, e.g. “10 → 95 percent by 2026-06-30”; its unit while neither is known."""
    measure = found.measure
    if not measure.baseline and not measure.target:
        return measure.unit
    text = _("{baseline} → {target}").format(
        baseline=number_text(measure.baseline) or "–", target=value(measure.target, measure.unit)
    )
    return _("{aim} by {day}").format(aim=text, day=names.day(measure.due)) if measure.due else text


def standing_text(found: Standing, today: dt.date) -> str:
    """Where a measure stands, e.g. “Behind the line to target: 40 on 2026-12-01; 52 was due”."""
    measure, latest = found.measure, found.latest
    state = pace(found, today)
    if latest is None:
        return names.name(state)
    read = _("{value} on {day}").format(value=value(latest.value, measure.unit), day=names.day(latest.day))
    way = line(found)
    if state is Pace.BEHIND and way is not None and latest.day is not None:
        due = value(_plain(way.at(latest.day)), measure.unit)
        return _("Behind the line to target: {read}; {due} was due.").format(read=read, due=due)
    done = (
        "" if found.percent is None else " " + _("{percent} of the way.").format(percent=names.percent(found.percent))
    )
    return _("{state}: {read}.").format(state=names.name(state), read=read) + done


def _plain(number: Decimal) -> str:
    """A computed value with one decimal at most."""
    text = f"{number.quantize(Decimal('0.1')):f}"
    return text.removesuffix(".0")
