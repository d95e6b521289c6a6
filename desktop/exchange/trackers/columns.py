"""The columns of a tracker as people see them: heading, width, and what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from desktop.exchange.tables.table import Column as TableColumn
from desktop.exchange.tables.table import Kind, Value
from desktop.exchange.trackers.layout import COLUMNS, Column, Part, mark_of
from desktop.language import _, pgettext
from desktop.model.assessment.tracked import DAYS, Tracked

Row = Mapping[str, Value]
"""What stands in a row, by the keys of columns; nothing where a key is not there."""

_KINDS = {
    Column.NUMBER: Kind.COUNT,
    mark_of(Tracked.PERCENT): Kind.COUNT,
    **dict.fromkeys((mark_of(Tracked.TITLE), "name"), Kind.NAME),
    **dict.fromkeys((*map(mark_of, DAYS), Column.DAY, "due", "read"), Kind.DAY),
    **dict.fromkeys((Column.VALUE, "baseline", "target", "latest"), Kind.DECIMAL),
}


def told(part: Part) -> tuple[TableColumn[Row], ...]:
    """The columns of a sheet in their order; those that are read again have their mark as key."""
    words = {Part.ACTIONS: _actions, Part.MEASURES: _measures, Part.READINGS: _readings}[part]()
    return tuple(
        TableColumn(mark, *words[mark], _KINDS.get(mark, Kind.TEXT), partial(_get, mark), mark == Column.ID)
        for mark in map(str, COLUMNS[part])
    )


def _get(mark: str, row: Row) -> Value:
    return row.get(mark)


def _actions() -> dict[str, tuple[str, float, str]]:
    return {
        Column.NUMBER: (_("No."), 5.5, _("The action's number, by which others name it.")),
        Column.ID: (_("Key"), 18, _("How the program recognises the action. Leave it as it is.")),
        mark_of(Tracked.TITLE): (_("Action"), 28, _("What is to be done.")),
        mark_of(Tracked.DESCRIPTION): (_("Description"), 30, _("More about it.")),
        Column.PLACE: (_("To improve"), 17, _("The area, stream or track it is for.")),
        mark_of(Tracked.OWNER): (_("Owner"), 16, _("Who sees to it, as a role.")),
        mark_of(Tracked.START): (_("Start"), 12, _("The day work begins. Write days as 2026-03-31.")),
        mark_of(Tracked.DUE): (
            _("Due"),
            20,
            _("The day it should be done. A day that has passed turns red until the action is closed."),
        ),
        mark_of(Tracked.PRIORITY): (_("Priority"), 11, _("How much it matters. Choose from the list.")),
        mark_of(Tracked.STATUS): (
            _("Status"),
            13,
            _(
                "Where it stands. Choose from the list. Who drops an action says why in the comment; verified is what "
                "the assessment team says."
            ),
        ),
        mark_of(Tracked.PERCENT): (_("Done %"), 9, _("How much of it is done, as a whole number from 0 to 100.")),
        mark_of(Tracked.NEEDS): (
            _("Waits for"),
            10,
            _("Numbers of the actions that must be done before, with commas between, such as 3, 5."),
        ),
        mark_of(Tracked.COMMENT): (
            _("Comment"),
            34,
            _("What the assessment team should know. It goes into the action's log."),
        ),
    }


def _measures() -> dict[str, tuple[str, float, str]]:
    return {
        Column.NUMBER: (_("No."), 5.5, _("The number of the action that it is of.")),
        Column.ID: (_("Key"), 18, _("How the program recognises the measure. Leave it as it is.")),
        "name": (_("Measure"), 26, _("What is measured.")),
        "unit": (pgettext("of a measure", "Unit"), 11, _("What its values are counted in.")),
        "better": (_("Better"), 16, _("Which way its values get better.")),
        "how": (_("How"), 30, _("What is measured, over what, and how often.")),
        "baseline": (_("Baseline"), 10, _("The value before anything was done.")),
        "target": (_("Target"), 9, _("The value to reach.")),
        "due": (_("Target due"), 13, _("The day by which it should be reached.")),
        "latest": (_("Latest"), 9, _("The last value that was read.")),
        "read": (_("Read on"), 12, _("The day of that reading.")),
        Column.DAY: (_("New: day"), 12, _("The day on which you read the value. Write days as 2026-03-31.")),
        Column.VALUE: (_("New: value"), 11, _("The value that you read, as a plain number.")),
        Column.REMARK: (_("Remark"), 24, _("What one should know about it.")),
    }


def _readings() -> dict[str, tuple[str, float, str]]:
    return {
        Column.MEASURE: (_("Measure"), 44, _("Which measure. Choose from the list.")),
        Column.ID: (_("Key"), 18, _("How the program recognises the reading. Leave it as it is.")),
        Column.DAY: (_("Day"), 13, _("The day on which the value was read. Write days as 2026-03-31.")),
        Column.VALUE: (_("Value"), 11, _("The value that was read, as a plain number.")),
        Column.REMARK: (_("Remark"), 34, _("What one should know about it.")),
    }
