"""What writer and reader of trackers agree on: hidden sheets, and the marks by which columns are found."""

from __future__ import annotations

from enum import StrEnum

from desktop.model.assessment.tracked import Tracked

FORMAT = 1
"""Version of the layout. A reader refuses trackers with a higher one."""

TRACKER_SHEET = "Tracker"
LISTS_SHEET = "Lists"
MARK = "maturity-workbench-tracker"
_PREFIX = "mw:"


class Column(StrEnum):
    """What a column is, as its hidden mark says, besides what of an action it holds."""

    NUMBER = "mw:number"
    ID = "mw:id"
    PLACE = "mw:place"
    MEASURE = "mw:measure"
    DAY = "mw:day"
    VALUE = "mw:value"
    REMARK = "mw:remark"


class Entry(StrEnum):
    """What the hidden sheet says, row by row: its first column names the entry.

    Attributes:
        ASSESSMENT: the id of the assessment.
        STEP: clock and writer of the newest step of the journal.
        MADE: the day.
        HEADING: the sheet's part, a mark, and the text above its column.
        WORD: a cell of actions, a code, and the word shown for it.
        CELLS: the cells of actions in the order in which rows of `ACTION` have them.
        ACTION: id, number, and what stood in its cells.
        NEW: an id that waits for a new action.
        MEASURE: id, label and unit.
        READING: id, id of the measure, day and value.
    """

    ASSESSMENT = "assessment"
    STEP = "step"
    MADE = "made"
    HEADING = "heading"
    WORD = "word"
    CELLS = "cells"
    ACTION = "action"
    NEW = "new"
    MEASURE = "measure"
    READING = "reading"


class Part(StrEnum):
    """The sheets that people write in."""

    ACTIONS = "actions"
    MEASURES = "measures"
    READINGS = "readings"


def mark_of(cell: Tracked) -> str:
    """The mark above a column of actions."""
    return f"{_PREFIX}{cell}"


def is_mark(text: str) -> bool:
    """Whether it marks a column that is read again."""
    return text.startswith(_PREFIX)


MARKS = {mark_of(cell): cell for cell in Tracked}

EDITABLE = (
    Tracked.OWNER,
    Tracked.START,
    Tracked.DUE,
    Tracked.PRIORITY,
    Tracked.STATUS,
    Tracked.PERCENT,
    Tracked.NEEDS,
    Tracked.COMMENT,
)
"""What is open in the row of an action that is there; in the row of a new one, everything is."""

COLUMNS: dict[Part, tuple[str, ...]] = {
    Part.ACTIONS: (
        Column.NUMBER,
        Column.ID,
        mark_of(Tracked.TITLE),
        mark_of(Tracked.DESCRIPTION),
        Column.PLACE,
        *map(mark_of, EDITABLE),
    ),
    Part.MEASURES: (
        Column.NUMBER,
        Column.ID,
        *("name", "unit", "better", "how", "baseline", "target", "due", "latest", "read"),
        *(Column.DAY, Column.VALUE, Column.REMARK),
    ),
    Part.READINGS: (Column.MEASURE, Column.ID, Column.DAY, Column.VALUE, Column.REMARK),
}
"""The columns of each sheet in their order. Those without a mark only tell."""
