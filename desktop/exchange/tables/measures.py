"""The table of measures: what shows whether action items work."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from desktop.exchange.deliverable import ActionLine, MeasureLine
from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _, pgettext
from desktop.model.assessment.pace import Pace
from desktop.model.maturity.refs import Ref
from desktop.wording import names
from desktop.wording.manners import number_text


class MeasureRow(Struct, frozen=True):
    """A measure with its action.

    Attributes:
        key: by which its readings are found: the action's number and its place among the measures of that.
    """

    action: ActionLine
    measure: MeasureLine
    key: str


def measures(actions: Sequence[ActionLine]) -> Table[MeasureRow]:
    """A row for each measure, by the action's number and then by name."""
    return Table(
        _("Measures"),
        _("What shows whether the actions work: where each measure stood, stands and should get to."),
        (
            Column("action.number", _("No."), 5.5, _("The action's number."), Kind.COUNT),
            Column("action.title", _("Action"), 24, _("What is to be done.")),
            Column("measure.name", _("Measure"), 24, _("What is measured."), Kind.NAME),
            Column("measure.unit", pgettext("of a measure", "Unit"), 10, _("What its values are counted in.")),
            Column("measure.direction", _("Better"), 11, _("Which way its values get better.")),
            Column("measure.how", _("How"), 28, _("What is measured, over what, and how often.")),
            Column("measure.baseline", _("Baseline"), 11, _("The value before anything was done."), Kind.DECIMAL),
            Column("measure.target", _("Target"), 9, _("The value to reach."), Kind.DECIMAL),
            Column("measure.due", _("Target due"), 13, _("The day by which it should be reached."), Kind.DAY),
            Column("measure.latest", _("Latest"), 9, _("The last value that was read."), Kind.DECIMAL),
            Column("measure.read", _("Read on"), 12, _("The day of that reading."), Kind.DAY),
            Column("measure.readings", _("Readings"), 11, _("How many values were read."), Kind.COUNT),
            Column(
                "measure.percent",
                _("Progress"),
                11,
                _("Share of the way from baseline to target. Below 0 it got worse, above 100 it is better still."),
                Kind.PERCENT,
            ),
            Column(
                "measure.pace",
                _("State"),
                16,
                _("How it comes along on the day of the export, against the straight line to its target."),
                Kind.STATE,
            ),
            Column("key", _("Key"), 12, _("By what its readings are found."), hidden=True),
        ),
        measure_rows(actions),
        lambda row: Ref("", row.action.id),
        key="measures",
    )


def measure_rows(actions: Sequence[ActionLine]) -> list[MeasureRow]:
    """The measures of actions, one after the other."""
    return [
        MeasureRow(action, measure, f"M{action.number}.{place}")
        for action in actions
        for place, measure in enumerate(action.measures, start=1)
    ]


def in_words(measure: MeasureLine) -> str:
    """A measure in one line, e.g. “Time to restore (hours): start 8.5, target 4, now 6.25”."""
    name = _("{name} ({unit})").format(name=measure.name, unit=measure.unit) if measure.unit else measure.name
    told = [
        _("start {value}").format(value=number_text(str(measure.baseline))) if measure.baseline is not None else "",
        _("target {value}").format(value=number_text(str(measure.target))) if measure.target is not None else "",
        _("now {value}").format(value=number_text(str(measure.latest)))
        if measure.latest is not None
        else names.name(Pace.NO_READING).lower(),
        worse() if measure.percent is not None and measure.percent < 0 else "",
    ]
    return _("{name}: {told}").format(name=name, told=", ".join(each for each in told if each))


def worse() -> str:
    """What is said of a measure that went the wrong way."""
    return _("worse than at the start")
