"""What a tracker is about, and what came back in one: the workbook in which sponsor and owners follow the actions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from desktop import characters
from desktop.model.journal import StepId
from desktop.model.records import Action

Texts = Mapping["Tracked", str]
"""Cells of an action as text: days as ``2026-03-31``, words by their codes, what it waits for as ids with blanks
between; what is not there is empty."""


class Tracked(StrEnum):
    """What of an action a tracker has.

    Attributes:
        NEEDS: the actions that must be done before it.
        COMMENT: what somebody writes about how it goes on; no tracker leaves with one.
    """

    TITLE = "title"
    DESCRIPTION = "description"
    OWNER = "owner"
    START = "start"
    DUE = "due"
    PRIORITY = "priority"
    STATUS = "status"
    PERCENT = "percent"
    NEEDS = "needs"
    COMMENT = "comment"


DAYS = (Tracked.START, Tracked.DUE)


class Trouble(StrEnum):
    """Why something in a tracker is not read, or not taken."""

    UNKNOWN_ID = "unknown_id"
    DUPLICATE_ID = "duplicate_id"
    ROWS_MIXED = "rows_mixed"
    NO_TITLE = "no_title"
    EMPTY = "empty"
    FORMULA = "formula"
    ERROR = "error"
    MERGED = "merged"
    UNKNOWN_WORD = "unknown_word"
    UNKNOWN_STATE = "unknown_state"
    TEAM_ONLY = "team_only"
    DONE = "done"
    NO_DAY = "no_day"
    TWO_DAYS = "two_days"
    NO_SUCH_DAY = "no_such_day"
    NO_SUCH_YEAR = "no_such_year"
    NO_PERCENT = "no_percent"
    UNKNOWN_NUMBER = "unknown_number"
    NO_MEASURE = "no_measure"
    DAY_MISSING = "day_missing"
    VALUE_MISSING = "value_missing"
    NO_NUMBER = "no_number"
    DAY_TWICE = "day_twice"
    DUE_BEFORE_START = "due_before_start"
    CYCLE = "cycle"
    REMOVED = "removed"
    DROPPED_WHY = "dropped_why"
    NO_KEY = "no_key"
    NOTE = "note"


class Unread(Struct, frozen=True):
    """Something that is not taken, with its place.

    Attributes:
        row: as the workbook counts; 0 where it is about no row.
        column: its heading; empty where it is about the row.
        said: what stands there.
        among: what could stand there, or what it could mean.
    """

    sheet: str
    row: int
    column: str
    why: Trouble
    said: str = ""
    among: tuple[str, ...] = ()


class ReturnedAction(Struct, frozen=True):
    """A row about an action.

    Attributes:
        action: its id; that which a new one is going to have.
        is_new: whether it is none of those with which the tracker left.
        cells: those that were read.
        left: what stood there when the tracker left; None where that is not known.
        headings: of the columns, for who is told about them.
    """

    sheet: str
    row: int
    action: str
    is_new: bool
    cells: Texts
    left: Texts | None
    headings: Texts = {}


class ReturnedReading(Struct, frozen=True):
    """A value of a measure that somebody read.

    Attributes:
        value: decimal text.
        left: what stood there when the tracker left; None for a new one.
    """

    sheet: str
    row: int
    measure: str
    day: dt.date
    value: str
    note: str = ""
    left: str | None = None


class ReturnedTracker(Struct, frozen=True):
    """A tracker that came back.

    Attributes:
        file: its name.
        assessment: the id of the assessment that it is of; empty where the file does not say, as those of others.
        made: the day it was made.
        step: the newest step of the journal at that time.
        missing: ids of the actions that it left with and that stand in no row any more.
    """

    file: str
    assessment: str = ""
    made: dt.date | None = None
    step: StepId | None = None
    actions: tuple[ReturnedAction, ...] = ()
    readings: tuple[ReturnedReading, ...] = ()
    unread: tuple[Unread, ...] = ()
    missing: tuple[str, ...] = ()


def plain(text: str) -> str:
    """A text as trackers compare it."""
    return characters.text(text).strip()


def plain_number(text: str) -> str:
    """A decimal text without the zeros that say nothing, so that equal numbers are equal texts."""
    number = Decimal(text).normalize()
    return f"{number:f}" if number else "0"


def texts_of(action: Action, needs: tuple[str, ...] = ()) -> dict[Tracked, str]:
    """The cells of an action; those that hold nothing are left out.

    Args:
        action: the action.
        needs: ids of those that it waits for.
    """
    found = {
        Tracked.TITLE: plain(characters.one_line(action.title)),
        Tracked.DESCRIPTION: plain(action.description),
        Tracked.OWNER: plain(characters.one_line(action.owner)),
        Tracked.DUE: action.due.isoformat() if action.due else "",
        Tracked.PRIORITY: action.priority.value,
        Tracked.STATUS: action.status.value,
        Tracked.START: action.start.isoformat() if action.start else "",
        Tracked.PERCENT: str(action.percent),
        Tracked.NEEDS: " ".join(sorted(needs)),
    }
    return {cell: text for cell, text in found.items() if text}
