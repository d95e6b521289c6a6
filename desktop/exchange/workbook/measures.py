"""The sheet of measures: what shows whether action items work."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from desktop.exchange.deliverable import Deliverable, MeasureLine
from desktop.exchange.workbook.guide import Column, Guide, Look, Value
from desktop.language import _, pgettext
from desktop.wording import names


def guide() -> Guide:
    """What the sheet and its columns mean."""
    return Guide(
        _("Measures"),
        _("What shows whether the actions work: where each measure stood, stands and should get to."),
        (
            Column(_("No."), 7, _("The action's number."), Look.NUMBER),
            Column(_("Action"), 28, _("What is to be done.")),
            Column(_("Measure"), 28, _("What is measured."), Look.STRONG),
            Column(pgettext("of a measure", "Unit"), 12, _("What its values are counted in.")),
            Column(_("Better"), 14, _("Which way its values get better.")),
            Column(_("How"), 34, _("What is measured, over what, and how often.")),
            Column(_("Baseline"), 11, _("The value before anything was done."), Look.DECIMAL),
            Column(_("Target"), 11, _("The value to reach."), Look.DECIMAL),
            Column(_("Target due"), 13, _("The day by which it should be reached."), Look.DATE),
            Column(_("Latest"), 11, _("The last value that was read."), Look.DECIMAL),
            Column(_("Read on"), 13, _("The day of that reading."), Look.DATE),
            Column(_("Readings"), 11, _("How many values were read."), Look.NUMBER),
            Column(
                _("Progress"),
                11,
                _("Share of the way from baseline to target. Below 0 it got worse, above 100 it is better still."),
                Look.PERCENT,
            ),
            Column(_("State"), 16, _("Whether the target is reached, on the day of the export.")),
        ),
    )


def rows(deliverable: Deliverable) -> Iterator[tuple[Value, ...]]:
    """A row for each measure, by the action's number and then by name."""
    for action in deliverable.actions:
        for measure in action.measures:
            yield (
                action.number,
                action.title,
                measure.name,
                measure.unit or None,
                names.name(measure.direction),
                measure.how or None,
                plain(measure.baseline),
                plain(measure.target),
                measure.due,
                plain(measure.latest),
                measure.read,
                measure.readings,
                measure.percent,
                state(measure),
            )


def state(measure: MeasureLine) -> str:
    """Where a measure stands, in a word or two."""
    if measure.reached:
        return _("reached")
    if measure.overdue:
        return _("overdue")
    if not measure.readings:
        return _("not read yet")
    return _("under way") if measure.reached is False else _("no target")


def in_words(measure: MeasureLine) -> str:
    """A measure in one line, e.g. “Time to restore (hours): from 8.5 to 4, latest 6.25 on 2026-03-21”."""
    latest = (
        _("latest {value} on {day}").format(value=measure.latest, day=names.day(measure.read))
        if measure.latest is not None
        else _("not read yet")
    )
    name = _("{name} ({unit})").format(name=measure.name, unit=measure.unit) if measure.unit else measure.name
    return _("{name}: {told}").format(name=name, told=", ".join(each for each in (_way(measure), latest) if each))


def _way(measure: MeasureLine) -> str:
    if measure.target is None:
        return ""
    if measure.baseline is None:
        return _("to {target}").format(target=measure.target)
    return _("from {baseline} to {target}").format(baseline=measure.baseline, target=measure.target)


def plain(value: Decimal | None) -> float | int | None:
    """A value as a cell holds it."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
