"""The table of readings: each value of each measure on its day."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from desktop.exchange.deliverable import ActionLine, MeasureLine
from desktop.exchange.deliverable_plan import ReadingLine
from desktop.exchange.tables.measures import measure_rows
from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _, pgettext
from desktop.model.maturity.refs import Ref


class ReadingRow(Struct, frozen=True):
    """A reading with its measure and that one's action; for `key` see `desktop.exchange.tables.measures`."""

    action: ActionLine
    measure: MeasureLine
    key: str
    reading: ReadingLine


def readings(actions: Sequence[ActionLine]) -> Table[ReadingRow]:
    """A row for each reading, measure by measure, the earliest first."""
    columns: tuple[Column[ReadingRow], ...] = (
        Column("action.number", _("No."), 7, _("The action's number."), Kind.COUNT),
        Column("measure.name", _("Measure"), 44, _("What is measured."), Kind.NAME),
        Column("measure.unit", pgettext("of a measure", "Unit"), 14, _("What its values are counted in.")),
        Column("reading.day", _("Read on"), 14, _("The day of the reading."), Kind.DAY),
        Column("reading.value", pgettext("of a measure", "Value"), 12, _("What was read."), Kind.DECIMAL),
        Column("measure.target", _("Target"), 12, _("The value to reach."), Kind.DECIMAL),
        Column("key", _("Key"), 12, _("By what the readings of a measure are found."), hidden=True),
    )
    return Table(
        _("Readings"),
        _("Each value of each measure on the day it was read."),
        columns,
        [
            ReadingRow(row.action, row.measure, row.key, reading)
            for row in measure_rows(actions)
            for reading in row.measure.history
        ],
        lambda row: Ref("", row.action.id),
        key="readings",
    )
